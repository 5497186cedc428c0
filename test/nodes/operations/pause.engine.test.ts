import { setTimeout as sleep } from 'node:timers/promises';
import type { INodeParameters } from 'n8n-workflow';
import { TEST_KEYS } from '../../../emulator';
import {
	CONTINUE,
	credentialOf,
	errorsOf,
	TASK,
	useBench,
	type RunOptions,
} from '../../support/bench';
import { actionsOf, answer, change, during, statusOf, stepsOf } from '../tasks/scene';

const bench = useBench();

const NEW = TASK.taskId;
const RUNNING = '133230';
const PAUSED = '133227';
const ENDED = '133226';

const run = async (taskId: string, options: INodeParameters = {}, more: RunOptions = {}) =>
	await bench.run({ operation: 'pause', taskId, options }, { node: CONTINUE, ...more });

const pause = async (taskId: string, options: INodeParameters = {}, more: RunOptions = {}) => {
	const { output } = await run(taskId, options, more);
	return { json: output[0]?.json ?? {}, error: errorsOf(output)[0] };
};

test('pauses a running task, without a duration', async () => {
	const { json } = await pause(RUNNING);
	expect(actionsOf(bench)).toEqual(['Get', 'Pause', 'Get']);
	expect(bench.sent[1]).toEqual({ EnterpriseId: TASK.enterpriseId, TaskId: RUNNING });
	expect(json).toMatchObject({
		Id: RUNNING,
		action: 'paused',
		summary: 'The task is paused: it begins no more calls; those in progress finish',
		warnings: '',
		Status: 2,
		details: { statusBefore: 1 },
	});
	expect(statusOf(bench)).toBe('2');
});

describe('Pause Duration', () => {
	test.each([
		[30, '30'],
		['30', '30'],
		[0, '0'],
	])('%p is sent as it is', async (pauseDuration, sent) => {
		await pause(RUNNING, { pauseDuration });
		expect(bench.sent[1]).toMatchObject({ PauseDuration: sent });
	});

	test.each([-1, 1.5, '30 min', '1:30'])('%p is refused', async (pauseDuration) => {
		const { error } = await pause(RUNNING, { pauseDuration });
		expect(error?.message).toMatch(/^'Pause Duration' is .*; give a whole number from 0/);
		expect(bench.sent).toEqual([]);
	});

	test('left empty is not sent', async () => {
		await pause(RUNNING, { pauseDuration: '={{ $json.absent }}' });
		expect(bench.sent[1]).not.toHaveProperty('PauseDuration');
	});

	test('that is not sent since the task is paused already is told', async () => {
		const { json } = await pause(PAUSED, { pauseDuration: 30 });
		expect(json).toMatchObject({
			action: 'unchanged',
			warnings: "'Pause Duration' was not sent, since the task is paused already",
		});
	});
});

test.each([
	[NEW, 'The task has not started, so there is nothing to pause'],
	[ENDED, 'The task has ended, so there is nothing to pause'],
])('refuses the task %s, and sends nothing', async (taskId, message) => {
	const { error } = await pause(taskId);
	expect(error?.message).toBe(`${message} [item 0]`);
	expect(error?.description).toMatch(/^Nothing was sent for this item\./);
	expect(stepsOf(bench)).toEqual([]);
});

test.each([
	['takeAsDone', undefined],
	['refuse', 'The task is paused already [item 0]'],
])('a task that is paused already: %s', async (alreadyInThisState, message) => {
	const { json, error } = await pause(PAUSED, { alreadyInThisState });
	expect(error?.message).toBe(message);
	if (!message) expect(json).toMatchObject({ action: 'unchanged', Status: 2 });
	expect(stepsOf(bench)).toEqual([]);
});

test('a task that ends between look and pause is told as it is', async () => {
	const paused = pause(RUNNING);
	await during(bench, 'CloudPauseTask', () => change(bench, { Status: '3' }));
	const { error } = await paused;
	expect(error?.message).toBe('The pause was not done: the task is ended [item 0]');
	expect(error).toMatchObject({ code: 'OK', requestId: expect.any(String) });
});

test('a key that may not read pauses all the same', async () => {
	const key = { ...TEST_KEYS.active, allowedActions: ['CloudPauseTask'] };
	bench.emulator.settings.keys = [key];
	const { json } = await pause(RUNNING, {}, { credential: credentialOf(key) });
	expect(json).toMatchObject({
		action: 'paused',
		Name: null,
		Status: null,
		summary: 'The pause was accepted',
	});
	expect(json.warnings).toMatch(/in a state that could not be read: The key has no permission/);
	expect(statusOf(bench)).toBe('2');
});

test('a task that is not there is refused by the service', async () => {
	const { error } = await pause('999');
	expect(error?.message).toMatch(/Call center 7000002 has no task 999( \[item 0\])?$/);
});

test('is waited for where calls finish first', async () => {
	bench.emulator.settings.pauseTakesMs = 1200;
	const { json } = await pause(RUNNING, { waitUntilDone: true });
	expect(json).toMatchObject({ action: 'paused', Status: 2, warnings: '' });
});

test('is an error where it is not done in time', async () => {
	bench.emulator.settings.pauseTakesMs = 60_000;
	const { error } = await pause(RUNNING, { waitUntilDone: true, waitAtMost: 1 });
	expect(error?.message).toBe(
		'The pause was answered with OK, but after 1 s the task is running [item 0]',
	);
});

describe('several tasks that are waited for', () => {
	const TASKS = ['200001', '200002', '200003'];
	const items = TASKS.map((id) => ({ id }));
	const WAIT = { waitUntilDone: true, waitAtMost: 3600 };
	beforeEach(() => {
		const stored = bench.emulator.store.find(TASK.enterpriseId, RUNNING);
		for (const Id of TASKS) if (stored) bench.emulator.store.put({ ...stored, Id });
	});

	test('are all paused before the first one stands still', async () => {
		bench.emulator.settings.pauseTakesMs = 3_600_000;
		const stop = new AbortController();
		const options = { ...WAIT, concurrentRequests: 2 };
		const paused = run('={{ $json.id }}', options, { items, signal: stop.signal });
		// It would never come while the others keep their places.
		while (stepsOf(bench).length < TASKS.length) await sleep(5);
		stop.abort();
		expect(errorsOf((await paused).output)).toHaveLength(3);
		expect(stepsOf(bench)).toEqual(['Pause', 'Pause', 'Pause']);
	});

	test('are paused one after the other where that is wanted', async () => {
		bench.emulator.settings.pauseTakesMs = 300;
		const options = { ...WAIT, concurrentRequests: 1 };
		const { output } = await run('={{ $json.id }}', options, { items });
		expect(output.map(({ json }) => json.action)).toEqual(['paused', 'paused', 'paused']);
		const asked = bench.sent.map(({ TaskId }) => TaskId);
		expect(asked).toEqual([...asked].sort());
	});
});

test('a stop in the middle of the wait hides no pause', async () => {
	bench.emulator.settings.pauseTakesMs = 60_000;
	const stop = new AbortController();
	const paused = pause(RUNNING, { waitUntilDone: true }, { signal: stop.signal });
	await answer(bench, 'CloudPauseTask');
	stop.abort();
	expect((await paused).error?.description).toBe(
		'The pause was answered with OK. The task was running when it was looked at last.',
	);
});

test.each(['dropAfterApply', 'hangAfterApply', 'emptyBody'] as const)(
	'an answer that is lost (%s) does not hide that the task is paused',
	async (kind) => {
		bench.emulator.failNext({ kind, action: 'CloudPauseTask' });
		const { json } = await pause(RUNNING, { timeout: 1, maximumAttempts: 1 });
		expect(json).toMatchObject({ action: 'paused', Status: 2 });
		expect(json.warnings).toMatch(/^No answer proves the pause, but the task is paused \(/);
	},
);

test('a refusal keeps its code, and nothing more is asked', async () => {
	bench.emulator.settings.forceRefusal = {
		code: 'isv.NO',
		httpStatus: 200,
		message: 'not today',
		action: 'CloudPauseTask',
	};
	const { error } = await pause(RUNNING);
	expect(error).toMatchObject({ code: 'isv.NO', message: expect.stringMatching(/not today/) });
	expect(actionsOf(bench)).toEqual(['Get', 'Pause']);
});

test('several items of one task pause it once', async () => {
	const { output } = await run(
		'={{ $json.id }}',
		{},
		{ items: [{ id: RUNNING }, { id: RUNNING }] },
	);
	expect(output.map(({ json }) => json.action)).toEqual(['paused', 'unchanged']);
	expect(stepsOf(bench)).toEqual(['Pause']);
});

test('a task of another call center is another one', async () => {
	const enterpriseId = '7000003';
	const stored = bench.emulator.store.find(TASK.enterpriseId, RUNNING);
	if (stored) bench.emulator.store.put({ ...stored, EnterpriseId: enterpriseId });
	const { output } = await bench.run({ operation: 'pause', taskId: RUNNING, enterpriseId });
	expect(output[0]?.json).toMatchObject({ EnterpriseId: enterpriseId, action: 'paused' });
	expect(bench.emulator.store.find(enterpriseId, RUNNING)?.Status).toBe('2');
	expect(statusOf(bench)).toBe('1');
});
