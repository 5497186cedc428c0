import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { Engine } from '../../engine/engine';
import { TEST_KEYS } from '../../emulator';
import { AlibabaCloudVms } from '../../nodes/AlibabaCloudVms/AlibabaCloudVms.node';
import { CONTINUE, errorsOf, TASK, useBench, type RunOptions } from '../support/bench';
import { CREDENTIAL_TYPE, credentialOf, NODE_TYPE, vmsNode } from '../support/bench';
import { RUNNING } from './tasks/scene';

const bench = useBench();

const COLUMNS = [
	'timeUtc',
	'timeChina',
	'workflow',
	'workflowId',
	'executionId',
	'node',
	'operation',
	'enterpriseId',
	'taskId',
	'taskName',
	'outcome',
	'changes',
	'changedFrom',
	'changedTo',
	'resumed',
	'verified',
	'reason',
	'code',
	'requestId',
];

/** The records of a run, of refused items too. */
async function recordsOf(parameters: INodeParameters, options: RunOptions = {}) {
	const { output } = await bench.run(
		{
			...parameters,
			options: { ...(parameters.options as INodeParameters), includeChangeRecord: true },
		},
		{ node: CONTINUE, ...options },
	);
	return output.map(({ json }) => {
		const error = (json.error ?? {}) as IDataObject;
		return (json.record ?? error.record) as unknown as Record<string, string | boolean>;
	});
}

const NUMBERS = { operation: 'importNumbers', batchName: 'A', fieldsFrom: 'input' };
const TELS = ['13800138000', '010-8888 6666'];

const OPERATIONS: Array<[string, INodeParameters, string]> = [
	['update', { details: { name: 'x' } }, 'updated'],
	['createOrUpdate', { type: 1, name: 'new', agents: { cnos: '2000' } }, 'created'],
	['create', { type: 1, name: 'new', agents: { cnos: '2000' } }, 'created'],
	['start', { taskId: '133225' }, 'started'],
	['pause', { taskId: RUNNING }, 'paused'],
	['end', { taskId: '133227', confirmEnd: true, options: { waitUntilDone: false } }, 'ending'],
	['delete', {}, 'deleted'],
	['deleteNumbers', { which: { tels: TELS.join(',') } }, 'deleted'],
];

test.each(OPERATIONS)('%s has the one shape, flat', async (operation, parameters, outcome) => {
	const [record] = await recordsOf({ operation, ...parameters });
	expect(Object.keys(record ?? {})).toEqual(COLUMNS);
	for (const [name, value] of Object.entries(record ?? {})) {
		expect(typeof value).toBe(name === 'resumed' || name === 'verified' ? 'boolean' : 'string');
	}
	expect(record).toMatchObject({
		operation,
		outcome,
		enterpriseId: TASK.enterpriseId,
		taskId: expect.stringMatching(/^\d+$/),
		requestId: bench.emulator.requests.find(({ action }) => !/Get|Query/.test(action))?.requestId,
		workflowId: 'workflow',
		executionId: '1',
		node: 'VMS',
		timeUtc: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
		timeChina: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/),
	});
	expect(Date.parse(`${String(record?.timeChina)}+08:00`)).toBe(
		Math.floor(Date.parse(String(record?.timeUtc)) / 1000) * 1000,
	);
});

test('an import has one an item, and none has a number', async () => {
	const items = [{ Tel: TELS[0] }, { Tel: TELS[1] }, { Tel: '1380013800x' }, { Tel: '' }];
	const options = { unknownColumns: 'ignore' };
	const records = await recordsOf({ ...NUMBERS, options }, { items });
	expect(records.map(({ outcome }) => outcome)).toEqual([
		'imported',
		'imported',
		'refused',
		'refused',
	]);
	expect(records.map((record) => Object.keys(record))).toEqual(records.map(() => COLUMNS));
	for (const digits of ['13800138000', '88886666', '8888 6666', '1380013800']) {
		expect(JSON.stringify(records)).not.toContain(digits);
	}
	expect(records[2]?.reason).toContain('***');
});

test('numbers in what the service says are not in it', async () => {
	const Message = '号码 138-0013-8000、+86 13900139000 格式不正确，2026-11-25 起';
	const body = JSON.stringify({ Code: 'isv.NEW', Message, RequestId: 'R-1' });
	bench.emulator.settings.answer = { status: 200, body };
	const [record] = await recordsOf({ operation: 'deleteNumbers', which: { tels: TELS[0] ?? '' } });
	expect(record).toMatchObject({ outcome: 'refused', code: 'isv.NEW', requestId: 'R-1' });
	expect(record?.reason).toContain('号码 ***、*** 格式不正确，2026-11-25 起');
});

test('says from what to what, whatever a name holds', async () => {
	const name = '双11 "A" \\ \'B\' 😀\n<b>';
	const options = { onlySendWhatDiffers: true, verifyAfterUpdate: true };
	const before = bench.emulator.store.find(TASK.enterpriseId, TASK.taskId)?.Name;
	const [record] = await recordsOf({ details: { name }, options });
	expect(record).toMatchObject({ taskName: name, verified: true, resumed: false, reason: '' });
	expect(JSON.parse(String(record?.changedFrom))).toEqual({ Name: before });
	expect(JSON.parse(String(record?.changedTo))).toEqual({ Name: name });
	expect(record?.changes).toMatch(/^Name .* → /);
	const [same] = await recordsOf({ details: { name }, options });
	expect(same).toMatchObject({ outcome: 'unchanged', changedFrom: '{}', changedTo: '{}' });
});

test('says that a task was paused and started again', async () => {
	const [record] = await recordsOf({
		taskId: RUNNING,
		details: { name: 'x' },
		options: { whenTaskIsRunning: 'pauseUpdateResume' },
	});
	expect(record).toMatchObject({ outcome: 'updated', resumed: true });
});

test('a start says which state the task had', async () => {
	const [record] = await recordsOf({ operation: 'start', taskId: '133225' });
	expect(record?.changedTo).toBe('{"Status":1}');
	expect(record?.changes).toContain('running');
});

describe('of an item that failed', () => {
	test.each<[string, INodeParameters, object]>([
		['a wrong value', { callHandling: { customerTimeout: 90 } }, { outcome: 'refused', code: '' }],
		[
			'what the service refuses',
			{ taskId: '999', details: { name: 'x' } },
			{
				outcome: 'refused',
				taskId: '999',
				code: 'isv.INVALID_PARAMETERS',
				changedTo: '{"Name":"x"}',
			},
		],
	])('%s', async (_name, parameters, expected) => {
		const [record] = await recordsOf(parameters);
		expect(Object.keys(record ?? {})).toEqual(COLUMNS);
		expect(record).toMatchObject({ enterpriseId: TASK.enterpriseId, ...expected });
		expect(record?.reason).not.toBe('');
	});

	test.each<[string, string, INodeParameters]>([
		['for its state', RUNNING, { whenTaskIsRunning: 'refuse' }],
		['for your hours', '133227', { callingHours: 'refuse', allowedTo: '09:01' }],
	])('what was to be changed of which task that was refused %s', async (_why, taskId, options) => {
		const parameters = { taskId, callHandling: { customerTimeout: 45 }, options };
		const [record] = await recordsOf(parameters);
		const { Name, CustomerTimeout } = bench.emulator.store.find(TASK.enterpriseId, taskId) ?? {};
		expect(record).toMatchObject({
			outcome: 'refused',
			taskName: Name,
			changes: `Customer Timeout ${CustomerTimeout} → 45`,
			changedFrom: `{"CustomerTimeout":${CustomerTimeout}}`,
			changedTo: '{"CustomerTimeout":45}',
		});
	});

	test('says of each change which field it is about', async () => {
		const more = { details: { name: 'x' }, callHandling: { customerTimeout: 45 } };
		const [record] = await recordsOf({ taskId: '999', ...more });
		expect(record?.changes).toBe('Name → x; Customer Timeout → 45');
	});

	test('whose answer was lost, it is not known what became of it', async () => {
		bench.emulator.failNext('dropAfterApply', 5);
		const [record] = await recordsOf({
			details: { name: 'x' },
			options: { maximumAttempts: 1 },
		});
		expect(record).toMatchObject({ outcome: 'unknown', changedTo: '{"Name":"x"}' });
	});

	test.each<[string, INodeParameters, () => void]>([
		[
			'could not be verified',
			{ details: { name: 'x' }, options: { verifyAfterUpdate: true, maximumAttempts: 1 } },
			() => bench.emulator.failNext({ kind: 'internalError', action: 'CloudGetTask' }, 3),
		],
		[
			'did not take',
			{ details: { name: 'x' }, options: { verifyAfterUpdate: true } },
			() => (bench.emulator.settings.untakenParameters = ['Name']),
		],
	])('and %s, neither', async (_name, parameters, arrange) => {
		arrange();
		const [record] = await recordsOf(parameters);
		expect(record).toMatchObject({ outcome: 'unknown' });
	});

	test('and left its task paused, that it is incomplete', async () => {
		bench.emulator.failNext({ kind: 'internalError', action: 'CloudStartTask' }, 9);
		const [record] = await recordsOf({
			taskId: RUNNING,
			details: { name: 'x' },
			options: {
				whenTaskIsRunning: 'pauseUpdateResume',
				maximumAttempts: 1,
				longestWait: 0.01,
			},
		});
		expect(record).toMatchObject({ outcome: 'incomplete', resumed: false });
	});

	test('because the key is wrong, too', async () => {
		const credential = credentialOf({ ...TEST_KEYS.active, accessKeySecret: '' });
		const [record] = await recordsOf({}, { credential });
		expect(record).toMatchObject({ outcome: 'refused', operation: 'update' });
	});

	test('stands in the error that stops the run', async () => {
		const { context } = await bench.failure({
			callHandling: { customerTimeout: 90 },
			options: { includeChangeRecord: true },
		});
		expect(context.data).toMatchObject({ record: { outcome: 'refused' } });
	});

	test('is in the error alone, so that the item goes where errors go', async () => {
		const { output } = await bench.run(
			{ taskId: 'x', options: { includeChangeRecord: true } },
			{ node: CONTINUE },
		);
		expect(Object.keys(output[0]?.json ?? {})).toEqual(['error']);
		expect(errorsOf(output)[0]).toHaveProperty('record');
	});
});

test('nobody gets one without asking', async () => {
	const { output } = await bench.run({ details: { name: 'x' } });
	expect(output[0]?.json).not.toHaveProperty('record');
	const preview = await bench.run({ operation: 'preview', options: { includeChangeRecord: true } });
	expect(preview.output[0]?.json).not.toHaveProperty('record');
});

describe('the data of the execution', () => {
	/** What n8n keeps with an execution whose nodes are these, one after the other. */
	async function keptOf(nodes: INodeParameters[], ids: string[], more = {}) {
		const engine = new Engine({
			nodeTypes: { [NODE_TYPE]: new AlibabaCloudVms() },
			credentials: {
				[CREDENTIAL_TYPE]: credentialOf(TEST_KEYS.active, { endpoint: bench.emulator.url }),
			},
		});
		const all = nodes.map((parameters, index) => ({
			...vmsNode(parameters, { onError: 'continueRegularOutput', ...more }),
			id: String(index),
			name: `VMS ${index}`,
		}));
		const connections = Object.fromEntries(
			all
				.slice(1)
				.map((one, index) => [
					`VMS ${index}`,
					{ main: [[{ node: one.name, type: 'main' as const, index: 0 }]] },
				]),
		);
		const { data } = await engine.run({ nodes: all, connections }, 'VMS 0', {
			items: ids.map((id) => ({ json: { id } })),
		});
		return data.resultData.metadata;
	}
	const change = (more: INodeParameters = {}): INodeParameters => ({
		taskId: "={{ $json.id ?? $json.Id ?? '1' }}",
		details: { name: 'x' },
		options: { taskIdsInExecutionData: true },
		...more,
	});

	test('holds the tasks that were changed, each once', async () => {
		const ids = [TASK.taskId, '133225', TASK.taskId, '999'];
		expect(await keptOf([change()], ids)).toEqual({ taskIds: `${TASK.taskId},133225` });
	});

	test('of several nodes', async () => {
		const second = change({ taskId: '133227' });
		expect(await keptOf([change(), second], [TASK.taskId])).toEqual({
			taskIds: `${TASK.taskId},133227`,
		});
	});

	test('also where the run stops', async () => {
		const kept = await keptOf([change()], [TASK.taskId, 'x'], { onError: 'stopWorkflow' });
		expect(kept).toEqual({ taskIds: TASK.taskId });
	});

	test('and one that may have been changed', async () => {
		bench.emulator.failNext('dropAfterApply', 5);
		const options = { taskIdsInExecutionData: true, maximumAttempts: 1 };
		expect(await keptOf([change({ options })], [TASK.taskId])).toEqual({ taskIds: TASK.taskId });
	});

	test('is cut at a whole ID, and says how many more there are', async () => {
		const task = bench.emulator.store.find(TASK.enterpriseId, TASK.taskId);
		const ids = Array.from({ length: 1000 }, (_none, index) => String(500_000 + index));
		for (const Id of ids) if (task) bench.emulator.store.put({ ...task, Id });
		const kept = (await keptOf([change()], ids))?.taskIds ?? '';
		expect(kept.length).toBeLessThanOrEqual(512);
		const [, told = '', more] = /^([\d,]+) and (\d+) more$/.exec(kept) ?? [];
		expect(told.split(',')).toEqual(ids.slice(0, told.split(',').length));
		expect(told.split(',').length + Number(more)).toBe(1000);
	});

	test('is left as it is without the option', async () => {
		expect(await keptOf([change({ options: {} })], [TASK.taskId])).toBeUndefined();
	});
});
