import type { IDataObject } from 'n8n-workflow';
import { TEST_KEYS } from '../../emulator';
import { callTask } from '../../nodes/AlibabaCloudVms/parameters';
import { APART, PARAMETERS } from '../support/parameters';
import { hintsOf, mapping } from '../support/mapping';
import { credentialOf, detailsOf, useBench } from '../support/bench';

const { rows } = callTask;

const bench = useBench();

const { map, sentFor, refusalOf } = mapping(bench);

describe('a sheet', () => {
	const all = PARAMETERS.filter(({ name }) => !APART.includes(name));
	const expected = Object.fromEntries(
		all.flatMap(({ api, wire, section }) => (section ? [[api, wire]] : [])),
	);
	const structure = ({ wire }: { wire: string }): unknown =>
		/^[[{]/.test(wire) ? JSON.parse(wire) : wire;
	const cell = (one: (typeof all)[number]) => one.cell ?? structure(one);
	const columnIn = (naming: 'api' | 'label' | 'zh' | 'snake') => (api: string) => {
		const row = rows.find((one) => one.api === api);
		if (!row || naming === 'api') return api;
		const { zh, property } = row;
		if (naming === 'snake') return api.replace(/(?<=[a-z])(?=[A-Z])/g, '_').toLowerCase();
		return naming === 'zh' ? zh : property.displayName;
	};

	test.each(['api', 'label', 'zh', 'snake'] as const)(
		'named by %s fills all parameters',
		async (naming) => {
			const column = columnIn(naming);
			const item = Object.fromEntries(all.map((one) => [column(one.api), cell(one)]));
			const { hints } = await map([{ ...item, [column('EnterpriseId')]: 7000002 } as IDataObject]);
			expect(bench.changes).toEqual(expected);
			expect(hintsOf({ hints }).join()).not.toContain('no parameter');
		},
	);

	test('may hold structures as such, as JSON text, and lists as arrays', async () => {
		const fields = [{ 渠道: '线上 🌸' }];
		const wire = JSON.stringify(fields);
		expect(await sentFor({ UserFields: fields, Cnos: ['0012', 2222] })).toEqual({
			UserFields: wire,
			Cnos: '0012,2222',
		});
		expect(await sentFor({ 任务自定义字段: wire, 'User Fields': '' })).toEqual({
			UserFields: wire,
		});
	});

	test('may hold dates as databases and Excel give them', async () => {
		const AutoStartDay = new Date('2036-11-30T16:00:00Z') as unknown as string;
		const sent = { AutoStartDay: '2036-12-01', AutoStartTime: '08:30:00' };
		expect(await sentFor({ AutoStartDay, AutoStartTime: 8.5 / 24 })).toEqual(sent);
		expect(await sentFor({ AutoStartDay: 50010, AutoStartTime: '8:30' })).toEqual(sent);
	});

	test('leaves alone what its empty cells, empty lists and nothings stand for', async () => {
		const empty = {
			Description: '',
			TimeStrategy: '',
			Wrapup: null,
			CustomerTimeout: ' ',
			IvrId: undefined,
		};
		const item = { Name: 'x', ...empty };
		expect(await sentFor(item as IDataObject)).toEqual({ Name: 'x' });
		expect(await sentFor(item as IDataObject, { options: { sendEmptyValues: true } })).toEqual({
			Name: 'x',
			Description: '',
			TimeStrategy: '',
			CustomerTimeout: '',
		});
	});

	test('whose row holds nothing but the task sends nothing for it', async () => {
		const items = [
			{ TaskId: '133224', Name: '' },
			{ TaskId: 133225, Name: 'x' },
			{ TaskId: 133227 },
		];
		const { output, hints } = await map(items);
		expect(bench.sent).toEqual([{ EnterpriseId: '7000002', TaskId: '133225', Name: 'x' }]);
		expect(output[0]?.json).toMatchObject({
			Id: '133224',
			EnterpriseId: '7000002',
			action: 'unchanged',
			summary: 'No value is given to change',
		});
		expect(output.map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 1 },
			{ item: 2 },
		]);
		expect(hintsOf({ hints })[0]).toMatch(/^1 updated, 2 unchanged, /);
	});

	test('leaves out what does not apply, and says why', async () => {
		const { output } = await map([
			{ TaskId: '133224', AutoStartDay: '2036-11-30', 定时开始: '否', Name: 'x' },
		]);
		expect(bench.changes).toEqual({ Name: 'x', AutoStart: '0' });
		expect(detailsOf(output[0]).ignored).toEqual([
			{
				field: 'Start Date',
				parameter: 'AutoStartDay',
				reason: "does not apply while 'Auto Start' is off",
			},
		]);
	});

	test('without a task is refused, and the enterprise is that of the credential', async () => {
		const error = await bench.failure(
			{ fields: 'mapFromInput' },
			{ items: [{ Name: 'x', Ref: 133224 }] },
		);
		expect(error.message).toBe(
			'No column says which task. There are: "Name", "Ref". Name one Task ID, or choose it under \'Task ID\' [item 0]',
		);
		const credential = credentialOf(TEST_KEYS.active, { enterpriseId: '8001654' });
		await map([{ task_id: '133256', Name: 'x' }], {}, { credential });
		expect(bench.sent.at(-1)?.EnterpriseId).toBe('8001654');
	});

	test('names the column of a wrong value where it is not called as the field', async () => {
		const { message, description } = await refusalOf({ 客户超时: 90, wrapup: 'long' });
		expect(message).toBe('2 fields are wrong [item 0]');
		expect(description?.split('<br>')).toEqual([
			`'Customer Timeout' (column "客户超时") is 90; give a whole number from 5 to 60`,
			`'Wrap-Up Time' is "long"; give a whole number from 1 to 10800`,
			'Nothing was sent for this item.',
		]);
		expect(bench.sent).toEqual([]);
	});
});
