import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { refusalsOf, useBench } from '../../support/bench';

const bench = useBench();

const MAPPED = { operation: 'update', fields: 'mapFromInput' };

/** What the editor shows, line by line and without its marks. */
async function shown(
	items: IDataObject[],
	parameters: INodeParameters = {},
): Promise<{ head: string; lines: string[] }> {
	const html = await bench.columns({ ...MAPPED, ...parameters }, items);
	const [head = '', ...lines] = html.replaceAll(/<\/?b>/g, '').split('<br>');
	return { head, lines };
}

const EMPTY =
	'Empty cells are not sent, unless the option Send Empty Values is on: then all of them are.';

test('every column stands there with what becomes of it', async () => {
	const { head, lines } = await shown([
		{
			row_number: 2,
			任务ID: '133224',
			任务名称: '双十一回访',
			定时开始: '是',
			'Customer Timeout (s)': 20,
			AutoStopDya: '2030-12-10',
			备注: '张三',
			clear: 'Description',
		},
	]);
	expect(head).toBe('Columns taken from the last input: 5 of 8');
	expect(lines).toEqual([
		'任务ID → Task ID',
		'任务名称 → Name',
		'定时开始 → Auto Start',
		'Customer Timeout (s) → Customer Timeout',
		'clear → Clear',
		'AutoStopDya: unknown; did you mean "AutoStopDay"?',
		'Unknown, left out: "备注"',
		'Put there by n8n, the service or this node, left out: "row_number"',
		EMPTY,
	]);
});

const ROW = { 任务ID: '133224', 客户超时: '20' };

test.each<{
	what: string;
	items: IDataObject[];
	parameters?: INodeParameters;
	lines: string[];
}>([
	{
		what: 'a column that is left out on purpose',
		items: [{ ...ROW, Name: 'x', 备注: '' }],
		parameters: { options: { columnsToIgnore: 'name, 备注' } },
		lines: ['客户超时 → Customer Timeout', `Left out by 'Columns to Ignore': "Name", "备注"`],
	},
	{
		what: 'names to ignore by an expression',
		items: [{ ...ROW, Name: 'x', skip: ['Name', 'skip'] }],
		parameters: { options: { columnsToIgnore: '={{ $json.skip }}' } },
		lines: [`Left out by 'Columns to Ignore': "Name", "skip"`],
	},
	{
		what: 'unknown columns that are refused',
		items: [{ ...ROW, 备注: '', AutoStopDya: '' }],
		parameters: { options: { unknownColumns: 'refuse' } },
		lines: [
			'AutoStopDya: unknown; did you mean "AutoStopDay"?',
			'Unknown, left out: "备注"',
			"Rows with unknown columns are refused, by 'Unknown Columns'.",
		],
	},
	{
		what: 'a column that a field of the node names',
		items: [{ No: '133224', 任务ID: 'spring', 客户超时: '20' }],
		parameters: { taskId: 'No' },
		lines: ['No → Task ID', "任务ID: not read, since 'Task ID' is set in the node"],
	},
	{
		what: 'a column that was dragged into a field',
		items: [
			{ 'Row Key': '133224', 客户超时: '20' },
			{ 'Row Key': '133225', 客户超时: '' },
		],
		parameters: { taskId: "={{ $json['Row Key'] }}" },
		lines: ['Row Key → Task ID', '客户超时 → Customer Timeout'],
	},
	{
		what: 'one task for all items, by its ID',
		items: [{ 客户超时: '20', 任务ID: '133225' }],
		parameters: { taskId: '133224' },
		lines: ["任务ID: not read, since 'Task ID' is set in the node"],
	},
	{
		what: 'a vague name that is the only one',
		items: [
			{ ID: '133224', 客户超时: '20' },
			{ ID: '133225', 客户超时: '30' },
		],
		lines: ['ID → Task ID'],
	},
	{
		what: 'a vague name that counts the rows',
		items: [
			{ ID: 1, 客户超时: '20' },
			{ ID: 2, 客户超时: '30' },
		],
		lines: [
			`⚠ No column says which task. There are: "ID", "客户超时"; "ID" is not taken for it, since it counts the rows. Name one Task ID, or choose it under 'Task ID'.`,
		],
	},
	{
		what: 'what no column says',
		items: [{ 客户超时: '20' }],
		lines: [
			`⚠ No column says which task. There are: "客户超时". Name one Task ID, or choose it under 'Task ID'.`,
		],
	},
	{
		what: 'columns that contradict each other',
		items: [{ ...ROW, 'Customer Timeout': '30' }],
		lines: [
			`⚠ 'Customer Timeout' stands in the columns "客户超时" and "Customer Timeout" with different values; keep one of them, or leave one out by 'Columns to Ignore'.`,
		],
	},
	{
		what: 'what stands inside a column',
		items: [{ ...ROW, fields2: { AutoStart: true } }],
		lines: ['fields2: unknown; "AutoStart" stands inside it and has to be a column by itself'],
	},
	{
		what: 'columns inside an object of the item',
		items: [{ body: { 任务ID: '133224', 备注: '' } }, { body: { Concurrency: 5 } }],
		parameters: { fieldsObject: '={{ $json.body }}' },
		lines: [
			`⚠ Item 1: No column says which task. There are: "Concurrency". Name one Task ID, or choose it under 'Task ID'.`,
			'任务ID → Task ID',
			'Concurrency → Maximum Concurrency',
			'Unknown, left out: "备注"',
		],
	},
	{
		what: 'columns that an expression makes',
		items: [{ id: '133224' }, { id: '133225' }],
		parameters: { fieldsObject: '={{ { TaskId: $json.id, Name: "x" } }}' },
		lines: ['TaskId → Task ID', 'Name → Name'],
	},
	{
		what: 'a row that is no object',
		items: [{ body: 'nothing' }],
		parameters: { fieldsObject: '={{ $json.body }}' },
		lines: [`⚠ 'Row to Map' is "nothing"; give an object whose keys are names of parameters.`],
	},
	{
		what: 'names that are none, long, or those of every object',
		items: [
			JSON.parse(
				`{"任务ID":"133224","__proto__":"a","constructor":"b","":"c"," ":"d","${'长'.repeat(200)}":"e","AutoStart\\u200b":"是"}`,
			) as IDataObject,
		],
		lines: [
			'任务ID → Task ID',
			'AutoStart‹U+200B› → Auto Start',
			`Unknown, left out: "__proto__", "constructor", "", " ", "${'长'.repeat(79)}…`,
		],
	},
	{
		what: 'more names that are nearly one than anybody reads',
		items: [
			{
				...ROW,
				...Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`AutoStopDya ${at}`, ''])),
			},
		],
		lines: ['10 more are unknown.'],
	},
	{
		what: 'names that are HTML',
		items: [{ ...ROW, '<img src=x onerror=alert(1)>': 'a', '<b>Name</b>': 'b' }],
		lines: ['&lt;b&gt;Name&lt;/b&gt;: unknown; did you mean "Name"?'],
	},
])('$what', async ({ items, parameters, lines }) => {
	const all = (await shown(items, parameters)).lines;
	expect(all).toEqual(expect.arrayContaining(lines));
	expect(all.join()).not.toMatch(/<(?!\/?b>|br>)/);
});

test('a column that only a later item has stands there as well, up to a bound', async () => {
	const rows = Array.from({ length: 60 }, (_, row) => ({
		任务ID: String(133224 + row),
		...(row === 40 ? { 客户超时: '20' } : {}),
		...(row === 55 ? { 描述: 'x' } : {}),
	}));
	const { head, lines } = await shown(rows);
	expect(head).toBe('Columns taken from the last input: 2 of 2 (50 of 60 items looked at)');
	expect(lines).toEqual(['任务ID → Task ID', '客户超时 → Customer Timeout', EMPTY]);
});

test('of long cells little is sent to n8n', async () => {
	const item = { ...ROW, 描述: 'x'.repeat(100_000), 备注: { deep: ['y'.repeat(100_000)] } };
	const { lastInput } = await bench.resolved(MAPPED, [item]);
	expect(String(lastInput).length).toBeLessThan(1500);
	expect((await shown([item])).lines).toContain('描述 → Description');
});

test.each([
	['preview', { 任务ID: '1', 类型: 'x' }, '任务ID → Task ID'],
	['create', { 任务名称: 'x', 任务类型: '1' }, '任务类型 → Task Type'],
	['createOrUpdate', { 任务名称: 'x', 任务模板名称: 'y' }, '任务模板名称 → Template Name'],
	['importNumbers', { 手机号: '13800138000', 任务ID: '1', 优先级: '2' }, '优先级 → Priority'],
])('%s has its own columns', async (operation, item, line) => {
	expect((await shown([item], { operation })).lines).toContain(line);
});

test.each([
	['create', 'No column says what the task is called'],
	['importNumbers', 'Phone Number'],
])('%s misses a column of its own', async (operation, says) => {
	const { lines } = await shown([{ 备注: 'x' }], { operation, taskId: '' });
	expect(lines.filter((line) => line.startsWith('⚠')).join()).toContain(says);
});

test.each([
	['update', EMPTY],
	['createOrUpdate', EMPTY],
	['create', 'Empty cells are not sent.'],
])('%s says what becomes of empty cells', async (operation, says) => {
	expect((await shown([], { operation })).head).toContain(says);
});

test('before there is any input, it says what columns are taken', async () => {
	const { head, lines } = await shown([]);
	expect(head).toContain('Run the step before this one');
	expect(head).toContain(EMPTY);
	expect(lines).toEqual([]);
});

test('where no columns are mapped, there is nothing to show', async () => {
	expect(await bench.columns({ operation: 'get' }, [ROW])).toBe('');
});

/** It is held against the run, which must not come to know another mapping. */
test('what is shown to be taken is what is sent', async () => {
	const item = { ID: '133224', 'Customer Timeout': 20, 描述: 'x', 备注: 'y', AutoStopDya: 'z' };
	const { lines } = await shown([item]);
	const taken = lines.flatMap((line) => / → (.+)$/.exec(line)?.[1] ?? []);
	expect(taken).toEqual(['Task ID', 'Customer Timeout', 'Description']);
	const { output } = await bench.run(MAPPED, { items: [item] });
	expect(refusalsOf(output)).toEqual([]);
	expect(bench.changes).toEqual({ CustomerTimeout: '20', Description: 'x' });
});
