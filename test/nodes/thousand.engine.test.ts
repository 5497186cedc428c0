import type { IDataObject } from 'n8n-workflow';
import { newTask } from '../../emulator';
import { CONTINUE, TASK, useBench } from '../support/bench';

const bench = useBench();

const COUNT = 1000;
const FIRST = 700_000;

/** What becomes of a row, by the last digit of its index. */
const KINDS = ['updated', 'unchanged', 'refused', 'missing'] as const;
const kindOf = (index: number) => KINDS[index % KINDS.length];

const rows = Array.from({ length: COUNT }, (_none, index): IDataObject => {
	const kind = kindOf(index);
	return {
		row_number: index + 2,
		任务ID: FIRST + index,
		任务描述: kind === 'updated' ? `第 ${index} 批 🌸` : '',
		客户超时: kind === 'refused' ? 90 : 30,
		备注: index % 3 === 0 ? 'x' : '',
	};
});

function arrange(): void {
	for (let index = 0; index < COUNT; index++) {
		if (kindOf(index) === 'missing') continue;
		const Id = String(FIRST + index);
		const task = { EnterpriseId: TASK.enterpriseId, Id, Type: '1', CustomerTimeout: '30' };
		bench.emulator.store.put(newTask({ ...task, IvrId: '1', Cnos: '1' }));
	}
}

const run = async (operation: string) =>
	await bench.run(
		{ operation, fields: 'mapFromInput', taskId: '', options: { onlySendWhatDiffers: true } },
		{ items: rows, node: CONTINUE },
	);

const columnsOf = (json: IDataObject) => Object.keys(json).join(' ');
const listsAtTop = (json: IDataObject) =>
	Object.values(json).filter((value) => Array.isArray(value)).length;

test('a preview of a thousand mixed rows has one shape, and rows in their order', async () => {
	arrange();
	const { output } = await run('preview');
	expect(output.map(({ json }) => [json.Id, json.row_number])).toEqual(
		rows.map(({ 任务ID: id, row_number: row }) => [String(id), row]),
	);
	expect(new Set(output.map(({ json }) => columnsOf(json))).size).toBe(1);
	expect(new Set(output.map(({ json }) => Object.keys(Object(json.details)).join(' '))).size).toBe(
		1,
	);
	expect(output.filter(({ json }) => listsAtTop(json) > 0)).toEqual([]);
	const actions = { updated: 'update', unchanged: 'nothing', refused: 'refuse', missing: 'refuse' };
	expect(output.map(({ json }) => json.action)).toEqual(
		rows.map((_none, index) => actions[kindOf(index) ?? 'missing']),
	);
	expect(bench.emulator.journal).toEqual([]);
});

test('an update of them has one shape for what went well and one for what did not', async () => {
	arrange();
	const { output, hints } = await run('update');
	const good = output.filter((_item, index) => index % 4 < 2);
	const bad = output.filter((_item, index) => index % 4 > 1);
	expect(output.map(({ pairedItem }) => pairedItem)).toEqual(rows.map((_none, item) => ({ item })));
	expect(good.map(({ json }) => json.row_number)).toEqual(
		rows.flatMap(({ row_number: row }, index) => (index % 4 < 2 ? [row] : [])),
	);
	const updated = good.filter(({ json }) => json.action === 'updated');
	const unchanged = good.filter(({ json }) => json.action === 'unchanged');
	expect([updated.length, unchanged.length]).toEqual([250, 250]);
	for (const some of [updated, unchanged]) {
		expect(new Set(some.map(({ json }) => columnsOf(json))).size).toBe(1);
	}
	expect(good.filter(({ json }) => listsAtTop(json) > 0)).toEqual([]);
	expect(new Set(bad.map(({ json }) => columnsOf(json)))).toEqual(new Set(['error']));
	expect(bad.slice(0, 2).map(({ json }) => json.error)).toEqual([
		{
			message: `Task 700002, item 2 (row 4): 'Customer Timeout' (column "客户超时") is 90; give a whole number from 5 to 60`,
			description: 'Nothing was sent for this item.',
			Id: '700002',
			row_number: 4,
		},
		{
			message: 'Task 700003, item 3 (row 5): Call center 7000002 has no task 700003',
			description: expect.stringContaining('参数[taskId]取值不正确. '),
			Id: '700003',
			row_number: 5,
			code: 'isv.INVALID_PARAMETERS',
			requestId: expect.any(String),
			httpStatus: 200,
			help: expect.stringContaining('https://api.aliyun.com/troubleshoot?'),
		},
	]);
	expect(hints[0]?.message).toMatch(/^250 updated, 250 unchanged, 500 refused, /);
	expect(bench.emulator.journal).toHaveLength(250);
});

test.each(['preview', 'update'])(
	'%s of no rows does nothing, and says nothing',
	async (operation) => {
		const { output, hints } = await bench.run(
			{ operation, fields: 'mapFromInput', taskId: '' },
			{ items: [] },
		);
		expect(output).toEqual([]);
		expect(hints).toEqual([]);
		expect(bench.sent).toEqual([]);
	},
);
