import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { operations } from '../../nodes/AlibabaCloudVms/operations';
import { CONTINUE, errorsOf, TASK, useBench } from '../support/bench';

const bench = useBench();

const INCLUDED = { includeInputColumns: true };

/** Columns of a sheet's owner, under names that results have, and under names that JavaScript has. */
const OWN: IDataObject = {
	row_number: 7,
	负责人: '张三',
	action: 'mine',
	summary: 'mine',
	details: 'mine',
	Status: 'mine',
	request: 'mine',
	verified: 'mine',
	error: 'mine',
	constructor: 'builder',
	toString: '',
	nested: { deep: [1] },
};

const hostile = (): IDataObject =>
	Object.assign(JSON.parse('{"__proto__":{"polluted":true}}') as IDataObject, OWN);

/** By operation, what changes something, or shows what would. */
const CHANGES: Array<[string, INodeParameters]> = [
	['preview', { details: { name: 'x' } }],
	['update', { details: { name: 'x' } }],
	['start', {}],
	['pause', { taskId: '133230' }],
	['end', { taskId: '133226', confirmEnd: true }],
	['delete', {}],
	['create', { type: 1, name: 'x', agents: { cnos: '2000' } }],
	['createOrUpdate', { type: 1, name: 'x', agents: { cnos: '2000' } }],
	['importNumbers', { fields: 'setBelow', batchName: 'b', tel: '13800000001' }],
	['deleteNumbers', { which: { tels: '13800000001' } }],
];

const run = async (
	operation: string,
	parameters: INodeParameters,
	options: INodeParameters,
	items: IDataObject[],
) => {
	const { output } = await bench.run(
		{ operation, ...parameters, options },
		{ items, node: CONTINUE },
	);
	return output;
};

test('every operation that changes something, or shows what would, has the option', () => {
	const having = operations
		.filter(({ options }) => 'includeInputColumns' in options)
		.map(({ option }) => option.value);
	expect(having.sort()).toEqual(CHANGES.map(([operation]) => operation).sort());
});

describe.each(CHANGES)('%s', (operation, parameters) => {
	test('has the number of the row behind its result', async () => {
		const [item] = await run(operation, parameters, {}, [hostile()]);
		const { row_number: row, ...json } = item?.json ?? {};
		expect(row).toBe(7);
		expect(json).not.toHaveProperty('负责人');
		expect(json).not.toHaveProperty('error');
		expect(Object.keys(item?.json ?? {}).at(-1)).toBe('row_number');
	});

	test('has the columns of the item behind its result, and none in its place', async () => {
		const [plain] = await run(operation, parameters, {}, [{}]);
		bench.reset();
		const [item] = await run(operation, parameters, INCLUDED, [hostile()]);
		const { json = {}, binary, pairedItem } = item ?? {};
		const own = Object.keys(plain?.json ?? {});
		expect(Object.keys(json).slice(0, own.length)).toEqual(own);
		const behind = Object.fromEntries(Object.entries(json).slice(own.length));
		const { row_number, 负责人, nested } = OWN;
		expect(behind).toMatchObject({ row_number, 负责人, nested, constructor: 'builder' });
		for (const name of ['action', 'details', 'error', 'request', 'verified', 'summary']) {
			expect(json[name]).not.toBe('mine');
		}
		expect(Object.getPrototypeOf(json)).toBe(Object.prototype);
		expect(json).not.toHaveProperty('polluted');
		expect(binary).toBeUndefined();
		expect(pairedItem).toEqual({ item: 0 });
	});
});

test('a row that is refused keeps its number, in its error and in its sentence', async () => {
	const items = [{ row_number: 2, s: 30 }, { row_number: 3, s: 90 }, { s: 91 }];
	const parameters = { callHandling: { customerTimeout: '={{ $json.s }}' } };
	const output = await run('update', parameters, INCLUDED, items);
	expect(errorsOf(output)).toEqual([
		{
			message: `Task ${TASK.taskId}, item 1 (row 3): 'Customer Timeout' is 90; give a whole number from 5 to 60`,
			description: 'Nothing was sent for this item.',
			Id: TASK.taskId,
			row_number: 3,
		},
		expect.objectContaining({
			message: expect.stringMatching(/^Task 133224, item 2: 'Customer Timeout' is 91; /),
		}),
	]);
	expect(output.map(({ json }) => Object.keys(json))).toMatchObject([
		expect.arrayContaining(['row_number', 's']),
		['error'],
		['error'],
	]);
	const previewed = await run('preview', parameters, {}, items);
	expect(previewed.map(({ json }) => [json.action, json.row_number])).toEqual([
		['update', 2],
		['refuse', 3],
		['refuse', undefined],
	]);
});

test('a row without a number has none, whatever else the sheet calls so', async () => {
	const [item] = await run('update', { details: { name: 'x' } }, {}, [{ Row_Number: 7, row: 8 }]);
	expect(item?.json).not.toHaveProperty('row_number');
	expect(item?.json).not.toHaveProperty('Row_Number');
});
