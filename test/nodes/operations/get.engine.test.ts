import type { INodeParameters } from 'n8n-workflow';
import { TEST_KEYS } from '../../../emulator';
import { callV1 } from '../../emulator/sign';
import {
	CONTINUE,
	credentialOf,
	errorsOf,
	TASK,
	useBench,
	type RunOptions,
} from '../../support/bench';

const bench = useBench();

const get = async (parameters: INodeParameters = {}, options: RunOptions = {}) =>
	await bench.run({ operation: 'get', ...parameters }, options);

/** What the emulator has of a task, changed beforehand. */
function change(values: Record<string, string>) {
	const stored = bench.emulator.store.find(TASK.enterpriseId, TASK.taskId);
	if (!stored) throw new Error('The seed has no such task');
	bench.emulator.store.change(stored, values);
}

const asked = () => bench.emulator.requests.map(({ action }) => action);

test('reads a task alone and from the lists, and changes nothing', async () => {
	const { output } = await get();
	expect(asked()).toEqual(['CloudGetTask', 'CloudQueryTask', 'CloudQueryTask']);
	expect(bench.sent[0]).toEqual({ EnterpriseId: TASK.enterpriseId, TaskId: TASK.taskId });
	expect(bench.emulator.journal).toEqual([]);
	expect(output).toHaveLength(1);
	expect(output[0]?.pairedItem).toEqual({ item: 0 });
});

test('gives what only one of the two reading actions has', async () => {
	change({ AgentGroup: '6,7', RetryStrategyTimeType: '2' });
	const [item] = (await get()).output;
	// Of lists alone, and of the single task alone.
	expect(item?.json).toMatchObject({ AgentGroup: '6,7', RetryStrategyTimeType: 2 });
	expect(item?.json).toHaveProperty('PauseTime');
	expect(item?.json).not.toHaveProperty('warnings');
});

test.each(['133224', '133225'])('gives whatever the two answer of the task %s', async (TaskId) => {
	const EnterpriseId = TASK.enterpriseId;
	const { body } = await callV1(bench.emulator, 'CloudGetTask', { EnterpriseId, TaskId });
	const got = body.Data?.TaskProperty ?? {};
	const lists = await Promise.all(
		['1', '2'].map(async (Type) => {
			const query = { EnterpriseId, Type, Limit: '100' };
			return (
				(await callV1(bench.emulator, 'CloudQueryTask', query)).body.Data?.TaskProperties ?? []
			);
		}),
	);
	const listed = lists.flat().find(({ Id }) => String(Id) === TaskId) ?? {};
	const [item] = (await get({ taskId: TaskId })).output;
	const names = [...Object.keys(got), ...Object.keys(listed)];
	expect(names.length).toBeGreaterThan(100);
	expect(Object.keys(item?.json ?? {})).toEqual(expect.arrayContaining(names));
});

test('gives numbers as numbers, IDs as text, and structures as such', async () => {
	const rounds = { retry: 1, strategy: [{ round: 1, time: '0-0-30' }] };
	change({ CustomerTimeout: '45', IvrId: '13', RetryStrategy: JSON.stringify(rounds) });
	const [item] = (await get()).output;
	expect(item?.json).toMatchObject({
		Id: TASK.taskId,
		EnterpriseId: TASK.enterpriseId,
		IvrId: '13',
		CustomerTimeout: 45,
		Status: 0,
		statusWords: 'not started',
		Type: 1,
		typeWords: 'predictive',
		RetryStrategy: rounds,
	});
	expect(Object.keys(item?.json ?? {}).slice(0, 6)).toEqual([
		'Id',
		'Name',
		'Status',
		'statusWords',
		'Type',
		'typeWords',
	]);
});

test('gives the answers as they came without Simplify', async () => {
	const rounds = '{"retry":1,"strategy":[{"round":1,"time":"0-0-30"}]}';
	change({ CustomerTimeout: '45', RetryStrategy: rounds });
	const [item] = (await get({ options: { simplify: false } })).output;
	expect(item?.json).toMatchObject({ CustomerTimeout: '45', RetryStrategy: rounds });
});

test('reads many tasks with one list', async () => {
	const items = bench.emulator.store
		.list(TASK.enterpriseId)
		.slice(0, 20)
		.map(({ Id }) => ({ id: Id }));
	const { output, hints } = await get({ taskId: '={{ $json.id }}' }, { items });
	expect(output.map(({ json }) => json.Id)).toEqual(items.map(({ id }) => id));
	expect(asked().filter((action) => action === 'CloudGetTask')).toHaveLength(20);
	expect(asked().filter((action) => action === 'CloudQueryTask')).toHaveLength(2);
	expect(hints[0]?.message).toMatch(/^20 read, /);
});

test('says what is lacking where a key may not list', async () => {
	const key = { ...TEST_KEYS.active, allowedActions: ['CloudGetTask'] };
	bench.emulator.settings.keys = [key];
	const [item] = (await get({}, { credential: credentialOf(key) })).output;
	expect(item?.json).toMatchObject({ Id: TASK.taskId });
	expect(item?.json.warnings).toMatch(
		/^What only lists have could not be read \(.*AgentGroup.*\): The key has no permission/,
	);
});

describe('refuses, and says nothing of a change', () => {
	test.each<[string, INodeParameters, RegExp]>([
		[
			'a task that is not there',
			{ taskId: '999' },
			/^Task 999, item 0: Call center 7000002 has no task 999$/,
		],
		['an ID that is none', { taskId: '13a' }, /^'Task ID' is "13a"; give a number/],
		['a missing ID', { taskId: '' }, /^'Task ID' is missing/],
		['an ID that nobody meant', { taskId: 'undefined' }, /found no value \[item 0\]$/],
	])('%s', async (_what, parameters, message) => {
		const items = [{}, {}];
		const { output } = await get(parameters, { items, node: CONTINUE });
		const [error] = errorsOf(output);
		expect(error?.message).toMatch(message);
		expect(`${error?.message} ${error?.description}`).not.toMatch(/change|updated/);
		const failure = await bench.failure({ operation: 'get', ...parameters }, { items });
		expect(failure.message).toMatch(message);
		expect(failure.description).not.toMatch(/updated/);
	});

	test('a wrong key', async () => {
		const credential = credentialOf({
			...TEST_KEYS.active,
			accessKeySecret: 'not-this-one-at-all',
		});
		const { message, description } = await bench.failure({ operation: 'get' }, { credential });
		expect(message).toMatch(/^The AccessKey Secret is wrong/);
		expect(`${message} ${description}`).not.toMatch(/not-this-one|may have been applied/);
	});
});

test('gives nothing for no items', async () => {
	expect((await get({}, { items: [] })).output).toEqual([]);
	expect(bench.sent).toEqual([]);
});

test('refuses an option whose expression fails', async () => {
	const options = { simplify: "={{ $('Absent').item.json.x }}" };
	const failure = await bench.failure({ operation: 'get', options });
	expect(failure.message).toMatch(/^'Simplify' has an expression that fails: /);
	expect(bench.sent).toEqual([]);
});

test('is not another operation', async () => {
	const failure = await bench.failure({ operation: 'getAll' });
	expect(failure.message).toMatch(/^callTask: getAll is not an operation/);
});
