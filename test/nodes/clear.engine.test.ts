import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { CONTINUE, detailsOf, TASK, useBench } from '../support/bench';
import { PARAMETERS } from '../support/parameters';
import { actionsOf } from './tasks/scene';

const bench = useBench();

const below = async (clear: INodeParameters[string], more: INodeParameters = {}) =>
	await runOf({ clear, ...more }, {});
const column = async (item: IDataObject, more: INodeParameters = {}) =>
	await runOf({ fields: 'mapFromInput', taskId: '', ...more }, { TaskId: TASK.taskId, ...item });

async function runOf(parameters: INodeParameters, item: IDataObject) {
	const { output } = await bench.run(parameters, { items: [item], node: CONTINUE });
	const error = output[0]?.json.error as IDataObject | undefined;
	return { json: output[0]?.json ?? {}, message: error?.message };
}

const REFUSED: Array<[string, unknown, string]> = [
	[
		'an unknown name',
		'Descripton',
		'names "Descripton", which is no field; did you mean "Description"?',
	],
	['what means nothing', 'Wednesday', 'names "Wednesday", which is no field'],
	[
		'which task',
		'Wrap-Up Time, 任务ID',
		'names "任务ID", which says which task and cannot be cleared',
	],
	[
		'the call center',
		'EnterpriseId',
		'names "EnterpriseId", which says which task and cannot be cleared',
	],
	['a needed one', '任务名称', 'names "任务名称", which no task can be without'],
	['a number', 5, 'is 5; give names of fields separated by commas, or an array of them'],
	['a switch', true, 'is true; give names of fields'],
	['an object', { Description: '' }, 'is {"Description":""}; give names of fields'],
	['numbers in a list', ['Description', 3], 'is ["Description",3]; give names of fields'],
];

describe('fields are sent empty where they are named', () => {
	test.each<[string, unknown, string[]]>([
		['a label', 'Description', ['Description']],
		['the API name in other case', 'customer_moh', ['CustomerMoh']],
		['a Chinese name', '任务描述', ['Description']],
		[
			'several',
			'Description, 客户超时时间；CustomerMoh\nIVR ID',
			['Description', 'IvrId', 'CustomerTimeout', 'CustomerMoh'],
		],
		['several in an array', ['Description', 'IvrId'], ['Description', 'IvrId']],
		['an array as JSON', '["Description","IvrId"]', ['Description', 'IvrId']],
		['one twice', 'Description, description, 任务描述', ['Description']],
		['a builder by its JSON label', 'User Fields (JSON)', ['UserFields']],
	])('%s', async (_how, clear, apis) => {
		await below('={{ $json.clear }}', { details: { name: 'new' } });
		expect(bench.changes).toEqual({ Name: 'new' });
		const sent = { Name: 'new', ...Object.fromEntries(apis.map((api) => [api, ''])) };
		await runOf({ clear: '={{ $json.clear }}', details: { name: 'new' } }, {
			clear,
		} as IDataObject);
		expect(bench.changes).toEqual(sent);
		for (const name of ['clear', 'Clear', '清空']) {
			await column({ Name: 'new', [name]: clear } as IDataObject);
			expect(bench.changes).toEqual(sent);
		}
		expect(actionsOf(bench)).toEqual(['Update', 'Update', 'Update', 'Update', 'Update']);
	});

	test('each that a task can be without, alone', async () => {
		for (const { api, section } of PARAMETERS) {
			const { message } = await column({ clear: api });
			if (section === '' || api === 'Name') expect(message).toContain(`names "${api}", which`);
			else expect([api, bench.changes]).toEqual([api, { [api]: '' }]);
		}
	});

	test.each(['', null, ' ', []])('%j clears nothing', async (clear) => {
		await column({ Name: 'new', clear } as IDataObject);
		expect(bench.changes).toEqual({ Name: 'new' });
		const { json } = await column({ clear } as IDataObject);
		expect(json.action).toBe('unchanged');
	});

	test('also beside the switch that makes them of no use', async () => {
		await below('Start Date, Start Time', { schedule: { autoStart: false } });
		expect(bench.changes).toEqual({ AutoStart: '0', AutoStartDay: '', AutoStartTime: '' });
	});

	test('and a preview says so', async () => {
		const { json } = await below('Description', { operation: 'preview' });
		expect(json).toMatchObject({
			action: 'update',
			summary: 'Description 双十一回访：第 1 批客户 → (empty)',
			plan: { clear: 'Description' },
		});
		expect(detailsOf({ json }).changes).toMatchObject([{ field: 'Description', to: null }]);
	});
});

describe('nothing is sent where clear says', () => {
	test.each(REFUSED)('%s', async (_what, clear, message) => {
		const field = await runOf({ clear: '={{ $json.clear }}', details: { name: 'x' } }, {
			clear,
		} as IDataObject);
		expect(field.message).toContain(`'Clear' ${message}`);
		const cell = await column({ Concurrency: 5, 清空: clear } as IDataObject);
		expect(cell.message).toContain(`'Clear' (column "清空") ${message}`);
		expect(bench.emulator.requests).toEqual([]);
	});

	test('what is given as well', async () => {
		const { message } = await below('Customer Timeout', { callHandling: { customerTimeout: 45 } });
		expect(message).toContain(
			"'Customer Timeout' is given as 45 and named in 'Clear' too; keep one of the two",
		);
		const { message: half } = await column({
			'Start Date': '2036-11-01T08:00:00+08:00',
			AutoStart: 1,
			clear: 'Start Time',
		});
		expect(half).toContain(`'Start Time' is given as "08:00:00" and named in 'Clear' too`);
		expect(bench.emulator.requests).toEqual([]);
	});

	test('an expression that fails', async () => {
		const { message } = await below("={{ $('Nowhere').item.json.x }}", { details: { name: 'x' } });
		expect(message).toMatch(/^'Clear' has an expression that fails/);
	});
});

test('an empty value of the same field is no contradiction', async () => {
	await column({ Description: '', clear: 'Description' });
	expect(bench.changes).toEqual({ Description: '' });
	await column({ Description: '', clear: 'Description' }, { options: { sendEmptyValues: true } });
	expect(bench.changes).toEqual({ Description: '' });
});
