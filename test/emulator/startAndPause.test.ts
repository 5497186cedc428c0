import { createSeed, startEmulator, type Emulator } from '../../emulator';
import { callV1, timestamp, type Params } from './sign';

const NOW = Date.UTC(2026, 10, 22, 17, 30, 0);
/** The same moment in China Standard Time, already the next day. */
const CHINA_TIME = '2026-11-23 01:30:00';

let emulator: Emulator;
let now = NOW;

beforeAll(async () => {
	emulator = await startEmulator({ clock: () => now });
});
afterAll(() => emulator.close());
beforeEach(() => {
	now = NOW;
	emulator.reset();
});

async function call(action: string, TaskId: string, more: Params = {}) {
	const params = { EnterpriseId: '7000002', TaskId, ...more };
	const { body } = await callV1(emulator, action, params, {
		common: { Timestamp: timestamp(now) },
	});
	return body;
}

const stored = (taskId: string) => emulator.store.find('7000002', taskId);

test.each([
	{ action: 'CloudStartTask', state: 'initial', task: '133224', result: 0, status: '1' },
	{ action: 'CloudStartTask', state: 'running', task: '133230', result: 1, status: '1' },
	{ action: 'CloudStartTask', state: 'paused', task: '133227', result: 0, status: '1' },
	{ action: 'CloudStartTask', state: 'ended', task: '133226', result: 1, status: '3' },
	{ action: 'CloudPauseTask', state: 'initial', task: '133224', result: 1, status: '0' },
	{ action: 'CloudPauseTask', state: 'running', task: '133230', result: 0, status: '2' },
	{ action: 'CloudPauseTask', state: 'paused', task: '133227', result: 1, status: '2' },
	{ action: 'CloudPauseTask', state: 'ended', task: '133226', result: 1, status: '3' },
])('$action of an $state task answers Result $result', async ({ action, task, result, status }) => {
	expect(await call(action, task)).toMatchObject({ Code: 'OK', Data: { Result: result } });
	expect(stored(task)?.Status).toBe(status);
	expect(emulator.journal).toHaveLength(result === 0 ? 1 : 0);
});

test('times are noted in China Standard Time', async () => {
	await call('CloudStartTask', '133224');
	await call('CloudPauseTask', '133224', { PauseDuration: '45' });
	expect(stored('133224')).toMatchObject({
		StartTime: CHINA_TIME,
		PauseTime: CHINA_TIME,
		PauseDuration: '45',
	});
});

test('an eleventh running or paused task does not start', async () => {
	const initial = createSeed().filter(({ Status, EnterpriseId }) => {
		return Status === '0' && EnterpriseId === '7000002';
	});
	const results: unknown[] = [];
	for (const { Id } of initial) results.push((await call('CloudStartTask', Id)).Data?.Result);
	const active = emulator.store.list('7000002').filter(({ Status }) => /[12]/.test(Status));
	expect(active).toHaveLength(10);
	expect(results.at(-1)).toBe(1);
});

test.each(['CloudStartTask', 'CloudPauseTask'])('%s refuses an unknown task', async (action) => {
	expect(await call(action, '1')).toMatchObject({ Code: 'isv.INVALID_PARAMETERS' });
});

test('a pause of no number is refused', async () => {
	const body = await call('CloudPauseTask', '133230', { PauseDuration: 'null' });
	expect(body.Message).toBe('验证失败，参数[pauseDuration]格式不正确');
});

describe.each([
	{ action: 'CloudStartTask', setting: 'startResult', task: '133224' },
	{ action: 'CloudPauseTask', setting: 'pauseResult', task: '133230' },
] as const)('$setting', ({ action, setting, task }) => {
	test('is answered with Code OK, and nothing is done', async () => {
		const before = emulator.store.list();
		emulator.settings[setting] = { result: 7 };
		for (const id of [task, task, '133226']) {
			expect(await call(action, id)).toMatchObject({ Code: 'OK', Data: { Result: 7 } });
		}
		expect(emulator.store.list()).toEqual(before);
		expect(emulator.journal).toEqual([]);
	});

	test('can end after some requests', async () => {
		emulator.settings[setting] = { result: 1, next: 2 };
		const results: unknown[] = [];
		for (let sent = 0; sent < 3; sent++) results.push((await call(action, task)).Data?.Result);
		expect(results).toEqual([1, 1, 0]);
		expect(emulator.journal).toMatchObject([{ action }]);
	});

	test('0 leaves the action to itself', async () => {
		emulator.settings[setting] = { result: 0 };
		expect(await call(action, task)).toMatchObject({ Data: { Result: 0 } });
		expect(await call(action, task)).toMatchObject({ Data: { Result: 1 } });
		expect(emulator.journal).toMatchObject([{ action }]);
	});

	test('is for this action and for tasks that exist', async () => {
		emulator.settings[setting] = { result: 7, next: 1 };
		const [other, state] =
			action === 'CloudStartTask' ? ['CloudPauseTask', '133230'] : ['CloudStartTask', '133224'];
		expect(await call(action, '1')).toMatchObject({ Code: 'isv.INVALID_PARAMETERS' });
		expect(await call(other, state)).toMatchObject({ Data: { Result: 0 } });
		expect(await call('CloudUpdateTask', '133227', { Name: 'x' })).toMatchObject({ Code: 'OK' });
		expect(emulator.settings[setting]).toEqual({ result: 7, next: 1 });
	});

	test('is gone after a reset', async () => {
		emulator.settings[setting] = { result: 7 };
		emulator.reset();
		expect(await call(action, task)).toMatchObject({ Data: { Result: 0 } });
	});
});

describe('a pause that takes two seconds', () => {
	const TASK = '133230';

	beforeEach(() => {
		emulator.settings.pauseTakesMs = 2000;
	});

	/** What the reading actions say, the single one and the list. */
	async function statuses() {
		const single = await call('CloudGetTask', TASK);
		const list = await call('CloudQueryTask', TASK, { Type: '1', Limit: '100' });
		const listed = list.Data?.TaskProperties?.find(({ Id }) => String(Id) === TASK);
		return [single.Data?.TaskProperty?.Status, listed?.Status];
	}

	const rename = () => call('CloudUpdateTask', TASK, { Name: 'x' });

	test('is answered at once and seen when the time has passed', async () => {
		expect(await call('CloudPauseTask', TASK)).toMatchObject({ Data: { Result: 0 } });
		expect(await statuses()).toEqual(['1', 1]);
		now += 1999;
		expect(await statuses()).toEqual(['1', 1]);
		now += 1;
		expect(await statuses()).toEqual(['2', 2]);
	});

	test('keeps updates out until then', async () => {
		await call('CloudPauseTask', TASK);
		now += 1999;
		expect((await rename()).Message).toBe('验证失败，任务运行中，不能修改');
		now += 1;
		expect(await rename()).toMatchObject({ Code: 'OK', Data: { Name: 'x', Status: '2' } });
	});

	test('survives an update that is allowed while running', async () => {
		emulator.settings.allowUpdateWhileRunning = true;
		await call('CloudPauseTask', TASK);
		expect(await rename()).toMatchObject({ Code: 'OK', Data: { Name: 'x', Status: '1' } });
		now += 2000;
		expect(await statuses()).toEqual(['2', 2]);
	});

	test('is what filters by status go by', async () => {
		const listed = async (Status: string) => {
			const { Data } = await call('CloudQueryTask', TASK, { Type: '1', Limit: '100', Status });
			return Data?.TaskProperties?.some(({ Id }) => String(Id) === TASK);
		};
		await call('CloudPauseTask', TASK);
		expect([await listed('1'), await listed('2')]).toEqual([true, false]);
		now += 2000;
		expect([await listed('1'), await listed('2')]).toEqual([false, true]);
	});

	test('is over when the task is started in between', async () => {
		await call('CloudPauseTask', TASK);
		now += 1000;
		expect(await call('CloudStartTask', TASK)).toMatchObject({ Data: { Result: 0 } });
		now += 1000;
		expect(await statuses()).toEqual(['1', 1]);
		await call('CloudPauseTask', TASK);
		now += 1999;
		expect(await statuses()).toEqual(['1', 1]);
		now += 1;
		expect(await statuses()).toEqual(['2', 2]);
	});

	test('is done only once', async () => {
		await call('CloudPauseTask', TASK);
		now += 1000;
		expect(await call('CloudPauseTask', TASK)).toMatchObject({ Data: { Result: 1 } });
		now += 1000;
		expect(await statuses()).toEqual(['2', 2]);
	});

	test('leaves nothing behind after a reset', async () => {
		await call('CloudPauseTask', TASK);
		emulator.reset();
		expect(await statuses()).toEqual(['1', 1]);
		await call('CloudPauseTask', TASK);
		expect(await statuses()).toEqual(['2', 2]);
	});
});
