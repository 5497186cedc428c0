import { startEmulator, type Emulator, type Settings } from '../../emulator';
import { callV1, timestamp, type Params } from './sign';

const MINUTE_MS = 60_000;
/** 10:00:00 in China. */
const NOW = Date.UTC(2026, 10, 26, 2, 0, 0);

let emulator: Emulator;
let now = NOW;

beforeAll(async () => {
	emulator = await startEmulator({ clock: () => now });
});
afterAll(() => emulator.close());
beforeEach(() => {
	now = NOW;
	emulator.reset();
	emulator.settings.allowUpdateWhileRunning = true;
});

async function call(action: string, TaskId: string, more: Params = {}) {
	const params = { EnterpriseId: '7000002', TaskId, ...more };
	const common = { Timestamp: timestamp(now) };
	return (await callV1(emulator, action, params, { common })).body;
}

const stored = (taskId: string) => emulator.store.find('7000002', taskId);
const stop = (AutoStopTime: string, more: Params = {}): Params => ({
	AutoStop: '1',
	AutoStopDay: '2026-11-26',
	AutoStopTime,
	ForceEndFlag: '1',
	...more,
});

/** The status of a task two minutes after its stop time was set. */
async function after(taskId: string, params: Params, settings: Partial<Settings> = {}) {
	Object.assign(emulator.settings, settings);
	expect(await call('CloudUpdateTask', taskId, params)).toMatchObject({ Code: 'OK' });
	now += 2 * MINUTE_MS;
	await call('CloudGetTask', taskId);
	return stored(taskId)?.Status;
}

describe('a stop time with Force End', () => {
	test.each<[string, string, Params, Partial<Settings>, string]>([
		['ends a running task', '133230', stop('10:01:00'), {}, '3'],
		['ends a paused task', '133227', stop('10:01:00'), {}, '3'],
		[
			'ends no paused task, if so set',
			'133227',
			stop('10:01:00'),
			{ scheduleEnds: 'running' },
			'2',
		],
		['ends nothing, if so set', '133230', stop('10:01:00'), { scheduleEnds: 'nothing' }, '1'],
		['ends no task that has not started', '133224', stop('10:01:00'), {}, '0'],
		['does not count before its time', '133230', stop('10:03:00'), {}, '1'],
		['does not count in the past', '133230', stop('09:59:00'), {}, '1'],
		['counts in the past, if so set', '133230', stop('09:59:00'), { pastStopEnds: true }, '3'],
		['is no end without Force End', '133230', stop('10:01:00', { ForceEndFlag: '0' }), {}, '1'],
		['is no end while it is off', '133230', stop('10:01:00', { AutoStop: '0' }), {}, '1'],
	])('%s', async (_what, taskId, params, settings, status) => {
		expect(await after(taskId, params, settings)).toBe(status);
	});

	test('is taken back by another one', async () => {
		await call('CloudUpdateTask', '133230', stop('10:01:00'));
		expect(await after('133230', { AutoStop: '0' })).toBe('1');
	});

	test('says when the task was over', async () => {
		await after('133230', stop('10:01:00'));
		expect(stored('133230')).toMatchObject({
			OverTime: '2026-11-26 10:02:00',
			StatusTriggerType: '0',
		});
	});
});

describe('a deletion', () => {
	test.each(['133224', '133226'])('takes the task %s with its numbers away', async (taskId) => {
		emulator.store.numbers.of('7000002', taskId).tels.add('13800000000');
		expect(await call('CloudDeleteTask', taskId)).toMatchObject({
			Code: 'OK',
			Data: { Result: 0 },
		});
		expect(stored(taskId)).toBeUndefined();
		expect(emulator.store.numbers.of('7000002', taskId).tels.size).toBe(0);
		expect((await call('CloudDeleteTask', taskId)).Code).not.toBe('OK');
		expect(emulator.journal).toHaveLength(1);
	});

	test.each(['133230', '133227'])('is not done for the live task %s', async (taskId) => {
		expect(await call('CloudDeleteTask', taskId)).toMatchObject({
			Code: 'OK',
			Data: { Result: 1 },
		});
		emulator.settings.deleteOfLiveTask = 'refusal';
		expect((await call('CloudDeleteTask', taskId)).Message).toMatch(/不能删除/);
		expect(stored(taskId)).toBeDefined();
	});

	test('answers as it is told to', async () => {
		emulator.settings.deleteResult = { result: 1, next: 1 };
		expect(await call('CloudDeleteTask', '133224')).toMatchObject({ Data: { Result: 1 } });
		expect(stored('133224')).toBeDefined();
		expect(await call('CloudDeleteTask', '133224')).toMatchObject({ Data: { Result: 0 } });
	});
});

describe('a start', () => {
	test('is undone by the service with its reason', async () => {
		emulator.settings.startUndone = { reason: '可用座席数小于1', next: 1 };
		expect(await call('CloudStartTask', '133224')).toMatchObject({ Data: { Result: 0 } });
		expect(stored('133224')).toMatchObject({
			Status: '2',
			StatusTriggerType: '0',
			StatusDescription: '可用座席数小于1',
		});
		await call('CloudStartTask', '133224');
		expect(stored('133224')).toMatchObject({ Status: '1', StatusDescription: '' });
	});

	test('and its end are seen as late as is set', async () => {
		const status = async () => (await call('CloudGetTask', '133224')).Data?.TaskProperty?.Status;
		emulator.settings.startTakesMs = 1000;
		await call('CloudStartTask', '133224');
		expect(await status()).toBe('0');
		now += 1000;
		expect(await status()).toBe('1');
		await call('CloudPauseTask', '133224');
		emulator.settings.startTakesMs = 0;
		emulator.settings.startUndone = { reason: '可用座席数小于1', afterMs: 1000 };
		await call('CloudStartTask', '133224');
		expect(await status()).toBe('1');
		now += 1000;
		expect(await status()).toBe('2');
	});
});
