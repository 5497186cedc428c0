import type { IDataObject, INode, INodeParameters, INodeType, ITaskData } from 'n8n-workflow';
import { Engine, type WorkflowFile } from '../../engine/engine';
import { TEST_KEYS } from '../../emulator';
import { AlibabaCloudVms } from '../../nodes/AlibabaCloudVms/AlibabaCloudVms.node';
import {
	CREDENTIAL_TYPE,
	credentialOf,
	NODE_TYPE,
	TASK,
	vmsNode,
	useBench,
} from '../support/bench';

const bench = useBench();

const START_TYPE = 'test.start';

/** Gives the items of the test to the next node. */
const startType = (items: IDataObject[]): INodeType => ({
	description: {
		displayName: 'Start',
		name: 'start',
		group: ['trigger'],
		version: 1,
		description: '',
		defaults: { name: 'Start' },
		inputs: [],
		outputs: ['main'],
		properties: [],
	},
	execute: async () => [items.map((json, item) => ({ json, pairedItem: { item } }))],
});

/** Takes the items as they come. */
const endType: INodeType = {
	description: { ...startType([]).description, inputs: ['main'], name: 'end' },
	async execute() {
		return [this.getInputData()];
	},
};

const plainNode = (name: string, type: string): INode => ({
	id: name,
	name,
	type,
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
});

const to = (node: string) => ({ node, type: 'main' as const, index: 0 });

/** Start, our node, and a node at each of its outputs. */
async function runWorkflow(
	items: IDataObject[],
	parameters: INodeParameters,
	more: Partial<INode>,
) {
	const file: WorkflowFile = {
		nodes: [
			plainNode('Start', START_TYPE),
			vmsNode(parameters, more),
			plainNode('Done', 'test.end'),
			plainNode('Failed', 'test.end'),
		],
		connections: {
			Start: { main: [[to('VMS')]] },
			VMS: { main: [[to('Done')], [to('Failed')]] },
		},
	};
	const engine = new Engine({
		nodeTypes: {
			[NODE_TYPE]: new AlibabaCloudVms(),
			[START_TYPE]: startType(items),
			'test.end': endType,
		},
		credentials: {
			[CREDENTIAL_TYPE]: credentialOf(TEST_KEYS.active, { endpoint: bench.emulator.url }),
		},
	});
	const { data, status } = await engine.run(file, 'Start');
	const { runData, error } = data.resultData;
	const [task]: ITaskData[] = runData.VMS ?? [];
	return { status, error, task, runData };
}

const BAD = {
	message: "Task 133224, item 1: 'Customer Timeout' is 90; give a whole number from 5 to 60",
};
const items = [{ s: 30 }, { s: 90 }, { s: 20 }];
const parameters = { callHandling: { customerTimeout: '={{ $json.s }}' } };

test('Stop Workflow: the execution ends with the error of the item', async () => {
	const { status, error, runData } = await runWorkflow(items, parameters, {});
	expect(status).toBe('error');
	expect(error).toMatchObject({
		...BAD,
		name: 'NodeOperationError',
		description:
			"Nothing was sent for this item. 1 of 3 items had been updated before it (task 133224). To go on with the other rows, set 'On Error' under Settings to 'Continue'.",
	});
	expect(runData.Done).toBeUndefined();
	expect(bench.sent).toHaveLength(1);
});

test('Stop Workflow: a refusal of the gateway ends it as well', async () => {
	const { status, error } = await runWorkflow([{}], { taskId: '999' }, {});
	expect(status).toBe('error');
	expect(error).toMatchObject({ name: 'NodeApiError', httpCode: '200' });
});

test('Continue: all items leave by the one output, in their order', async () => {
	const { status, task } = await runWorkflow(items, parameters, {
		onError: 'continueRegularOutput',
	});
	expect(status).toBe('success');
	const [output = []] = task?.data?.main ?? [];
	expect(output?.map(({ json }) => 'error' in json)).toEqual([false, true, false]);
	expect(output?.map(({ pairedItem }) => pairedItem)).toEqual([
		{ item: 0 },
		{ item: 1 },
		{ item: 2 },
	]);
	expect(task?.error).toBeUndefined();
});

test('Continue (using error output): the bad item leaves by the other output', async () => {
	const { status, runData } = await runWorkflow(items, parameters, {
		onError: 'continueErrorOutput',
	});
	expect(status).toBe('success');
	const outputOf = (name: string) => runData[name]?.[0]?.data?.main?.[0] ?? [];
	expect(outputOf('Done').map(({ json }) => json.CustomerTimeout)).toEqual([30, 20]);
	// n8n puts the fields of the input item beside the error.
	expect(outputOf('Failed').map(({ json }) => json)).toEqual([
		{
			s: 90,
			error: {
				...BAD,
				description: 'Nothing was sent for this item.',
				Id: '133224',
			},
		},
	]);
	expect(bench.sent).toHaveLength(2);
});

test('the error output keeps what the gateway said', async () => {
	const ids = [{ id: TASK.taskId }, { id: '999' }];
	const more: Partial<INode> = { onError: 'continueErrorOutput' };
	const { task } = await runWorkflow(ids, { taskId: '={{ $json.id }}' }, more);
	const [done = [], failed = []] = task?.data?.main ?? [];
	expect(done).toHaveLength(1);
	expect(failed).toEqual([
		{
			json: {
				id: '999',
				error: {
					message: 'Task 999, item 1: Call center 7000002 has no task 999',
					description: expect.stringContaining('Code isv.INVALID_PARAMETERS'),
					Id: '999',
					code: 'isv.INVALID_PARAMETERS',
					requestId: bench.emulator.requests[1]?.requestId,
					httpStatus: 200,
					help: expect.stringMatching(/^https:\/\/api\.aliyun\.com\/troubleshoot\?/),
				},
			},
			pairedItem: { item: 1 },
		},
	]);
});

test('every item refused leaves the success output empty', async () => {
	const more: Partial<INode> = { onError: 'continueErrorOutput' };
	const { task, runData } = await runWorkflow([{}, {}], { taskId: '={{ "" }}' }, more);
	expect(task?.data?.main?.map((output) => output?.length)).toEqual([0, 2]);
	expect(runData.Done).toBeUndefined();
	expect(runData.Failed).toHaveLength(1);
});

test('a report leaves by each output that has items', async () => {
	const more: Partial<INode> = { onError: 'continueErrorOutput' };
	const { task } = await runWorkflow(
		items,
		{ ...parameters, options: { attachReport: true } },
		more,
	);
	const reports = task?.data?.main?.map((output) =>
		output?.map(({ binary }) => 'report' in { ...binary }),
	);
	expect(reports).toEqual([[true, false], [true]]);
	const refused = { ...parameters, taskId: '={{ "" }}', options: { attachReport: true } };
	const all = await runWorkflow(items, refused, more);
	const [, failed = []] = all.task?.data?.main ?? [];
	expect(failed?.map(({ binary }) => 'report' in { ...binary })).toEqual([true, false, false]);
});

test('Retry On Fail sends once more', async () => {
	bench.emulator.failNext('serviceUnavailable');
	const more: Partial<INode> = { retryOnFail: true, maxTries: 2, waitBetweenTries: 1 };
	const { status } = await runWorkflow([{}], {}, more);
	expect(status).toBe('success');
	expect(bench.emulator.requests.map(({ status: http }) => http)).toEqual([503, 200]);
});

test('the hint about fields that do not apply is shown with the output', async () => {
	const schedule = { autoStart: '={{ false }}', autoStartTime: '8:00' };
	const { task } = await runWorkflow([{}], { schedule }, {});
	expect(task?.hints).toEqual([expect.objectContaining({ location: 'outputPane' })]);
});
