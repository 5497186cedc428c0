import type { IExecuteFunctions, INodeType } from 'n8n-workflow';
import { executeItems, type Outcomes } from '../../nodes/AlibabaCloudVms/execution/items';
import { openSession } from '../../nodes/AlibabaCloudVms/execution/open';
import { update } from '../../nodes/AlibabaCloudVms/operations/callTask/update';
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
		const all: Outcomes[] = [];
		const nodeType: INodeType = {
			description: new AlibabaCloudVms().description,
			async execute(this: IExecuteFunctions) {
				const tell = (progress: string) => told.push(progress);
				const options = { total: MANY, goesOn: true, tell, tellEveryMs: 5 };
				all.push(await executeItems(await openSession(update, this, undefined), options));
				return [[]];
			},
		};
		await bench.run({ taskId: TASK.taskId, ...CHECKED }, { items: rows(MANY - 1), nodeType });
		expect(all[0]?.results).toHaveLength(MANY);
		expect(told.length).toBeGreaterThan(1);
		for (const progress of told) expect(progress).toMatch(/^\d+ of 4000 items checked$/);
	});
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
