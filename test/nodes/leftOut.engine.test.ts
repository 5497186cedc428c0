import type { IDataObject } from 'n8n-workflow';
import { CONTINUE, errorsOf, detailsOf, useBench } from '../support/bench';
import { mapping } from '../support/mapping';

const bench = useBench();

const { map, sentFor, refusalOf } = mapping(bench);

const outputFor = async (item: IDataObject, more = {}): Promise<IDataObject> => {
	const { output } = await map([{ TaskId: '133224', ...item }], more);
	return output[0]?.json ?? {};
};

const warningsOf = async (item: IDataObject, more = {}) => {
	const { output } = await map([{ TaskId: '133224', ...item }], more);
	return detailsOf(output[0]).warnings;
};

describe('a column that was left out', () => {
	test.each([
		['Concurency', 5, 'Concurrency'],
		['客户超时时间长', 5, '客户超时时间'],
		['客户超时（测试）', 5, '客户超时'],
		['Name_1', 'x', 'Name'],
		['Task Name', 'x', 'Name'],
		['是否自动完成', '是', '自动完成'],
		['End Date', '2030-12-01', 'Stop Date'],
	])('comes back with its item where it is near to a parameter: %s', async (name, cell, meant) => {
		const warnings = [`The column "${name}" was left out; did you mean "${meant}"?`];
		expect(await warningsOf({ 任务描述: 'x', [name]: cell })).toEqual(warnings);
		expect(bench.changes).toEqual({ Description: 'x' });
		expect(await warningsOf({ 任务描述: 'y', [name]: cell }, { operation: 'preview' })).toEqual(
			warnings,
		);
		const error = await refusalOf({ 客户超时: 90, [name]: cell });
		expect(error.description).toBe(`Nothing was sent for this item. ${warnings.join()}`);
	});

	test('comes back with a refusal by the gateway as well', async () => {
		const { output } = await map(
			[{ TaskId: '999', Name: 'x', Concurency: 5 }],
			{},
			{ node: CONTINUE },
		);
		expect(errorsOf(output)[0]?.description).toMatch(
			/ The column "Concurency" was left out; did you mean "Concurrency"\? Code /,
		);
	});

	test.each<[string, IDataObject]>([
		['is far from all parameters', { 负责人: '张三' }],
		['is empty', { Concurency: '', 客户超时时间长: null }],
	])('is the run’s matter where it %s', async (_name, columns) => {
		expect(await outputFor({ 任务描述: 'x', ...columns })).toMatchObject({ warnings: '' });
	});

	test.each<[string, IDataObject, string[]]>([
		[
			'a misspelled one',
			{ Concurency: 5 },
			['"Concurency" was left out; did you mean "Concurrency"?'],
		],
		['strange ones', { maxCalls: 5, 'a b': 1 }, ['"maxCalls" was left out', '"a b" was left out']],
		[
			'a field of an answer',
			{ UserField: '{}', Status: 1 },
			['"UserField" was left out; did you mean "UserFields"?'],
		],
		[
			'an object that holds the fields, as tables of a base do',
			{ fields: { name: 'x' } },
			['"fields" was left out; "name" stands inside it and has to be a column by itself'],
		],
	])('is to blame where an item comes to nothing by %s', async (_name, columns, expected) => {
		const first = 'No column means anything to change, so nothing changes';
		const warnings = [first, ...expected.map((text) => `The column ${text}`)];
		expect(await outputFor(columns)).toMatchObject({
			Id: '133224',
			EnterpriseId: '7000002',
			action: 'unchanged',
			warnings: warnings.join('; '),
			details: { warnings },
		});
		expect(bench.sent).toEqual([]);
		expect(await warningsOf(columns, { operation: 'preview' })).toEqual(warnings);
	});

	test.each<[string, IDataObject, string | undefined]>([
		['a section', { schedule: { start_date: '2030-12-01', autoStart: true } }, 'autoStart'],
		['a person', { owner: { name: '张三', description: 'x' } }, undefined],
		['an answer of this node', { request: { AutoStart: '1' } }, undefined],
		['what n8n adds', { error: { message: 'x' }, headers: { name: 'x' } }, undefined],
	])('that holds %s', async (_name, column, inside) => {
		const warnings = await warningsOf({ 任务描述: 'x', ...column });
		const [name] = Object.keys(column);
		const said = `The column "${name}" was left out; "${inside}" stands inside it and has to be a column by itself`;
		expect(warnings).toEqual(inside ? [said] : []);
	});

	test('is not to blame where the cells of a sheet are empty', async () => {
		expect(await outputFor({ 任务名称: '', 负责人: '张三' })).toMatchObject({ warnings: '' });
	});

	test('is named whatever it is where a language model wrote the object', async () => {
		const fieldsObject = "={{ /* $fromAI('fields') */ $json.made }}";
		const made = { taskId: '133224', name: 'x', maxCalls: 5, wrapupTime: 30 };
		const { output } = await map([{ made }], { fieldsObject });
		expect(detailsOf(output[0]).warnings).toEqual([
			'The column "maxCalls" was left out',
			'The column "wrapupTime" was left out; did you mean "Wrap-Up Time"?',
		]);
	});
});

describe('what is written beside a name', () => {
	test.each([
		'客户超时（秒）',
		'客户超时(s)',
		'* 客户超时 ：',
		'客户超时（必填，5-60 秒）',
		'【必填】客户超时',
		'客户超时[整数]',
		'\uFEFF客户超时\u200B',
		'Customer Timeout (seconds, required)',
		'CustomerTimeout（单位：秒）',
	])('is no part of it: %j', async (name) => {
		expect(await sentFor({ [name]: 30 })).toEqual({ CustomerTimeout: '30' });
	});

	test('is no part of the name of the task', async () => {
		await map([{ '任务ID（必填）': 133224, '开始日期（yyyy-MM-dd）': '2030-12-01', 接通率: 5 }]);
		expect(bench.sent).toEqual([
			{ EnterpriseId: '7000002', TaskId: '133224', AutoStartDay: '2030-12-01' },
		]);
	});

	test.each([
		'客户超时（分钟）',
		'客户超时 (min)',
		'Customer Timeout (ms)',
		'座席整理时间（小时）',
	])('is refused where it is another unit: %s', async (name) => {
		expect((await refusalOf({ [name]: 30 })).message).toMatch(
			/^'.*' \(column ".*"\) counts ".*" by its name; give seconds, in a column that says so \[item 0\]$/,
		);
		expect(await sentFor({ [name]: '', Name: 'x' })).toEqual({ Name: 'x' });
	});

	test.each(['开始时间（实际）', 'Name (customer)', '客户超时（旧）'])(
		'is part of it where it says something else: %s',
		async (name) => {
			expect(await sentFor({ 任务描述: 'x', [name]: '1' })).toEqual({ Description: 'x' });
		},
	);
});

describe('a column that a reader doubled', () => {
	test.each([
		['客户超时', '客户超时_1'],
		['Name', 'Name (1)'],
		['任务名称', '任务名称.1'],
		['开始日期（yyyy-MM-dd）', '开始日期（yyyy-MM-dd）_2'],
	])('is the same once more: %s and %s', async (first, second) => {
		const [one, other] = first.startsWith('开始') ? ['2030-12-01', '2030-12-02'] : ['30', '45'];
		expect((await refusalOf({ [first]: one, [second]: other })).message).toContain(
			`stands in the columns "${first}" and "${second}" with different values`,
		);
		const sent = await sentFor({ [first]: one, [second]: one });
		expect(Object.values(sent)).toEqual([one]);
		const options = { columnsToIgnore: first.startsWith('Name') ? 'Name' : `"${first}"` };
		expect(Object.values(await sentFor({ [first]: one, [second]: other }, { options }))).toEqual([
			other,
		]);
	});

	test('counts alone where its row has no other, since readers leave empty cells out', async () => {
		await map([
			{ TaskId: '133224', 客户超时_1: 30 },
			{ TaskId: '133225', 客户超时: 45 },
		]);
		expect(bench.sent.map(({ CustomerTimeout }) => CustomerTimeout)).toEqual(['30', '45']);
	});
});

describe('without its task', () => {
	const refusal = async (item: IDataObject) =>
		(await bench.failure({ fields: 'mapFromInput' }, { items: [item] })).message;

	test.each<[string, IDataObject, string]>([
		[
			'names its columns',
			{ Name: 'x', 备注: 1 },
			'No column says which task. There are: "Name", "备注". Name one Task ID, or choose it under \'Task ID\' [',
		],
		[
			'names none that n8n or its nodes put there',
			{
				row_number: 2,
				createdTime: 'x',
				Name: 'x',
				requestId: 1,
				ID: 'recX',
				action: 'y',
				calls: 'z',
			},
			'No column says which task. There are: "Name", "ID"',
		],
		[
			'names those where there are no others',
			{ row_number: 2, calls: '' },
			'There are: "row_number", "calls". Name',
		],
		['says that it has none', {}, "'Task ID' is missing; the item has no columns ["],
		[
			'says that the cell is empty',
			{ 任务ID: ' ' },
			'\'Task ID\' is missing; its column "任务ID" is empty or left out [',
		],
		[
			'says where it stands',
			{ headers: {}, body: { taskId: 1 } },
			'There are: "body"; it stands inside "body": set \'Row to Map\' to {{ $json["body"] }}. Name',
		],
		[
			'names the first of many',
			Object.fromEntries(Array.from({ length: 30 }, (_none, index) => [`c${index}`, 1])),
			' "c19" and 10 more',
		],
	])('an item %s', async (_name, item, expected) => {
		expect(await refusal(item)).toContain(expected);
		expect(bench.sent).toEqual([]);
	});

	test.each([
		['GBK read as UTF-8', Buffer.from([0xc8, 0xce, 0xce, 0xf1, 0x49, 0x44]).toString('utf8')],
		['GBK read as Latin-1', Buffer.from('任务ID').toString('latin1')],
		['UTF-8 read as GBK', new TextDecoder('gbk').decode(Buffer.from('任务名称'))],
	])('an item of a file in the wrong encoding says so: %s', async (_name, header) => {
		expect(await refusal({ [header]: '133224' })).toContain(
			'; the names look garbled: the file was read in another encoding than it was saved in',
		);
		// A name in ASCII is readable all the same; what is lost then is said with the item.
		const warnings = await warningsOf({ [header]: '30', Name: 'x' });
		expect(warnings).toEqual([
			expect.stringMatching(/; its name looks garbled: the file was read /),
		]);
	});

	test('what is said of a wrong encoding is said once, and nothing else of its names', async () => {
		const readAsGbk = (name: string) => new TextDecoder('gbk').decode(Buffer.from(name));
		const headers = ['客户超时', '任务名称', '开始日期'].map(readAsGbk);
		const item = Object.fromEntries(headers.map((header) => [header, '30']));
		const warnings = await warningsOf({ ...item, Name: 'x' });
		const named = headers.map((header) => JSON.stringify(header)).join(', ');
		expect(warnings).toEqual([
			expect.stringContaining('were left out; their names look garbled: the file was read '),
		]);
		expect(String(warnings)).toContain(named);
		// What is left of 任务ID is no ID.
		expect(await refusal({ '\ufffd\ufffdID': '133224' })).toContain('No column says which task');
	});

	test('fields set below say no more', async () => {
		expect((await bench.failure({ taskId: '' })).message).toBe("'Task ID' is missing [item 0]");
	});
});
