import { createSeed, startEmulator, type Emulator } from '../../emulator';
import { callV1, timestamp, type Params } from './sign';

const NOW = Date.UTC(2026, 10, 22, 17, 30, 0);
/** The same moment in China Standard Time, already the next day. */
const CHINA_TIME = '2026-11-23 01:30:00';

let emulator: Emulator;

beforeAll(async () => {
	emulator = await startEmulator({ clock: () => NOW });
});
afterAll(() => emulator.close());
beforeEach(() => emulator.reset());

async function call(action: string, TaskId: string, more: Params = {}) {
	const params = { EnterpriseId: '7000002', TaskId, ...more };
	const { body } = await callV1(emulator, action, params, {
		common: { Timestamp: timestamp(NOW) },
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
