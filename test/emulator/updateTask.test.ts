import { newTask, startEmulator, type Emulator, type Settings, type Task } from '../../emulator';
import { callV1, type Params } from './sign';

let emulator: Emulator;

beforeAll(async () => {
	emulator = await startEmulator();
});
afterAll(() => emulator.close());
beforeEach(() => emulator.reset());

const PREDICTIVE = '133224';
const AUTOMATIC = '133225';
const PAUSED = '133227';
const ENDED = '133226';
const RUNNING = '133230';
const MISSING = '999999';

const update = (TaskId: string, params: Params) =>
	callV1(emulator, 'CloudUpdateTask', { EnterpriseId: '7000002', TaskId, ...params });

const stored = (taskId: string) => emulator.store.find('7000002', taskId);

test('only the parameters sent are changed', async () => {
	const before = stored(PREDICTIVE);
	const { body } = await update(PREDICTIVE, { Name: '新名称', Wrapup: '45' });
	expect(body.Code).toBe('OK');
	expect(stored(PREDICTIVE)).toEqual({ ...before, Name: '新名称', Wrapup: '45' });
	expect(emulator.journal).toMatchObject([
		{ before: { Name: '双十一回访', Wrapup: '30' }, after: { Name: '新名称', Wrapup: '45' } },
	]);
});

test('the answer has the 30 documented fields, all texts but AutoComplete', async () => {
	const { body } = await update(PREDICTIVE, { AutoComplete: '0' });
	const { AutoComplete, ...texts } = body.Data ?? {};
	expect(AutoComplete).toBe(0);
	expect(Object.keys(texts)).toHaveLength(29);
	expect(Object.values(texts).every((value) => typeof value === 'string')).toBe(true);
	expect(texts).toMatchObject({ Id: PREDICTIVE, EnterpriseId: '7000002', Quotiety: '1.00' });
});

test('unknown parameters are recorded and have no effect', async () => {
	const { body } = await update(PREDICTIVE, { Colour: 'red', Status: '3', constructor: 'x' });
	expect(body.Code).toBe('OK');
	expect(emulator.journal).toMatchObject([{ before: {}, after: {} }]);
	expect(emulator.requests[0]?.params).toMatchObject({ Colour: 'red', Status: '3' });
});

interface RefusedCase {
	what: string;
	task?: string;
	params: Params;
	message: string;
	settings?: Partial<Settings>;
}

const refused: RefusedCase[] = [
	{
		what: 'an unknown task',
		task: MISSING,
		params: {},
		message: '验证失败，参数[taskId]取值不正确',
	},
	{
		what: 'a task of another enterprise',
		task: '133256',
		params: {},
		message: '验证失败，参数[taskId]取值不正确',
	},
	{
		what: 'a TaskId that is no number',
		params: { TaskId: 'null' },
		message: '验证失败，参数[taskId]格式不正确',
	},
	{
		what: 'an EnterpriseId that is no number',
		params: { EnterpriseId: 'undefined' },
		message: '验证失败，参数[enterpriseId]格式不正确',
	},
	{
		what: 'a number out of range',
		params: { Name: 'fine', Wrapup: '0' },
		message: '验证失败，参数[wrapup]取值范围不正确',
	},
	{
		what: 'a value that is none of the choices',
		params: { AutoStart: '2' },
		message: '验证失败，参数[autoStart]取值不正确',
	},
	{ what: 'an empty name', params: { Name: '' }, message: '验证失败，参数[name]不能为空' },
	{
		what: 'a start without date and time',
		params: { AutoStart: '1', AutoStartDay: '', AutoStartTime: '' },
		message: '验证失败，参数[autoStartDay]不能为空',
	},
	{
		what: 'an end without date and time',
		params: { AutoStop: '1', AutoStopDay: '', AutoStopTime: '' },
		message: '验证失败，参数[autoStopDay]不能为空',
	},
	{
		what: 'interval calling without time conditions',
		task: AUTOMATIC,
		params: { AutoTaskType: '1' },
		message: '验证失败，参数[autoTriggerTimeStrategy]不能为空',
	},
	{
		what: 'caller numbers of category 1 that are cleared',
		params: { CustomerClids: '' },
		message: '验证失败，参数[customerClids]不能为空',
	},
	{
		what: 'category 5 without a group',
		params: { CustomerClidsCategory: '5' },
		message: '验证失败，参数[customerClidsGroup]不能为空',
	},
	{
		what: 'an automatic task without voice navigation',
		task: AUTOMATIC,
		params: { IvrId: '', IvrName: '' },
		message: '验证失败，参数[ivrId]不能为空',
	},
	{
		what: 'a predictive task without agents',
		params: { Cnos: '' },
		message: '验证失败，参数[cnos]不能为空',
	},
	{
		what: 'a predictive task of groups without a group',
		task: '133232',
		settings: { allowUpdateAfterEnd: true },
		params: { AgentGroup: '' },
		message: '验证失败，参数[agentGroup]不能为空',
	},
	{
		what: 'a later round that is not later, counted from the first call',
		params: {
			RetryStrategy:
				'{"retry":2,"strategy":[{"round":1,"time":"0-1-0"},{"round":2,"time":"0-0-59"}]}',
			RetryStrategyTimeType: '1',
		},
		message: '验证失败，参数[retryStrategy]取值不正确',
	},
	{
		what: 'a running task',
		task: RUNNING,
		params: { Name: 'x' },
		message: '验证失败，任务运行中，不能修改',
	},
	{
		what: 'an ended task',
		task: ENDED,
		params: { Name: 'x' },
		message: '验证失败，任务已结束，不能修改',
	},
	{
		what: 'an empty value, where the setting refuses it',
		params: { TimeStrategy: '' },
		settings: { emptyValue: 'refuse' },
		message: '验证失败，参数[timeStrategy]不能为空',
	},
	{
		what: 'a retry strategy without rounds, where the setting refuses it',
		params: { RetryStrategy: '{"retry":0,"strategy":[]}' },
		settings: { noRounds: 'refuse' },
		message: '验证失败，参数[retryStrategy]格式不正确',
	},
	{
		what: 'a predictive-only value for an automatic task, where the setting refuses it',
		task: AUTOMATIC,
		params: { Wrapup: '40' },
		settings: { predictiveOnly: 'refuse' },
		message: '验证失败，参数[wrapup]取值不正确',
	},
	{
		what: 'a start whose time is only stored, where the setting wants it in the request',
		params: { AutoStart: '1' },
		settings: { requiredFrom: 'request' },
		message: '验证失败，参数[autoStartDay]不能为空',
	},
];

test.each(refused)('$what is refused', async ({ task, params, message, settings }) => {
	Object.assign(emulator.settings, settings);
	const before = emulator.store.list();
	const { status, body } = await update(task ?? PREDICTIVE, params);
	expect(status).toBe(200);
	expect(body).toEqual({
		RequestId: expect.any(String),
		Code: 'isv.INVALID_PARAMETERS',
		Message: message,
	});
	expect(emulator.store.list()).toEqual(before);
	expect(emulator.journal).toEqual([]);
});

interface AcceptedCase {
	what: string;
	task?: string;
	params: Params;
	after: Partial<Task>;
	settings?: Partial<Settings>;
}

const accepted: AcceptedCase[] = [
	{ what: 'a paused task', task: PAUSED, params: { Name: 'x' }, after: { Name: 'x' } },
	{
		what: 'a running task, where the setting allows it',
		task: RUNNING,
		params: { Name: 'x' },
		settings: { allowUpdateWhileRunning: true },
		after: { Name: 'x' },
	},
	{
		what: 'an ended task, where the setting allows it',
		task: ENDED,
		params: { Name: 'x' },
		settings: { allowUpdateAfterEnd: true },
		after: { Name: 'x' },
	},
	{
		what: 'clearing, which goes back to the documented default',
		params: { Wrapup: '', TimeStrategy: '' },
		after: { Wrapup: '30', TimeStrategy: '' },
	},
	{
		what: 'an empty value, where the setting ignores it',
		params: { Name: '', TimeStrategy: '' },
		settings: { emptyValue: 'ignore' },
		after: { Name: '双十一回访', TimeStrategy: '11,50' },
	},
	{
		what: 'a retry strategy without rounds, which clears it',
		params: { RetryStrategy: '{"retry":0,"strategy":[]}' },
		after: { RetryStrategy: '' },
	},
	{
		what: 'IvrId, which wins over IvrName',
		params: { IvrId: '77', IvrName: 'other' },
		after: { IvrId: '77', IvrName: '' },
	},
	{
		what: 'IvrName alone, which replaces the IvrId',
		params: { IvrName: 'other' },
		after: { IvrId: '', IvrName: 'other' },
	},
	{
		what: 'a predictive-only value for an automatic task, where the setting ignores it',
		task: AUTOMATIC,
		params: { Wrapup: '40', Name: 'x' },
		settings: { predictiveOnly: 'ignore' },
		after: { Wrapup: '30', Name: 'x' },
	},
	{
		what: 'a predictive-only value for an automatic task, stored without effect',
		task: AUTOMATIC,
		params: { Wrapup: '40' },
		after: { Wrapup: '40' },
	},
	{
		what: 'equal rounds, counted from the last call',
		params: {
			RetryStrategy:
				'{"retry":2,"strategy":[{"round":1,"time":"0-1-0"},{"round":2,"time":"0-1-0"}]}',
			RetryStrategyTimeType: '2',
		},
		after: { RetryStrategyTimeType: '2' },
	},
	{
		what: 'a start whose time is in the request, where the setting wants it there',
		params: { AutoStart: '1', AutoStartTime: '08:00:00' },
		settings: { requiredFrom: 'request' },
		after: { AutoStart: '1', AutoStartTime: '08:00:00' },
	},
];

test.each(accepted)('$what is accepted', async ({ task = PREDICTIVE, params, after, settings }) => {
	Object.assign(emulator.settings, settings);
	const { body } = await update(task, params);
	expect(body.Message).toBe('OK');
	expect(stored(task)).toMatchObject(after);
});

test('the whole of a task can be sent back to it', async () => {
	const { EnterpriseId, Id, ...rest } = stored(PREDICTIVE) ?? newTask({});
	const filled = Object.entries(rest).filter(([, value]) => value !== '');
	const { body } = await update(Id, { EnterpriseId, ...Object.fromEntries(filled) });
	expect(body.Code).toBe('OK');
	// IvrId was sent along with IvrName and won.
	expect(emulator.journal).toMatchObject([{ after: { IvrName: '' } }]);
});

describe('a parameter that is not taken', () => {
	test('is accepted and silently not stored; the others are', async () => {
		emulator.settings.untakenParameters = ['Wrapup', 'TimeStrategy'];
		const before = stored(PREDICTIVE);
		const params = { Name: 'x', Wrapup: '45', TimeStrategy: '' };
		const { body } = await update(PREDICTIVE, params);
		expect(body).toMatchObject({ Code: 'OK', Data: { Name: 'x', Wrapup: '30' } });
		expect(stored(PREDICTIVE)).toEqual({ ...before, Name: 'x' });
		expect(emulator.journal).toMatchObject([{ after: { Name: 'x' } }]);
		expect(emulator.requests[0]?.params).toMatchObject(params);
	});

	test('is not stored where the answer is only a Result either', async () => {
		Object.assign(emulator.settings, { untakenParameters: ['Wrapup'], updateResult: 0 });
		const { body } = await update(PREDICTIVE, { Name: 'x', Wrapup: '45' });
		expect(body.Data).toEqual({ Result: 0 });
		expect(stored(PREDICTIVE)).toMatchObject({ Name: 'x', Wrapup: '30' });
	});

	test('is checked, and counts as given, all the same', async () => {
		emulator.settings.untakenParameters = ['Wrapup', 'AutoStartDay'];
		emulator.settings.requiredFrom = 'request';
		const wrong = await update(PREDICTIVE, { Wrapup: '0' });
		expect(wrong.body.Message).toBe('验证失败，参数[wrapup]取值范围不正确');
		const day = stored(PREDICTIVE)?.AutoStartDay;
		const { body } = await update(PREDICTIVE, { AutoStart: '1', AutoStartDay: '2027-01-01' });
		expect(body.Code).toBe('OK');
		expect(stored(PREDICTIVE)).toMatchObject({ AutoStart: '1', AutoStartDay: day });
	});

	test.each([
		{ untaken: 'IvrName', value: 'other' },
		{ untaken: 'IvrId', value: '77' },
	])('$untaken does not take the other one with it', async ({ untaken, value }) => {
		emulator.settings.untakenParameters = [untaken];
		const before = stored(PREDICTIVE);
		expect((await update(PREDICTIVE, { [untaken]: value })).body.Code).toBe('OK');
		expect(stored(PREDICTIVE)).toEqual(before);
	});

	test('is taken again after a reset', async () => {
		emulator.settings.untakenParameters = ['Wrapup'];
		emulator.reset();
		await update(PREDICTIVE, { Wrapup: '45' });
		expect(stored(PREDICTIVE)?.Wrapup).toBe('45');
	});
});
