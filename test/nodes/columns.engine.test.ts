import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { hintsOf, mapping } from '../support/mapping';
import { CONTINUE, errorsOf, useBench } from '../support/bench';

const bench = useBench();

const { map, sentFor, refusalOf } = mapping(bench);

describe("a column in another time zone than China's", () => {
	test.each([
		['开始时间(UTC)', '00:30', 'UTC'],
		['Start Time (GMT-8)', '8:30', 'GMT-8'],
		['结束时间（UTC+09:00）', '2030-12-01 09:30', 'UTC+09:00'],
		['开始日期 [utc]', 47818.5, 'utc'],
	])('is refused where its cell has no offset: %s', async (name, cell, zone) => {
		expect((await refusalOf({ [name]: cell })).message).toContain(
			`(column "${name}") is in "${zone}" by its name; give China time, in a column that says so, or values with an offset`,
		);
		expect(bench.sent).toEqual([]);
	});

	test('is read where its cell says its own, or where it is China', async () => {
		expect(await sentFor({ '开始时间(UTC)': '2030-12-01T00:30:00Z' })).toEqual({
			AutoStartDay: '2030-12-01',
			AutoStartTime: '08:30:00',
		});
		for (const name of ['开始时间(UTC+8)', '开始时间（GMT+08:00）', '开始时间（北京时间）']) {
			expect(await sentFor({ [name]: '8:30' })).toEqual({ AutoStartTime: '08:30:00' });
		}
		expect(await sentFor({ '开始时间(UTC)': '', Name: 'x' })).toEqual({ Name: 'x' });
	});
});

describe('two columns that mean one parameter', () => {
	test('are fine while one is empty or both are alike', async () => {
		expect(await sentFor({ Name: '', 任务名称: 'x' })).toEqual({ Name: 'x' });
		expect(await sentFor({ Name: 'x', name: 'x', NAME: null })).toEqual({ Name: 'x' });
	});

	test.each<[string, unknown, string, unknown, string]>([
		['客户超时', '３０', 'CustomerTimeout', 30, '30'],
		['定时开始', '否', 'AutoStart', 0, '0'],
		['开始时间', '8:00', 'AutoStartTime', '08:00:00', '08:00:00'],
		['开始日期', '2030/12/1', 'Start Date', '2030-12-01', '2030-12-01'],
		['呼叫方式', 0, 'Calling Mode', 'continuous', '0'],
		['座席工号列表', '2000，2001', 'Cnos', ['2000', 2001], '2000,2001'],
		[
			'外显规则',
			{ defaultAreaCode: '010', isMatchCapital: '1' },
			'ClidProperty',
			'{"isMatchCapital":"1","defaultAreaCode":"010"}',
			'{"defaultAreaCode":"010","isMatchCapital":"1"}',
		],
		['骚扰率', '3.0', 'Quotiety', 3, '3'],
	])(
		'are fine where they mean the same: %s %j and %s %j',
		async (one, first, other, second, wire) => {
			const sent = await sentFor({ [one]: first, [other]: second } as IDataObject);
			expect(Object.values(sent)).toEqual([wire]);
		},
	);

	test('give both halves where one is a moment, and differ where it is another one', async () => {
		const [day, moment] = ['2030-12-01', '2030-12-01 08:30'];
		for (const [one, other] of [
			[day, moment],
			[moment, day],
		]) {
			expect(await sentFor({ 定时开始: 1, 开始日期: one, AutoStartDay: other })).toEqual({
				AutoStart: '1',
				AutoStartDay: day,
				AutoStartTime: '08:30:00',
			});
		}
		const other = { 定时开始: 1, 开始日期: moment, AutoStartDay: '2030-12-01 09:00' };
		expect((await refusalOf(other)).message).toContain('with different values');
	});

	test('say the same of a task in whatever form, and differ where one is wrong', async () => {
		expect(await sentFor({ 任务ID: 133224, 任务编号: '0133224.0', Name: 'x' })).toEqual({
			Name: 'x',
		});
		expect((await refusalOf({ 客户超时: 'x', CustomerTimeout: 'y' })).message).toContain(
			'with different values',
		);
		expect((await refusalOf({ 客户超时: 90, CustomerTimeout: '90' })).message).toContain(
			'is 90; give a whole number from 5 to 60',
		);
		expect(
			(await refusalOf({ 客户超时: 30, 'Customer Timeout': 45, CustomerTimeout: 30 })).message,
		).toContain('"客户超时" and "Customer Timeout" with different values');
	});

	test('are refused where they differ, unless one is to be ignored', async () => {
		const item = { Name: 'x', 任务名称: 'y' };
		expect((await refusalOf(item)).message).toBe(
			'\'Name\' stands in the columns "Name" and "任务名称" with different values; keep one of them, or leave one out by \'Columns to Ignore\' [item 0]',
		);
		// Ignored by the name that stands there, not by the parameter it means.
		expect(await sentFor(item, { options: { columnsToIgnore: '任务名称' } })).toEqual({
			Name: 'x',
		});
	});
});

describe('columns that mean no parameter', () => {
	const items = [
		{ TaskId: '133224', Name: 'x', Remarks: 'a', AutoStrat: '1' },
		{ TaskId: '133225', Name: 'x', Remarks: 'b', 城市: '北京' },
	];

	test('are named once, with what was probably meant', async () => {
		const result = await map(items);
		expect(bench.sent).toHaveLength(2);
		expect(hintsOf(result).slice(1)).toEqual([
			"In 1 of 2 items, something is worth a second look; 'warnings' in the output says what.",
			'Columns that match no parameter were left out: "Remarks"; "AutoStrat", did you mean "AutoStart"?; "城市".',
		]);
	});

	test('are refused on request, but for those to ignore', async () => {
		const { output } = await map(
			items,
			{ options: { unknownColumns: 'refuse', columnsToIgnore: ' remarks，城市 ' } },
			{ node: CONTINUE },
		);
		expect(errorsOf(output).map(({ message }) => message)).toEqual([
			'Task 133224, item 0: The column "AutoStrat" is no parameter; did you mean "AutoStart"?',
		]);
		expect(bench.sent.map(({ TaskId }) => TaskId)).toEqual(['133225']);
	});

	test('fill no screen', async () => {
		const many = Object.fromEntries(
			Array.from({ length: 50 }, (_none, n) => [`Q${n} ${'x'.repeat(200)}`, n]),
		);
		const [hint = ''] = hintsOf(await map([{ TaskId: '133224', Name: 'x', ...many }]));
		expect(hint).toMatch(/ and 30 more\.$/);
		expect(hint.length).toBeLessThan(20 * 100);
	});
});

describe('the object', () => {
	const body = { TaskId: '133224', Name: '名 🌸' };

	test.each<[string, INodeParameters[string], IDataObject]>([
		['below a key', '={{ $json.body }}', { body, Name: 'not this' }],
		['as JSON text of an AI', '={{ $json.text }}', { text: JSON.stringify(body) }],
		['as fixed JSON', JSON.stringify(body), {}],
		['made by an expression', '={{ ({ TaskId: 133224, Name: $json.a + " 🌸" }) }}', { a: '名' }],
		['the item, written otherwise', '={{$json}}', body],
	])('%s', async (_name, fieldsObject, item) => {
		await map([item], { fieldsObject });
		expect(bench.sent).toEqual([{ EnterpriseId: '7000002', ...body }]);
	});

	test.each([
		'={{ $json.nothing }}',
		'={{ $json }} x',
		'x {{ $json }}',
		'={{ [1] }}',
		'not JSON',
		'',
		'={{ $json.body.TaskId }}',
	])('%j is none', async (fieldsObject) => {
		const error = await refusalOf({ body }, {}, { fieldsObject });
		expect(error.message).toMatch(/^'Row to Map' is .*; give an object whose keys are names/);
		expect(bench.sent).toEqual([]);
	});

	test('decides for each item, and a failing one fails alone', async () => {
		const items = [{ body }, { body: 7 }, { body: { ...body, Name: 'z' } }];
		const { output } = await map(items, { fieldsObject: '={{ $json.body }}' }, { node: CONTINUE });
		expect(bench.sent.map(({ Name }) => Name)).toEqual(['名 🌸', 'z']);
		expect(errorsOf(output)[0]?.message).toMatch(/^'Row to Map' is 7; .* \[item 1\]$/);
	});
});

test('the options may be expressions, and no item sends nothing', async () => {
	const options = { unknownColumns: '={{ $json.u }}', columnsToIgnore: '={{ ["Remarks"] }}' };
	const items = [
		{ TaskId: '133224', Name: 'x', Remarks: 1, Other: 1 },
		{ TaskId: '133225', u: 'refuse', Name: 'y' },
	];
	const { output } = await map(items, { options }, { node: CONTINUE });
	expect(errorsOf(output).map(({ message }) => message)).toEqual([
		'Task 133225, item 1: The column "u" is no parameter',
	]);
	expect(await map([])).toEqual({ output: [], hints: [] });
});
