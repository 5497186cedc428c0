import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { CONTINUE, errorsOf, TASK, useBench } from '../../support/bench';
import { actionsOf, during, RUNNING, stepsOf } from '../tasks/scene';

const bench = useBench();

const run = async (operation: string, parameters: INodeParameters = {}) => {
	const { output } = await bench.run({ operation, ...parameters }, { node: CONTINUE });
	return { json: output[0]?.json ?? {}, error: errorsOf(output)[0] };
};

/** Has all requests of an action, or so many of them, answered so. */
const answer = (action: string, answered: object, next?: number) => {
	const body = JSON.stringify(answered);
	bench.emulator.settings.answer = { status: 200, body, action, ...(next ? { next } : {}) };
};

const OK = { Code: 'OK', RequestId: 'R-1' };
const IMPORT = { fields: 'setBelow', tel: '13800000001', batchName: 'x' };
const imported = (Data: unknown) => ({ Code: 'OK', Data });
const NEW = { type: 1, name: 'new', agents: { cnos: '2000' } };

describe('an answer that says OK and lacks what it should have', () => {
	test.each<[string, INodeParameters, string, object, IDataObject]>([
		[
			'importNumbers',
			IMPORT,
			'CloudImportTaskTel',
			imported('none'),
			{
				action: 'imported',
				FileId: null,
				ImportTotal: null,
				SuccessTotal: null,
				RequestId: null,
				warnings: expect.stringMatching(/^The answer does not say how many numbers/),
			},
		],
		[
			'importNumbers',
			IMPORT,
			'CloudImportTaskTel',
			imported({ FileId: true, SuccessTotal: 'many', ImportTotal: '1', InvalidTotal: 0 }),
			{
				action: 'imported',
				FileId: null,
				ImportTotal: 1,
				SuccessTotal: null,
				InvalidTotal: 0,
				warnings: expect.stringMatching(/^The answer does not say how many numbers/),
			},
		],
		[
			'importNumbers',
			IMPORT,
			'CloudImportTaskTel',
			imported({ FileId: 7, SuccessTotal: 0, ImportTotal: 1, InvalidTotal: 1 }),
			{ action: 'leftOut', FileId: '7', warnings: expect.stringContaining('calls 1 invalid') },
		],
		[
			'deleteNumbers',
			{ which: { tels: '13800000001' } },
			'CloudDeleteTaskTel',
			{ Code: 'OK', Data: { Result: 0 } },
			{ action: 'deleted', RequestId: null },
		],
		[
			'getStatistics',
			{},
			'CloudMonitorTask',
			{ ...OK, Data: { Statistic: { CalledCount: '3' }, TodayStatistic: 'none', AgentInfo: 7 } },
			{ Id: TASK.taskId, CalledCount: 3, TodayStatistic: { Id: TASK.taskId }, AgentInfo: 7 },
		],
		[
			'getStatistics',
			{},
			'CloudMonitorTask',
			{ ...OK, Data: { Statistic: { CalledCount: 3 }, Id: 'other', CalledCount: 9, More: 1 } },
			{ Id: TASK.taskId, CalledCount: 3, More: 1 },
		],
		[
			'preview',
			{ details: { name: 'x' } },
			'CloudGetTask',
			{ ...OK, Data: { TaskProperty: { Id: TASK.taskId, Description: null } } },
			{ Name: null, Status: null, statusWords: '', action: 'update' },
		],
	])('is taken for what it says: %s as %j', async (operation, parameters, action, odd, told) => {
		answer(action, odd);
		const { json } = await run(operation, parameters);
		expect(json).toMatchObject(told);
	});

	test.each<[string, INodeParameters, string, object, RegExp]>([
		['getRecording', { recordFile: 'x' }, 'CloudGetRecordUrl', OK, /holds no address of the rec/],
		['getStatistics', {}, 'CloudMonitorTask', { ...OK, Data: null }, /holds no statistics/],
		['create', NEW, 'CloudCreateTask', { ...OK, Data: 'x' }, /names no task/],
		['get', {}, 'CloudGetTask', { ...OK, Data: 'x' }, /holds no task/],
		['start', {}, 'CloudGetTask', { ...OK, Data: [] }, /holds no task/],
		['delete', {}, 'CloudGetTask', OK, /holds no task/],
		['end', { confirmEnd: true }, 'CloudGetTask', OK, /holds no task/],
	])('is an error with its Code: %s, of %j', async (operation, parameters, action, odd, said) => {
		answer(action, odd);
		const { error } = await run(operation, parameters);
		expect(error).toMatchObject({
			message: expect.stringMatching(said),
			code: 'OK',
			requestId: 'R-1',
		});
	});
});

describe.each([
	['start', TASK.taskId, 'The start', 'running', '1'],
	['pause', RUNNING, 'The pause', 'paused', '2'],
])('an answer that says OK, and not that it was done: %s', (operation, taskId, noun, words, to) => {
	const odd = async (Data: unknown, changes: Record<string, string>) => {
		const ran = run(operation, { taskId });
		const { store } = bench.emulator;
		await during(bench, operation === 'start' ? 'CloudStartTask' : 'CloudPauseTask', () => {
			const task = store.find(TASK.enterpriseId, taskId);
			if (task) store.change(task, changes);
			const body = JSON.stringify({ ...OK, Data });
			bench.emulator.settings.answer = { status: 200, body, next: 1 };
		});
		return await ran;
	};
	const DATA = [undefined, null, {}, 'x', 0, [], { Id: '999' }];

	test.each(DATA)('is an error where the task is not so: %j', async (Data) => {
		const { error } = await odd(Data, {});
		expect(error?.message).toBe(
			`${noun} was answered with OK, and nothing in it says that it was done [item 0]`,
		);
		expect(error?.description).toMatch(/may have been applied.* when it was looked at afterwards/);
		expect(error).toMatchObject({ code: 'OK', requestId: 'R-1' });
	});

	test.each([...DATA, { Result: '' }])('is made up for by the state: %j', async (Data) => {
		const { json } = await odd(Data, { Status: to });
		expect(json.summary).toMatch(new RegExp(`^The task is ${words}`));
		expect(json.warnings).toMatch(
			new RegExp(`^No answer proves the ${operation}, but the task is`),
		);
	});
});

describe('a task whose fields are other than they should be', () => {
	const state = (fields: object) => ({
		...OK,
		Data: { TaskProperty: { Id: RUNNING, Name: 'x', Type: '1', ...fields } },
	});

	test('is not known to have been paused by what it lacks', async () => {
		answer('CloudGetTask', state({ Status: '2' }));
		const { error, json } = await run('start', { taskId: RUNNING });
		expect(String(error?.message ?? json.warnings)).toMatch(/paused/);
	});

	test.each([
		[{ Status: '1', StatusDescription: 7 }, 'running'],
		[{ Status: '1', StatusDescription: ' 可用座席数小于1 ' }, '可用座席数小于1'],
		[{ Status: '9' }, 'in an unknown state'],
	])('is said to be as it is: %j', async (fields, said) => {
		answer('CloudGetTask', state(fields));
		const { error } = await run('delete', { taskId: RUNNING });
		const { json } = await run('pause', { taskId: RUNNING });
		expect(`${String(error?.message)} ${String(json.warnings)}`).toContain(said);
	});
});

test('a task to be copied gives what is readable, and says of the rest why it is not', async () => {
	const FROM = '133224';
	const { store } = bench.emulator;
	const task = store.find(TASK.enterpriseId, FROM);
	if (task) store.change(task, { CustomerTimeout: '90', Wrapup: '31' });
	const { json } = await run('create', {
		...NEW,
		type: 2,
		agents: {},
		callHandling: { ivrId: '13' },
		options: { copyFromTask: FROM, includeRequestParameters: true },
	});
	expect(json).toMatchObject({
		action: 'created',
		warnings: expect.stringMatching(/'Customer Timeout' was not copied, since it is "90"/),
	});
	// What only predictive tasks have is no setting of an automatic one.
	expect(json.request).not.toHaveProperty('Wrapup');
});

test('of a creation whose answer is lost, a list that fails proves nothing', async () => {
	bench.emulator.failNext({ kind: 'dropAfterApply', action: 'CloudCreateTask' });
	answer('CloudQueryTask', { ...OK, Data: { TaskProperties: [] } }, 2);
	bench.emulator.settings.forceRefusal = {
		action: 'CloudQueryTask',
		code: 'Forbidden.RAM',
		httpStatus: 403,
		message: 'no',
	};
	const { error } = await run('create', { ...NEW, options: { skipIfTheNameExists: true } });
	expect(error?.description).toContain('A creation is never repeated by itself.');
	expect(actionsOf(bench)).toEqual(['Query', 'Query', 'Create', 'Query']);
});

test.each([true, false])(
	'a task of this run is known by its name though no list shows it yet (looked for before: %s)',
	async (looks) => {
		answer('CloudQueryTask', { ...OK, Data: { TaskProperties: [] } });
		const { output } = await bench.run(
			{ operation: 'create', ...NEW, options: { skipIfTheNameExists: '={{ $json.looks }}' } },
			{ items: [{ looks }, { looks: true }], node: CONTINUE },
		);
		const [first, second] = output.map(({ json }) => json);
		expect(first).toMatchObject({ action: 'created' });
		expect(second).toMatchObject({ action: 'skipped', Id: first?.Id });
		expect(stepsOf(bench)).toEqual(['Create']);
	},
);

test('a creation that was not looked for, and may have been done, is known of too', async () => {
	bench.emulator.failNext({ kind: 'dropBeforeApply', action: 'CloudCreateTask' });
	const { output } = await bench.run(
		{ operation: 'create', ...NEW, options: { skipIfTheNameExists: '={{ $json.looks }}' } },
		{ items: [{ looks: false }, { looks: true }], node: CONTINUE },
	);
	expect(errorsOf(output)[1]?.message).toMatch(/^An item before this one may have created a task/);
	expect(stepsOf(bench)).toEqual(['Create']);
});

describe.each([
	['create', { options: { skipIfTheNameExists: true } }],
	['createOrUpdate', {}],
])('a name is looked for in what is a list: %s', (operation, more) => {
	test.each<[string, object]>([
		['no Data', OK],
		['null', { ...OK, Data: null }],
		['a text', { ...OK, Data: 'x' }],
		['a list that is none', { ...OK, Data: { TaskProperties: 'x' } }],
		['a list of texts', { ...OK, Data: { TaskProperties: ['new'] } }],
		['an object', { ...OK, Data: { TaskProperties: { TaskProperty: [{ Id: 5, Name: 'new' }] } } }],
	])('and nothing is created after %s', async (_what, odd) => {
		answer('CloudQueryTask', odd);
		const { error } = await run(operation, { ...NEW, ...more });
		expect(error).toMatchObject({
			message:
				'Whether a task has this name is not known: The answer says OK, but holds no list of tasks [item 0]',
			code: 'OK',
			requestId: 'R-1',
		});
		expect(stepsOf(bench)).toEqual([]);
	});

	test.each([[null], [[]]])('which may be left empty: %j', async (TaskProperties) => {
		answer('CloudQueryTask', { ...OK, Data: { TaskProperties } });
		const { json } = await run(operation, { ...NEW, ...more });
		expect(json).toMatchObject({ action: 'created' });
	});

	test('where a name may be a number, and several tasks may have no ID', async () => {
		const TaskProperties = [{ Name: 'other' }, { Name: 2026 }, { Name: 'another' }];
		answer('CloudQueryTask', { ...OK, Data: { TaskProperties } }, 1);
		const { json, error } = await run(operation, { ...NEW, ...more, name: '2026' });
		expect(json.action ?? error?.message).toBe(
			operation === 'create'
				? 'skipped'
				: 'The list of tasks has one of this name without its ID [item 0]',
		);
		expect(stepsOf(bench)).toEqual([]);
	});
});

test('a task whose list is none is read alone, and said to lack something', async () => {
	answer('CloudQueryTask', { ...OK, Data: null });
	const { json } = await run('get');
	expect(json).toMatchObject({
		Id: TASK.taskId,
		warnings: expect.stringMatching(/: The answer says OK, but holds no list of tasks$/),
	});
});
