import { setTimeout as sleep } from 'node:timers/promises';
import type { INodeParameters } from 'n8n-workflow';
import { CONTINUE, errorsOf, TASK, useBench, type RunOptions } from '../../support/bench';
import { actionsOf, arrival, change, during, statusOf, stepsOf } from '../tasks/scene';

const bench = useBench();

const NEW = TASK.taskId;
const RUNNING = '133230';
const PAUSED = '133227';
const ENDED = '133226';

const run = async (taskId: string, options: INodeParameters = {}, more: RunOptions = {}) =>
	await bench.run({ operation: 'delete', taskId, options }, { node: CONTINUE, ...more });

const remove = async (taskId: string, options: INodeParameters = {}, more: RunOptions = {}) => {
	const { output } = await run(taskId, options, more);
	return { json: output[0]?.json ?? {}, error: errorsOf(output)[0] };
};

test.each([NEW, ENDED])('deletes the task %s, and says its name', async (taskId) => {
	const name = bench.emulator.store.find(TASK.enterpriseId, taskId)?.Name;
	const { json } = await remove(taskId);
	expect(actionsOf(bench)).toEqual(['Get', 'Delete']);
	expect(bench.sent[1]).toEqual({ EnterpriseId: TASK.enterpriseId, TaskId: taskId });
	expect(json).toMatchObject({
		Id: taskId,
		Name: name,
		action: 'deleted',
		summary: 'The task and its numbers are deleted; its call records stay',
		warnings: '',
		RequestId: expect.any(String),
		details: {
			statusBefore: taskId === NEW ? 0 : 3,
			changes: [
				{ words: `Status ${taskId === NEW ? 'not started' : 'ended'} → deleted`, to: null },
			],
		},
	});
	expect(statusOf(bench, taskId)).toBeUndefined();
});

test.each([
	[RUNNING, 'running'],
	[PAUSED, 'paused'],
])('refuses the task %s with its state, and sends nothing', async (taskId, words) => {
	const { error } = await remove(taskId);
	expect(error?.message).toMatch(
		`The task is ${words}; only tasks that have not started or have ended`,
	);
	expect(error?.description).toMatch(/^Nothing was sent for this item\./);
	expect(stepsOf(bench)).toEqual([]);
});

test('refuses a task whose state is not known', async () => {
	bench.emulator.settings.shownAs = { Status: '9' };
	const { error } = await remove(NEW);
	expect(error?.message).toMatch(/^The task is in an unknown state; only tasks/);
	expect(stepsOf(bench)).toEqual([]);
});

test.each(['result', 'refusal'] as const)(
	'says why the service does not delete a task that was started after the look: %s',
	async (deleteOfLiveTask) => {
		bench.emulator.settings.deleteOfLiveTask = deleteOfLiveTask;
		const removed = remove(NEW);
		await during(bench, 'CloudDeleteTask', () => change(bench, { Status: '1' }, NEW));
		const { error } = await removed;
		expect(error?.message).toMatch(
			deleteOfLiveTask === 'result'
				? 'The deletion was not done: the task is running'
				: '任务未结束，不能删除',
		);
		expect(error?.requestId).toEqual(expect.any(String));
		expect(statusOf(bench, NEW)).toBe('1');
	},
);

test('looks again where its turn comes late', async () => {
	bench.emulator.failNext({ kind: 'throttled', action: 'CloudDeleteTask', retryAfterMs: 3200 });
	const removed = remove(NEW, { maximumAttempts: 3, longestWait: 10 });
	await arrival(bench, 'CloudDeleteTask');
	await sleep(100);
	change(bench, { Status: '1' }, NEW);
	const { error } = await removed;
	expect(error?.message).toMatch(/^The task is running; only tasks/);
	expect(stepsOf(bench)).toEqual(['Delete']);
	expect(statusOf(bench, NEW)).toBe('1');
}, 30_000);

describe('an answer that says OK, and not that it was done', () => {
	const odd = async (Data: unknown, applies: boolean) => {
		const removed = remove(NEW);
		await during(bench, 'CloudDeleteTask', () => {
			const body = JSON.stringify({ Code: 'OK', RequestId: 'R-1', Data });
			bench.emulator.settings.answer = { status: 200, body, next: 1 };
			const task = bench.emulator.store.find(TASK.enterpriseId, NEW);
			if (applies && task) bench.emulator.store.remove(task);
		});
		return await removed;
	};
	const DATA = [undefined, null, {}, 'x', 0, []];

	test.each(DATA)('is held against the task, which is there: %j', async (Data) => {
		const { error } = await odd(Data, false);
		expect(error?.message).toMatch(/^The deletion was answered with OK, and nothing in it says/);
		expect(error?.description).toMatch(/may have been applied.* The task was still there, not st/);
		expect(error).toMatchObject({ code: 'OK', requestId: 'R-1' });
	});

	test.each([...DATA, { Result: null }])('or is gone: %j', async (Data) => {
		const { json } = await odd(Data, true);
		expect(json).toMatchObject({ action: 'deleted' });
		expect(json.warnings).toMatch(/^No answer proves the deletion, but the service does not know/);
	});

	test('but for the number as a text', async () => {
		const { json } = await odd({ Result: '0' }, false);
		expect(json).toMatchObject({ action: 'deleted', warnings: '' });
	});
});

test('an error and its record name the task that was looked at', async () => {
	const { error } = await remove(RUNNING, { includeChangeRecord: true });
	const taskName = bench.emulator.store.find(TASK.enterpriseId, RUNNING)?.Name;
	expect(error?.record).toMatchObject({ taskName, taskId: RUNNING, outcome: 'refused' });
});

describe('an answer that is lost', () => {
	const ONCE = { maximumAttempts: 1 };

	test('does not hide that the task is gone', async () => {
		bench.emulator.failNext({ kind: 'dropAfterApply', action: 'CloudDeleteTask' });
		const { json } = await remove(NEW, ONCE);
		expect(json).toMatchObject({ Id: NEW, action: 'deleted' });
		expect(json.warnings).toMatch(/^No answer proves the deletion, but the service does not know/);
	});

	test('and a second attempt that finds nothing are a deletion', async () => {
		bench.emulator.failNext({ kind: 'dropAfterApply', action: 'CloudDeleteTask' });
		const { json } = await remove(NEW, { maximumAttempts: 3, longestWait: 0.05 });
		expect(stepsOf(bench)).toEqual(['Delete', 'Delete']);
		expect(json).toMatchObject({ Id: NEW, action: 'deleted' });
	});

	test('leaves open what becomes of a task that is still there', async () => {
		bench.emulator.failNext({ kind: 'dropBeforeApply', action: 'CloudDeleteTask' });
		const { error } = await remove(NEW, ONCE);
		expect(error?.description).toMatch(
			/may have been applied.* The task was still there, not started, when it was looked at afterwards\.$/,
		);
	});

	test('of the look deletes nothing', async () => {
		bench.emulator.failNext({ kind: 'internalError', action: 'CloudGetTask' });
		const { error } = await remove(NEW, ONCE);
		expect(error?.description).toMatch(/^The task could not be read, so nothing was changed\./);
		expect(stepsOf(bench)).toEqual([]);
	});
});

test('several items of one task delete it once', async () => {
	const items = [{ id: NEW }, { id: NEW }, { id: ENDED }];
	const { output, hints } = await run('={{ $json.id }}', {}, { items });
	expect(output.map(({ json }) => json.action ?? 'error')).toEqual(['deleted', 'error', 'deleted']);
	expect(errorsOf(output)[0]?.description).toMatch(/could not be read, so nothing was changed/);
	expect(hints[0]?.message).toMatch(/^2 deleted, 1 refused/);
});

test('deletes nothing where one item is wrong and all are checked first', async () => {
	const items = [{ id: NEW }, { id: '13a' }];
	const { output } = await run('={{ $json.id }}', { checkAllItemsFirst: true }, { items });
	expect(errorsOf(output)).toHaveLength(2);
	expect(bench.sent).toEqual([]);
});
