import { told } from '../../support/told';
import type { Watch } from '../../../nodes/AlibabaCloudVms/gateway/watch';
import * as answers from '../../../nodes/AlibabaCloudVms/gateway/answers';
import { REFUSALS } from '../../../nodes/AlibabaCloudVms/gateway/refusals';

const explainRefusal = told(answers.explainRefusal);
const explainNoObject = told((watch: Watch) => answers.explainNoObject(watch));

const ID = '6086693B-2250-17CE-A41F-06259AB6DB1B';

/** What is known of a request that was sent and answered. */
const answered = (httpStatus?: number, requestId?: string): Watch => ({
	sent: true,
	httpStatus,
	headers: requestId === undefined ? {} : { 'x-acs-request-id': requestId },
});

describe('a refusal', () => {
	test('says what happened, the words of the service, what to change, and where to look it up', () => {
		const body = {
			Code: 'isv.INVALID_PARAMETERS',
			Message: '验证失败，参数[name]格式不正确。',
			RequestId: ID,
		};
		expect(explainRefusal(body, answered(400))).toMatchObject({
			kind: 'gateway',
			code: 'isv.INVALID_PARAMETERS',
			requestId: ID,
			httpStatus: 400,
			message: 'The service does not accept a value: 验证失败，参数[name]格式不正确',
			description: `Compare the values with the state of the task in the console, and correct them. Check that 'Task ID' and 'Enterprise ID' are those of the task. Code isv.INVALID_PARAMETERS, Request ID ${ID}, HTTP 400.`,
		});
	});

	test.each(REFUSALS)('$code keeps Code, Request ID and HTTP status', (refusal) => {
		const code = refusal.code.replace('*', '.X');
		const failure = explainRefusal({ Code: code, Message: 'm', RequestId: ID }, answered(403));
		expect(failure).toMatchObject({ kind: 'gateway', code, requestId: ID, httpStatus: 403 });
		expect(failure.message.startsWith(refusal.message)).toBe(true);
		// What is repeated where that is safe leaves open whether it was done.
		const outcome =
			refusal.retry === 'open'
				? ' The change may have been applied: read the task back before you repeat it.'
				: '';
		expect(failure.description).toBe(
			`${refusal.advice}${outcome} Code ${code}, Request ID ${ID}, HTTP 403.`,
		);
	});

	test.each(REFUSALS.filter(({ stage }) => stage === 'key'))(
		'$code never shows what was signed',
		({ code }) => {
			const Message = 'server string to sign is:POST&%2F&AccessKeyId%3Dx';
			expect(
				JSON.stringify(explainRefusal({ Code: code.replace('*', ''), Message }, answered(400))),
			).not.toContain('POST');
		},
	);

	test('an unknown code is shown with the words of the service', () => {
		expect(
			explainRefusal({ Code: 'isv.TASK_RUNNING', Message: '任务运行中' }, answered(200)),
		).toMatchObject({
			code: 'isv.TASK_RUNNING',
			message: 'The service refused the call: 任务运行中',
			description: expect.stringMatching(/error center.*Code isv\.TASK_RUNNING, HTTP 200\.$/),
		});
	});

	test('long words are cut, missing and empty ones left out', () => {
		expect(
			explainRefusal({ Code: 'X', Message: 'm'.repeat(1000) }, answered()).message,
		).toHaveLength(331);
		expect(explainRefusal({ Code: 'X', Message: 'OK' }, answered()).message).toBe(
			'The service refused the call',
		);
		expect(explainRefusal({ Code: 'X', Message: { a: 1 } }, answered()).message).toBe(
			'The service refused the call',
		);
		expect(explainRefusal({ Code: 'X' }, answered()).description).toMatch(/Code X\.$/);
	});

	test('a code that is a number is a code', () => {
		expect(explainRefusal({ Code: 500 }, answered()).code).toBe('500');
	});

	test.each([500, undefined])('an answer without a Code proves nothing (HTTP %p)', (httpStatus) => {
		const failure = explainRefusal({ RequestId: ID }, answered(httpStatus));
		expect(failure.message).toBe(
			'The answer has no Code, so nothing proves that the call was done',
		);
		expect(failure.description).toMatch(/^The change may have been applied: read the task back/);
		expect(failure.description).toContain(ID);
	});

	test.each([1, '1'])('OK with Data.Result %p is no success', (Result) => {
		const body = { Code: 'OK', RequestId: ID, Data: { Result } };
		expect(explainRefusal(body, answered(200))).toMatchObject({
			kind: 'gateway',
			code: 'OK',
			requestId: ID,
			httpStatus: 200,
			message: expect.stringMatching(/Data\.Result (is )?1\b/),
			description: `Look at the state of the task in the console. Code OK, Request ID ${ID}, HTTP 200.`,
		});
	});

	test('OK with an HTTP status of failure is no success', () => {
		const { message, httpStatus } = explainRefusal({ Code: 'OK' }, answered(502));
		expect(message).toContain('HTTP 502');
		expect(httpStatus).toBe(502);
	});

	test('the Request ID of the header stands in for one that the body lacks', () => {
		const failure = explainRefusal({ Code: 'InternalError' }, answered(500, ID));
		expect(failure.requestId).toBe(ID);
		expect(failure.description).toContain(`Request ID ${ID}, HTTP 500.`);
		expect(explainRefusal({ Code: 'X', RequestId: 'body' }, answered(500, ID)).requestId).toBe(
			'body',
		);
	});
});

test.each([
	['ServiceUnavailable', 503],
	['Some.New', 500],
	['', 502],
	['OK', 504],
])('%p in HTTP %d that asks to wait slows down, and leaves open what was done', (Code, status) => {
	const headers = { 'x-acs-retry-after': '700' };
	expect(explainRefusal({ Code }, { ...answered(status), headers })).toMatchObject({
		retry: true,
		fate: 'open',
		isThrottled: true,
		retryAfterMs: 700,
	});
});

describe('what a stranger writes', () => {
	test.each([
		[{ RequestId: 'R-1' }, {}, 'R-1'],
		[{ RequestId: 'a\u202Eb' }, {}, undefined],
		[{ RequestId: '<b>R</b>' }, { 'x-acs-request-id': 'R-2' }, 'R-2'],
		[{ RequestId: 'x'.repeat(70) }, {}, 'x'.repeat(64)],
		[{ RequestId: {} }, { 'x-acs-request-id': 'R-2, R-3' }, 'R-2'],
		[{}, { 'x-acs-request-id': '<img src=x>' }, undefined],
		[{}, { 'x-acs-request-id': `${'y'.repeat(60)}topsecret` }, undefined],
	])('a Request ID %j, %j', (body, headers, requestId) => {
		const watch: Watch = {
			...answered(400),
			headers,
			redact: (text) => text.replaceAll('topsecret', '***'),
		};
		expect(explainRefusal({ Code: 'X', ...body }, watch).requestId).toBe(requestId);
		expect(explainNoObject(watch).requestId).toBe(requestId === 'R-2' ? requestId : undefined);
	});

	test('no character that is not seen gets into a message', () => {
		const signs = '\u0000\u001b[31m\n\r\u0085\u2028\u200f\u202e\u2066\ufeff';
		const body = { Code: `X${signs}Y`, Message: `a${signs}b 👨‍👩‍👧`, RequestId: ID };
		const { message, description, code } = explainRefusal(body, answered(400));
		expect(`${message}${description}${code}`).not.toMatch(
			/[\p{Cc}\u2028\u200f\u202e\u2066\ufeff]/u,
		);
		expect(message).toBe('The service refused the call: a [31m b 👨‍👩‍👧');
	});
});

test('a denial is no missing grant', () => {
	const AccessDeniedDetail = { NoPermissionType: 'ExplicitDeny', PolicyType: 'ControlPolicy' };
	const body = { Code: 'NoPermission', AccessDeniedDetail };
	expect(explainRefusal(body, answered(403)).description).toMatch(
		/^A policy denies it explicitly \(ControlPolicy\): that has to be changed/,
	);
	const implicit = { ...body, AccessDeniedDetail: { NoPermissionType: 'ImplicitDeny' } };
	expect(explainRefusal(implicit, answered(403)).description).toMatch(/^The key is right\. Grant/);
});

test('a body that is no object is told with its HTTP status', () => {
	expect(explainNoObject(answered(502, ID))).toMatchObject({
		kind: 'gateway',
		message: 'The answer is not the JSON object that the gateway gives',
		description: expect.stringMatching(/proxy or firewall .*may have been applied.*HTTP 502\.$/),
		requestId: ID,
		httpStatus: 502,
	});
	expect(explainNoObject(answered()).description).toMatch(/before you repeat it\.$/);
});
