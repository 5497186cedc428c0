import { startEmulator, TEST_KEYS, type Emulator, type Settings } from '../../emulator';
import { callV1, type Received } from './sign';

let emulator: Emulator;

beforeAll(async () => {
	emulator = await startEmulator();
});
afterAll(() => emulator.close());
beforeEach(() => emulator.reset());

const rename = () =>
	callV1(emulator, 'CloudUpdateTask', {
		EnterpriseId: '7000002',
		TaskId: '133224',
		Name: '新名称',
	});

interface Case {
	what: string;
	settings: Partial<Settings>;
	status: number;
	body: Received['body'];
	applied?: boolean;
}

const cases: Case[] = [
	...(['Forbidden.RAM', 'NoPermission'] as const).map((code) => ({
		what: `permission denied as ${code}`,
		settings: { permissionDenied: code },
		status: 403,
		body: { Code: code },
	})),
	{
		what: "permission denied in the product's way",
		settings: { permissionDenied: 'isp.RAM_PERMISSION_DENY' },
		status: 200,
		body: { Code: 'isp.RAM_PERMISSION_DENY' },
	},
	{
		what: 'a key that may only read',
		settings: { keys: [{ ...TEST_KEYS.active, allowedActions: ['CloudGetTask'] }] },
		status: 403,
		body: { Code: 'NoPermission' },
	},
	...(
		[
			['Throttling', 'request throttling'],
			['Throttling.User', 'user flow control'],
			['Throttling.Api', 'api flow control'],
		] as const
	).map(([code, kind]) => ({
		what: `throttling as ${code}`,
		settings: { throttle: { code, httpStatus: 400 } },
		status: 400,
		body: { Code: code, Message: `Request was denied due to ${kind}.` },
	})),
	{
		what: 'throttling in HTTP 200',
		settings: { throttle: { code: 'Throttling', httpStatus: 200 } },
		status: 200,
		body: { Code: 'Throttling' },
	},
	{
		what: 'only GET allowed',
		settings: { methods: ['GET'] },
		status: 400,
		body: { Code: 'UnsupportedHTTPMethod' },
	},
	{
		what: 'a forced refusal',
		settings: {
			forceRefusal: { code: 'isv.OUT_OF_SERVICE', httpStatus: 400, message: '业务停机' },
		},
		status: 400,
		body: { Code: 'isv.OUT_OF_SERVICE', Message: '业务停机' },
	},
	{
		what: 'a forced refusal of this action',
		settings: {
			forceRefusal: {
				code: 'isp.SYSTEM_ERROR',
				httpStatus: 200,
				message: '系统错误',
				action: 'CloudUpdateTask',
			},
		},
		status: 200,
		body: { Code: 'isp.SYSTEM_ERROR', Message: '系统错误' },
	},
	{
		what: 'a forced refusal of another action',
		settings: {
			forceRefusal: {
				code: 'isp.SYSTEM_ERROR',
				httpStatus: 200,
				message: '系统错误',
				action: 'CloudStartTask',
			},
		},
		status: 200,
		body: { Code: 'OK' },
		applied: true,
	},
	{
		what: 'an update that is not done',
		settings: { updateResult: 1 },
		status: 200,
		body: { Code: 'OK', Data: { Result: 1 } },
	},
	{
		what: 'an update that is done and says no more',
		settings: { updateResult: 0 },
		status: 200,
		body: { Code: 'OK', Data: { Result: 0 } },
		applied: true,
	},
];

test.each(cases)('$what', async ({ settings, status, body, applied = false }) => {
	Object.assign(emulator.settings, settings);
	const received = await rename();
	expect(received.status).toBe(status);
	expect(received.body).toMatchObject(body);
	expect(emulator.journal).toHaveLength(applied ? 1 : 0);
});

test('a business refusal takes status and code from the settings', async () => {
	emulator.settings.businessRefusal = { httpStatus: 400, code: 'InvalidParameters' };
	const params = { EnterpriseId: '7000002', TaskId: '1' };
	const { status, body } = await callV1(emulator, 'CloudGetTask', params);
	expect([status, body.Code]).toEqual([400, 'InvalidParameters']);
});

test('throttling can end after some requests and tell when to come back', async () => {
	const throttle = { code: 'Throttling', httpStatus: 400, retryAfterMs: 1500, next: 2 };
	emulator.settings.throttle = throttle;
	const received = [await rename(), await rename(), await rename()];
	expect(received.map(({ body }) => body.Code)).toEqual(['Throttling', 'Throttling', 'OK']);
	expect(received.map(({ headers }) => headers['x-acs-retry-after'])).toEqual([
		'1500',
		'1500',
		undefined,
	]);
	expect(emulator.journal).toHaveLength(1);
});

test('throttling can have other words and the header of the standard', async () => {
	const throttle = { code: 'FlowControl', httpStatus: 429, message: '限流', retryAfter: '3' };
	emulator.settings.throttle = throttle;
	const { status, headers, body } = await rename();
	expect([status, headers['retry-after'], body.Code]).toEqual([429, '3', 'FlowControl']);
	expect(body.Message).toBe('限流');
});

test('a refusal and a canned answer can end after some requests', async () => {
	const refused = { code: 'X.Y', httpStatus: 400, message: 'No.', next: 1 };
	Object.assign(emulator.settings, {
		forceRefusal: refused,
		answer: { status: 503, body: '{"Code":"away"}', next: 1 },
	});
	const received = [await rename(), await rename(), await rename()];
	expect(received.map(({ body }) => body.Code)).toEqual(['away', 'X.Y', 'OK']);
	expect(emulator.journal).toHaveLength(1);
});

test('the backend can be the one who misses a parameter', async () => {
	emulator.settings.missingRefusedBy = 'backend';
	const { status, body } = await callV1(emulator, 'CloudQueryTask', { Type: '1' });
	expect([status, body.Code]).toEqual([200, 'isv.INVALID_PARAMETERS']);
	expect(body.Message).toBe('验证失败，参数[enterpriseId]不能为空');
});

test('the string to sign can be kept out of the message', async () => {
	emulator.settings.signatureDetail = false;
	const { body } = await callV1(emulator, 'CloudGetTask', {}, { tamper: { Signature: 'x' } });
	expect(body.Message).toBe('Specified signature is not matched with our calculation.');
});

test('a canned answer goes out as it is, after the checks', async () => {
	const headers = { 'content-type': 'text/plain', 'x-acs-request-id': 'MINE' };
	emulator.settings.answer = { status: 418, headers, body: '{"Code":"__proto__"' };
	const received = await rename();
	expect(received).toMatchObject({ status: 418, text: '{"Code":"__proto__"', headers });
	expect(emulator.journal).toEqual([]);
	const unsigned = await callV1(emulator, 'CloudGetTask', {}, { tamper: { Signature: 'x' } });
	expect(unsigned.body.Code).toBe('SignatureDoesNotMatch');
});

test.each([{ latencyMs: 40 }, { latencyMs: { min: 40, max: 60 } }])(
	'latency $latencyMs delays the answer',
	async ({ latencyMs }) => {
		emulator.settings.latencyMs = latencyMs;
		const start = performance.now();
		await rename();
		// Timers may fire a millisecond early.
		expect(performance.now() - start).toBeGreaterThan(38);
	},
);

test('settings given at the start survive a reset, later changes do not', async () => {
	const own = await startEmulator({ settings: { updateResult: 1, dripMs: 1 } });
	own.settings.updateResult = null;
	own.settings.dripMs = 99;
	own.reset();
	expect(own.settings).toMatchObject({ updateResult: 1, dripMs: 1 });
	await own.close();
});

test('changing the settings of one emulator leaves the test keys alone', () => {
	const [first] = emulator.settings.keys;
	if (first) first.status = 'Inactive';
	expect(TEST_KEYS.active.status).toBe('Active');
	emulator.reset();
	expect(emulator.settings.keys[0]?.status).toBe('Active');
});
