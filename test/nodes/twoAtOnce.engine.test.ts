import { setTimeout as sleep } from 'node:timers/promises';
import { Bench, CONTINUE, errorsOf, TASK } from '../support/bench';
import { arrival, change, statusOf } from './tasks/scene';

let bench: Bench;
beforeAll(async () => {
	bench = await Bench.open({
		settings: { allowUpdateWhileRunning: true, latencyMs: { min: 0, max: 6 } },
	});
});
afterAll(async () => await bench.close());

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
	const stop = new AbortController();
	bench.reset();
	bench.emulator.settings.latencyMs = 300;
	const parameters = { taskId: '133224', details: { name: 'new' } };
	const first = bench.run(parameters);
	await arrival(bench, 'CloudUpdateTask');
	const items = [{ id: '133225' }, { id: '133224' }];
	const second = bench.run(
		{ ...parameters, taskId: '={{ $json.id }}' },
		{ items, signal: stop.signal, node: CONTINUE },
	);
	while (bench.sent.length < 2) await sleep(1);
	stop.abort();
	const { output } = await second;
	expect(errorsOf(output).map(({ description }) => description)).toEqual([
		expect.stringMatching(/^The change may have been applied/),
		'Nothing was changed for this item.',
	]);
	await first;
	expect(bench.sent).toHaveLength(2);
});
