import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { AlibabaCloudVms } from '../../nodes/AlibabaCloudVms/AlibabaCloudVms.node';
import { newTask } from '../../emulator';
import { CONTINUE, refusalsOf, useBench } from '../support/bench';
import { taskAs, vmsNode } from '../support/node';

const bench = useBench();

const details = { name: 'Named' };
const CONSOLE = 'https://dyvms.console.aliyun.com/dyvms.htm';

/** Which tasks are changed where this is stored for the task, and what is refused. */
async function fates(stored: unknown, more: INodeParameters = {}, items: IDataObject[] = [{}]) {
	const parameters = { ...vmsNode({ details, ...more }).parameters, taskId: stored as string };
	const { output } = await bench.run({}, { items, node: { ...CONTINUE, parameters } });
	return [...bench.sent.map(({ TaskId }) => TaskId), ...refusalsOf(output)];
}

describe('a task that is chosen', () => {
	test.each([
		['from the list', taskAs('133225', 'list')],
		['by its ID', taskAs('133225')],
		['by its ID with blanks around it', taskAs(' 133225 ')],
		['by its ID as a number', taskAs(133225)],
		['by an expression', taskAs('={{ $json.id }}')],
		['by an expression of its own', taskAs('={{ $json.id + "" }}')],
		['by a text with an expression', taskAs('=1{{ $json.rest }}')],
		['by an expression in the list', taskAs('={{ $json.id }}', 'list')],
		['by an address', taskAs(`${CONSOLE}#/task/detail?taskId=133225`, 'url')],
		['by an address from an expression', taskAs('={{ $json.address }}', 'url')],
		['by an address in the place of an ID', taskAs(`${CONSOLE}?TaskId=133225`)],
		['by an ID in the place of an address', taskAs('133225', 'url')],
		['as a text', '133225'],
		['as a number', 133225],
		['by an expression for the locator as a whole', '={{ $json.id }}'],
		['by one that gives a text', '={{ String($json.id) }}'],
		['by one that gives a locator', "={{ { mode: 'id', value: $json.id } }}"],
	])('%s', async (_how, stored) => {
		const items = [{ id: 133225, rest: '33225', address: `${CONSOLE}?a=1&taskid=133225` }];
		expect(await fates(stored, {}, items)).toEqual(['133225']);
	});

	test.each([
		['nothing', taskAs(''), "'Task ID' is missing"],
		['nothing from the list', taskAs('', 'list'), "'Task ID' is missing"],
		['an expression without a value', taskAs('={{ $json.none }}'), "'Task ID' is missing"],
		['an expression that fails', taskAs('={{ x( }}'), "'Task ID' has an expression that fails: "],
		['a name', taskAs('Spring'), `'Task ID' is "Spring"; give a number`],
		['an object', taskAs('={{ $json }}'), `'Task ID' is {}; give a number`],
		['an object for the whole', '={{ $json }}', `'Task ID' is {}; give a number`],
	])('%s is refused under its label', async (_what, stored, message) => {
		const [only, ...more] = await fates(stored);
		expect(more).toEqual([]);
		expect(only).toMatch(message);
	});
});

describe('an address', () => {
	test.each([
		`${CONSOLE}?taskId=133225`,
		`${CONSOLE}?TASKID=133225&x=1`,
		`${CONSOLE}?task_id=133225#top`,
		`${CONSOLE}?x=1#/tasks?taskId=133225`,
		`${CONSOLE}?taskId=133225#/tasks?taskId=133225`,
		`  ${CONSOLE}?taskId=133225  `,
		'https://alibabacloud.com/?taskId=133225',
		'https://a.b.alibabacloud.com:443/x/y?taskId=0133225',
		'HTTPS://DYVMS.CONSOLE.ALIYUN.COM/?taskId=133225',
	])('%s says the task', async (address) => {
		expect(await fates(taskAs(address, 'url'))).toEqual(['133225']);
	});

	test.each([
		['https://example.com/?taskId=133225', `an address of "example.com", which is not the console`],
		['https://aliyun.com.example.com/?taskId=133225', 'which is not the console'],
		['https://notaliyun.com/?taskId=133225', 'which is not the console'],
		['https://aliyun.com@example.com/?taskId=133225', `of "example.com", which is not the console`],
		['http://dyvms.console.aliyun.com/?taskId=133225', 'without https'],
		[CONSOLE, 'that says no task'],
		[`${CONSOLE}#/task/133225`, 'that says no task'],
		[`${CONSOLE}?subtaskId=133225`, 'that says no task'],
		[`${CONSOLE}?taskId=1&taskId=2`, 'that says several tasks'],
		[`${CONSOLE}?taskId=1#/x?taskId=2`, 'that says several tasks'],
		[`${CONSOLE}?taskId=`, `has a taskId that is ""; give a number`],
		[`${CONSOLE}?taskId=spring`, `has a taskId that is "spring"; give a number`],
		['https://?taskId=133225', 'an address that cannot be read'],
	])('%s is refused, also unchecked, and not repeated', async (address, why) => {
		for (const checkValuesBeforeSending of [true, false]) {
			const options = { checkValuesBeforeSending };
			const [only, ...more] = await fates(taskAs(`${address}&Signature=geheim`, 'url'), {
				options,
			});
			expect(more).toEqual([]);
			expect(only).toContain(`'Task ID'`);
			expect(only).toContain(why);
			expect(only).not.toContain('geheim');
		}
	});
});

test('1,000 rows each say their own task', async () => {
	const ids = Array.from({ length: 1000 }, (_none, index) => String(500_000 + index));
	for (const Id of ids) {
		bench.emulator.store.put(newTask({ EnterpriseId: '7000002', Id, Type: '1', AgentGroup: '6' }));
	}
	const items = ids.map((id) => ({ id }));
	const sent = await fates(taskAs('={{ $json.id }}'), {}, items);
	expect(sent.sort()).toEqual(ids);
});

describe('where columns are mapped, a task', () => {
	const mapped = async (stored: unknown, items: IDataObject[]) =>
		await fates(stored, { fields: 'mapFromInput' }, items);
	const rows = [
		{ No: '133225', Name: 'a' },
		{ No: '133228', Name: 'b' },
	];

	test.each([
		['from the list holds for all items', taskAs('133227', 'list'), ['133227', '133227']],
		[
			'by its address holds for all items',
			taskAs(`${CONSOLE}?taskId=133227`, 'url'),
			['133227', '133227'],
		],
		['by an ID holds for all items', taskAs('133227'), ['133227', '133227']],
		['by a column is each its own', taskAs('No'), ['133225', '133228']],
		[
			'by a column that was dragged is each its own',
			taskAs('={{ $json.No }}'),
			['133225', '133228'],
		],
		['by an expression for the whole is each its own', '={{ $json.No }}', ['133225', '133228']],
		['by nothing is found by a column', taskAs(''), ['133225', '133228']],
		['by nothing from the list is found by a column', taskAs('', 'list'), ['133225', '133228']],
	])('%s', async (_how, stored, expected) => {
		const named = JSON.stringify(stored).includes('""');
		const items = named ? rows.map(({ No, Name }) => ({ 'Task No': No, Name })) : rows;
		expect(await mapped(stored, items)).toEqual(expected);
	});

	test('by an address of elsewhere is refused', async () => {
		const stored = taskAs('https://example.com/?taskId=133227', 'url');
		expect(await mapped(stored, rows.slice(0, 1))).toEqual([
			expect.stringMatching(/'Task ID' is an address of "example\.com", which is not the console/),
		]);
	});

	test('may stand in a cell as the address of its page', async () => {
		const items = [{ TaskId: `${CONSOLE}?taskId=133227`, Name: 'c' }];
		expect(await mapped(taskAs(''), items)).toEqual(['133227']);
	});
});

describe('a task in another place', () => {
	test('is a filter of call records', async () => {
		const filters = { taskId: taskAs(`${CONSOLE}?taskId=133225`, 'url') };
		await bench.run({ operation: 'getCallRecords', filters });
		expect(bench.sent[0]).toMatchObject({ TaskId: '133225' });
	});

	test.each([
		['chosen from the list', taskAs('133225', 'list')],
		['by an expression', taskAs('={{ $json.id }}')],
		['by an expression for the whole', '={{ $json.id }}' as never],
	])('is copied, %s', async (_how, copyFromTask) => {
		const parameters = { operation: 'create', type: 2, name: 'Copy' };
		await bench.run({ ...parameters, options: { copyFromTask } }, { items: [{ id: 133225 }] });
		expect(bench.sent[0]).toMatchObject({ TaskId: '133225' });
	});
});

test('every list that a field names is there, and each is named', () => {
	const { description, methods } = new AlibabaCloudVms();
	const names = [...JSON.stringify(description.properties).matchAll(/"searchListMethod":"(\w+)"/g)];
	expect(new Set(names.map(([, name]) => name))).toEqual(new Set(Object.keys(methods.listSearch)));
});
