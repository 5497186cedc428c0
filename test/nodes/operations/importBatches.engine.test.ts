import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { FaultShare } from '../../../emulator';
import {
	inBatches,
	jsonOf,
	MOST_BYTES,
} from '../../../nodes/AlibabaCloudVms/operations/callTask/numbers/join';
import type { Group, Part } from '../../../nodes/AlibabaCloudVms/operations/callTask/numbers/part';
import { CONTINUE, errorsOf, TASK, useBench } from '../../support/bench';

/** Pseudo-random whole numbers below a bound, the same in each run. */
function diceOf(seed: number): (below: number) => number {
	let state = seed * 7919 + 1;
	return (below) => (state = (state * 48271) % 2147483647) % below;
}

const groupOf = (taskId: string): Group => ({
	lane: taskId,
	task: { enterpriseId: '1', taskId },
	params: {},
	leavesOutDoubles: true,
});

describe.each([1, 2, 3, 4, 5])('batches of whatever numbers (%d)', (seed) => {
	const dice = diceOf(seed);
	const groups = ['1', '2', '3'].map(groupOf);
	const most = 1 + dice(40);
	const parts: Array<Part | undefined> = [];
	for (let item = 0; item < 500; item += 1 + dice(3)) {
		const group = groups[dice(groups.length)] ?? groupOf('0');
		const size = dice(4) === 0 ? 1 + dice(MOST_BYTES - 6) : 40;
		parts[item] = { group, tel: String(item), others: '', size };
	}
	const sizeOf = (batch: readonly Part[]) =>
		6 + batch.reduce((sum, { size }) => sum + size, 0) + 3 * (batch.length - 1);

	test('have every number once, with its own, in its order, within the limits, and are as few as can be', async () => {
		const batches = await inBatches(parts, most);
		const all = batches.flatMap(({ items }) => items);
		expect([...all].sort((one, other) => one - other)).toEqual(
			[...parts.keys()].filter((item) => parts[item]),
		);
		for (const { items, parts: own, group } of batches) {
			expect(own).toEqual(items.map((item) => parts[item]));
			expect(items).toEqual([...items].sort((one, other) => one - other));
			expect(own.every((part) => part.group === group)).toBe(true);
			expect(items.length).toBeLessThanOrEqual(most);
			expect(sizeOf(own)).toBeLessThanOrEqual(MOST_BYTES);
		}
		for (const group of groups) {
			const own = batches.filter((batch) => batch.group === group);
			for (const [index, next] of own.slice(1).entries()) {
				const before = own[index]?.parts ?? [];
				const [first] = next.parts;
				const isFull = before.length === most || sizeOf([...before, first as Part]) > MOST_BYTES;
				expect(isFull).toBe(true);
			}
		}
	});
});

test('an entry is JSON, whatever its number is', async () => {
	const dice = diceOf(1);
	const signs = [...'0123456789+_ -"\\\'/中😀\n\t\u0000\u2028'];
	const parts = Array.from({ length: 2000 }, () => {
		const tel = Array.from({ length: dice(13) }, () => signs[dice(signs.length)]).join('');
		return { group: groupOf('1'), tel, others: dice(2) === 0 ? '' : ',"Priority":1', size: 40 };
	});
	const entries = parts.map(({ tel, others }) => ({ Tel: tel, ...(others && { Priority: 1 }) }));
	expect(JSON.parse(await jsonOf(parts))).toEqual(entries);
});

const bench = useBench();

const TASKS = [TASK.taskId, '133225'];

const numbersOf = (taskId: string): string[] =>
	bench.emulator.store.numbers.of(TASK.enterpriseId, taskId).numbers.map(({ tel }) => tel);

const importing = async (items: IDataObject[], parameters: INodeParameters) =>
	await bench.run(
		{
			operation: 'importNumbers',
			taskId: '',
			batchName: 'spring',
			...parameters,
		},
		{ items, node: CONTINUE },
	);

const onImport = (kind: FaultShare['kind'], share: number): FaultShare => ({
	kind,
	share,
	action: 'CloudImportTaskTel',
});
const FAULTS: FaultShare[] = [
	onImport('dropBeforeApply', 0.15),
	onImport('dropAfterApply', 0.15),
	onImport('emptyBody', 0.1),
	onImport('truncated', 0.1),
	onImport('serviceUnavailable', 0.1),
	onImport('throttled', 0.1),
	{ kind: 'internalError', share: 0.1, action: 'CloudListTaskFile' },
];

describe.each([
	['the service leaves out doubles', {}, true],
	['the service keeps doubles', { isRepeat: 0 }, false],
] as const)('under faults, where %s', (_what, batch, isRepeated) => {
	test.each([1, 2, 3])(
		'no number is there twice, and those that are told are there (%d)',
		async (seed) => {
			const dice = diceOf(seed);
			Object.assign(bench.emulator.settings, { faults: FAULTS, randomSeed: seed });
			const items = Array.from({ length: 120 }, (_none, index) => ({
				TaskId: TASKS[dice(2)] ?? '',
				tel: dice(12) === 0 ? '138' : String(13800000000 + index),
			}));
			const numbersPerBatch = 3 + dice(9);
			const options = { numbersPerBatch, maximumAttempts: 12, longestWait: 0.01 };
			const { output } = await importing(items, { batch, options });
			expect(output).toHaveLength(items.length);
			for (const [index, { TaskId, tel }] of items.entries()) {
				const there = numbersOf(TaskId).filter((one) => one === tel).length;
				const json: IDataObject = output[index]?.json ?? {};
				if (tel === '138') {
					expect(json.error).toBeDefined();
					expect(there).toBe(0);
				} else if (json.error) {
					expect(there).toBeLessThanOrEqual(1);
				} else {
					// Where a first request arrived after all, the second finds its numbers there.
					expect(['imported', 'leftOut']).toContain(json.action);
					expect(there).toBe(1);
				}
			}
			const wrong = items.filter(({ tel }) => tel === '138').length;
			if (isRepeated) expect(errorsOf(output)).toHaveLength(wrong);
			else expect(errorsOf(output).length).toBeGreaterThan(wrong);
			for (const { TaskTelList } of bench.sent.filter((sent) => sent.TaskTelList)) {
				expect((JSON.parse(TaskTelList ?? '[]') as unknown[]).length).toBeLessThanOrEqual(
					numbersPerBatch,
				);
			}
		},
	);
});

test('many bytes make several requests, none of them above the limit', async () => {
	const text = '"王芳 (!)*\'"'.repeat(2500);
	const items = Array.from({ length: 60 }, (_none, index) => ({
		TaskId: TASK.taskId,
		tel: String(13800000000 + index),
		Property: { text },
	}));
	const { output } = await importing(items, {});
	expect(errorsOf(output)).toEqual([]);
	const sizes = bench.sent.map(({ TaskTelList }) => encodeURIComponent(TaskTelList ?? '').length);
	expect(sizes.length).toBeGreaterThan(1);
	expect(Math.max(...sizes)).toBeLessThan(8_000_000);
	// With the signs that a form encodes beyond that, they are some more than one request may have.
	expect(sizes).toHaveLength(2);
	expect(numbersOf(TASK.taskId)).toEqual(items.map(({ tel }) => tel));
});
