import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { TEST_KEYS } from '../../emulator';
import { inSections, PARAMETERS } from '../support/parameters';
import {
	CONTINUE,
	credentialOf,
	errorsOf,
	TASK,
	detailsOf,
	useBench,
	type RunOptions,
} from '../support/bench';
import { change, stepsOf } from './tasks/scene';

const bench = useBench();

const ENDED = '133226';
const PAUSED = '133227';
const RUNNING = '133230';

const preview = async (parameters: INodeParameters = {}, options: RunOptions = {}) => {
	const { output } = await bench.run({ operation: 'preview', ...parameters }, options);
	return output[0]?.json ?? {};
};
const asked = () => bench.emulator.requests.map(({ action }) => action);

test('shows what would change of a task, and changes nothing', async () => {
	const json = await preview({
		details: { name: '新名称 🌸' },
		schedule: { autoStart: '={{ 0 }}', autoStartDay: '={{ "2036-12-01" }}', autoComplete: '1' },
		callHandling: { customerTimeout: 20, ivrName: 'Menu' },
		agents: { cnos: '2000,2001,0000' },
		options: { verifyAfterUpdate: true, onlySendWhatDiffers: true },
	});
	expect(json).toMatchObject({
		Id: '133224',
		Name: '双十一回访',
		Status: 0,
		Type: 1,
		EnterpriseId: '7000002',
		action: 'update',
		summary: 'Name 双十一回访 → 新名称 🌸; IVR Name ? → Menu',
		warnings: '',
		reason: '',
		ignored: "'Start Date' does not apply while 'Auto Start' is off",
		statusWords: 'not started',
		typeWords: 'predictive',
	});
	expect(json.details).toMatchObject({
		changes: [
			{
				field: 'Name',
				label: 'Name',
				from: '双十一回访',
				to: '新名称 🌸',
				words: '双十一回访 → 新名称 🌸',
			},
			{
				field: 'IvrName',
				label: 'IVR Name',
				from: null,
				to: 'Menu',
				words: '? → Menu',
				note: expect.any(String),
			},
		],
		unchanged: ['AutoStart', 'AutoComplete', 'CustomerTimeout', 'Cnos'],
		ignored: [{ parameter: 'AutoStartDay', reason: "does not apply while 'Auto Start' is off" }],
		warnings: [],
	});
	expect(asked()).toEqual(['CloudGetTask']);
	expect(bench.emulator.journal).toEqual([]);
});

test('reads lists for what is only there', async () => {
	const json = await preview({
		agents: { agentGroup: '7' },
		retry: { retryStrategyTimeType: 1 },
		callHandling: { callRouteStrategy: 2 },
	});
	expect(new Set(asked())).toEqual(new Set(['CloudQueryTask']));
	const { changes, unchanged } = detailsOf({ json });
	expect(unchanged).toEqual(['RetryStrategyTimeType']);
	expect(changes).toMatchObject([
		{ field: 'CallRouteStrategy', from: 1, to: 2 },
		{ field: 'AgentGroup', from: null, to: '7' },
	]);
});

describe('says what would become of a task', () => {
	const name = { details: { name: 'x' } };
	test.each<[string, string, INodeParameters, object]>([
		[
			'that runs',
			RUNNING,
			{},
			{ action: 'update', warnings: expect.stringMatching(/^The task is running: /) },
		],
		[
			'that is to be skipped',
			RUNNING,
			{ whenTaskIsRunning: 'skip' },
			{ action: 'skip', reason: 'The task is running', warnings: '' },
		],
		[
			'that is refused',
			RUNNING,
			{ whenTaskIsRunning: 'refuse' },
			{ action: 'refuse', reason: 'The task is running' },
		],
		[
			'that is to be paused',
			RUNNING,
			{ whenTaskIsRunning: 'pauseUpdateResume' },
			{ action: 'pauseUpdateResume', warnings: '' },
		],
		['that is paused already', PAUSED, { whenTaskIsRunning: 'refuse' }, { action: 'update' }],
		[
			'that has ended',
			ENDED,
			{},
			{ action: 'refuse', reason: 'The task has ended and cannot start again' },
		],
		['that has ended, skipped', ENDED, { whenTaskHasEnded: 'skip' }, { action: 'skip' }],
		[
			'that has ended, no matter',
			ENDED,
			{ whenTaskHasEnded: 'updateAnyway' },
			{ action: 'update' },
		],
	])('%s', async (_why, taskId, options, expected) => {
		const own = { callingHours: 'off', ...options };
		expect(await preview({ ...name, taskId, options: own })).toMatchObject(expected);
		expect(bench.emulator.journal).toEqual([]);
		expect(bench.emulator.requests).toHaveLength(1);
	});

	test('that nothing is given for', async () => {
		const mapped = { fields: 'mapFromInput', taskId: '' };
		const items = [{ TaskId: TASK.taskId, Name: '' }];
		expect(await preview(mapped, { items })).toMatchObject({
			action: 'nothing',
			summary: 'No value is given to change',
			details: { changes: [] },
		});
		const same = { taskId: RUNNING, details: { name: '信用卡账单提醒' } };
		const pause = { whenTaskIsRunning: 'pauseUpdateResume' };
		expect(await preview({ ...same, options: pause })).toMatchObject({ action: 'nothing' });
	});
});

test('warns of what is worth a second look', async () => {
	const lastMonth = new Date(Date.now() - 30 * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
	const json = await preview({
		taskId: '133225',
		schedule: { autoStart: true, autoStartDay: lastMonth, autoStartTime: '03:00' },
		agents: { wrapup: 30 },
		pacing: { concurrency: 0 },
		callerId: { customerClidsCategory: 1, customerClids: '64203667' },
	});
	expect(detailsOf({ json }).warnings).toEqual([
		expect.stringContaining(
			`'Start Date' and 'Start Time' (${lastMonth} 03:00:00) lie in the past`,
		),
		"The task is automatic; only predictive tasks use 'Wrap-Up Time'",
		expect.stringMatching(/'Maximum Concurrency' 0 means no limit$/),
		expect.stringMatching(/^The vendor advises against /),
		expect.stringMatching(/^The vendor will withdraw 'Fixed-Line Numbers'/),
		expect.stringMatching(
			/^The task would call outside of your calling hours \(09:00 to 21:00\): /,
		),
	]);
});

test('a start time without effect is said wherever the task was read, and sent', async () => {
	const parameters = { schedule: { autoStartTime: '09:00' } };
	const warnings = "'Start Time' has no effect while 'Auto Start' is off, as it is in the task";
	expect(await preview(parameters)).toMatchObject({ action: 'update', warnings, ignored: '' });
	const reading: INodeParameters[] = [
		{ onlySendWhatDiffers: true },
		{ whenTaskIsRunning: 'skip' },
		{ verifyAfterUpdate: true },
	];
	for (const options of reading) {
		bench.reset();
		const { output } = await bench.run({ ...parameters, options });
		expect(output[0]?.json.warnings).toBe(warnings);
		expect(bench.emulator.journal[0]?.after).toEqual({ AutoStartTime: '09:00:00' });
	}
	// Nothing is read, and nothing claimed.
	expect((await bench.run(parameters)).output[0]?.json).toMatchObject({ warnings: '' });
});

test('counts in a hint, and pairs its items', async () => {
	const { output, hints } = await bench.run(
		{
			operation: 'preview',
			taskId: '={{ $json.id }}',
			details: { name: '={{ $json.name }}' },
			options: { onlySendWhatDiffers: true },
		},
		{
			items: [
				{ id: TASK.taskId, name: 'x' },
				{ id: ENDED, name: 'x' },
				{ id: '999', name: 'x' },
				{ id: PAUSED, name: '保单到期通知' },
			],
			node: CONTINUE,
		},
	);
	expect(output.map(({ pairedItem }) => pairedItem)).toEqual(
		[0, 1, 2, 3].map((item) => ({ item })),
	);
	expect(hints[0]?.message).toMatch(
		/^1 would be updated, 1 would stay as they are, 2 would be refused, /,
	);
});

describe('says what the same options would do', () => {
	const NAME = { details: { name: '双十一回访' } };
	const OPTIONS: INodeParameters[] = [
		{},
		{ onlySendWhatDiffers: true },
		{ whenTaskIsRunning: 'skip' },
		{ whenTaskIsRunning: 'refuse', whenTaskHasEnded: 'skip' },
		{ whenTaskIsRunning: 'pauseUpdateResume' },
		{ whenTaskIsRunning: 'pauseUpdateResume', onlySendWhatDiffers: true },
		{ whenTaskHasEnded: 'updateAnyway' },
	];
	const WANTED: Array<[string, INodeParameters, IDataObject]> = [
		['what it has already', NAME, {}],
		['something else', { details: { name: 'x' } }, {}],
		['what cannot be read back', { callHandling: { ivrName: 'x' } }, {}],
		['nothing', {}, {}],
		['nothing but empty cells', { fields: 'mapFromInput' }, { Name: '' }],
		['what it has, by a column', { fields: 'mapFromInput' }, { Name: '双十一回访' }],
	];

	test.each(WANTED)('to a task that gets %s', async (_what, parameters, cells) => {
		for (const options of OPTIONS) {
			for (const taskId of [TASK.taskId, ENDED, RUNNING]) {
				bench.reset();
				Object.assign(bench.emulator.settings, {
					allowUpdateWhileRunning: true,
					allowUpdateAfterEnd: true,
				});
				change(bench, { Name: '双十一回访' }, taskId);
				bench.emulator.journal.length = 0;
				const given = { ...parameters, taskId, options };
				const run = { items: [{ TaskId: taskId, ...cells }], node: CONTINUE };
				const { action } = await preview(given, run);
				expect(bench.emulator.journal).toEqual([]);
				bench.emulator.requests.length = 0;
				await bench.run(given, run);
				const sent = stepsOf(bench);
				// Nothing that hangs on the state was chosen, so that an ended task is not read.
				const isUnread = Object.keys(options).length === 0 && taskId === ENDED;
				const expected = {
					update: ['Update'],
					pauseUpdateResume: ['Pause', 'Update', 'Start'],
				}[String(action)];
				expect([options, taskId, action, sent]).toEqual([
					options,
					taskId,
					action,
					isUnread && action === 'refuse' ? ['Update'] : (expected ?? []),
				]);
			}
		}
	});
});

describe('compares a row with what the rows before would leave', () => {
	const rows = (...cells: IDataObject[]) => cells.map((one) => ({ TaskId: TASK.taskId, ...one }));
	const MAPPED = { fields: 'mapFromInput', taskId: '' };
	const ONLY = { onlySendWhatDiffers: true };
	const previewed = async (items: IDataObject[], options: INodeParameters = ONLY) =>
		(
			await bench.run({ ...MAPPED, operation: 'preview', options }, { items, node: CONTINUE })
		).output.map(({ json }) => json);

	test.each<[string, IDataObject[]]>([
		['there and back', rows({ Name: 'a' }, { Name: '双十一回访' }, { Name: '双十一回访' })],
		[
			'twice the same',
			rows({ Name: 'a' }, { Name: 'a' }, { Description: 'b' }, { Name: 'a', Description: 'b' }),
		],
		[
			'other tasks in between',
			[...rows({ Name: 'a' }), { TaskId: '133227', Name: 'a' }, ...rows({ Name: '双十一回访' })],
		],
		[
			'a switch',
			rows(
				{ AutoStart: 1, AutoStartTime: '9:00' },
				{ AutoStart: 0 },
				{ AutoStart: 0 },
				{ AutoStart: 1, AutoStartTime: '9:00' },
			),
		],
		['a menu by its name', rows({ IvrName: 'x' }, { IvrId: 13 }, { IvrId: 13 })],
		[
			'lists',
			rows({ Cnos: '2001,2000' }, { Cnos: '2000,2001' }, { CallStrategy: 2, Cnos: '2001,2000' }),
		],
		[
			'what stands in lists only',
			rows({ AgentGroup: '6' }, { AgentGroup: '6,7' }, { AgentGroup: '7,6' }),
		],
	])('%s: it is what an update does', async (_what, items) => {
		const outputs = await previewed(items);
		const { output } = await bench.run({ ...MAPPED, options: ONLY }, { items });
		expect(output.map(({ json }) => json.action === 'updated')).toEqual(
			outputs.map(({ action }) => action === 'update'),
		);
		const changesOf = (json: IDataObject) =>
			detailsOf({ json }).changes.map(({ field, to }) => ({ field, to }));
		expect(output.map(({ json }) => changesOf(json))).toEqual(outputs.map(changesOf));
	});

	test('but for rows that would be refused, which leave nothing', async () => {
		const items = [{ Name: 'x', CustomerTimeout: 99 }, { Name: 'x' }, { Name: 'x' }].map((one) => ({
			TaskId: TASK.taskId,
			...one,
		}));
		const actions = (await previewed(items)).map(({ action }) => action);
		expect(actions).toEqual(['refuse', 'update', 'nothing']);
		const ended = items.slice(1).map((one) => ({ ...one, TaskId: ENDED }));
		expect((await previewed(ended)).map(({ action }) => action)).toEqual(['refuse', 'refuse']);
	});

	test('each execution anew', async () => {
		for (let run = 0; run < 2; run++) {
			expect((await previewed(rows({ Name: 'a' }))).map(({ action }) => action)).toEqual([
				'update',
			]);
		}
	});

	test('so that a filter between preview and update drops none that counts', async () => {
		const items = rows(
			{ Name: 'a' },
			{ Name: '双十一回访', Wrapup: 31 },
			{ Wrapup: 31 },
			{ Name: '双十一回访', Wrapup: 30 },
		);
		const outputs = await previewed(items);
		const passed = items.filter((_row, index) => outputs[index]?.action === 'update');
		expect(passed).toEqual([items[0], items[1], items[3]]);
		await bench.run({ ...MAPPED, options: ONLY }, { items: passed });
		expect(bench.emulator.store.find(TASK.enterpriseId, TASK.taskId)).toMatchObject({
			Name: '双十一回访',
			Wrapup: '30',
		});
	});
});

describe('a row that is wrong', () => {
	const MAPPED = { fields: 'mapFromInput', taskId: '' };
	const WRONG: Array<[string, INodeParameters, object]> = [
		[
			'by a value',
			{ callHandling: { customerTimeout: 90 } },
			{ Id: '133224', reason: expect.stringMatching(/^'Customer Timeout' is 90; give [^\n]*$/) },
		],
		[
			'by several values',
			{
				callHandling: { customerTimeout: 90 },
				schedule: { autoStart: '是', autoStartTime: '25:00' },
			},
			{
				summary: '2 fields are wrong',
				reason: expect.stringMatching(
					/^'Start Time' is "25:00"[^\n]*; 'Customer Timeout' is 90.*$/,
				),
			},
		],
		['without its task', { taskId: '' }, { Id: '', reason: "'Task ID' is missing" }],
		[
			'whose task is not there',
			{ taskId: '999' },
			{
				Id: '999',
				reason: 'Call center 7000002 has no task 999',
				help: expect.stringMatching(/^https:\/\/api\.aliyun\.com\/troubleshoot\?/),
				details: expect.objectContaining({
					refusal: expect.objectContaining({
						code: 'isv.INVALID_PARAMETERS',
						requestId: expect.any(String),
					}),
				}),
			},
		],
		[
			'by an option',
			{ options: { whenTaskIsRunning: '={{ "stop it" }}', columnsToIgnore: 'Remarks' } },
			{ Id: '133224', reason: expect.stringMatching(/^'When the Task Is Running' is "stop it"/) },
		],
		[
			'by several options, of columns too',
			{
				...MAPPED,
				fieldsObject: { task: 133224 },
				options: { allowedDays: '={{ "never" }}', sendEmptyValues: '={{ "now" }}' },
			},
			{ Id: '133224', summary: '2 fields are wrong' },
		],
		[
			'by calling hours that are none',
			{ options: { allowedFrom: '21:00', allowedTo: '={{ "09:00" }}' } },
			{ Id: '133224', EnterpriseId: '7000002' },
		],
		[
			'by the columns to ignore, one of which may be that of its ID',
			{ ...MAPPED, fieldsObject: { task: 133224 }, options: { columnsToIgnore: '={{ {} }}' } },
			{ Id: '' },
		],
	];

	test.each(WRONG)(
		'%s is a row of the preview, whatever On Error is',
		async (_why, wrong, said) => {
			const items = [{}, {}];
			const isSeveral = 'summary' in said && String(said.summary).startsWith('2 ');
			const row = {
				action: 'refuse',
				Name: null,
				warnings: '',
				ignored: '',
				Status: null,
				statusWords: '',
				details: {
					changes: [],
					unchanged: [],
					ignored: [],
					callWindows: null,
					issues: Array.from({ length: isSeveral ? 2 : 1 }, () => expect.stringMatching(/^\S/)),
					refusal: null,
					warnings: [],
				},
				...said,
			};
			for (const node of [{}, CONTINUE]) {
				const { output, hints } = await bench.run(
					{ operation: 'preview', ...wrong },
					{ items, node },
				);
				expect(output.map(({ json }) => json)).toEqual([
					expect.objectContaining(row),
					expect.objectContaining(row),
				]);
				expect(hints[0]?.message).toMatch(/^2 would be refused, /);
			}
			expect(bench.emulator.journal).toEqual([]);
		},
	);

	test('has the columns of the others, in their order', async () => {
		const items = [
			{ id: TASK.taskId, name: 'x' },
			{ id: '999', name: 'x' },
			{ id: 'x', name: 'y' },
		];
		const { output } = await bench.run(
			{ operation: 'preview', taskId: '={{ $json.id }}', details: { name: '={{ $json.name }}' } },
			{ items },
		);
		const [first = [], ...others] = output.map(({ json }) => Object.keys(json));
		expect(others).toEqual([first, first]);
		expect(output.map(({ json }) => json.action)).toEqual(['update', 'refuse', 'refuse']);
	});
});

describe('what concerns every row is an error', () => {
	test('with a wrong key, and a gateway that is gone, without the secret', async () => {
		const wrong = credentialOf({ ...TEST_KEYS.active, accessKeySecret: 'the-wrong-secret' });
		const gone = { ...credentialOf(TEST_KEYS.active), endpoint: 'http://127.0.0.1:9' };
		for (const credential of [wrong, gone]) {
			const { output } = await bench.run(
				{
					operation: 'preview',
					options: { maximumAttempts: 2, longestWait: 0.01, waitForTheGateway: 0 },
				},
				{ credential, items: [{}, {}, {}, {}], node: CONTINUE },
			);
			expect(errorsOf(output)).toHaveLength(4);
			expect(JSON.stringify(output)).not.toMatch(/the-wrong-secret|testsecret/);
		}
	});

	test('without permission to read: the message names what is missing', async () => {
		const key = { ...TEST_KEYS.active, allowedActions: ['CloudUpdateTask'] };
		bench.emulator.settings.keys = [key];
		expect((await bench.failure({ operation: 'preview', details: { name: 'x' } })).message).toMatch(
			/permission/i,
		);
		expect((await bench.run({ details: { name: 'x' } })).output).toHaveLength(1);
	});
});

describe('after an update, a preview of the same finds nothing to change', () => {
	const NEVER = ['CustomerClidsGroup', 'IvrName'];

	test.each(PARAMETERS.filter(({ section }) => section).map((one) => [one.api, one] as const))(
		'%s',
		async (api, one) => {
			const parameters = inSections([one], ({ name, value, beside }) => ({
				...beside,
				[name]: value,
			}));
			await bench.run(parameters);
			const { changes, unchanged } = detailsOf({ json: await preview(parameters) });
			const isNever = NEVER.includes(api);
			const NOTE = { field: api, note: expect.any(String) };
			expect(changes).toEqual(isNever ? [expect.objectContaining(NOTE)] : []);
			expect(unchanged.includes(api)).toBe(!isNever);
		},
	);
});

test('a node without any value says so, as its update does', async () => {
	const { output } = await bench.run({ operation: 'preview' });
	expect(output[0]?.json.summary).toBe('No value is given to change');
});
