import type { INodeParameters } from 'n8n-workflow';
import { newTask, TEST_KEYS } from '../../emulator';
import { CONTINUE, errorsOf, TASK, detailsOf, useBench } from '../support/bench';
import { change, during } from './tasks/scene';

const bench = useBench({ settings: { allowUpdateWhileRunning: true } });
beforeEach(() => {
	// Days that stay in the future for a while, unlike those of the seed.
	change(bench, { AutoStartDay: '2036-11-01', AutoStopDay: '2036-12-10' }, TASK.taskId);
});

const ONLY: INodeParameters = { onlySendWhatDiffers: true };
const asked = (action: string) =>
	bench.emulator.requests.filter((request) => request.action === action).length;
const NAME = '双十一回访';

test('only what differs is sent, and the output says what', async () => {
	const { output } = await bench.run({
		details: { name: NAME, description: 'new' },
		callHandling: { customerTimeout: '20', ivrId: 13 },
		options: { ...ONLY, includeRequestParameters: true },
	});
	expect(bench.changes).toEqual({ Description: 'new' });
	expect(output[0]?.json).toMatchObject({
		Id: '133224',
		Description: 'new',
		action: 'updated',
		details: {
			changes: [{ field: 'Description', to: 'new' }],
			unchanged: ['Name', 'IvrId', 'CustomerTimeout'],
		},
		request: { EnterpriseId: '7000002', TaskId: '133224', Description: 'new' },
	});
});

test('nothing is sent where nothing differs, not even to a task that may not be changed', async () => {
	for (const taskId of [TASK.taskId, '133226', '133230']) {
		const Name = bench.emulator.store.find(TASK.enterpriseId, taskId)?.Name ?? '';
		const { output } = await bench.run({
			taskId,
			details: { name: Name },
			options: { ...ONLY, whenTaskIsRunning: 'refuse' },
		});
		expect(output[0]?.json).toEqual({
			Id: taskId,
			Name,
			action: 'unchanged',
			summary: 'The task has all values already',
			warnings: '',
			reason: 'The task has all values already',
			ignored: '',
			Status: expect.any(Number),
			statusWords: expect.stringMatching(/^(?:not started|running|ended)$/),
			Type: 1,
			typeWords: 'predictive',
			EnterpriseId: '7000002',
			details: { changes: [], unchanged: ['Name'], ignored: [], warnings: [] },
		});
	}
	expect(asked('CloudUpdateTask')).toBe(0);
});

test('what cannot be read back is always sent', async () => {
	await bench.run({ details: { name: NAME }, callHandling: { ivrName: 'Menu' }, options: ONLY });
	expect(bench.changes).toEqual({ IvrName: 'Menu' });
});

test('each item may decide that for itself', async () => {
	const { output } = await bench.run(
		{
			details: { name: NAME },
			options: {
				onlySendWhatDiffers: '={{ $json.only }}',
				verifyAfterUpdate: '={{ $json.verify }}',
			},
		},
		{ items: [{ only: '是', verify: 1 }, { only: false, verify: 'yes' }, {}] },
	);
	expect(output.map(({ json }) => [json.action === 'updated', json.verified])).toEqual([
		[false, undefined],
		[true, true],
		[true, undefined],
	]);
	expect(asked('CloudUpdateTask')).toBe(2);
});

test('a list in another order differs where that says who is called first, and only there', async () => {
	const cnos = '2001,2000,0000';
	const times = { timeStrategy: '50,11' };
	const { output } = await bench.run({ agents: { cnos }, schedule: times, options: ONLY });
	expect(output[0]?.json.action).toBe('unchanged');
	await bench.run({ agents: { cnos, callStrategy: 2 }, schedule: times, options: ONLY });
	expect(bench.changes).toEqual({ Cnos: cnos, CallStrategy: '2' });
});

describe('what is needed together goes together', () => {
	const schedule = { autoStart: true, autoStartDay: '2036-11-01', autoStartTime: '08:30' };

	test.each(['task', 'request'] as const)(
		'where the service looks at the %s',
		async (requiredFrom) => {
			bench.emulator.settings.requiredFrom = requiredFrom;
			// The seed has the same day and time, and the switch off.
			const { output } = await bench.run({
				schedule,
				callHandling: { customerTimeout: 20 },
				options: ONLY,
			});
			expect(bench.changes).toEqual({
				AutoStart: '1',
				AutoStartDay: '2036-11-01',
				AutoStartTime: '08:30:00',
			});
			expect(detailsOf(output[0]).changes).toMatchObject([{ field: 'AutoStart', from: 0, to: 1 }]);
		},
	);

	const weights = (weight: string) => `[{"number":"64203600","weight":"${weight}"}]`;

	/** What the task has, what is given, and what of that differs: all of it goes. */
	test.each<[string, Record<string, string>, INodeParameters, string[]]>([
		[
			'a start time',
			{ AutoStart: '1' },
			{ schedule: { ...schedule, autoStartTime: '9:30' } },
			['AutoStartTime'],
		],
		[
			'a start date',
			{ AutoStart: '1' },
			{ schedule: { ...schedule, autoStartDay: '2036-11-02' } },
			['AutoStartDay'],
		],
		[
			'a time without the switch',
			{},
			{ schedule: { autoStartDay: '2036-11-01', autoStartTime: '9:30' } },
			['AutoStartTime'],
		],
		['the switch', {}, { schedule }, ['AutoStart']],
		[
			'what is forced at the stop',
			{},
			{
				schedule: {
					autoStop: true,
					autoStopDay: '2036-12-10',
					autoStopTime: '17:00',
					forceEndFlag: true,
				},
			},
			['ForceEndFlag'],
		],
		['a stop that is switched off', {}, { schedule: { autoStop: false } }, ['AutoStop']],
		[
			'calling times',
			{},
			{ schedule: { autoTaskType: 1, autoTriggerTimeStrategy: '9' } },
			['AutoTriggerTimeStrategy'],
		],
		[
			'the calling mode',
			{ AutoTaskType: '0' },
			{ schedule: { autoTaskType: 1, autoTriggerTimeStrategy: '22,9' } },
			['AutoTaskType'],
		],
		[
			'what waits are counted from',
			{},
			{
				retry: {
					retryStrategyTimeType: 2,
					retryStrategyJson:
						'{"retry":2,"strategy":[{"round":1,"time":"0-0-5"},{"round":2,"time":"0-2-5"}]}',
				},
			},
			['RetryStrategyTimeType'],
		],
		[
			'rounds',
			{},
			{
				retry: {
					retryStrategyTimeType: 1,
					retryStrategyJson: '{"retry":1,"strategy":[{"round":1,"time":"0-0-5"}]}',
				},
			},
			['RetryStrategy'],
		],
		[
			'caller IDs',
			{},
			{ callerId: { customerClidsCategory: 1, customerClids: '64203600', customerClidType: 1 } },
			['CustomerClids'],
		],
		[
			'the type of caller IDs',
			{ CustomerClidsCategory: '2' },
			{ callerId: { customerClidsCategory: 1, customerClids: '23434200,64203600' } },
			['CustomerClidsCategory'],
		],
		[
			'a pool, which cannot be read',
			{ CustomerClidsCategory: '5' },
			{ callerId: { customerClidsCategory: 5, customerClidsGroup: 'x' } },
			['CustomerClidsGroup'],
		],
		[
			'weights',
			{ CustomerClidWeight: weights('1') },
			{
				callerId: {
					customerClidsCategory: 1,
					customerClids: '64203600,23434200',
					customerClidWeightFlag: true,
					customerClidWeightJson: weights('2'),
				},
			},
			['CustomerClidWeight'],
		],
		[
			'how a number is picked',
			{},
			{
				callerId: {
					customerClidsCategory: 1,
					customerClids: '64203600,23434200',
					customerClidType: 2,
					clidPropertyJson: '{"defaultAreaCode":"010","isMatchCapital":"0"}',
				},
			},
			['CustomerClidType'],
		],
	])('%s with what it is tied to', async (_what, stored, parameters, differing) => {
		change(bench, { ...stored, CustomerTimeout: '20' }, TASK.taskId);
		const given = Object.values(parameters).flatMap((section) => Object.keys(section as object));
		const beside = { details: { name: NAME }, callHandling: { customerTimeout: 20 } };
		const { output } = await bench.run({ ...parameters, ...beside, options: ONLY });
		const apis = given.map(
			(name) => name.charAt(0).toUpperCase() + name.slice(1).replace(/Json$/, ''),
		);
		expect(Object.keys(bench.changes).sort()).toEqual(apis.sort());
		const { changes } = detailsOf(output[0]);
		expect(changes.map(({ field }) => field)).toEqual(differing);
		// All the same, and all alone.
		bench.emulator.requests.length = 0;
		if (differing[0] === 'CustomerClidsGroup') return;
		await bench.run({ ...parameters, ...beside, options: ONLY });
		expect(asked('CloudUpdateTask')).toBe(0);
	});

	test('and alone what is tied to nothing', async () => {
		await bench.run({
			schedule: { ...schedule, autoStart: false, timeStrategy: '50' },
			agents: { wrapup: 30, agentTimeout: 11 },
			options: ONLY,
		});
		expect(bench.changes).toEqual({ TimeStrategy: '50', AgentTimeout: '11' });
	});
});

test('emptied fields are compared too', async () => {
	const emptied = { details: { description: '' }, options: { ...ONLY, sendEmptyValues: true } };
	await bench.run(emptied);
	expect(bench.changes).toEqual({ Description: '' });
	const { output } = await bench.run(emptied);
	expect(output[0]?.json.action).toBe('unchanged');
});

test('rows of one task are compared with what the row before has made of it', async () => {
	const items = ['a', 'a', 'b', 'b', 'a', NAME].map((name) => ({ name }));
	const { output, hints } = await bench.run(
		{ details: { name: '={{ $json.name }}' }, options: ONLY },
		{ items },
	);
	const updated = [true, false, true, false, true, true];
	expect(output.map(({ json }) => json.action === 'updated')).toEqual(updated);
	expect(bench.emulator.journal.map(({ after }) => after.Name)).toEqual(['a', 'b', 'a', NAME]);
	expect(hints[0]?.message).toMatch(/^4 updated, 2 unchanged, /);
});

describe('a thousand rows, mapped by their columns', () => {
	const items = Array.from({ length: 1000 }, (_none, index) => ({
		任务ID: 500_000 + index,
		'Customer Timeout': 30,
		备注: 'x',
		Description: index % 10 === 0 ? `第 ${index} 批 🌸` : '',
	}));
	const arrange = () => {
		for (const [index, { 任务ID: id }] of items.entries()) {
			const Type = String(1 + (index % 2));
			const task = { EnterpriseId: TASK.enterpriseId, Id: String(id), Type, CustomerTimeout: '30' };
			bench.emulator.store.put(newTask({ ...task, IvrId: '1', Cnos: '1' }));
		}
	};
	const run = async () =>
		await bench.run({ fields: 'mapFromInput', taskId: '', options: ONLY }, { items });

	test('take a few reads and the updates that are needed', async () => {
		arrange();
		const { output, hints } = await run();
		expect(asked('CloudUpdateTask')).toBe(100);
		expect(asked('CloudGetTask')).toBe(2);
		// 516 and 516 tasks of the two types.
		expect(asked('CloudQueryTask')).toBe(12);
		expect(output.map(({ json }) => json.Id)).toEqual(items.map(({ 任务ID: id }) => String(id)));
		expect(output.map(({ json }) => json.action === 'updated')).toEqual(
			items.map((_none, n) => n % 10 === 0),
		);
		expect(hints[0]?.message).toMatch(/^100 updated, 900 unchanged, /);
		expect(hints.at(-1)?.message).toContain('"备注"');
		bench.emulator.requests.length = 0;
		await run();
		expect(asked('CloudUpdateTask')).toBe(0);
	});

	test('are read one by one with a key that may not list tasks', async () => {
		arrange();
		bench.emulator.settings.keys = [
			{ ...TEST_KEYS.active, allowedActions: ['CloudGetTask', 'CloudUpdateTask'] },
		];
		const { output } = await run();
		expect(output).toHaveLength(1000);
		expect(asked('CloudQueryTask')).toBeLessThanOrEqual(2);
		expect(asked('CloudGetTask')).toBe(1000);
		expect(asked('CloudUpdateTask')).toBe(100);
	});
});

test('a read that fails is that item’s failure, and nothing is sent for it', async () => {
	bench.emulator.failNext({ kind: 'internalError', action: 'CloudGetTask' });
	const { output } = await bench.run(
		{
			taskId: '={{ $json.id }}',
			details: { name: 'x' },
			options: { ...ONLY, concurrentRequests: 1 },
		},
		{ items: [{ id: '133224' }, { id: '133225' }], node: CONTINUE },
	);
	expect(errorsOf(output)).toMatchObject([
		{ code: 'InternalError', requestId: expect.any(String) },
	]);
	expect(bench.emulator.journal.map(({ taskId }) => taskId)).toEqual(['133225']);
	const stop = new AbortController();
	bench.emulator.requests.length = 0;
	void during(bench, 'CloudGetTask', () => stop.abort());
	const stopped = await bench.run(
		{ details: { name: 'y' }, options: ONLY },
		{ signal: stop.signal, node: CONTINUE },
	);
	expect(errorsOf(stopped.output)[0]?.message).toMatch(/^The execution was stopped/);
	expect(bench.emulator.journal).toHaveLength(1);
});
