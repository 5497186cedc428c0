import type { IDataObject } from 'n8n-workflow';
import { CONTINUE, errorsOf, useBench } from '../support/bench';
import { hintsOf, mapping } from '../support/mapping';

const bench = useBench();

const { map, sentFor } = mapping(bench);

const ITEM = { 任务描述: 'x', Name: 'not this', 'Notes, internal': 1, '城市、省份': 2, '🌸': 3 };

describe('columns to ignore', () => {
	test.each([
		'Name,Notes',
		'Name;Notes',
		'Name；Notes',
		'Name、Notes',
		'Name，Notes',
		'Name\nNotes',
		'Name\r\n\r\nNotes\n',
		' name , "Notes" ',
		'“Name”，「Notes」',
		'["Name", "Notes"]',
	])('are told apart in %j', async (columnsToIgnore) => {
		const options = { columnsToIgnore, unknownColumns: 'refuse' };
		expect(await sentFor({ 任务描述: 'x', Name: 'y', Notes: 'z' }, { options })).toEqual({
			Description: 'x',
		});
	});

	test.each<[string, unknown]>([
		['in quotes', '"Notes, internal", Name, "城市、省份"; 🌸'],
		['on lines', 'Name\n"Notes, internal"\n「城市、省份」\n🌸'],
		['in an array', '={{ ["Notes, internal", "Name", "城市、省份", "🌸"] }}'],
		['in JSON', '["Notes, internal", "Name", "城市、省份", "🌸"]'],
	])('may have commas in their names, %s', async (_name, columnsToIgnore) => {
		const options = { columnsToIgnore, unknownColumns: 'refuse' } as IDataObject;
		const { hints } = await map([{ TaskId: '133224', ...ITEM }], { options } as never);
		expect(bench.changes).toEqual({ Description: 'x' });
		expect(hintsOf({ hints })).toEqual([]);
	});

	test('may differ by item', async () => {
		const options = { columnsToIgnore: '={{ $json.ignored }}' };
		const items = [
			{ TaskId: '133224', Name: 'a', 任务描述: 'b', ignored: 'Name' },
			{ TaskId: '133225', Name: 'a', 任务描述: 'b', ignored: ['任务描述'] },
			{ TaskId: '133228', Name: 'a', 任务描述: 'b', ignored: null },
		];
		await map(items as IDataObject[], { options });
		// Tasks are updated side by side.
		expect(
			Object.fromEntries(
				bench.sent.map(({ TaskId = '', Name, Description }) => [TaskId, [Name, Description]]),
			),
		).toEqual({
			133224: [undefined, 'b'],
			133225: ['a', undefined],
			133228: ['a', 'b'],
		});
	});

	test('that no item has are told', async () => {
		const options = { columnsToIgnore: 'Nmae; Notes, "a, b"' };
		const { hints } = await map([{ TaskId: '133224', Name: 'x', Notes: 1 }, { TaskId: '133225' }], {
			options,
		});
		expect(hintsOf({ hints }).at(-1)).toBe(
			'\'Columns to Ignore\' names columns that no item has: "Nmae", "a, b".',
		);
	});

	test('mean a column with a unit beside its name too, unless another one is called so', async () => {
		const options = { columnsToIgnore: '客户超时' };
		const item = { Name: 'x', '客户超时（秒）': 30 };
		expect(await sentFor(item, { options })).toEqual({ Name: 'x' });
		expect(await sentFor({ ...item, 客户超时: 45 }, { options })).toEqual({
			Name: 'x',
			CustomerTimeout: '30',
		});
	});

	test('that are no names are refused', async () => {
		const options = { columnsToIgnore: '={{ [1] }}' };
		const { output } = await map([{ TaskId: '133224' }], { options }, { node: CONTINUE });
		expect(errorsOf(output)[0]?.message).toBe(
			"'Columns to Ignore' is [1]; give names of columns separated by commas, or an array of them [item 0]",
		);
	});
});
