import { setTimeout as sleep } from 'node:timers/promises';
import type { Bench } from '../support/bench';
import { answer, arrival, change, during, scene, statusOf } from './tasks/scene';

/** Every one has an emulator of its own: what waits here waits side by side. */

const OLD = '信用卡账单提醒';
const RESUMED = { resumed: true, Status: 1, Name: 'new', action: 'updated' };
const stopAt = (action: string) => {
	const stop = new AbortController();
	const meanwhile = async (bench: Bench) => await during(bench, action, () => stop.abort());
	return { signal: stop.signal, meanwhile };
};

describe('a running task is paused, updated and started again', () => {
	test.concurrent('in this order', async () => {
		const { json, status, steps } = await scene({}, {});
		expect(json).toMatchObject(RESUMED);
		expect(status).toBe('1');
		expect(steps).toEqual(['Pause', 'Update', 'Start']);
	});

	test.concurrent('where the pause takes its time', async () => {
		const { json, status, steps } = await scene({ pauseTakesMs: 1200 }, {});
		expect(json).toMatchObject(RESUMED);
		expect([status, steps]).toEqual(['1', ['Pause', 'Update', 'Start']]);
	});

	test.concurrent('where the answer to the pause is lost', async () => {
		for (const maximumAttempts of [1, 3]) {
			const fault = { kind: 'dropAfterApply', action: 'CloudPauseTask' } as const;
			const meanwhile = async (bench: Bench) => bench.emulator.failNext(fault);
			const options = { maximumAttempts, longestWait: 0.05 };
			const { json, status, steps } = await scene({}, { options }, { meanwhile });
			expect(json).toMatchObject(RESUMED);
			expect([status, steps.at(-1)]).toEqual(['1', 'Start']);
		}
	});

	test.concurrent.each([1, 3])('where the start is refused %i times', async (next) => {
		const { json, status, steps } = await scene({ startResult: { result: 1, next } }, {});
		expect(json).toMatchObject(RESUMED);
		expect(status).toBe('1');
		expect(steps.filter((step) => step === 'Start')).toHaveLength(next + 1);
	});

	test.concurrent.each(['hang', 'hangAfterApply', 'dropAfterApply', 'internalError'] as const)(
		'where the start fails by %s',
		async (kind) => {
			const meanwhile = async (bench: Bench) =>
				bench.emulator.failNext({ kind, action: 'CloudStartTask' });
			const { json, status, steps } = await scene({}, { options: { timeout: 1 } }, { meanwhile });
			expect(json).toMatchObject(RESUMED);
			expect(status).toBe('1');
			// What was applied is not done again.
			const starts = kind.endsWith('AfterApply') ? 1 : 2;
			expect(steps.filter((step) => step === 'Start')).toHaveLength(starts);
		},
	);
});

describe('it runs again', () => {
	test.concurrent('where the update is refused', async () => {
		const forceRefusal = {
			code: 'isv.NO',
			httpStatus: 200,
			message: 'no',
			action: 'CloudUpdateTask',
		};
		const { error, status, name, steps } = await scene({ forceRefusal }, {});
		expect(error).toMatchObject({ code: 'isv.NO', requestId: expect.any(String) });
		expect(error?.description).toMatch(/^The task was paused for this and is running again\./);
		expect([status, name, steps]).toEqual(['1', OLD, ['Pause', 'Update', 'Start']]);
	});

	test.concurrent.each(['hang', 'hangAfterApply', 'notJson'] as const)(
		'where the update fails by %s',
		async (kind) => {
			const settings = { fault: { kind, action: 'CloudUpdateTask' } };
			const options = { timeout: 1, maximumAttempts: 2, longestWait: 0.05 };
			const { error, status } = await scene(settings, { options });
			expect(error?.description).toMatch(/^The task was paused for this and is running again\./);
			expect(status).toBe('1');
		},
	);

	test.concurrent('where the pause never takes effect', async () => {
		const { error, status, name, steps } = await scene({ pauseTakesMs: 60_000 }, {});
		expect(error?.message).toBe('The pause was answered with OK, but the task is running [item 0]');
		expect(error).toMatchObject({ code: 'OK', requestId: expect.any(String) });
		expect(error?.description).toMatch(
			/^Nothing was updated\. It was started all the same, .* is seen running\. Code OK, Request ID [\w-]+\.$/,
		);
		expect([status, name, steps]).toEqual(['1', OLD, ['Pause', 'Start']]);
	});

	test.concurrent('where the pause is answered with OK, and not done', async () => {
		const { error, status, name } = await scene({ pauseResult: { result: 1 } }, {});
		expect(error?.message).toMatch(/^The task could not be paused and is running: /);
		expect([status, name]).toEqual(['1', OLD]);
	});

	test.concurrent('where a pause given up takes effect later', async () => {
		const stop = new AbortController();
		const meanwhile = async (bench: Bench) => {
			await during(bench, 'CloudPauseTask', async () => {
				stop.abort();
				await sleep(1500);
			});
			// Long enough for whatever would still come.
			await sleep(1000);
		};
		const { error, status, name } = await scene({}, {}, { meanwhile, signal: stop.signal });
		expect(error?.message).toMatch(/^The execution was stopped/);
		expect([status, name]).toEqual(['1', OLD]);
	});

	test.concurrent(
		'but is not started where the pause never left and somebody else paused it',
		async () => {
			const stop = new AbortController();
			const meanwhile = async (bench: Bench) => {
				await answer(bench, 'CloudGetTask');
				change(bench, { Status: '2' });
				stop.abort();
			};
			const options = { requestsPerSecond: 0.4 };
			const { error, status, steps } = await scene(
				{},
				{ options },
				{ meanwhile, signal: stop.signal },
			);
			expect(error?.message).toBe(
				'The task could not be paused: The execution was stopped [item 0]',
			);
			expect([status, steps]).toEqual(['2', []]);
		},
	);

	test.concurrent.each([
		['CloudPauseTask', [OLD]],
		// An update under way when the execution stops may arrive.
		['CloudUpdateTask', [OLD, 'new']],
	])('where the execution is stopped at %s', async (action, names) => {
		const { error, status, name, steps } = await scene({}, {}, stopAt(action));
		expect(error?.message).toMatch(/^The execution was stopped/);
		expect(error?.description).not.toMatch(/Nothing was sent/);
		expect([status, steps.at(-1)]).toEqual(['1', 'Start']);
		expect(names).toContain(name);
	});

	test.concurrent('where the execution is stopped at the start, with the update made', async () => {
		const { json, status } = await scene({}, {}, stopAt('CloudStartTask'));
		expect(json).toMatchObject(RESUMED);
		expect(status).toBe('1');
	});

	test.concurrent('where another item stops the execution by its failure', async () => {
		const options = { whenTaskIsRunning: 'pauseUpdateResume' };
		const parameters = { taskId: '={{ $json.id }}', options };
		const items = [{ id: '133230' }, { id: '999' }, { id: '133241' }];
		let status = () => '';
		const meanwhile = async (bench: Bench) => {
			status = () => statusOf(bench) ?? '';
			await arrival(bench, 'CloudStartTask');
		};
		await expect(scene({}, parameters, { items, node: {}, meanwhile })).rejects.toThrow(
			/^Task 999, item 1: Call center \d+ has no task 999$/,
		);
		expect(status()).toBe('1');
	});
});
