import type { INodeParameters } from 'n8n-workflow';
import { CONTINUE, errorsOf, TASK, useBench, type RunOptions } from '../../support/bench';
import { actionsOf, answer, change, during, statusOf, stepsOf } from '../tasks/scene';

const bench = useBench();

const NEW = TASK.taskId;
const RUNNING = '133230';
const PAUSED = '133227';
const ENDED = '133226';
const REASON = '可用座席数小于1';

const run = async (taskId: string, options: INodeParameters = {}, more: RunOptions = {}) =>
	await bench.run({ operation: 'start', taskId, options }, { node: CONTINUE, ...more });

const start = async (taskId: string, options: INodeParameters = {}, more: RunOptions = {}) => {
	const { output } = await run(taskId, options, more);
	return { json: output[0]?.json ?? {}, error: errorsOf(output)[0] };
};

test.each([NEW, PAUSED])('starts the task %s, and says what it is seen in', async (taskId) => {
	const { json } = await start(taskId);
	expect(actionsOf(bench)).toEqual(['Get', 'Start', 'Get']);
	expect(bench.sent[1]).toEqual({ EnterpriseId: TASK.enterpriseId, TaskId: taskId });
	expect(json).toMatchObject({
		Id: taskId,
		Name: expect.any(String),
		action: 'started',
		summary: 'The task is running: it calls people now',
		warnings: '',
		Status: 1,
		RequestId: expect.stringMatching(/^[\w-]+$/),
		details: { statusBefore: taskId === NEW ? 0 : 2, warnings: [] },
	});
	expect(Object.keys(json).slice(0, 5)).toEqual(['Id', 'Name', 'action', 'summary', 'warnings']);
	expect(statusOf(bench, taskId)).toBe('1');
});

describe('a task that runs already', () => {
	test('is taken as done', async () => {
		const { json } = await start(RUNNING);
		expect(json).toMatchObject({ action: 'unchanged', summary: 'The task is running already' });
		expect(stepsOf(bench)).toEqual([]);
	});

	test('is refused where that is wanted', async () => {
		const { error } = await start(RUNNING, { alreadyInThisState: 'refuse' });
		expect(error?.message).toBe('The task is running already [item 0]');
		expect(error?.description).toMatch(/^Nothing was sent for this item\. .*'Take as Done'/);
		expect(stepsOf(bench)).toEqual([]);
	});

	test.each(['takeAsDone', 'refuse'])(
		'since somebody started it between look and start: %s',
		async (alreadyInThisState) => {
			const started = start(NEW, { alreadyInThisState });
			await during(bench, 'CloudStartTask', () => change(bench, { Status: '1' }, NEW));
			const { json, error } = await started;
			expect(json.action ?? error?.message).toBe(
				alreadyInThisState === 'refuse' ? 'The task is running already [item 0]' : 'unchanged',
			);
			expect(error?.description ?? '').not.toMatch(/Nothing was sent/);
		},
	);
});

test('starts no task that has ended, and sends nothing', async () => {
	const { error } = await start(ENDED);
	expect(error?.message).toBe('The task has ended and cannot start again [item 0]');
	expect(error?.description).toMatch(/^Nothing was sent for this item\./);
	expect(stepsOf(bench)).toEqual([]);
});

test.each([
	['ended', '3', 'The start was not done: the task is ended'],
	['paused', '2', 'The start was not done: the task is paused'],
])('says the state of a task that was not started: %s', async (_what, Status, message) => {
	bench.emulator.settings.startResult = { result: 1 };
	const started = start(NEW);
	await during(bench, 'CloudStartTask', () => change(bench, { Status }, NEW));
	const { error } = await started;
	expect(error?.message).toBe(`${message} [item 0]`);
	expect(error).toMatchObject({ code: 'OK', requestId: expect.any(String) });
	expect(error?.description).toMatch(/ten that are running or paused/);
});

describe('a start that is undone', () => {
	test.each([
		['at once', { reason: REASON }, {}],
		['at once, and waited for', { reason: REASON }, { waitUntilDone: true }],
		['after a moment', { reason: REASON, afterMs: 700 }, { waitUntilDone: true }],
	])('%s is told with the reason of the service', async (_when, startUndone, options) => {
		bench.emulator.settings.startUndone = startUndone;
		const { error } = await start(NEW, options);
		expect(error?.message).toBe(
			`The start was answered with OK, but it was undone: the task is paused; the service says: ${REASON} [item 0]`,
		);
		expect(error).toMatchObject({ code: 'OK', requestId: expect.any(String) });
	});

	test('is told of a task that was paused before too', async () => {
		bench.emulator.settings.startUndone = { reason: REASON };
		const { error } = await start(PAUSED);
		expect(error?.message).toMatch(/it was undone: the task is paused; the service says: /);
	});
});

describe('an accepted start', () => {
	test('proves nothing', async () => {
		bench.emulator.settings.startTakesMs = 60_000;
		const { json } = await start(NEW);
		expect(json).toMatchObject({
			action: 'started',
			summary: 'The start was accepted',
			Status: 0,
			warnings: expect.stringMatching(/proves nothing: .* was not started\. 'Wait Until Done'/),
		});
	});

	test.each([NEW, PAUSED])('is waited for: %s', async (taskId) => {
		bench.emulator.settings.startTakesMs = 1200;
		const { json } = await start(taskId, { waitUntilDone: true });
		expect(json).toMatchObject({ action: 'started', Status: 1, warnings: '' });
	});

	test('is an error where it is not done in time', async () => {
		bench.emulator.settings.startTakesMs = 60_000;
		const { error } = await start(NEW, { waitUntilDone: true, waitAtMost: 1 });
		expect(error?.message).toBe(
			'The start was answered with OK, but after 1 s the task is not started [item 0]',
		);
	});

	test('of a task that ends at once says so', async () => {
		const started = start(NEW, { waitUntilDone: true });
		await answer(bench, 'CloudStartTask');
		change(bench, { Status: '3', StatusDescription: '接通率过低' }, NEW);
		const { json } = await started;
		expect(json).toMatchObject({ action: 'started', Status: 3 });
		expect(json.warnings).toMatch(/since then the task has ended; the service says: 接通率过低/);
	});

	test('that can be read no more is told with a warning', async () => {
		const started = start(NEW);
		await during(bench, 'CloudStartTask', () => {
			bench.emulator.settings.forceRefusal = {
				code: 'NoPermission',
				httpStatus: 403,
				message: 'no',
				action: 'CloudGetTask',
			};
		});
		const { json } = await started;
		expect(json).toMatchObject({ action: 'started', Status: null });
		expect(json.warnings).toMatch(/in a state that could not be read: The key has no permission/);
	});
});

describe('an answer that is lost', () => {
	const LOST = { maximumAttempts: 1 };
	const TWICE = { maximumAttempts: 2, longestWait: 0.05 };

	test('does not hide that the task runs', async () => {
		bench.emulator.failNext({ kind: 'dropAfterApply', action: 'CloudStartTask' });
		const { json } = await start(NEW, LOST);
		expect(json).toMatchObject({ action: 'started', Status: 1 });
		expect(json.warnings).toMatch(/^No answer proves the start, but the task is running \(/);
	});

	test('and a second attempt that finds it running are a start', async () => {
		bench.emulator.failNext({ kind: 'dropAfterApply', action: 'CloudStartTask' });
		const { json } = await start(NEW, { ...TWICE, alreadyInThisState: 'refuse' });
		expect(json).toMatchObject({ action: 'started', Status: 1 });
		expect(stepsOf(bench)).toEqual(['Start', 'Start']);
	});

	test('leaves open what became of a task that does not run', async () => {
		bench.emulator.failNext({ kind: 'dropBeforeApply', action: 'CloudStartTask' });
		const { error } = await start(NEW, LOST);
		expect(error?.description).toMatch(
			/The change may have been applied: .* The task was not started when it was looked at afterwards\.$/,
		);
	});

	test('of the look sends nothing', async () => {
		bench.emulator.failNext({ kind: 'dropBeforeApply', action: 'CloudGetTask' });
		const { error } = await start(NEW, LOST);
		expect(error?.description).toMatch(/^The task could not be read, so nothing was changed\./);
		expect(stepsOf(bench)).toEqual([]);
	});

	test('of a look in the middle of the wait is no matter', async () => {
		bench.emulator.settings.startTakesMs = 1200;
		const started = start(NEW, { ...LOST, waitUntilDone: true });
		await during(bench, 'CloudStartTask', () =>
			bench.emulator.failNext({ kind: 'internalError', action: 'CloudGetTask' }),
		);
		expect((await started).json).toMatchObject({ action: 'started', Status: 1 });
	});
});

test('a stop in the middle of the wait ends it, and hides no start', async () => {
	bench.emulator.settings.startTakesMs = 60_000;
	const stop = new AbortController();
	const started = start(NEW, { waitUntilDone: true }, { signal: stop.signal });
	await answer(bench, 'CloudStartTask');
	stop.abort();
	const { error } = await started;
	expect(error?.message).toBe('The execution was stopped [item 0]');
	expect(error?.description).toBe(
		'The start was answered with OK. The task was not started when it was looked at last.',
	);
});

test('who waits for a start keeps nobody from the task, and tells what became of it', async () => {
	bench.emulator.settings.startTakesMs = 3_600_000;
	const started = start(PAUSED, { waitUntilDone: true, waitAtMost: 3600 });
	await answer(bench, 'CloudStartTask');
	const { output } = await bench.run({
		operation: 'update',
		taskId: PAUSED,
		details: { name: 'new' },
	});
	expect(output[0]?.json).toMatchObject({ action: 'updated' });
	change(bench, { Status: '2', StatusDescription: REASON }, PAUSED);
	expect((await started).error?.message).toMatch(/it was undone: the task is paused; the service/);
});

test('a stop before the start starts nothing', async () => {
	const stop = new AbortController();
	const started = start(NEW, {}, { signal: stop.signal });
	await during(bench, 'CloudGetTask', () => stop.abort());
	const { error } = await started;
	expect(error?.description).toBe('The task could not be read, so nothing was changed.');
	expect(statusOf(bench, NEW)).toBe('0');
});

test('several items of one task start it once', async () => {
	const items = [{ id: NEW }, { id: `0${NEW}` }, { id: RUNNING }];
	const { output, hints } = await run('={{ $json.id }}', {}, { items });
	expect(output.map(({ json }) => json.action)).toEqual(['started', 'unchanged', 'unchanged']);
	expect(stepsOf(bench)).toEqual(['Start']);
	expect(hints[0]?.message).toMatch(/^1 started, 2 running already/);
});

test('an error stops the run and says what had been started', async () => {
	const items = [{ id: NEW }, { id: ENDED }];
	const parameters = { operation: 'start', taskId: '={{ $json.id }}' };
	const { message, description } = await bench.failure(parameters, { items });
	expect(message).toBe(`Task ${ENDED}, item 1: The task has ended and cannot start again`);
	expect(description).toMatch(
		/1 of 2 items had been started before it \(task 133224\)\. To go on with the other rows, /,
	);
});

test('gives nothing for no items, and refuses what names no task', async () => {
	expect((await run(NEW, {}, { items: [] })).output).toEqual([]);
	expect((await start('')).error?.message).toMatch(/^'Task ID' is missing/);
	expect((await start('999')).error?.description).toMatch(/could not be read/);
	expect(stepsOf(bench)).toEqual([]);
});
