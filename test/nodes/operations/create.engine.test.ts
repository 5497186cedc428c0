import { NodeHelpers, type IDataObject, type INodeParameters } from 'n8n-workflow';
import { TEST_KEYS } from '../../../emulator';
import { AlibabaCloudVms } from '../../../nodes/AlibabaCloudVms/AlibabaCloudVms.node';
import {
	CONTINUE,
	credentialOf,
	errorsOf,
	TASK,
	useBench,
	vmsNode,
	type RunOptions,
} from '../../support/bench';
import { actionsOf, during, stepsOf } from '../tasks/scene';

const bench = useBench();

const NAME = 'Spring “renewals” 🌷';
/** A new predictive task with what it can't do without. */
const NEW: INodeParameters = {
	operation: 'create',
	type: 1,
	name: NAME,
	agents: { cnos: '2000' },
};

const run = async (parameters: INodeParameters = {}, more: RunOptions = {}) =>
	await bench.run({ ...NEW, ...parameters }, { node: CONTINUE, ...more });

const create = async (parameters: INodeParameters = {}, more: RunOptions = {}) => {
	const { output } = await run(parameters, more);
	return { json: output[0]?.json ?? {}, error: errorsOf(output)[0] };
};

const named = (name: string) =>
	bench.emulator.store.list(TASK.enterpriseId).filter((task) => task.Name === name);

const createdRequest = () =>
	bench.emulator.requests.flatMap(({ action }, index) =>
		action === 'CloudCreateTask' ? [bench.sent[index]] : [],
	);

describe('sends what is given, and nothing else', () => {
	test('of a predictive task', async () => {
		const { json } = await create();
		expect(actionsOf(bench)).toEqual(['Create']);
		expect(bench.sent).toEqual([
			{ EnterpriseId: TASK.enterpriseId, Type: '1', Name: NAME, Cnos: '2000' },
		]);
		const [made] = named(NAME);
		expect(json).toMatchObject({
			Id: made?.Id,
			Name: NAME,
			action: 'created',
			summary: 'Created, not started, without numbers',
			warnings: '',
			Status: 0,
			Type: 1,
			RequestId: expect.any(String),
			details: { ignored: [], copiedFrom: null },
		});
		expect(Object.keys(json).slice(0, 5)).toEqual(['Id', 'Name', 'action', 'summary', 'warnings']);
	});

	test('of an automatic task with all that only a creation takes', async () => {
		await create({
			type: 2,
			agents: {},
			callHandling: { ivrId: '13' },
			newTask: { callGroupType: 2, autoDelete: true },
		});
		expect(bench.sent[0]).toEqual({
			EnterpriseId: TASK.enterpriseId,
			Type: '2',
			CallGroupType: '2',
			AutoDelete: '1',
			Name: NAME,
			IvrId: '13',
		});
	});

	test('with a template, which has the rest', async () => {
		bench.emulator.settings.templates = { Renewals: { Cnos: '2001', Concurrency: '7' } };
		await create({ agents: {}, newTask: { templateName: 'Renewals' } });
		expect(bench.sent[0]).toEqual({
			EnterpriseId: TASK.enterpriseId,
			Type: '1',
			TemplateName: 'Renewals',
			Name: NAME,
		});
		expect(named(NAME)[0]).toMatchObject({ Cnos: '2001', Concurrency: '7' });
	});
});

describe('a template', () => {
	const templated = async (Renewals: Record<string, string>, more: INodeParameters = {}) => {
		bench.emulator.settings.templates = { Renewals: { Cnos: '2000', ...Renewals } };
		const newTask = { templateName: 'Renewals' };
		return await create({ agents: {}, newTask, ...more });
	};
	const START = { AutoStartDay: '2031-05-06' };
	const GROUP = { CustomerClidsGroup: 'nav-1' };

	test.each<[INodeParameters, Record<string, string>, Record<string, string>]>([
		[{ schedule: { autoStart: true } }, START, { AutoStart: '1' }],
		[{ schedule: { autoStop: true } }, { AutoStopTime: '18:00:00' }, { AutoStop: '1' }],
		[{ schedule: { autoTaskType: 1 } }, { AutoTriggerTimeStrategy: '9,22' }, { AutoTaskType: '1' }],
		[{ callerId: { customerClidsCategory: 5 } }, GROUP, { CustomerClidsCategory: '5' }],
		[
			{ callerId: { customerClidsCategory: 1 } },
			{ CustomerClids: '64203667' },
			{ CustomerClidsCategory: '1' },
		],
	])('may have what goes with %j', async (given, has, sent) => {
		const { json, error } = await templated(has, given);
		expect(error).toBeUndefined();
		expect(bench.sent[0]).toMatchObject(sent);
		expect(named(NAME)[0]).toMatchObject({ ...has, ...sent });
		expect(json.action).toBe('created');
	});

	test('is none of a task that is there already', async () => {
		const { error } = await templated(START, {
			operation: 'createOrUpdate',
			name: bench.emulator.store.find(TASK.enterpriseId, TASK.taskId)?.Name ?? '',
			schedule: { autoStart: true },
		});
		expect(error?.message).toMatch(/^'Start Date' or 'Start Time' is missing/);
		expect(stepsOf(bench)).toEqual([]);
	});

	test.each(['1', '0'])('that switches Auto Start to %s is told of', async (AutoStart) => {
		const { json } = await templated({ ...START, AutoStart });
		expect(json.summary).toBe(
			`Created, not started, without numbers${AutoStart === '1' ? '; it starts by itself as its schedule says' : ''}`,
		);
	});
});

test.each<[object, string, string]>([
	[{ Id: 7, Status: '1' }, 'Created, running, without numbers', ''],
	[{ Id: '7', Status: 9 }, 'Created, in an unknown state, without numbers', ''],
	[{ Id: 7, AutoStart: 'true', Name: null }, '; it starts by itself as its schedule says', ''],
	[{ Id: 7, Name: ` ${NAME}` }, 'Created, not started, without numbers', ''],
	[{ Id: 7, Name: 'Spring%20renewals' }, '', 'The service has it under another name, "Spring%20r'],
])('says of a new task what its answer says: %j', async (Data, summary, warning) => {
	const body = JSON.stringify({ Code: 'OK', RequestId: 'R-1', Data });
	bench.emulator.settings.answer = { status: 200, body };
	const { json } = await create();
	expect(json).toMatchObject({ Id: '7', action: 'created' });
	expect(json.summary).toContain(summary);
	expect(json.warnings).toMatch(warning === '' ? /^$/ : new RegExp(`^${warning}`));
});

describe('Map Automatically', () => {
	const MAPPED: INodeParameters = {
		operation: 'create',
		fields: 'mapFromInput',
		fieldsObject: '={{ $json }}',
		type: '',
		taskId: '',
		name: '',
		agents: {},
	};

	test.each<[IDataObject]>([
		[{ 任务名称: NAME, 任务类型: '预测外呼', 座席工号列表: '2000', 定时开始: '否' }],
		[{ Name: NAME, Type: 1, Cnos: '2000', AutoStart: 0 }],
		[{ name: NAME, type: 'Predictive', 'Agent Numbers': '', cnos: '2000', auto_start: false }],
	])('takes %j', async (row) => {
		const { error } = await create(MAPPED, { items: [row] });
		expect(error).toBeUndefined();
		expect(bench.sent[0]).toEqual({
			EnterpriseId: TASK.enterpriseId,
			Type: '1',
			Name: NAME,
			AutoStart: '0',
			Cnos: '2000',
		});
	});

	test('takes the type from the field where no column has it', async () => {
		const { error } = await create(
			{ ...MAPPED, type: 1 },
			{ items: [{ Name: NAME, Cnos: '2000' }] },
		);
		expect(error).toBeUndefined();
		expect(bench.sent[0]).toMatchObject({ Type: '1' });
	});

	test('says what is missing', async () => {
		const { error } = await create(MAPPED, { items: [{ Name: NAME, Cnos: '2000' }] });
		expect(error?.message).toMatch(
			/^No column says of what type the task is\. There are: .*, or choose it under 'Task Type'/,
		);
		// Where columns are mapped there is no field for it.
		const { error: other } = await create(MAPPED, { items: [{ Type: 1, Cnos: '2000' }] });
		expect(other?.message).toBe(
			'No column says what the task is called. There are: "Type", "Cnos". Name one Name [item 0]',
		);
		expect(bench.sent).toEqual([]);
	});
});

describe('refuses before anything is sent', () => {
	test.each<[string, INodeParameters, RegExp]>([
		['no name', { name: '' }, /^'Name' is missing/],
		['no type', { type: '' }, /^'Task Type' is missing/],
		['another type', { type: 3 }, /^'Task Type' is 3; give one of 1 \(Predictive, 预测外呼\)/],
		['a name that is too long', { name: 'x'.repeat(50) }, /^'Name' has 50 characters/],
		[
			'a predictive task without agents',
			{ agents: {} },
			/^'[^']+' is missing; a new predictive task needs its agents, unless a template has it/,
		],
		[
			'a predictive task without its group',
			{ newTask: { callGroupType: 2 } },
			/^'[^']+' is missing; it is needed while 'Agents From' is set to 'Outbound Group', unless/,
		],
		[
			'an automatic task without IVR',
			{ type: 2 },
			/^'IVR ID' or 'IVR Name' is missing; a new automatic task needs its IVR/,
		],
		['a start without its time', { schedule: { autoStart: true } }, /is missing/],
	])('%s', async (_what, parameters, message) => {
		const { error } = await create(parameters);
		expect(error?.message).toMatch(message);
		expect(error?.description).toMatch(/^Nothing was sent for this item\./);
		expect(bench.sent).toEqual([]);
	});

	test('and nothing at all where one of several is wrong', async () => {
		const parameters = {
			name: '={{ $json.name }}',
			options: { checkAllItemsFirst: true },
		};
		const { output } = await run(parameters, { items: [{ name: 'a' }, { name: '' }] });
		expect(errorsOf(output)).toHaveLength(2);
		expect(bench.sent).toEqual([]);
	});
});

test('warns of what has no effect on a new task', async () => {
	const { json } = await create({
		type: 2,
		callHandling: { ivrId: '13' },
		schedule: { autoStartDay: '2030-01-01' },
		pacing: { answerRate: 40 },
	});
	expect(json.warnings).toMatch(
		/'Start Date' has no effect while 'Auto Start' is off, as a new task has it/,
	);
	expect(json.warnings).toMatch(/^.*only predictive tasks use .*'Initial Expected Answer Rate'/m);
});

describe('Calling Hours', () => {
	const night = (callingHours: string): INodeParameters => ({
		schedule: { autoStart: true, autoStartDay: '2031-05-06', autoStartTime: '22:30' },
		options: { callingHours },
	});

	test('keep a task that would call at night from being created', async () => {
		const { error } = await create(night('refuse'));
		expect(error?.message).toMatch(/outside of your calling hours \(09:00 to 21:00\)/);
		expect(stepsOf(bench)).toEqual([]);
	});

	test('warn of it', async () => {
		const { json } = await create(night('warn'));
		expect(json.action).toBe('created');
		expect(json.warnings).toMatch(/outside of your calling hours/);
	});

	test('leave alone what starts by hand, and hold for what a new name is made by', async () => {
		const { json } = await create({ options: { callingHours: 'refuse' } });
		expect(json.action).toBe('created');
		const { error } = await create({
			...night('refuse'),
			operation: 'createOrUpdate',
			name: 'x',
		});
		expect(error?.message).toMatch(/outside of your calling hours/);
	});

	test('cannot be kept by a task whose template is not known', async () => {
		bench.emulator.settings.templates = { Renewals: {} };
		const { error } = await create({
			newTask: { templateName: 'Renewals' },
			options: { callingHours: 'refuse' },
		});
		expect(error?.message).toMatch(/^Whether the task keeps to your calling hours cannot be said/);
	});
});

test('gives what was sent, and the answer as it came', async () => {
	const { json } = await create({ options: { includeRequestParameters: true, simplify: false } });
	expect(json).toMatchObject({
		Id: named(NAME)[0]?.Id,
		action: 'created',
		Code: 'OK',
		request: { Type: '1', Name: NAME },
	});
});

test.each<[string, object, RegExp]>([
	['a name that is taken', { uniqueNames: true }, /任务名称已存在/],
	['one task too many', { maxTasks: 1 }, /任务数超出最大限制/],
])('tells the refusal of %s with its code', async (_what, settings, message) => {
	Object.assign(bench.emulator.settings, settings);
	const { error } = await create({ name: bench.emulator.store.list()[0]?.Name ?? '' });
	expect(error?.message).toMatch(message);
	expect(error).toMatchObject({ code: 'isv.INVALID_PARAMETERS', requestId: expect.any(String) });
	expect(error?.description).not.toMatch(/may have been|'Task ID'|state of the task/);
	expect(error?.description).toMatch(/^Correct the value\. What it names, /);
});

describe('an answer that is lost', () => {
	const PATIENT = { maximumAttempts: 5, longestWait: 0.05, timeout: 1 };

	test.each([
		'dropAfterApply',
		'hangAfterApply',
		'emptyBody',
		'dropBeforeApply',
		'noCode',
	] as const)('is never made up for by another creation: %s', async (kind) => {
		bench.emulator.failNext({ kind, action: 'CloudCreateTask' });
		const { error } = await create({ options: PATIENT });
		expect(stepsOf(bench)).toEqual(['Create']);
		expect(error?.description).toMatch(/The change may have been applied/);
		expect(error?.description).toMatch(/Look for the name in the console, or by Get Many,/);
	});

	test.each(['throttled', 'serviceUnavailable'] as const)(
		'but %s is repeated, where nothing was created',
		async (kind) => {
			bench.emulator.failNext({ kind, action: 'CloudCreateTask' });
			const { json, error } = await create({ options: PATIENT });
			expect(json.action ?? error?.description).toMatch(
				kind === 'throttled' ? 'created' : 'may have',
			);
			expect(named(NAME).length).toBe(kind === 'throttled' ? 1 : 0);
		},
	);

	test('is a creation where the name was not there before, and is there now', async () => {
		bench.emulator.failNext({ kind: 'dropAfterApply', action: 'CloudCreateTask' });
		const options = { ...PATIENT, skipIfTheNameExists: true };
		const { json } = await create({ options });
		expect(json).toMatchObject({ Id: named(NAME)[0]?.Id, action: 'created', Status: 0 });
		expect(json.warnings).toMatch(/^No answer proves the creation, but a task of this name/);
		expect(stepsOf(bench)).toEqual(['Create']);
	});

	test.each(['internalError', 'serviceUnavailable'] as const)(
		'is no reason to just run it again: %s',
		async (kind) => {
			bench.emulator.failNext({ kind, action: 'CloudCreateTask' });
			const { error } = await create();
			expect(error?.description).toMatch(/may have been applied/);
			expect(error?.description).not.toMatch(/Run the refused items again/);
		},
	);

	test('keeps a second item of the name from creating another one', async () => {
		bench.emulator.failNext({ kind: 'dropBeforeApply', action: 'CloudCreateTask' });
		const options = { ...PATIENT, skipIfTheNameExists: true };
		const { output } = await run({ options }, { items: [{}, {}] });
		const [first, second] = errorsOf(output);
		expect(first?.description).toMatch(/may have been applied/);
		expect(second?.message).toMatch(/^An item before this one may have created a task of the name/);
		expect(stepsOf(bench)).toEqual(['Create']);
	});

	test.each<[unknown]>([
		[{}],
		[{ Id: 0 }],
		[{ Id: true }],
		[{ Id: '' }],
		[{ Id: -5 }],
		[{ Id: 'new' }],
		[{ Id: { a: 1 } }],
		[[{ Id: 5 }]],
	])('that says OK and names no task is no creation: %j', async (Data) => {
		const body = JSON.stringify({ Code: 'OK', RequestId: 'R-1', Data });
		bench.emulator.settings.answer = { status: 200, body, next: 1 };
		const { error } = await create();
		expect(error?.message).toBe('The answer says OK, but names no task [item 0]');
		expect(error?.description).toMatch(/may have been applied.*Look for the name/);
	});
});

describe('Skip If the Name Exists', () => {
	const SKIP = { options: { skipIfTheNameExists: true } };

	test('creates no second task of the whole name', async () => {
		const old = bench.emulator.store.find(TASK.enterpriseId, TASK.taskId);
		const { json } = await create({ ...SKIP, name: old?.Name ?? '' });
		expect(json).toMatchObject({
			Id: TASK.taskId,
			Name: old?.Name,
			action: 'skipped',
			summary: 'A task of this name is there already, so none was created',
		});
		expect(stepsOf(bench)).toEqual([]);
	});

	test('looks for the whole name', async () => {
		const old = bench.emulator.store.find(TASK.enterpriseId, TASK.taskId);
		const { json } = await create({ ...SKIP, name: (old?.Name ?? '').slice(0, 3) });
		expect(json).toMatchObject({ action: 'created' });
	});

	test('names all tasks of the name', async () => {
		await create();
		await create();
		const { json } = await create(SKIP);
		const ids = named(NAME).map(({ Id }) => Id);
		expect(ids).toHaveLength(2);
		expect(json).toMatchObject({ action: 'skipped', Id: ids[0] });
		expect(json.warnings).toBe(`Several tasks have this name: ${ids.join(', ')}`);
	});

	test('makes one task of several items of one name', async () => {
		const names = ['a', 'b', 'a', 'a'];
		const { output, hints } = await run(
			{ ...SKIP, name: '={{ $json.name }}' },
			{ items: names.map((name) => ({ name })) },
		);
		expect(output.map(({ json }) => json.action)).toEqual([
			'created',
			'created',
			'skipped',
			'skipped',
		]);
		expect(output[2]?.json.Id).toBe(output[0]?.json.Id);
		expect(hints[0]?.message).toMatch(/^2 created, 2 skipped/);
	});

	test('takes no blank at the ends for another name, and any other sign for one', async () => {
		const names = ['a b', ' a b', 'a b \n', 'A b', 'ab', 'a  b', 'ａ b'];
		const { output } = await run(
			{ ...SKIP, name: '={{ $json.name }}' },
			{ items: names.map((name) => ({ name })) },
		);
		const actions = output.map(({ json }) => json.action);
		expect(actions).toEqual(['created', 'skipped', 'skipped', ...Array(4).fill('created')]);
		expect((await create({ ...SKIP, name: '\ta b' })).json).toMatchObject({ action: 'skipped' });
	});

	test('makes one task in two executions at once', async () => {
		const both = await Promise.all([create(SKIP), create(SKIP)]);
		expect(both.map(({ json }) => json.action).sort()).toEqual(['created', 'skipped']);
		expect(named(NAME)).toHaveLength(1);
	});

	test('looks in the call center of the item', async () => {
		await create({ enterpriseId: '7000003' });
		const { json } = await create(SKIP);
		expect(json).toMatchObject({ action: 'created', EnterpriseId: TASK.enterpriseId });
	});

	test('finds a task that slips from one page to the one before while they are read', async () => {
		const { store } = bench.emulator;
		const task = store.find(TASK.enterpriseId, TASK.taskId);
		for (let index = 0; task && index < 120; index++) {
			store.put({ ...task, Id: String(200000 + index), Name: `Campaign ${index}` });
		}
		const listed = store.list(TASK.enterpriseId).filter(({ Type }) => Type === '1');
		const [first, slips] = [listed[0], listed[100]];
		const created = create({ ...SKIP, name: slips?.Name ?? '' });
		await during(bench, 'CloudQueryTask', () => first && store.remove(first), 1);
		expect((await created).json).toMatchObject({ action: 'skipped', Id: slips?.Id });
		expect(stepsOf(bench)).toEqual([]);
	});

	test('creates nothing where the list cannot be read', async () => {
		const key = { ...TEST_KEYS.active, allowedActions: ['CloudCreateTask'] };
		bench.emulator.settings.keys = [key];
		const { error } = await create(SKIP, { credential: credentialOf(key) });
		expect(error?.message).toMatch(/^The key has no permission/);
		expect(error?.description).toMatch(/^Whether a task of this name is there could not be read/);
		expect(stepsOf(bench)).toEqual([]);
	});

	test('a list that does not end proves nothing', async () => {
		bench.emulator.settings.ignoreStart = true;
		const task = bench.emulator.store.find(TASK.enterpriseId, TASK.taskId);
		for (let index = 0; task && index < 120; index++) {
			bench.emulator.store.put({ ...task, Id: String(200000 + index) });
		}
		const { error } = await create(SKIP);
		expect(error?.message).toMatch(
			/^Whether a task has this name is not known: The list of tasks .*, because it repeats itself( \[item 0\])?$/,
		);
		expect(stepsOf(bench)).toEqual([]);
	});
});

test.each<[string, INodeParameters]>([
	['create', { options: { copyFromTask: TASK.taskId } }],
	['createOrUpdate', {}],
	['create', { fields: 'mapFromInput' }],
])('lets n8n run a workflow with an empty type: %s %j', (operation, more) => {
	const { description } = new AlibabaCloudVms();
	const node = vmsNode({ operation, name: NAME, type: '', ...more });
	const issues = NodeHelpers.getNodeParametersIssues(description.properties, node, description);
	expect(issues).toBeNull();
});

describe("n8n's Retry On Fail", () => {
	const RETRIES = { retryOnFail: true, maxTries: 3, waitBetweenTries: 0 };

	test('is refused, since it would create tasks twice', async () => {
		const error = await bench.failure(NEW, { node: RETRIES });
		expect(error.message).toMatch(/^'Retry On Fail' is on/);
		expect(error.description).toMatch(/create once more what had been created/);
		expect(bench.sent).toEqual([]);
	});

	test('is harmless where the name is looked for', async () => {
		const options = { skipIfTheNameExists: true };
		const { output } = await bench.run({ ...NEW, options }, { node: RETRIES });
		expect(output[0]?.json).toMatchObject({ action: 'created' });
	});
});

describe('Copy From Task', () => {
	const FROM = TASK.taskId;
	const change = (values: Record<string, string>) => {
		const stored = bench.emulator.store.find(TASK.enterpriseId, FROM);
		if (stored) bench.emulator.store.change(stored, values);
	};
	const copy = async (parameters: INodeParameters = {}, more: RunOptions = {}) =>
		await create({ type: '', agents: {}, options: { copyFromTask: FROM }, ...parameters }, more);
	const RETRY = '{"retry":1,"strategy":[{"round":1,"time":"0-0-30"}]}';

	test('takes what is not given from it, but not its name', async () => {
		change({
			AutoStart: '0',
			AutoStop: '0',
			RetryStrategy: RETRY,
			CustomerTimeout: '45',
			CallVariables: '[{"name":"x","value":"1"}]',
			CallPriorityStrategy: '',
			CustomerClidsCategory: '1',
			CustomerClids: '01012345678',
		});
		const { json, error } = await copy({ callHandling: { customerTimeout: 30 } });
		expect(error).toBeUndefined();
		const [sent] = createdRequest();
		const source = bench.emulator.store.find(TASK.enterpriseId, FROM);
		expect(sent).toMatchObject({
			EnterpriseId: TASK.enterpriseId,
			Name: NAME,
			Type: source?.Type,
			CustomerTimeout: '30',
			RetryStrategy: RETRY,
			CustomerClids: '01012345678',
		});
		expect(sent).not.toHaveProperty('TaskId');
		const [made] = named(NAME);
		expect(made).toMatchObject({ Cnos: source?.Cnos, Status: '0', CustomerTimeout: '30' });
		expect(json).toMatchObject({ action: 'created', details: { copiedFrom: FROM } });
	});

	test('copies no start or stop that is past, and says so', async () => {
		change({
			AutoStart: '1',
			AutoStartDay: '2026-01-01',
			AutoStartTime: '09:00:00',
			AutoStop: '1',
			AutoStopDay: '2026-01-02',
			AutoStopTime: '',
			ForceEndFlag: '1',
		});
		const { json } = await copy();
		const [sent] = createdRequest();
		expect(Object.keys(sent ?? {}).join()).not.toMatch(/AutoSt|ForceEnd/);
		expect(json.warnings).toMatch(
			/'Auto Start', 'Start Date' and 'Start Time' .* \(2026-01-01 09:00:00\) lie in the past/,
		);
		expect(json.warnings).toMatch(/\(2026-01-02 23:59:59\) lie in the past and were not copied/);
	});

	test('copies a start that is to come, with what the item says of it', async () => {
		const start = { AutoStart: '1', AutoStartDay: '2026-01-01', AutoStartTime: '09:00:00' };
		change({ ...start, AutoStop: '0' });
		const { error } = await copy({ schedule: { autoStartDay: '2031-05-06' } });
		expect(error).toBeUndefined();
		expect(createdRequest()[0]).toMatchObject({
			AutoStart: '1',
			AutoStartDay: '2031-05-06',
			AutoStartTime: '09:00:00',
		});
	});

	const LONG_AGO = {
		AutoStart: '1',
		AutoStartDay: '2026-01-01',
		AutoStartTime: '09:00:00',
		AutoStop: '0',
	};

	test.each<[string, INodeParameters, Record<string, string>, string]>([
		['its own time', { autoStartTime: '23:00' }, {}, "'Auto Start' and 'Start Date'"],
		['nothing, and no day', {}, { AutoStartDay: '', AutoStartTime: '' }, "'Auto Start'"],
		['nothing, and other spellings', {}, { AutoStartDay: '2026-1-1 0:00' }, "'Auto Start', 'S"],
	])('copies no day that is past for an item that gives %s', async (_w, schedule, has, labels) => {
		change({ ...LONG_AGO, ...has });
		const { json } = await copy({ schedule });
		expect(json.action).toBe('created');
		expect(Object.keys(createdRequest()[0] ?? {})).not.toContain('AutoStart');
		expect(Object.keys(createdRequest()[0] ?? {})).not.toContain('AutoStartDay');
		expect(json.warnings).toContain(labels);
		expect(json.warnings).toMatch(/in the past and were not copied/);
	});

	test.each(['0', '1'])(
		'asks for the day of a start that an item switches on (%s)',
		async (has) => {
			change({ ...LONG_AGO, AutoStart: has });
			const { error } = await copy({ schedule: { autoStart: true } });
			expect(error?.message).toMatch(/^'Start Date' or 'Start Time' is missing/);
			expect(error?.description).toMatch(
				/'Start Date' and 'Start Time' of the task that is copied \(2026-01-01 09:00:00\) lie in the/,
			);
			expect(stepsOf(bench)).toEqual([]);
		},
	);

	test.each([
		['autoStartTime', '2031-05-06 10:00'],
		['autoStartDay', '2031-05-06 10:00'],
	])('takes the whole moment in %s before what is copied', async (field, moment) => {
		change(LONG_AGO);
		const { error } = await copy({ schedule: { [field]: moment } });
		expect(error).toBeUndefined();
		expect(createdRequest()[0]).toMatchObject({
			AutoStart: '1',
			AutoStartDay: '2031-05-06',
			AutoStartTime: '10:00:00',
		});
	});

	test('names what cannot be read where it is needed', async () => {
		change({ AutoStart: '0', CustomerClidsCategory: '5', CustomerClidsGroup: 'nav-1' });
		const { error } = await copy();
		expect(error?.message).toMatch(/is missing; it is needed while 'Caller ID Type' is/);
		expect(error?.description).toMatch(
			/^Nothing was sent for this item\. The settings of task "133224" were copied, but for what can't be read: 'Number Pool or Navigation' and 'IVR Name'/,
		);
		expect(stepsOf(bench)).toEqual([]);
		expect((await copy({ callerId: { customerClidsGroup: 'nav-1' } })).json).toMatchObject({
			action: 'created',
		});
	});

	test('lets an IVR by name take the place of the one that is copied', async () => {
		change({ AutoStart: '0', IvrId: '13' });
		await copy({ callHandling: { ivrName: 'menu' } });
		expect(createdRequest()[0]).toMatchObject({ IvrName: 'menu' });
		expect(createdRequest()[0]).not.toHaveProperty('IvrId');
	});

	test('reads a task once for all items, and copies no numbers', async () => {
		change({ AutoStart: '0' });
		bench.emulator.store.numbers.of(TASK.enterpriseId, FROM).tels.add('13800000000');
		const { output } = await run(
			{
				type: '',
				agents: {},
				name: '={{ $json.name }}',
				options: { copyFromTask: FROM },
			},
			{ items: [{ name: 'a' }, { name: 'b' }, { name: 'c' }] },
		);
		expect(output.map(({ json }) => json.action)).toEqual(['created', 'created', 'created']);
		expect(actionsOf(bench).filter((action) => action === 'Get')).toHaveLength(1);
		const id = String(output[0]?.json.Id);
		expect(bench.emulator.store.numbers.of(TASK.enterpriseId, id).tels.size).toBe(0);
	});

	test('refuses a task that is not there, or that cannot be read whole', async () => {
		const missing = await copy({ options: { copyFromTask: '999' } });
		expect(missing.error?.message).toMatch(
			/^Task "999", which is to be copied, could not be read whole: /,
		);
		const key = { ...TEST_KEYS.active, allowedActions: ['CloudCreateTask', 'CloudGetTask'] };
		bench.emulator.settings.keys = [key];
		const half = await copy({}, { credential: credentialOf(key) });
		expect(half.error?.message).toMatch(/could not be read whole: What only lists have/);
		expect(stepsOf(bench)).toEqual([]);
	});

	test('checks what the item gives before anything is read', async () => {
		const { error } = await copy({ callHandling: { customerTimeout: 'soon' } });
		expect(error?.message).toMatch(/^'Customer Timeout' is "soon"/);
		expect(bench.sent).toEqual([]);
	});
});

test('a stop before it is sent creates nothing, one at the gateway leaves it open', async () => {
	const stop = new AbortController();
	const created = create({}, { signal: stop.signal });
	await during(bench, 'CloudCreateTask', () => stop.abort());
	const { error } = await created;
	expect(error?.message).toMatch(/^The execution was stopped/);
	expect(error?.description).toMatch(/may have been applied/);
});

test('gives nothing for no items', async () => {
	expect((await run({}, { items: [] })).output).toEqual([]);
	expect(bench.sent).toEqual([]);
});

test('stops at the first refusal and says what had been created', async () => {
	const parameters = { ...NEW, name: '={{ $json.name }}' };
	const error = await bench.failure(parameters, { items: [{ name: 'a' }, { name: '' }] });
	expect(error.message).toMatch(/^'Name' is missing/);
	expect(error.description).toMatch(/1 of 2 items had been created before it/);
});
