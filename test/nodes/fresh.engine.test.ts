import { setTimeout as sleep } from 'node:timers/promises';
import { Bench, CONTINUE, TASK } from '../support/bench';
import { arrival, change, scene, statusOf } from './tasks/scene';

/** Every one has an emulator of its own: what waits here waits side by side. */

/** After this time what was read is no picture of the task any more. */
const LATE_MS = 3200;
const LONG_MS = 60_000;
const PATIENT = { maximumAttempts: 3, longestWait: 10 };

/** The first update is throttled for so long; then somebody changes the task. */
const throttled = (before: Record<string, string>, changes: Record<string, string>) => {
	return async (bench: Bench) => {
		change(bench, before);
		bench.emulator.failNext({
			kind: 'throttled',
			action: 'CloudUpdateTask',
			retryAfterMs: LATE_MS,
		});
		await arrival(bench, 'CloudUpdateTask');
		await sleep(100);
		change(bench, changes);
	};
};

describe('a task is read and decided on again where the turn to change it comes too late', () => {
	const PAUSED = { Status: '2' };
	const STARTED = { Status: '1' };
	const ENDED = { Status: '3' };

	test.concurrent.each([
		['skip', STARTED, { action: 'skipped', reason: 'The task is running' }, ['Update']],
		['refuse', STARTED, { error: { message: 'The task is running [item 0]' } }, ['Update']],
		['pauseUpdateResume', STARTED, { resumed: true }, ['Update', 'Pause', 'Update', 'Start']],
		[
			'skip',
			ENDED,
			{ error: { message: 'The task has ended and cannot start again [item 0]' } },
			['Update'],
		],
		['skip', {}, { Name: 'new', action: 'updated' }, ['Update', 'Update']],
	])(
		'as the update was throttled: %s, %j',
		async (whenTaskIsRunning, changes, json, steps) => {
			const options = { ...PATIENT, whenTaskIsRunning };
			const run = await scene({}, { options }, { meanwhile: throttled(PAUSED, changes) });
			expect(run.json).toMatchObject(json);
			expect(run.steps).toEqual(steps);
		},
		LONG_MS,
	);

	test.concurrent.each(['skip', 'refuse'])(
		'and hides no attempt before it that may have been applied: %s',
		async (whenTaskIsRunning) => {
			const options = { ...PATIENT, whenTaskIsRunning };
			const run = await scene(
				{},
				{ options },
				{
					meanwhile: async (bench) => {
						bench.emulator.failNext({ kind: 'dropAfterApply', action: 'CloudUpdateTask' });
						await throttled(PAUSED, {})(bench);
						while (bench.emulator.requests.at(-1)?.fault !== 'throttled') await sleep(1);
						change(bench, STARTED);
					},
				},
			);
			expect(run.error?.message).toMatch(/^The task is running/);
			expect(run.error?.description).toMatch(/an earlier one may have been applied/);
			expect(run.error?.description).not.toMatch(/Nothing was/);
			expect([run.name, run.steps]).toEqual(['new', ['Update', 'Update']]);
		},
		LONG_MS,
	);

	test.concurrent(
		'with only what differs by then',
		async () => {
			const options = { ...PATIENT, onlySendWhatDiffers: true };
			const changes = { Name: 'new', Description: 'by somebody' };
			const parameters = { details: { name: 'new', description: 'ours' }, options };
			const { json, requests } = await scene({}, parameters, {
				meanwhile: throttled(PAUSED, changes),
			});
			expect(json.details).toHaveProperty('changes', [
				expect.objectContaining({ field: 'Description', from: 'by somebody', to: 'ours' }),
			]);
			expect(requests).toEqual(['Get', 'Update', 'Get', 'Update']);
		},
		LONG_MS,
	);

	test.concurrent(
		'as other campaigns stand still meanwhile',
		async () => {
			const bench = await Bench.open({ settings: { pauseTakesMs: LATE_MS } });
			try {
				const ids = bench.emulator.store
					.list(TASK.enterpriseId)
					.slice(0, 6)
					.map(({ Id }) => Id);
				for (const id of ids) change(bench, { Status: '1' }, id);
				const run = bench.run(
					{
						taskId: '={{ $json.id }}',
						details: { name: 'new' },
						options: { whenTaskIsRunning: 'pauseUpdateResume' },
					},
					{ items: ids.map((id) => ({ id })), node: CONTINUE },
				);
				const pausedNow = () =>
					new Set(
						bench.emulator.journal.flatMap(({ taskId, after }) => (after.Status ? [taskId] : [])),
					);
				while (pausedNow().size < 5) await sleep(1);
				// Long enough for one more.
				await sleep(200);
				const paused = pausedNow();
				const [left = '', ...none] = ids.filter((id) => !paused.has(id));
				expect([paused.size, none]).toEqual([5, []]);
				change(bench, { Status: '2' }, left);
				const { output } = await run;
				expect(output.map(({ json }) => json.resumed ?? false)).toEqual(
					ids.map((id) => id !== left),
				);
				expect(ids.map((id) => statusOf(bench, id))).toEqual(
					ids.map((id) => (id === left ? '2' : '1')),
				);
			} finally {
				await bench.close();
			}
		},
		LONG_MS,
	);
});

describe('at a low rate', () => {
	test.concurrent('an update comes right after the read that it was decided on', async () => {
		const options = { requestsPerSecond: 10, whenTaskIsRunning: 'refuse', concurrentRequests: 10 };
		const ids = ['133224', '133225', '133227'];
		const items = Array.from({ length: 12 }, (_none, index) => ({ id: ids[index % 3] }));
		const { requests, output } = await scene({}, { taskId: '={{ $json.id }}', options }, { items });
		expect(output.map(({ json }) => json.action === 'updated')).toEqual(items.map(() => true));
		const runs =
			requests
				.join()
				.replaceAll('Query', '')
				.match(/Get(,Get)*/g) ?? [];
		// Two in a row where the answer to the first one took longer than a turn.
		expect(Math.max(...runs.map(({ length }) => length))).toBeLessThanOrEqual('Get,Get,Get'.length);
	});

	test.concurrent(
		'of less than a request in three seconds, both are sent in one turn',
		async () => {
			const options = { requestsPerSecond: 0.1, whenTaskIsRunning: 'refuse' };
			const { json, requests } = await scene({}, { taskId: '133224', options });
			expect(json.action).toBe('updated');
			expect(requests).toEqual(['Get', 'Update']);
		},
	);
});

test('a paused task that is seen in a list is looked at by itself before it is updated', async () => {
	const ids = ['133224', '133225', '133227', '133224'];
	const { requests, output } = await scene(
		{},
		{ taskId: '={{ $json.id }}', options: { concurrentRequests: 1 } },
		{ items: ids.map((id) => ({ id })) },
	);
	expect(output.map(({ json }) => json.action === 'updated')).toEqual(ids.map(() => true));
	expect(requests).toContain('Query');
	const beforeUpdates = requests.filter((_request, index) => requests[index + 1] === 'Update');
	expect(beforeUpdates).toEqual(ids.map(() => 'Get'));
});
