import { startEmulator, type Emulator } from '../../emulator';
import { callV1, timestamp } from './sign';

const START = Date.UTC(2026, 10, 22, 10, 0, 0);
const MINUTE = 60_000;
const target = { EnterpriseId: '7000002', TaskId: '133224' };

let emulator: Emulator;
let now = START;

beforeAll(async () => {
	emulator = await startEmulator({ clock: () => now });
});
afterAll(() => emulator.close());
beforeEach(() => {
	now = START;
	emulator.reset();
});

/** The Code a request gets that was signed at the given time. */
async function codeOf(signedAt: number, nonce?: string) {
	const common = { Timestamp: timestamp(signedAt), ...(nonce && { SignatureNonce: nonce }) };
	const { body } = await callV1(emulator, 'CloudUpdateTask', { ...target, Name: 'x' }, { common });
	return body.Code;
}

test('every answer has the date of the gateway', async () => {
	const { headers } = await callV1(emulator, 'CloudUpdateTask', target, {
		common: { Timestamp: timestamp(START) },
	});
	expect(headers.date).toBe('Sun, 22 Nov 2026 10:00:00 GMT');
});

test.each([
	{ seconds: -15 * 60, code: 'OK' },
	{ seconds: 15 * 60, code: 'OK' },
	{ seconds: -15 * 60 - 1, code: 'InvalidTimeStamp.Expired' },
	{ seconds: 15 * 60 + 1, code: 'InvalidTimeStamp.Expired' },
])('a timestamp $seconds seconds from the clock gives $code', async ({ seconds, code }) => {
	expect(await codeOf(START + seconds * 1000)).toBe(code);
});

test('a nonce is refused for fifteen minutes and changes nothing', async () => {
	expect(await codeOf(now, 'once')).toBe('OK');
	now += 15 * MINUTE - 1;
	expect(await codeOf(now, 'once')).toBe('SignatureNonceUsed');
	expect(emulator.journal).toHaveLength(1);
	now += 1;
	expect(await codeOf(now, 'once')).toBe('OK');
});

test('the nonce of a request signed wrong is not used up', async () => {
	const common = { Timestamp: timestamp(now), SignatureNonce: 'fresh' };
	await callV1(emulator, 'CloudGetTask', target, { common, tamper: { Signature: 'd3Jvbmc=' } });
	expect(await codeOf(now, 'fresh')).toBe('OK');
});

test('journal and record carry the time of the clock and the RequestId of the answer', async () => {
	const common = { Timestamp: timestamp(now) };
	const params = { ...target, Name: '新名称', Wrapup: '30' };
	const { body } = await callV1(emulator, 'CloudUpdateTask', params, { common });
	expect(emulator.journal).toEqual([
		{
			enterpriseId: '7000002',
			taskId: '133224',
			action: 'CloudUpdateTask',
			before: { Name: '双十一回访' },
			after: { Name: '新名称' },
			requestId: body.RequestId,
			at: START,
		},
	]);
	expect(emulator.requests).toMatchObject([
		{
			method: 'POST',
			url: '/',
			action: 'CloudUpdateTask',
			params,
			status: 200,
			code: 'OK',
			requestId: body.RequestId,
			at: START,
		},
	]);
});

test('a rate limit refills with the clock', async () => {
	emulator.settings.rateLimit = { perSecond: 2, retryAfterMs: 500 };
	const burst = [await codeOf(now), await codeOf(now), await codeOf(now)];
	expect(burst).toEqual(['OK', 'OK', 'Throttling.User']);
	now += 500;
	expect([await codeOf(now), await codeOf(now)]).toEqual(['OK', 'Throttling.User']);
});
