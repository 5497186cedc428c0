import { setTimeout as sleep } from 'node:timers/promises';
import { CONTINUE, errorsOf, TASK, useBench } from '../support/bench';
import { arrival, change, statusOf } from './tasks/scene';

const bench = useBench({
	settings: { allowUpdateWhileRunning: true, latencyMs: { min: 0, max: 6 } },
});

/** Status and name as they followed each other, for a task. */
const historyOf = (id: string) =>
	bench.emulator.journal
		.filter(({ taskId }) => taskId === id)
		.map(({ after }) => after.Name ?? after.Status);

test('two executions on the same running tasks change each while it is paused, one after the other', async () => {
	const ids = bench.emulator.store
		.list(TASK.enterpriseId)
		.slice(0, 12)
		.map(({ Id }) => Id);
	for (const id of ids) change(bench, { Status: '1' }, id);
	const run = async (name: string) =>
		await bench.run(
			{
				taskId: '={{ $json.id }}',
				details: { name },
				options: { whenTaskIsRunning: 'pauseUpdateResume' },
			},
			{ items: ids.map((id) => ({ id })), node: CONTINUE },
		);
	const runs = await Promise.all([run('one'), run('other')]);
	const output = runs.flatMap((one) => one.output);
	expect(errorsOf(output)).toEqual([]);
	expect(output.map(({ json }) => [json.resumed, json.warnings])).toEqual(
		output.map(() => [true, '']),
	);
	const orders = [
		['2', 'one', '1', '2', 'other', '1'],
		['2', 'other', '1', '2', 'one', '1'],
	];
	for (const id of ids) {
		expect(orders).toContainEqual(historyOf(id));
		expect(statusOf(bench, id)).toBe('1');
	}
});

test('who is stopped while it waits to pause says that an update before may have been applied', async () => {
	const { emulator } = bench;
	const ids = emulator.store.list(TASK.enterpriseId).map(({ Id }) => Id);
	const [own = '', ...others] = ids.filter((id) => id !== TASK.taskId).slice(0, 6);
	for (const id of ids) change(bench, { Status: id === own ? '0' : '1' }, id);
	const pauses = { whenTaskIsRunning: 'pauseUpdateResume' };
	const release = emulator.hold('CloudUpdateTask', 1);
	emulator.failNext({ kind: 'hang', action: 'CloudUpdateTask' });
	const stop = new AbortController();
	// The state that was read is old by then.
	const options = { ...pauses, maximumAttempts: 2, longestWait: 0.01, timeout: 3.1 };
	const stopped = bench.run(
		{ taskId: own, details: { name: 'mine' }, options },
		{ node: CONTINUE, signal: stop.signal },
	);
	await arrival(bench, 'CloudUpdateTask');
	change(bench, { Status: '1' }, own);
	const standing = bench.run(
		{ taskId: '={{ $json.id }}', details: { name: 'theirs' }, options: pauses },
		{ items: others.map((id) => ({ id })), node: CONTINUE },
	);
	const looks = () =>
		emulator.requests.filter(
			({ action, status, params }) =>
				action === 'CloudGetTask' && params.TaskId === own && status > 0,
		);
	while (looks().length < 2) await sleep(1);
	await sleep(100);
	stop.abort();
	const [error] = errorsOf((await stopped).output);
	release();
	expect(errorsOf((await standing).output)).toEqual([]);
	expect(error?.message).toBe('The execution was stopped [item 0]');
	expect(error?.description).toMatch(/an earlier one may have been applied/);
});

test('who waits for a task of another execution can be stopped', async () => {
	const parameters = { taskId: '={{ $json.id }}', details: { name: 'new' } };
	const run = (ids: string[], signal: AbortSignal) =>
		bench.run(parameters, { items: ids.map((id) => ({ id })), signal, node: CONTINUE });
	const [stopFirst, stopSecond] = [new AbortController(), new AbortController()];
	bench.emulator.failNext('hang', 2);
	const first = run(['133224'], stopFirst.signal);
	await arrival(bench, 'CloudUpdateTask');
	const second = run(['133225', '133224'], stopSecond.signal);
	while (bench.sent.length < 2) await sleep(1);
	stopSecond.abort();
	const { output } = await second;
	expect(errorsOf(output).map(({ description }) => description)).toEqual([
		expect.stringMatching(/^The change may have been applied/),
		'Nothing was changed for this item.',
	]);
	stopFirst.abort();
	expect(errorsOf((await first).output)).toHaveLength(1);
	expect(bench.sent.map(({ TaskId }) => TaskId)).toEqual(['133224', '133225']);
});
