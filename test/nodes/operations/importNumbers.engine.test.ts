import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { TEST_KEYS } from '../../../emulator';
import { outcome } from '../../../nodes/AlibabaCloudVms/operations/outcome';
import {
	CONTINUE,
	credentialOf,
	detailsOf,
	errorsOf,
	TASK,
	useBench,
	type RunOptions,
} from '../../support/bench';
import { hintsOf } from '../../support/mapping';

const bench = useBench();

const OTHER_TASK = '133225';
const NOTHING = { id: '', action: '', summary: '' };

const importing = (parameters: INodeParameters = {}, options: RunOptions = {}) =>
	bench.run(
		{ operation: 'importNumbers', batchName: 'spring', taskId: TASK.taskId, ...parameters },
		options,
	);

const refusal = async (parameters: INodeParameters = {}, options: RunOptions = {}) =>
	await bench.failure(
		{ operation: 'importNumbers', batchName: 'spring', taskId: TASK.taskId, ...parameters },
		options,
	);

const known = (taskId: string = TASK.taskId) =>
	bench.emulator.store.numbers.of(TASK.enterpriseId, taskId);
const tels = (taskId?: string) => known(taskId).numbers.map(({ tel }) => tel);
const entries = () =>
	JSON.parse(bench.sent.at(-1)?.TaskTelList ?? '[]') as Array<Record<string, unknown>>;

const FAST = { longestWait: 0.6, maximumAttempts: 3 };

test('sends all items of a task in one request, and gives one result an item', async () => {
	const { output, hints } = await importing(
		{},
		{
			items: [{ 手机号: '13800000001', 姓名: '王芳' }, { 手机号: '138 0000 0002' }],
		},
	);
	expect(bench.emulator.requests.map(({ action }) => action)).toEqual(['CloudImportTaskTel']);
	expect(bench.sent[0]).toEqual({
		EnterpriseId: TASK.enterpriseId,
		TaskId: TASK.taskId,
		Name: expect.stringMatching(/^spring [\da-f]{8}$/),
		TaskTelList: '[{"Tel":"13800000001"},{"Tel":"13800000002"}]',
	});
	expect(tels()).toEqual(['13800000001', '13800000002']);
	const FileId = known().files[0]?.Id;
	expect(output).toEqual([
		expect.objectContaining({
			pairedItem: { item: 0 },
			json: expect.objectContaining({
				Id: TASK.taskId,
				action: 'imported',
				summary: `Imported into batch ${FileId}, one of 2`,
				warnings: '',
				Tel: '13800000001',
				FileId,
				BatchName: bench.sent[0]?.Name,
				Position: 1,
				ImportTotal: 2,
				SuccessTotal: 2,
				InvalidTotal: 0,
			}),
		}),
		expect.objectContaining({ json: expect.objectContaining({ Position: 2 }) }),
	]);
	expect(hintsOf({ hints })).toEqual([
		expect.stringMatching(/^2 imported, /),
		'Columns that mean no field of a number were left out: "姓名".',
	]);
});

test('sends whatever belongs to a number, from its columns', async () => {
	await importing(
		{},
		{
			items: [
				{
					Phone: '+86 10 1234-5678',
					备用号码: '13800000002；010-87654321',
					优先级: '5',
					Caller_ID: '400 123 4567',
					'Caller ID Group': 'east',
					Properties: { name: '王芳', age: 30 },
				},
			],
		},
	);
	expect(entries()).toEqual([
		{
			Tel: '01012345678',
			BackupTels: '13800000002,01087654321',
			Clid: '4001234567',
			ClidGroup: 'east',
			Priority: 5,
			Property: '{"name":"王芳","age":30}',
		},
	]);
});

test('takes the same from fields of the node', async () => {
	await importing(
		{
			fields: 'setBelow',
			tel: '={{ $json.who }}',
			number: { priority: 3, backupTels: '={{ [$json.other] }}', property: '{"a":1}' },
		},
		{ items: [{ who: 13800000001, other: 13800000002 }] },
	);
	expect(entries()).toEqual([
		{ Tel: '13800000001', BackupTels: '13800000002', Priority: 3, Property: '{"a":1}' },
	]);
});

test('sends what holds for the batch, and says of a start that people are called', async () => {
	const { output } = await importing(
		{
			batch: {
				isRepeat: 3,
				importTelAutoStart: true,
				priority: 7,
				bridgeVoicePath: 'hello',
				bridgeVoiceType: 1,
			},
		},
		{ items: [{ tel: '13800000001' }] },
	);
	expect(bench.sent[0]).toMatchObject({
		IsRepeat: '3',
		ImportTelAutoStart: '1',
		Priority: '7',
		BridgeVoicePath: 'hello',
		BridgeVoiceType: '1',
	});
	expect(output[0]?.json.summary).toMatch(/; the task was told to start and calls people$/);
	expect(bench.emulator.store.find(TASK.enterpriseId, TASK.taskId)?.Status).toBe('1');
});

test('adds to a batch that there is, under the name as it is', async () => {
	await importing({}, { items: [{ tel: '13800000001' }] });
	const fileId = known().files[0]?.Id ?? '';
	await importing({ batch: { fileId } }, { items: [{ tel: '13800000002' }] });
	expect(bench.sent.at(-1)).toMatchObject({ FileId: fileId, Name: 'spring' });
	expect(known().files).toHaveLength(1);
	expect(tels()).toEqual(['13800000001', '13800000002']);
});

test('makes batches of their own for several tasks, in the order of the items', async () => {
	const { output } = await importing(
		{ taskId: '' },
		{
			items: [
				{ TaskId: TASK.taskId, tel: '13800000001' },
				{ TaskId: OTHER_TASK, tel: '13800000002' },
				{ TaskId: `0${TASK.taskId}`, tel: '13800000003' },
			],
		},
	);
	expect(bench.sent).toHaveLength(2);
	expect(tels()).toEqual(['13800000001', '13800000003']);
	expect(tels(OTHER_TASK)).toEqual(['13800000002']);
	expect(output.map(({ json }) => [json.Id, json.Position])).toEqual([
		[TASK.taskId, 1],
		[OTHER_TASK, 1],
		[TASK.taskId, 2],
	]);
});

test('makes batches of their own where items say other things of their batch', async () => {
	await importing(
		{ batchName: '={{ $json.city }}' },
		{
			items: [
				{ tel: '13800000001', city: '北京' },
				{ tel: '13800000002', city: '上海' },
				{ tel: '13800000003', city: '北京' },
			],
		},
	);
	expect(known().files.map(({ Name, ImportCount }) => [Name.slice(0, 2), ImportCount])).toEqual([
		['北京', '2'],
		['上海', '1'],
	]);
});

test('makes as few batches as their size allows', async () => {
	const items = Array.from({ length: 7 }, (_none, index) => ({ tel: `1380000000${index}` }));
	const { output } = await importing({ options: { numbersPerBatch: 3 } }, { items });
	expect(known().files.map(({ ImportCount }) => ImportCount)).toEqual(['3', '3', '1']);
	expect(new Set(bench.sent.map(({ Name }) => Name)).size).toBe(3);
	expect(output.map(({ json }) => json.Position)).toEqual([1, 2, 3, 1, 2, 3, 1]);
});

test.each<[string, INodeParameters, number, string[]]>([
	['the import, in several calls', { isRepeat: 2 }, 2, ['12', '3']],
	['the batch, in several calls', { isRepeat: 3 }, 2, ['12', '3']],
	['the import, in one call', { isRepeat: 2 }, 9, ['12132']],
	['the task', { isRepeat: 1 }, 2, ['12', '13', '2']],
	['nothing', { isRepeat: 0 }, 2, ['12', '13', '2']],
	['a batch that there is', { isRepeat: 3, fileId: '880001' }, 2, ['12', '13', '2']],
])('doubles of %s', async (_what, batch, numbersPerBatch, sent) => {
	await importing({}, { items: [{ tel: '13800000009' }] });
	const before = bench.sent.length;
	const items = ['1', '2', '1', '3', '2'].map((last) => ({ tel: `1380000000${last}` }));
	const { output } = await importing({ batch, options: { numbersPerBatch } }, { items });
	const lists = bench.sent.slice(before).map(({ TaskTelList = '' }) => {
		const list = JSON.parse(TaskTelList) as Array<{ Tel: string }>;
		return list.map(({ Tel }) => Tel.slice(-1)).join('');
	});
	expect(lists).toEqual(sent);
	const skips = output
		.filter(({ json }) => json.action === 'skipped')
		.map(({ json }) => json.reason);
	expect(skips).toEqual(
		sent[1] === '3'
			? Array(2).fill(
					"the number stands in this import before, and 'Duplicates' says to leave such out",
				)
			: [],
	);
});

test('says what the service took where that is not all', async () => {
	await importing({}, { items: [{ tel: '13800000001' }] });
	const { output } = await importing(
		{},
		{
			items: [{ tel: '13800000001' }, { tel: '13800000002' }],
		},
	);
	for (const { json } of output) {
		expect(json).toMatchObject({ action: 'imported', SuccessTotal: 1, ImportTotal: 2 });
		expect(json.warnings).toMatch(
			/^The service took 1 of the 2 numbers of this batch; it does not/,
		);
	}
	const again = await importing({}, { items: [{ tel: '13800000001' }] });
	expect(again.output[0]?.json).toMatchObject({ action: 'leftOut', SuccessTotal: 0 });
	expect(again.output[0]?.json.summary).toMatch(/of which the service took none$/);
});

test('adds what it says of a batch to what it says of a number', async () => {
	await importing({}, { items: [{ tel: '13800000001' }] });
	const { output, hints } = await importing(
		{},
		{ items: [{ tel: '13800000001', Priorty: '9' }, { tel: '13800000001' }], node: CONTINUE },
	);
	const ofBatch = expect.stringMatching(/^The service took 0 of the 2 numbers/);
	expect(output.map(({ json }) => json.details)).toEqual([
		{ warnings: [expect.stringMatching(/^The column "Priorty" was left out/), ofBatch] },
		{ warnings: [ofBatch] },
	]);
	for (const { json } of output) {
		expect(json.warnings).toBe(detailsOf({ json }).warnings.join('; '));
		expect(Object.keys(json).slice(0, 5)).toEqual(Object.keys(outcome(NOTHING, {})).slice(0, 5));
	}
	expect(hintsOf({ hints })[0]).toMatch(/^2 left out by the service, /);
});

const KEY = {
	...TEST_KEYS.active,
	accessKeyId: 'TestKey'.repeat(3),
	accessKeySecret: 'testSecret'.repeat(3),
};

const { accessKeyId: ID, accessKeySecret: SECRET } = KEY;

/** Where somebody may have written it, and the column that shows that. */
const PLACES: Array<[where: string, column: string, item: IDataObject, batchName: string]> = [
	['a number', 'Tel', { tel: ID }, 'a'],
	['a column', 'warnings', { tel: '13800000001', [`Priorty (${SECRET})`]: '1' }, 'a'],
	['the row', 'row_number', { tel: '13800000001', row_number: SECRET }, 'a'],
	['a skipped row', 'row_number', { tel: '13800000009', row_number: SECRET }, 'a'],
	['a column of the input', 'note', { tel: '13800000001', note: SECRET }, 'a'],
	['the batch', 'BatchName', { tel: '13800000001' }, `a ${SECRET}`],
];

test.each(PLACES)('shows no part of the key: in %s', async (_where, column, item, batchName) => {
	bench.emulator.settings.keys = [KEY];
	const items = [item, { tel: '13800000002' }];
	const parameters = {
		doNotCall: '13800000009',
		options: { checkValuesBeforeSending: false, includeInputColumns: column === 'note' },
		batchName,
	};
	const { output } = await importing(parameters, { items, credential: credentialOf(KEY) });
	expect(JSON.stringify(output)).not.toMatch(new RegExp(`${ID}|${SECRET}`));
	expect(output[0]?.json[column]).toMatch(/\*\*\*/);
	expect(output.map(({ json }) => json.action)).toContain('imported');
	expect(bench.sent[0]?.Name).toContain(batchName);
	if (column === 'Tel') expect(entries()[0]).toEqual({ Tel: ID });
});

describe('which task', () => {
	test('is not two', async () => {
		const failure = await refusal({}, { items: [{ TaskId: OTHER_TASK, tel: '13800000001' }] });
		expect(failure.message).toBe(
			`'Task ID' is ${TASK.taskId} for all items, and the column "TaskId" says "${OTHER_TASK}"; empty the field to take the column, or leave the column out by 'Columns to Ignore' [item 0]`,
		);
		expect(bench.sent).toEqual([]);
	});

	test.each<[string, INodeParameters]>([
		['is the same in both', { taskId: TASK.taskId }],
		['is the column alone', { taskId: '' }],
	])('%s', async (_what, parameters) => {
		await importing(parameters, { items: [{ 任务ID: TASK.taskId, tel: '13800000001' }] });
		expect(tels()).toEqual(['13800000001']);
	});

	test('is missing', async () => {
		const failure = await refusal({ taskId: '' }, { items: [{ tel: '13800000001' }] });
		expect(failure.message).toMatch(/^No column says which task\. There are: "tel"\. /);
	});
});

test('is not the ID of a customer', async () => {
	const failure = await refusal({ taskId: '' }, { items: [{ ID: 133224, callee: '13800000001' }] });
	expect(failure.message).toMatch(/"ID" stands beside "callee" and is not taken for it/);
	expect(bench.sent).toEqual([]);
});

test('takes the column that a field names', async () => {
	const items = [{ whom: '13800000001', 手机号: '13800000002', job: TASK.taskId }];
	await importing(
		{ taskId: 'job', tel: 'whom', options: { columnsToIgnore: '手机号' } },
		{ items },
	);
	expect(tels()).toEqual(['13800000001']);
});

describe('refuses an item before anything is sent', () => {
	test.each<[string, object, RegExp]>([
		['without a number', { name: 'x' }, /^No column says whom to call\. There are: "name"\. /],
		['with an empty one', { tel: '' }, /^'Phone Number' is missing; its column "tel" is empty/],
		[
			'shortened by a spreadsheet',
			{ tel: '1.38E+10' },
			/is "1.38E\+10"; a spreadsheet has shortened/,
		],
		['with two different ones', { tel: '13800000001', phone: '13800000002' }, /different values/],
		[
			'with a word for nothing',
			{ tel: 'undefined' },
			/ is "undefined"; it has characters .*; that is a program's word for nothing: what fills it in probably found no value$/,
		],
		['with a priority too high', { tel: '13800000001', Priority: 1e6 }, /^'Priority' is 1000000/],
		[
			'with nine backups',
			{ tel: '13800000001', BackupTels: '13800000002,'.repeat(9) },
			/at most 8/,
		],
		[
			'with a wrong backup',
			{ tel: '13800000001', BackupTels: '138' },
			/^'Backup Phone Numbers' .*entry 1/,
		],
		[
			'with a wrong caller ID',
			{ tel: '13800000001', Clid: 'x' },
			/^'Caller ID' .*at least 3 digits/,
		],
		[
			'with properties that are none',
			{ tel: '13800000001', Property: '[1]' },
			/^'Properties' is a list/,
		],
	])('%s', async (_what, item, message) => {
		const items = [{ tel: '13800000009' }, { ...item }];
		const failure = await refusal({}, { items });
		const [, wrong] = failure.message.split('item 1: ');
		expect(wrong).toMatch(message);
		expect(failure.message).toMatch(/^Task 133224, item 1: /);
		expect(bench.sent).toEqual([]);
		const { output } = await importing({}, { items, node: CONTINUE });
		expect(errorsOf(output)[0]?.message).toBe(failure.message);
		expect(tels()).toEqual(['13800000009']);
	});

	test.each<[string, INodeParameters, RegExp]>([
		['a missing batch name', { batchName: '' }, /^'Batch Name' is missing/],
		['a wrong batch', { batch: { fileId: 'x' } }, /^'Add to Batch ID' is "x"/],
		[
			'a voice type without a voice',
			{ batch: { bridgeVoiceType: 1 } },
			/^'Opening Voice' is missing/,
		],
		['an unknown column', { options: { unknownColumns: 'refuse' } }, /"note" is no parameter/],
	])('for %s', async (_what, parameters, message) => {
		const failure = await refusal(parameters, { items: [{ tel: '13800000001', note: 'x' }] });
		expect(failure.message).toMatch(message);
		expect(bench.sent).toEqual([]);
	});

	test('and with Check All Items First, all of them', async () => {
		const items = [{ tel: '13800000001' }, { tel: '1' }];
		const options = { checkAllItemsFirst: true };
		const { output } = await importing({ options }, { items, node: CONTINUE });
		expect(errorsOf(output).map(({ message }) => message)).toEqual([
			expect.stringMatching(/^Held back: 1 of 2/),
			expect.stringMatching(/^Task 133224, item 1: 'Phone Number'/),
		]);
		expect(bench.sent).toEqual([]);
	});
});

test('sends numbers of whatever form where values are not checked, but none that lost digits', async () => {
	const options = { checkValuesBeforeSending: false };
	await importing({ options }, { items: [{ tel: '7455441' }] });
	expect(entries()).toEqual([{ Tel: '7455441' }]);
	const failure = await refusal({ options }, { items: [{ tel: '1.38E+10' }] });
	expect(failure.message).toMatch(/shortened/);
});

test('is not run again by n8n where numbers would be called twice', async () => {
	const items = [{ tel: '13800000001' }];
	const node = { retryOnFail: true };
	const failure = await refusal({ batch: { isRepeat: 0 } }, { items, node });
	expect(failure.message).toBe("'Retry On Fail' is on [item 0]");
	expect(failure.description).toMatch(/would import all numbers once more/);
	expect(bench.sent).toEqual([]);
	const { hints } = await importing({}, { items, node });
	expect(hints.at(-1)?.message).toMatch(
		/^'Retry On Fail' is on: after a failure n8n runs all items/,
	);
	expect(tels()).toHaveLength(1);
});

test('fails all items of a batch that is refused, and names how many', async () => {
	const items = [{ tel: '13800000001' }, { tel: '13800000002' }];
	const { output } = await importing({ taskId: '133226' }, { items, node: CONTINUE });
	expect(errorsOf(output)).toHaveLength(2);
	expect(errorsOf(output)[1]?.message).toMatch(/^Task 133226, item 1: /);
	expect(errorsOf(output)[1]?.description).toMatch(/It is about all 2 numbers of the batch\./);
});

describe('Do Not Call', () => {
	const items = [
		{ tel: '13800000001' },
		{ tel: '138 0000 0002', BackupTels: '13800000004,13800000005' },
		{ tel: '010-12345678' },
	];

	test.each<[string, INodeParameters['doNotCall']]>([
		['a text', '+86 138-0000-0001; 13800000004，01012345678'],
		['lines', '13800000001\n13800000004\r\n\n010 12345678'],
		['JSON', '["13800000001","13800000004","01012345678"]'],
		['an array', '={{ [13800000001, "13800000004", "01012345678", null, ""] }}'],
		['a cell with several', '={{ [{ phone: "13800000001/13800000004;010-12345678" }, {}] }}'],
		[
			'items with several columns',
			"={{ [{ 手机: '', 电话: '13800000001' }, { 手机: '13800000004', 备用号码: '010 12345678' }] }}",
		],
		[
			'items',
			"={{ [{ json: { 手机号: '13800000001' } }, { json: { phone: 13800000004 } }, { tel: '010-12345678' }] }}",
		],
	])('leaves out numbers of %s, also backup numbers', async (_what, doNotCall) => {
		const { output, hints } = await importing({ doNotCall }, { items });
		expect(entries()).toEqual([{ Tel: '13800000002', BackupTels: '13800000005' }]);
		expect(output.map(({ json }) => json.action)).toEqual(['skipped', 'imported', 'skipped']);
		expect(output[0]?.json).toMatchObject({
			Id: TASK.taskId,
			summary: "Not imported: the number is on the list of 'Do Not Call'",
			reason: "the number is on the list of 'Do Not Call'",
			FileId: null,
		});
		expect(output[1]?.json.warnings).toBe(
			"1 backup number is on the list of 'Do Not Call' and was left out",
		);
		expect(Object.keys(output[0]?.json ?? {})).toEqual(Object.keys(output[1]?.json ?? {}));
		expect(hints[0]?.message).toMatch(/^1 imported, 2 skipped/);
	});

	test.each<[string, object]>([
		['alone', {}],
		['beside others', { Priority: 3 }],
	])('leaves out all backup numbers of a number, %s', async (_how, others) => {
		const number = { tel: '13800000002', BackupTels: '13800000004,13800000005', ...others };
		const doNotCall = '13800000005,13800000004';
		const { output } = await importing({ doNotCall }, { items: [number] });
		expect(entries()).toEqual([{ Tel: '13800000002', ...others }]);
		expect(output[0]?.json.warnings).toBe(
			"2 backup numbers are on the list of 'Do Not Call' and were left out",
		);
	});

	test('of the items themselves holds for all of them', async () => {
		const list = items.map((item, index) => ({ ...item, not: index === 2 ? '13800000001' : '' }));
		const { output } = await importing({ doNotCall: '={{ $json.not }}' }, { items: list });
		expect(output.map(({ json }) => json.action)).toEqual(['skipped', 'imported', 'imported']);
	});

	test('is in the change record with the call center of the task', async () => {
		const options = { includeChangeRecord: true };
		const { output } = await importing({ doNotCall: '13800000001', options }, { items });
		expect(output.map(({ json }) => json.record)).toEqual(
			['skipped', 'imported', 'imported'].map((outcome) =>
				expect.objectContaining({
					outcome,
					enterpriseId: TASK.enterpriseId,
					taskId: TASK.taskId,
				}),
			),
		);
	});

	test('sends nothing where all are on it', async () => {
		await importing({ doNotCall: '13800000001' }, { items: [{ tel: '13800000001' }] });
		expect(bench.sent).toEqual([]);
	});

	test.each([
		['1.38E+10', /entry 1: a spreadsheet has shortened it/],
		['13800000001,138****0002', /entry 2: some of its digits are hidden/],
		['12345678', /entry 1: it has no area code|entry 1: it has 8 digits/],
		["={{ [{ name: 'x' }] }}", /entry 1: it has no column that means a number/],
		['={{ new Set(["13800000002"]) }}', /entry 1: it has no column that means a number/],
		['[object Object],[object Object]', /entry 1: it has characters that belong to no phone/],
		['["13800000002"', /entry 1: it has characters that belong to no phone/],
		['={{ [undefined, undefined] }}', /entry 1: it is empty, and so are all 2: look where/],
		[
			"={{ [{ phone: '' }, { phone: null }, {}] }}",
			/entry 1: it is empty, and so are all 3: look where/,
		],
	])(
		'refuses %s, which would protect nobody, without showing a number',
		async (doNotCall, message) => {
			const failure = await refusal({ doNotCall }, { items });
			expect(failure.message).toMatch(message);
			expect(failure.message).not.toMatch(/0002/);
			expect(bench.sent).toEqual([]);
		},
	);

	test('of one item that cannot be read keeps all others from being sent', async () => {
		const list = items.map((item, index) => ({ ...item, not: index === 1 ? '138****0002' : '' }));
		const parameters = { doNotCall: '={{ $json.not }}' };
		const { output } = await importing(parameters, { items: list, node: CONTINUE });
		expect(errorsOf(output).map(({ message }) => message)).toEqual(
			[0, 1, 2].map(
				(index) => `'Do Not Call', entry 1: some of its digits are hidden [item ${index}]`,
			),
		);
		expect(bench.sent).toEqual([]);
	});

	test('takes numbers abroad, which are called only where nothing is checked', async () => {
		await importing({ doNotCall: '+852 2345 6789' }, { items: [{ tel: '13800000001' }] });
		expect(tels()).toEqual(['13800000001']);
		const abroad = ['0085223456789', '+85223456789', '+85223456788'].map((tel) => ({ tel }));
		const { output } = await importing(
			{ doNotCall: '+852 2345 6789', options: { checkValuesBeforeSending: false } },
			{ items: abroad },
		);
		expect(output.map(({ json }) => json.action)).toEqual(['skipped', 'skipped', 'imported']);
	});

	test.each<[string, INodeParameters['doNotCall'], boolean]>([
		['a list of none', '={{ [] }}', true],
		['a column that is not there', '={{ [{ phone: "1" }].map(({ fone }) => fone) }}', true],
		['what n8n makes of a list of none', '={{ [{ json: {} }] }}', true],
		['cells that are empty', '={{ [$json.no, $json.never] }}', true],
		['nothing', '', false],
		['one number', '13800000009', false],
	])('given as %s it says so where it left nobody out', async (_what, doNotCall, isSaid) => {
		const { output, hints } = await importing({ doNotCall }, { items });
		expect(output.map(({ json }) => json.action)).toEqual(['imported', 'imported', 'imported']);
		const said = '"Do Not Call" is filled in and gave no number, so that nobody was left out.';
		expect(
			hints
				.map(({ message }) => message)
				.join()
				.includes(said),
		).toBe(isSaid);
	});

	test('says which expression fails', async () => {
		const failure = await refusal({ doNotCall: "={{ $('Absent').all() }}" }, { items });
		expect(failure.message).toMatch(/^'Do Not Call' has an expression that fails/);
	});
});

describe('an answer that is lost', () => {
	const items = [{ tel: '13800000001' }, { tel: '13800000002' }];
	const actions = () =>
		bench.emulator.requests.map(({ action }) => action.replace(/^Cloud|Task/g, ''));

	test.each(['dropAfterApply', 'emptyBody', 'truncated'] as const)(
		'of a batch that arrived (%s) is made up for by the list',
		async (fault) => {
			bench.emulator.failNext({ kind: fault, action: 'CloudImportTaskTel' });
			const { output } = await importing({ options: FAST }, { items });
			expect(actions()).toEqual(['ImportTel', 'ListFile']);
			expect(output[0]?.json).toMatchObject({
				action: 'imported',
				FileId: known().files[0]?.Id,
				SuccessTotal: 2,
				ImportTotal: null,
			});
			expect(output[0]?.json.warnings).toMatch(/^The answer was lost; the batch was found/);
			expect(tels()).toHaveLength(2);
		},
	);

	test('of a batch that did not arrive makes it go again where doubles are left out', async () => {
		bench.emulator.failNext({ kind: 'dropBeforeApply', action: 'CloudImportTaskTel' });
		const { output } = await importing({ options: FAST }, { items });
		expect(actions()).toEqual(['ImportTel', 'ListFile', 'ListFile', 'ImportTel']);
		expect(output.map(({ json }) => json.action)).toEqual(['imported', 'imported']);
		expect(tels()).toHaveLength(2);
	});

	test('is not repeated where numbers would be called twice', async () => {
		bench.emulator.failNext({ kind: 'dropBeforeApply', action: 'CloudImportTaskTel' });
		const parameters = { batch: { isRepeat: 0 }, options: FAST };
		const failure = await refusal(parameters, { items });
		expect(actions().filter((action) => action === 'ImportTel')).toHaveLength(1);
		expect(failure.description).toMatch(
			/It is not known whether the numbers arrived, and they were not sent again\. It is not in the list .* called twice\. Look for it with 'Get Number Batches' .*: the batch is called "spring [\da-f]{8}"\./,
		);
		expect(failure.description).not.toMatch(/1380000/);
	});

	test('says that the task may have been started, where the import was to start it', async () => {
		bench.emulator.failNext({ kind: 'dropBeforeApply', action: 'CloudImportTaskTel' });
		const parameters = { batch: { isRepeat: 0, importTelAutoStart: true }, options: FAST };
		const { description } = await refusal(parameters, { items });
		expect(description).toContain('The task may have been started by it.');
	});

	test('of a batch that is not imported yet has no counts', async () => {
		bench.emulator.settings.filesImportedAfterMs = 60_000;
		bench.emulator.failNext({ kind: 'dropAfterApply', action: 'CloudImportTaskTel' });
		const { output } = await importing({ options: FAST }, { items });
		expect(output[0]?.json).toMatchObject({
			action: 'imported',
			FileId: known().files[0]?.Id,
			SuccessTotal: null,
			warnings: expect.stringMatching(/which had not imported it yet; look later with/),
		});
	});

	test('is found where the batch comes into the list late', async () => {
		bench.emulator.settings.filesSeenAfterMs = 100;
		bench.emulator.failNext({ kind: 'dropAfterApply', action: 'CloudImportTaskTel' });
		const { output } = await importing({ batch: { isRepeat: 0 }, options: FAST }, { items });
		expect(output[0]?.json).toMatchObject({ action: 'imported', FileId: known().files[0]?.Id });
	});

	test('is not proven by an older batch of the same name', async () => {
		const exact = { options: { ...FAST, exactBatchName: true } };
		await importing(exact, { items: [{ tel: '13800000009' }] });
		bench.emulator.failNext({ kind: 'dropBeforeApply', action: 'CloudImportTaskTel' });
		const failure = await refusal(exact, { items });
		expect(bench.sent[0]?.Name).toBe('spring');
		expect(failure.description).toMatch(/has batches of this name \(\d+ of [\d: -]+\), and which/);
		// With its own mark nothing is in doubt.
		bench.emulator.failNext({ kind: 'dropBeforeApply', action: 'CloudImportTaskTel' });
		const { output } = await importing({ options: FAST }, { items });
		expect(output.map(({ json }) => json.action)).toEqual(['imported', 'imported']);
		expect(tels()).toEqual(['13800000009', '13800000001', '13800000002']);
	});

	test('is not decided by a list that cannot be read', async () => {
		bench.emulator.failNext({ kind: 'dropAfterApply', action: 'CloudImportTaskTel' });
		const list = { kind: 'internalError', action: 'CloudListTaskFile' } as const;
		bench.emulator.failNext(list, 2);
		const options = { ...FAST, longestWait: 0.01, maximumAttempts: 2 };
		const failure = await refusal({ options }, { items });
		expect(failure.description).toMatch(/The batches of the task could not be listed: /);
		expect(tels()).toHaveLength(2);
	});

	test('of numbers for a batch that there is: they go again where doubles are left out', async () => {
		await importing({}, { items: [{ tel: '13800000009' }] });
		const fileId = known().files[0]?.Id ?? '';
		for (const [isRepeat, repeated] of [
			[3, true],
			[2, false],
		] as const) {
			bench.emulator.failNext({ kind: 'dropAfterApply', action: 'CloudImportTaskTel' });
			const before = bench.sent.length;
			const parameters = { batch: { fileId, isRepeat }, options: FAST };
			const { output } = await importing(parameters, { items, node: CONTINUE });
			expect(bench.sent.length - before).toBe(repeated ? 2 : 1);
			expect(errorsOf(output)).toHaveLength(repeated ? 0 : 2);
			if (!repeated) {
				expect(errorsOf(output)[0]?.description).toContain(`to be added to batch ${fileId}`);
			}
		}
		expect(tels().filter((tel) => tel === '13800000001')).toHaveLength(2);
	});

	test('again and again ends, and is told', async () => {
		bench.emulator.failNext({ kind: 'dropBeforeApply', action: 'CloudImportTaskTel' }, 2);
		const options = { ...FAST, maximumAttempts: 2 };
		const failure = await refusal({ options }, { items });
		expect(failure.description).toMatch(
			/^It is not known whether the numbers arrived, which were sent 2 times\. Look for it/,
		);
		expect(tels()).toEqual([]);
	});
});

test('throttled batches go again, since they never arrived', async () => {
	bench.emulator.failNext('throttled', 2);
	await importing(
		{ options: { longestWait: 0.05, maximumAttempts: 3 } },
		{ items: [{ tel: '13800000001' }] },
	);
	expect(bench.emulator.requests.map(({ action }) => action)).toEqual(
		Array(3).fill('CloudImportTaskTel'),
	);
	expect(tels()).toEqual(['13800000001']);
});

test('no number stands in hints', async () => {
	const { hints } = await importing(
		{ doNotCall: '13800000001' },
		{
			items: [{ tel: '13800000001' }, { tel: '13800000002' }, { tel: '138' }],
			node: CONTINUE,
		},
	);
	expect(JSON.stringify(hints)).not.toMatch(/138/);
});

test('items that look like the one before are read for what they are', async () => {
	const rows = [
		{ tel: '13800000001', Priority: '', note: '', Priorty: '' },
		{ tel: '13800000002', Priority: '', note: 'x', Priorty: '' },
		{ tel: 13800000003, Priority: '', note: 'y', Priorty: '' },
		{ tel: '138 0000 0004', Priority: '', note: null, Priorty: '' },
		{ tel: '13800000005', Priority: '7', note: '', Priorty: '' },
		{ tel: '13800000006', Priority: '', note: { Priority: 8 }, Priorty: '' },
		{ tel: '13800000007', Priority: '', note: '', Priorty: '9' },
		{ tel: '13800000008', note: '', Priority: '3', Priorty: '' },
		{ tel: '010-12345678', Priority: '', note: '', Priorty: '' },
		{ tel: '13800000009', Priority: '', note: '', Priorty: '' },
		{ tel: '1380000001', Priority: '', note: '', Priorty: '' },
		{ tel: '', Priority: '', note: '', Priorty: '' },
		{ tel: '13800000012', Priority: '', note: '', Priorty: '', BackupTels: '13800000013' },
	];
	const { output } = await importing({}, { items: rows, node: CONTINUE });
	expect(entries()).toEqual([
		{ Tel: '13800000001' },
		{ Tel: '13800000002' },
		{ Tel: '13800000003' },
		{ Tel: '13800000004' },
		{ Tel: '13800000005', Priority: 7 },
		{ Tel: '13800000006' },
		{ Tel: '13800000007' },
		{ Tel: '13800000008', Priority: 3 },
		{ Tel: '01012345678' },
		{ Tel: '13800000009' },
		{ Tel: '13800000012', BackupTels: '13800000013' },
	]);
	expect(output.map(({ json }) => String(json.warnings ?? json.error).slice(0, 12))).toEqual(
		[
			...['', '', '', '', ''],
			...['The column "', 'The column "'],
			...['', '', '', '[object Obje', '[object Obje', ''],
		].map((text) => text.slice(0, 12)),
	);
	expect(output[6]?.json.warnings).toMatch(/"Priorty" was left out; did you mean "Priority"\?/);
});

test('a refused row is told of its columns as an update is, in whole sentences', async () => {
	const items = [{ tel: '1380000001', Priorty: '9' }];
	const { output } = await importing({}, { items, node: CONTINUE });
	expect(errorsOf(output)[0]?.description).toBe(
		'Nothing was sent for this item. The column "Priorty" was left out; did you mean "Priority"?',
	);
});

test.each<[string, INodeParameters]>([
	['an expression in the batch', { batchName: '={{ $json.city }}' }],
	[
		'an expression in an option',
		{ options: { checkValuesBeforeSending: '={{ $json.city !== "b" }}' } },
	],
	['a task by item', { taskId: '={{ $json.task }}' }],
])('and so they are with %s', async (_what, parameters) => {
	const items = ['a', 'b', 'a', 'b'].map((city, index) => ({
		tel: city === 'b' && index === 3 ? '7455441' : `1380000000${index}`,
		city,
		task: index % 2 ? OTHER_TASK : TASK.taskId,
	}));
	const { output } = await importing(parameters, { items, node: CONTINUE });
	const isUnchecked = parameters.options !== undefined;
	expect(errorsOf(output)).toHaveLength(isUnchecked ? 0 : 1);
	expect(known().files.length + known(OTHER_TASK).files.length).toBe(isUnchecked ? 1 : 2);
});
