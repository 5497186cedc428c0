import type { IDataObject } from 'n8n-workflow';
import type { ForcedAnswer } from '../../emulator';
import { CONTINUE, errorsOf, useBench } from '../support/bench';

const bench = useBench();

const PAGE = '<html><h1>429 Too Many Requests</h1></html>';
const refusal = (Code: string, Message = 'In the words of it.') =>
	JSON.stringify({ Code, Message, RequestId: 'R-1' });

const WAIT = { 'x-acs-retry-after': '20' };

const answered = (status: number, body: string, headers = {}): ForcedAnswer => ({
	status,
	body,
	headers: { 'x-acs-request-id': 'R-1', ...headers },
});

const LOAD: Array<[string, ForcedAnswer]> = [
	...(
		[
			['isv.INVALID_PARAMETERS', 400],
			['isv.INVALID_PARAMETERS', 200],
			['Some.NewCode', 400],
			['Some.NewCode', 200],
			['InvalidParameter.X', 400],
			['Forbidden.X', 403],
		] as const
	).map(([code, status]): [string, ForcedAnswer] => [
		`a wait asked for with ${code} in HTTP ${status}`,
		answered(status, refusal(code), WAIT),
	]),
	['a wait that cannot be read', answered(400, refusal('X.Y'), { 'x-acs-retry-after': 'soon' })],
	['a wait and no Code', answered(400, '{"Message":"later"}', WAIT)],
	['a wait and a page', answered(200, PAGE, WAIT)],
	['a wait and nothing', answered(400, '', WAIT)],
	["the standard's wait", answered(400, refusal('X.Y'), { 'retry-after': '0' })],
	['HTTP 429 with a page', answered(429, PAGE)],
	['HTTP 429 with nothing', answered(429, '')],
	['HTTP 429 with a list', answered(429, '[]')],
	['HTTP 429 with a page and a wait', answered(429, PAGE, { 'retry-after': '0' })],
	['HTTP 429 with JSON', answered(429, refusal('X.Y'))],
	['HTTP 429 with JSON about a value', answered(429, refusal('isv.INVALID_PARAMETERS'))],
	['HTTP 429 without a Code', answered(429, '{}')],
	['HTTP 429 with OK', answered(429, '{"Code":"OK"}')],
	...(
		[
			['Rejected.Throttling', 400],
			['Rejected.Throttling', 503],
			['FlowControl', 200],
			['TooManyRequests', 400],
			['Throttling.Concurrent', 503],
			['Request.Throttled', 400],
			['FLOW_LIMIT', 200],
			['isv.QPS_LIMIT', 200],
			['ServiceUnavailable.FlowControl', 503],
			['RequestRateLimitExceeded', 403],
		] as const
	).map(([code, status]): [string, ForcedAnswer] => [
		`${code} in HTTP ${status}`,
		answered(status, refusal(code)),
	]),
	...[
		['isv.INVALID_PARAMETERS', '超过频次限制'],
		['isv.BUSINESS_LIMIT_CONTROL', '业务流控，超过频次限制。'],
		['isv.BUSINESS_LIMIT_CONTROL', '触发分钟级流控Permits:1'],
		['isv.BUSINESS_LIMIT_CONTROL', '触发天级流控Permits:10'],
		['isp.SYSTEM_ERROR', '接口调用频率超限'],
		['Some.Code', '请求过于频繁，请稍后再试'],
		['100008.0', '调用频次超过上限'],
		['Some.Code', '已被限流'],
		['', '超过QPS限制'],
		['Some.Code', 'Requests are too frequent.'],
		['InvalidParameters', 'Request was denied due to user flow control.'],
	].map(([code = '', words]): [string, ForcedAnswer] => [
		`${code} that says ${words}`,
		answered(200, refusal(code, words)),
	]),
];

test.each(LOAD)('%s is repeated until it is taken', async (_what, answer) => {
	bench.emulator.settings.answer = { ...answer, next: 2 };
	const options = { maximumAttempts: 3, longestWait: 0.02 };
	const { output } = await bench.run({ details: { name: 'x' }, options });
	expect(output[0]?.json).toMatchObject({ Id: '133224' });
	expect(bench.emulator.requests).toHaveLength(3);
	expect(bench.emulator.journal).toHaveLength(1);
});

test.each(LOAD)('%s is told as load, and as nothing else', async (_what, answer) => {
	bench.emulator.settings.answer = answer;
	const { message, description } = await bench.failure({ details: { name: 'x' } });
	expect(message).toMatch(/^The gateway takes no more requests for now/);
	expect(description).toMatch(/^Send fewer items at a time/);
	expect(description).toContain(`Request ID R-1, HTTP ${answer.status}.`);
	expect(description).not.toMatch(/applied|[Cc]ompare|proves/);
});

test.each(['Rejected.Throttling', 'X.Y'])(
	'rows are slowed down by %s and not lost',
	async (code) => {
		const items = Array.from({ length: 6 }, () => ({}));
		bench.emulator.settings.throttle = { code, httpStatus: 400, retryAfterMs: 10, next: 8 };
		const options = { maximumAttempts: 20, longestWait: 0.05 };
		const { output } = await bench.run({ details: { name: 'x' }, options }, { items });
		expect(output.filter(({ json }) => 'error' in json)).toEqual([]);
		expect(bench.emulator.requests).toHaveLength(14);
	},
);

test.each([
	['isv.INVALID_PARAMETERS', '验证失败，参数[callLimitStrategy]频次限制超过最大值。'],
	['isv.INVALID_PARAMETERS', '任务[限流测试]不存在'],
	['InvalidParameters', '呼叫频率取值不正确'],
	['isv.INVALID_PARAMETERS', '验证失败，任务“超过频次限制”运行中，不能修改。'],
	['InvalidParameter.X', 'The value of rate limit exceeded 10.'],
	['isv.BUSINESS_LIMIT_CONTROL', '任务数量已达上限'],
])('%s that says %s is for good', async (code, message) => {
	bench.emulator.settings.forceRefusal = { code, httpStatus: 200, message };
	const options = { maximumAttempts: 3, longestWait: 0.02 };
	const error = await bench.failure({ details: { name: 'x' }, options });
	expect(error.message).not.toMatch(/takes no more requests/);
	expect(error.message).toContain(message.replace(/[。.]$/, ''));
	expect(bench.emulator.requests).toHaveLength(1);
});

const AWAY: Array<[string, ForcedAnswer, RegExp]> = [
	['HTTP 408 with a page', answered(408, PAGE), /^The request did not reach the gateway in time/],
	['HTTP 408 with JSON', answered(408, refusal('X.Y')), /^The request did not reach the gateway/],
	['HTTP 425 with a page', answered(425, PAGE), /^The gateway does not take the request yet/],
	[
		'HTTP 425 with OK',
		answered(425, '{"Code":"OK"}'),
		/^The gateway does not take the request yet/,
	],
	['a page that asks to wait', answered(403, PAGE, { 'retry-after': '0' }), /is not JSON/],
	...[502, 503, 504].flatMap((status): Array<[string, ForcedAnswer, RegExp]> => [
		[`HTTP ${status} with a page`, answered(status, PAGE), /is not JSON/],
		[`HTTP ${status} with nothing`, answered(status, ''), /is not JSON/],
		[`HTTP ${status} without a Code`, answered(status, '{}'), /^The answer has no Code/],
		[`HTTP ${status} with a new Code`, answered(status, refusal('X')), /^The service refused/],
	]),
];

const PROVES = [408, 425];

test.each(AWAY)('%s is temporary', async (_what, answer, message) => {
	bench.emulator.settings.answer = { ...answer, next: 2 };
	const options = { maximumAttempts: 3, longestWait: 0.02 };
	const { output } = await bench.run({ details: { name: 'x' }, options });
	expect(output[0]?.json).toMatchObject({ Id: '133224' });
	bench.emulator.settings.answer = answer;
	const error = await bench.failure({ details: { name: 'x' } });
	expect(error.message).toMatch(message);
	expect(error.description).not.toMatch(/[Cc]ompare/);
	expect(/applied/.test(error.description ?? '')).toBe(!PROVES.includes(answer.status));
});

test('a call that was not done and has to wait is repeated', async () => {
	const body = '{"Code":"OK","Data":{"Result":1}}';
	bench.emulator.settings.answer = { ...answered(200, body, WAIT), next: 1 };
	const options = { maximumAttempts: 2, longestWait: 0.02 };
	await bench.run({ details: { name: 'x' }, options });
	expect(bench.emulator.journal).toHaveLength(1);
});

describe('an OK that is not borne out', () => {
	const NOT_PROVEN = 'nothing proves that the call was done';
	const NOT_DONE = 'the call was not done';
	const ok = (Data?: IDataObject) => JSON.stringify({ Code: 'OK', RequestId: 'R-1', Data });

	test.each([
		['HTTP 502', 502, ok(), NOT_PROVEN],
		['HTTP 500', 500, ok({ Result: 0 }), NOT_PROVEN],
		['HTTP 404', 404, ok(), NOT_PROVEN],
		['HTTP 302', 302, ok(), NOT_PROVEN],
		['Data.Result 1', 200, ok({ Result: 1 }), NOT_DONE],
		['Data.Result 1', 200, ok({ Result: '1' }), NOT_DONE],
		['Data.Result 1 and HTTP 502', 502, ok({ Result: 1 }), NOT_PROVEN],
		['Data.Result 2', 200, ok({ Result: 2 }), NOT_PROVEN],
		['Data.Result null', 200, ok({ Result: null }), NOT_PROVEN],
		['Data.Result {"a":1}', 200, ok({ Result: { a: 1 } }), NOT_PROVEN],
	])('%s', async (doubt, status, body, verdict) => {
		bench.emulator.settings.answer = { status, body };
		const node = CONTINUE;
		const [error] = errorsOf((await bench.run({ details: { name: 'x' } }, { node })).output);
		expect(error).toMatchObject({
			message: `The answer says OK, but with ${doubt}: ${verdict} [item 0]`,
			code: 'OK',
			requestId: 'R-1',
			httpStatus: status,
		});
		expect(/may have been applied/.test(String(error?.description))).toBe(verdict === NOT_PROVEN);
	});
});

describe('a nonce', () => {
	const nonces = () => bench.emulator.requests.map(({ params }) => params.SignatureNonce);

	test('is a random UUID of every request, repeated ones too', async () => {
		bench.emulator.failNext('dropBeforeApply', 2);
		const options = { maximumAttempts: 3, longestWait: 0.02 };
		await bench.run({ options }, { items: [{}, {}] });
		expect(nonces()).toHaveLength(4);
		expect(new Set(nonces()).size).toBe(4);
		for (const nonce of nonces()) {
			expect(nonce).toMatch(/^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
		}
	});

	const USED = { code: 'SignatureNonceUsed', httpStatus: 400, message: 'Used already.' };

	test('that was used is drawn anew', async () => {
		bench.emulator.settings.forceRefusal = { ...USED, next: 1 };
		const options = { maximumAttempts: 2, longestWait: 0.02 };
		await bench.run({ details: { name: 'x' }, options });
		expect(new Set(nonces()).size).toBe(2);
		expect(bench.emulator.journal).toHaveLength(1);
	});

	test('that stays used leaves open whether the change was made', async () => {
		bench.emulator.settings.forceRefusal = USED;
		const { message, description } = await bench.failure({ details: { name: 'x' } });
		expect(message).toBe('The gateway saw this request before: Used already [item 0]');
		expect(description).toMatch(/The change may have been applied: read the task back/);
	});

	test('cannot be given by a row', async () => {
		const { output } = await bench.run(
			{ details: { name: 'x' } },
			{ items: [{ SignatureNonce: 'mine' }] },
		);
		expect(output).toHaveLength(1);
		expect(nonces()).not.toContain('mine');
	});
});

describe('a clock that is off', () => {
	const MINUTE = 60_000;

	test.each([
		[16 * MINUTE, /^It is 16 min behind the gateway's\. Set the clock/],
		[-16 * MINUTE, /^It is 16 min ahead of the gateway's\. Set the clock/],
		[8 * 60 * MINUTE, /^It is 8 h behind the gateway's\. /],
		[-(26 * 60 + 5) * MINUTE, /^It is 1 d 2 h 5 min ahead of the gateway's\. /],
	])('by %d ms is told with how much', async (skewMs, description) => {
		bench.clock.skewMs = skewMs;
		const error = await bench.failure();
		expect(error.message).toMatch(/^The clock of this n8n is off/);
		expect(error.description).toMatch(description);
	});

	test.each<Record<string, string>>([{ date: 'yesterday' }, {}])(
		'is not measured by %j',
		async (headers) => {
			const body = refusal('InvalidTimeStamp.Expired');
			bench.emulator.settings.answer = { status: 400, body, headers };
			const { description } = await bench.failure();
			expect(description).toMatch(/^Set the clock of the machine/);
		},
	);
});
