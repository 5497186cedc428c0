import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { hintsOf, mapping } from '../support/mapping';
import { Bench, CONTINUE, errorsOf } from '../support/bench';

let bench: Bench;
beforeAll(async () => {
	bench = await Bench.open();
});
beforeEach(() => bench.reset());
afterAll(async () => await bench.close());

const { map, sentFor, refusalOf } = mapping(() => bench);

describe('two columns that mean one parameter', () => {
	test('are fine while one is empty or both are alike', async () => {
		expect(await sentFor({ Name: '', 任务名称: 'x' })).toEqual({ Name: 'x' });
		expect(await sentFor({ Name: 'x', name: 'x', NAME: null })).toEqual({ Name: 'x' });
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
			'Columns that mean no parameter were left out: "Remarks"; "AutoStrat", did you mean "AutoStart"?; "城市".',
		]);
	});

	test('are refused on request, but for those to ignore', async () => {
		const { output } = await map(
			items,
			{ options: { unknownColumns: 'refuse', columnsToIgnore: ' remarks，城市 ' } },
			{ node: CONTINUE },
		);
		expect(errorsOf(output).map(({ message }) => message)).toEqual([
			'The column "AutoStrat" is no parameter; did you mean "AutoStart"? [item 0]',
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

	test.each(['={{ $json.nothing }}', '={{ [1] }}', 'not JSON', '', '={{ $json.body.TaskId }}'])(
		'%j is none',
		async (fieldsObject) => {
			const error = await refusalOf({ body }, {}, { fieldsObject });
			expect(error.message).toMatch(/^'Fields Object' is .*; give an object whose keys are names/);
			expect(bench.sent).toEqual([]);
		},
	);

	test('decides for each item, and a failing one fails alone', async () => {
		const items = [{ body }, { body: 7 }, { body: { ...body, Name: 'z' } }];
		const { output } = await map(items, { fieldsObject: '={{ $json.body }}' }, { node: CONTINUE });
		expect(bench.sent.map(({ Name }) => Name)).toEqual(['名 🌸', 'z']);
		expect(errorsOf(output)[0]?.message).toMatch(/^'Fields Object' is 7; .* \[item 1\]$/);
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
		'The column "u" is no parameter [item 1]',
	]);
	expect(await map([])).toEqual({ output: [], hints: [] });
});
