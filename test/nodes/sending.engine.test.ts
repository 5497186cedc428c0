import type { INodeExecutionData } from 'n8n-workflow';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Fault } from '../../emulator';
import { CONTINUE, TASK, useBench } from '../support/bench';
import { during } from './tasks/scene';

const bench = useBench({
	settings: { allowUpdateWhileRunning: true, allowUpdateAfterEnd: true },
});

const QUICK = { maximumAttempts: 5, longestWait: 0.05 };
const NAME = { details: { name: 'New name' } };

const stored = (taskId: string) => bench.emulator.store.find(TASK.enterpriseId, taskId);
const taskIds = () => bench.emulator.store.list(TASK.enterpriseId).map(({ Id }) => Id);
const refusedOf = (output: INodeExecutionData[]) => output.filter(({ json }) => 'error' in json);

describe('what may be over at the next attempt is tried again', () => {
	test.each<[string, () => void]>([
		[
			'throttled in HTTP 400',
			() =>
				(bench.emulator.settings.throttle = { code: 'Throttling.User', httpStatus: 400, next: 2 }),
		],
		[
			'throttled in HTTP 200',
			() => (bench.emulator.settings.throttle = { code: 'Throttling', httpStatus: 200, next: 2 }),
		],
		...(
			[
				'internalError',
				'serviceUnavailable',
				'noCode',
				'notJson',
				'dropBeforeApply',
				'dropAfterApply',
				'truncated',
			] as Fault[]
		).map((fault): [string, () => void] => [
			JSON.stringify(fault),
			() => bench.emulator.failNext(fault, 2),
		]),
	])('%s', async (_name, arrange) => {
		arrange();
		const { output } = await bench.run({ ...NAME, options: QUICK });
		expect(output).toHaveLength(1);
		expect(output[0]?.json).toMatchObject({ Id: TASK.taskId, Name: 'New name' });
		expect(bench.sent).toHaveLength(3);
		expect(stored(TASK.taskId)?.Name).toBe('New name');
	});

	test('every attempt is signed anew', async () => {
		bench.emulator.failNext('serviceUnavailable', 2);
		await bench.run({ ...NAME, options: QUICK });
		const { requests } = bench.emulator;
		for (const name of ['SignatureNonce', 'Signature']) {
			expect(new Set(requests.map(({ params }) => params[name])).size).toBe(3);
		}
	});

	test('a time-out too', async () => {
		bench.emulator.failNext('hang');
		const { output } = await bench.run({ ...NAME, options: { ...QUICK, timeout: 1 } });
		expect(output[0]?.json.Name).toBe('New name');
	});

	test('but only so often, and the error says how often', async () => {
		bench.emulator.settings.fault = 'serviceUnavailable';
		const error = await bench.failure({ ...NAME, options: { ...QUICK, maximumAttempts: 3 } });
		expect(error.description).toContain('Tried 3 times.');
		expect(bench.sent).toHaveLength(3);
	});

	test('and not before the time that the gateway asks for', async () => {
		bench.emulator.settings.throttle = {
			code: 'Throttling',
			httpStatus: 400,
			retryAfterMs: 150,
			next: 1,
		};
		await bench.run({ ...NAME, options: { ...QUICK, longestWait: 1 } });
		const [first, second] = bench.emulator.requests.map(({ at }) => at);
		expect((second ?? 0) - (first ?? 0)).toBeGreaterThanOrEqual(145);
	});

	test('a refusal is final', async () => {
		const error = await bench.failure({ taskId: '999', options: QUICK });
		expect(error.description).not.toContain('Tried');
		expect(bench.sent).toHaveLength(1);
	});
});

describe('many items', () => {
	const rowsFor = (tasks: number, rows: number) =>
		Array.from({ length: rows }, (_none, index) => ({
			id: taskIds()[index % tasks] ?? '',
			name: `row ${index}`,
		}));
	const FROM_ITEM = { taskId: '={{ $json.id }}', details: { name: '={{ $json.name }}' } };

	test('go side by side for different tasks, in order for each task, and come out in theirs', async () => {
		bench.emulator.settings.latencyMs = { min: 0, max: 8 };
		const items = rowsFor(20, 200);
		const running = bench.run(FROM_ITEM, { items });
		await during(bench, 'CloudUpdateTask', async () => {
			while (bench.sent.length < 2) await sleep(1);
		});
		const { output, hints } = await running;
		expect(output.map(({ json }) => json.Name)).toEqual(items.map(({ name }) => name));
		expect(output.map(({ pairedItem }) => pairedItem)).toEqual(
			items.map((_none, item) => ({ item })),
		);
		for (const { id } of items.slice(0, 20)) {
			const seen = bench.emulator.journal
				.filter(({ taskId }) => taskId === id)
				.map(({ after }) => after.Name);
			expect(seen).toEqual(items.filter((row) => row.id === id).map(({ name }) => name));
		}
		expect(bench.emulator.connections).toBeLessThanOrEqual(50);
		expect(hints[0]?.message).toMatch(/^200 updated, /);
	});

	test('at faults and a limit of the gateway all arrive, and the last row of each task holds', async () => {
		const faults: Fault[] = [
			'dropBeforeApply',
			'dropAfterApply',
			'internalError',
			'serviceUnavailable',
			'truncated',
		];
		for (const fault of faults) bench.emulator.failNext(fault, 8);
		bench.emulator.settings.rateLimit = { perSecond: 150 };
		const items = rowsFor(25, 250);
		const { output } = await bench.run(
			{ ...FROM_ITEM, options: { maximumAttempts: 10, longestWait: 0.3 } },
			{ items },
		);
		expect(output).toHaveLength(250);
		for (const { id } of items.slice(0, 25)) {
			expect(stored(id)?.Name).toBe(items.filter((row) => row.id === id).at(-1)?.name);
			const changes = bench.emulator.journal
				.filter(({ taskId }) => taskId === id)
				.map(({ after }) => after.Name);
			expect(changes.filter(Boolean)).toEqual(
				items.filter((row) => row.id === id).map(({ name }) => name),
			);
		}
	});

	test('one after the other with one request at a time', async () => {
		bench.emulator.settings.latencyMs = { min: 0, max: 5 };
		const items = rowsFor(10, 30);
		await bench.run({ ...FROM_ITEM, options: { concurrentRequests: 1 } }, { items });
		expect(bench.sent.map(({ Name }) => Name)).toEqual(items.map(({ name }) => name));
	});

	test('are all checked before the first is sent, on request', async () => {
		const items = [...rowsFor(3, 3), { id: 'wrong', name: 'x' }];
		const parameters = { ...FROM_ITEM, options: { checkAllItemsFirst: true } };
		const { output } = await bench.run(parameters, { items, node: CONTINUE });
		expect(bench.sent).toEqual([]);
		expect(refusedOf(output)).toHaveLength(4);
		const messages = output.map(({ json }) => (json.error as { message: string }).message);
		expect(messages[0]).toBe('Held back: 1 of 4 items did not pass their checks [item 0]');
		expect(messages[3]).toMatch(/^'Task ID' is "wrong"/);
		const error = await bench.failure(parameters, { items });
		expect(error.message).toMatch(/^'Task ID' is "wrong".*\[item 3\]$/);
		expect(error.description).toContain('0 of 4 items');
		await bench.run(parameters, { items: items.slice(0, 3) });
		expect(bench.sent).toHaveLength(3);
	});

	test('wait no longer once the execution is stopped', async () => {
		bench.emulator.settings.throttle = {
			code: 'Throttling',
			httpStatus: 400,
			// Longer than a test may take.
			retryAfterMs: 600_000,
		};
		const controller = new AbortController();
		const whenThrottled = async () => {
			while (bench.sent.length === 0) await sleep(1);
		};
		void whenThrottled().then(() => controller.abort());
		const { output } = await bench.run(
			{ ...FROM_ITEM, options: { maximumAttempts: 5, longestWait: 600 } },
			{ items: rowsFor(20, 40), signal: controller.signal, node: CONTINUE },
		);
		expect(refusedOf(output)).toHaveLength(output.length);
		expect(bench.sent.length).toBeLessThanOrEqual(10);
	});
});
