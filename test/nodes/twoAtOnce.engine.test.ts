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
		output.map(() => [true, undefined]),
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
