import type { IExecuteFunctions, INodeType } from 'n8n-workflow';
import { executeItems, type Outcomes } from '../../nodes/AlibabaCloudVms/execution/items';
import { Progress, timeLeft } from '../../nodes/AlibabaCloudVms/execution/progress';
import { openSession } from '../../nodes/AlibabaCloudVms/execution/open';
import { update } from '../../nodes/AlibabaCloudVms/operations/callTask/update';
import { fail } from '../../nodes/AlibabaCloudVms/gateway/failure';
import { AlibabaCloudVms } from '../../nodes/AlibabaCloudVms/AlibabaCloudVms.node';
import { CONTINUE, errorsOf, TASK, useBench } from '../support/bench';

const bench = useBench();

const CHECKED = { details: { name: '={{ $json.name }}' }, options: { checkAllItemsFirst: true } };
const MANY = 4000;
const rows = (bad: number) =>
	Array.from({ length: MANY }, (_none, index) => ({
		name: index === bad ? 'x'.repeat(999) : `row ${index}`,
	}));

describe('thousands of items that are all checked first', () => {
	test('let the event loop turn, and nothing is sent where the last one is wrong', async () => {
		let turns = 0;
		const ticking = setInterval(() => turns++, 1);
		const { output } = await bench.run(CHECKED, { items: rows(MANY - 1), node: CONTINUE });
		clearInterval(ticking);
		expect(turns).toBeGreaterThan(5);
		expect(bench.sent).toEqual([]);
		expect(errorsOf(output)).toHaveLength(MANY);
		expect(errorsOf(output)[0]?.message).toBe(
			`Held back: 1 of ${MANY} items did not pass their checks [item 0]`,
		);
	});

	test('are left where they are when the execution is stopped', async () => {
		const controller = new AbortController();
		setTimeout(() => controller.abort(), 1);
		const { output } = await bench.run(CHECKED, {
			items: rows(0),
			node: CONTINUE,
			signal: controller.signal,
		});
		expect(bench.sent).toEqual([]);
		expect(output.length).toBeLessThan(MANY);
	});

	test('tell how far they are', async () => {
		const told: string[] = [];
		const logged: string[] = [];
		const all: Outcomes[] = [];
		const nodeType: INodeType = {
			description: new AlibabaCloudVms().description,
			async execute(this: IExecuteFunctions) {
				const tell = (progress: string) => told.push(progress);
				const log = (progress: string) => logged.push(progress);
				const often = { tellEveryMs: 5, logEveryMs: 0 };
				const options = { total: MANY, goesOn: true, tell, log, ...often };
				all.push(await executeItems(await openSession(update, this, undefined), options));
				return [[]];
			},
		};
		await bench.run({ taskId: TASK.taskId, ...CHECKED }, { items: rows(MANY - 1), nodeType });
		expect(all[0]?.results).toHaveLength(MANY);
		expect(told.length).toBeGreaterThan(1);
		for (const progress of told) {
			expect(progress).toMatch(/^\d+ of 4000 items checked, about \d+ s left$/);
		}
		expect(logged).toEqual(told);
	});
});

test('an execution tells what is done and what was refused', () => {
	const told: string[] = [];
	const logged: string[] = [];
	const progress = new Progress(
		{ redact: (text) => text },
		{
			total: 3,
			goesOn: true,
			tell: (text) => told.push(text),
			tellEveryMs: 0,
			log: (text) => logged.push(text),
			logEveryMs: Infinity,
		},
	);
	const failed = fail({ kind: 'input', message: 'x', description: '' });
	progress.settle(0, { ok: true, value: { did: 'read', outputs: [] } });
	progress.settle(1, failed);
	progress.settle(2, failed);
	expect(told.map((text) => text.replace(/, about \d+ s left$/, ''))).toEqual([
		'1 of 3 items done',
		'2 of 3 items done, 1 of them refused',
		'3 of 3 items done, 2 of them refused',
	]);
	expect(logged).toEqual([]);
});

test.each([
	[0, 100, 5000, ''],
	[100, 100, 5000, ''],
	[50, 100, 5000, ', about 5 s left'],
	[1, 4, 100, ', about 1 s left'],
	[100, 12_100, 1000, ', about 2 min left'],
	[1000, 50_000, 120_000, ', about 98 min left'],
])('%d of %d items after %d ms', (done, total, ms, words) => {
	expect(timeLeft(done, total, ms)).toBe(words);
});

test.each([
	[0, ''],
	[1, '1 requests repeated, '],
	[3, '3 requests repeated, '],
])('the hint counts %d repeated requests', async (repeated, words) => {
	bench.emulator.failNext('serviceUnavailable', repeated);
	const options = { maximumAttempts: 5, longestWait: 0.01, concurrentRequests: 1 };
	const { hints } = await bench.run({ details: { name: 'new' }, options }, { items: [{}, {}] });
	expect(bench.sent).toHaveLength(2 + repeated);
	expect(hints[0]?.message).toMatch(new RegExp(`^2 updated, ${words}\\d+\\.\\d s\\.$`));
});
