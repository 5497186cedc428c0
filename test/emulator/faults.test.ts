import { startEmulator, type Emulator, type Fault } from '../../emulator';
import { callV1, callV3 } from './sign';

let emulator: Emulator;

beforeAll(async () => {
	emulator = await startEmulator({ settings: { dripMs: 0 } });
});
afterAll(() => emulator.close());
beforeEach(() => emulator.reset());

const rename = () =>
	callV1(emulator, 'CloudUpdateTask', {
		EnterpriseId: '7000002',
		TaskId: '133224',
		Name: '新名称',
	});

const isRenamed = () => emulator.store.find('7000002', '133224')?.Name === '新名称';

const broken: Array<{ fault: Fault; applied: boolean; message: RegExp }> = [
	{ fault: 'dropBeforeApply', applied: false, message: /socket hang up|ECONNRESET/ },
	{ fault: 'dropAfterApply', applied: true, message: /socket hang up|ECONNRESET/ },
	{ fault: 'truncated', applied: true, message: /aborted/ },
	{ fault: { kind: 'truncated', applies: false }, applied: false, message: /aborted/ },
];

test.each(broken)('$fault breaks the connection', async ({ fault, applied, message }) => {
	emulator.failNext(fault);
	await expect(rename()).rejects.toThrow(message);
	expect(isRenamed()).toBe(applied);
	expect(emulator.journal).toHaveLength(applied ? 1 : 0);
	expect((await rename()).body.Code).toBe('OK');
});

const answered: Array<{
	fault: Fault;
	applied: boolean;
	status: number;
	code: string | undefined;
	text: RegExp;
}> = [
	{ fault: 'notJson', applied: false, status: 502, code: undefined, text: /^<html>/ },
	{
		fault: { kind: 'notJson', httpStatus: 200, applies: true },
		applied: true,
		status: 200,
		code: undefined,
		text: /^<html>/,
	},
	{ fault: 'emptyBody', applied: true, status: 200, code: undefined, text: /^$/ },
	{ fault: 'slowDrip', applied: true, status: 200, code: 'OK', text: /新名称/ },
	{ fault: 'internalError', applied: false, status: 500, code: 'InternalError', text: /^\{/ },
	{
		fault: 'serviceUnavailable',
		applied: false,
		status: 503,
		code: 'ServiceUnavailable',
		text: /^\{/,
	},
	{ fault: 'noCode', applied: false, status: 500, code: undefined, text: /^\{"Message"/ },
];

test.each(answered)('$fault is answered', async ({ fault, applied, status, code, text }) => {
	emulator.settings.fault = fault;
	const received = await rename();
	expect(received.status).toBe(status);
	expect(received.body.Code).toBe(code);
	expect(received.text).toMatch(text);
	expect(isRenamed()).toBe(applied);
	expect(emulator.requests[0]).toMatchObject({ status, code: code ?? '' });
});

test.each([
	{ fault: 'hang', applied: false },
	{ fault: 'hangAfterApply', applied: true },
] as const)('$fault never answers, and closing cuts it', async ({ fault, applied }) => {
	const own = await startEmulator();
	own.failNext(fault);
	const params = { EnterpriseId: '7000002', TaskId: '133224', Name: 'x' };
	const pending = callV1(own, 'CloudUpdateTask', params).catch((error: Error) => error.message);
	while (own.requests.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
	expect(own.requests[0]).toMatchObject({ status: 0, code: '', fault });
	expect(own.journal).toHaveLength(applied ? 1 : 0);
	await own.close();
	expect(await pending).toMatch(/socket hang up|ECONNRESET/);
});

test('waiting faults come first, in their order, then the one of the settings', async () => {
	emulator.settings.fault = 'noCode';
	emulator.failNext('serviceUnavailable', 2);
	emulator.failNext('internalError');
	const codes = [await rename(), await rename(), await rename(), await rename()];
	expect(codes.map(({ status }) => status)).toEqual([503, 503, 500, 500]);
	expect(emulator.requests.map(({ fault }) => fault)).toEqual([
		'serviceUnavailable',
		'serviceUnavailable',
		'internalError',
		'noCode',
	]);
});

test('a fault of probability 0 never happens', async () => {
	Object.assign(emulator.settings, { fault: 'internalError', faultProbability: 0 });
	expect((await rename()).body.Code).toBe('OK');
});

test('throttled may say when to come back', async () => {
	emulator.failNext('throttled');
	emulator.failNext({ kind: 'throttled', retryAfterMs: 250 });
	const received = [await rename(), await rename(), await rename()];
	expect(received.map(({ body }) => body.Code)).toEqual([
		'Throttling.User',
		'Throttling.User',
		'OK',
	]);
	const waits = received.map(({ headers }) => headers['x-acs-retry-after']);
	expect(waits).toEqual([undefined, '250', undefined]);
	expect(emulator.journal).toHaveLength(1);
});

describe('a mix of faults', () => {
	const kindsOf = async (requests: number) => {
		for (let sent = 0; sent < requests; sent++) await rename();
		return emulator.requests.splice(0).map(({ fault }) => fault);
	};

	test('happens to about its share of the requests', async () => {
		emulator.settings.faults = [
			{ kind: 'internalError', share: 0.2 },
			{ kind: 'serviceUnavailable', share: 0.1 },
		];
		emulator.settings.randomSeed = 1;
		const kinds = await kindsOf(500);
		const count = (wanted?: string) => kinds.filter((kind) => kind === wanted).length;
		expect(count('internalError')).toBeGreaterThan(70);
		expect(count('internalError')).toBeLessThan(130);
		expect(count('serviceUnavailable')).toBeGreaterThan(30);
		expect(count('serviceUnavailable')).toBeLessThan(70);
		expect(count()).toBe(500 - count('internalError') - count('serviceUnavailable'));
	});

	test('comes again for the same seed, and from its start after a reset', async () => {
		const mix = { faults: [{ kind: 'internalError' as const, share: 0.5 }] };
		const runs: unknown[] = [];
		for (const randomSeed of [7, 7, 8]) {
			emulator.reset();
			Object.assign(emulator.settings, { ...mix, randomSeed });
			runs.push(await kindsOf(40));
		}
		expect(runs[1]).toEqual(runs[0]);
		expect(runs[2]).not.toEqual(runs[0]);
	});
});

describe('a fault of one action', () => {
	const target = { EnterpriseId: '7000002', TaskId: '133224' };
	const codeOf = async (action: string) => (await callV1(emulator, action, target)).body.Code;

	test('waits for its action and holds up no fault before or behind it', async () => {
		emulator.failNext('serviceUnavailable');
		emulator.failNext({ kind: 'internalError', action: 'CloudStartTask' }, 2);
		emulator.failNext('throttled');
		const codes: unknown[] = [];
		for (const name of ['Get', 'Get', 'Get', 'Start', 'Pause', 'Start', 'Start']) {
			codes.push(await codeOf(`Cloud${name}Task`));
		}
		expect(codes).toEqual([
			'ServiceUnavailable',
			'Throttling.User',
			'OK',
			'InternalError',
			'OK',
			'InternalError',
			'OK',
		]);
		expect(emulator.journal).toMatchObject([{ action: 'CloudStartTask' }]);
	});

	test('takes its turn after those before it that are for any action', async () => {
		emulator.failNext('serviceUnavailable');
		emulator.failNext({ kind: 'internalError', action: 'CloudStartTask' });
		expect(await codeOf('CloudStartTask')).toBe('ServiceUnavailable');
		expect(await codeOf('CloudStartTask')).toBe('InternalError');
	});

	test('hangs that action alone', async () => {
		const own = await startEmulator();
		own.failNext({ kind: 'hang', action: 'CloudStartTask' }, 2);
		expect((await callV1(own, 'CloudGetTask', target)).body.Code).toBe('OK');
		const pending = callV1(own, 'CloudStartTask', target).catch((error: Error) => error.message);
		expect((await callV1(own, 'CloudGetTask', target)).body.Code).toBe('OK');
		while (own.requests.length < 3) await new Promise((resolve) => setTimeout(resolve, 5));
		const faults = own.requests.map(({ action, fault }) => `${action} ${fault}`).sort();
		expect(faults).toEqual([
			'CloudGetTask undefined',
			'CloudGetTask undefined',
			'CloudStartTask hang',
		]);
		expect(own.store.find('7000002', '133224')?.Status).toBe('0');
		await own.close();
		expect(await pending).toMatch(/socket hang up|ECONNRESET/);
	});

	test('is seen in requests of signature version 3 too', async () => {
		emulator.failNext({ kind: 'internalError', action: 'CloudStartTask' });
		const get = await callV3(emulator, 'CloudGetTask', { query: target });
		const start = await callV3(emulator, 'CloudStartTask', { query: target });
		expect([get.body.Code, start.body.Code]).toEqual(['OK', 'InternalError']);
	});

	test('no longer waits after a reset', async () => {
		emulator.failNext({ kind: 'internalError', action: 'CloudStartTask' });
		await codeOf('CloudGetTask');
		emulator.reset();
		expect(await codeOf('CloudStartTask')).toBe('OK');
	});

	test('may be the one of the settings', async () => {
		emulator.settings.fault = { kind: 'internalError', action: 'CloudStartTask' };
		expect(await codeOf('CloudGetTask')).toBe('OK');
		expect(await codeOf('CloudStartTask')).toBe('InternalError');
		expect(await codeOf('CloudStartTask')).toBe('InternalError');
	});

	test('may be part of a mix, where its share is one of its own action', async () => {
		emulator.settings.faults = [
			{ kind: 'internalError', action: 'CloudStartTask', share: 0.5 },
			{ kind: 'serviceUnavailable', action: 'CloudPauseTask', share: 1 },
			{ kind: 'throttled', action: 'CloudStartTask', share: 0.5 },
		];
		expect(await codeOf('CloudGetTask')).toBe('OK');
		expect(await codeOf('CloudPauseTask')).toBe('ServiceUnavailable');
		const started = new Set<unknown>();
		for (let sent = 0; sent < 40; sent++) started.add(await codeOf('CloudStartTask'));
		expect([...started].sort()).toEqual(['InternalError', 'Throttling.User']);
	});
});

test('a client that goes away while the answer drips does no harm', async () => {
	emulator.settings.dripMs = 5;
	emulator.failNext('slowDrip');
	const controller = new AbortController();
	const dripping = fetch(emulator.url, { signal: controller.signal });
	const response = await dripping;
	controller.abort();
	await expect(response.text()).rejects.toThrow();
	expect((await rename()).body.Code).toBe('OK');
});

describe('a request that is held', () => {
	const read = async () =>
		await callV1(emulator, 'CloudGetTask', { EnterpriseId: '7000002', TaskId: '133224' });
	const arrived = async (count: number) => {
		while (emulator.requests.length < count) await new Promise((resolve) => setImmediate(resolve));
	};

	test('is processed once it is let go, and holds up no other action', async () => {
		const release = emulator.hold('CloudUpdateTask');
		const held = rename();
		await arrived(1);
		expect((await read()).body.Code).toBe('OK');
		expect([isRenamed(), emulator.requests[0]?.status]).toEqual([false, 0]);
		release();
		expect((await held).body.Code).toBe('OK');
		expect(isRenamed()).toBe(true);
		expect((await rename()).body.Code).toBe('OK');
	});

	test('comes after those that may pass', async () => {
		const release = emulator.hold('CloudGetTask', 2);
		await read();
		await read();
		const held = read();
		await arrived(3);
		expect(emulator.requests.map(({ status }) => status)).toEqual([200, 200, 0]);
		release();
		expect((await held).status).toBe(200);
	});

	test('is let go by a reset', async () => {
		emulator.hold('CloudGetTask');
		const held = read();
		await arrived(1);
		emulator.reset();
		expect((await held).status).toBe(200);
	});
});
