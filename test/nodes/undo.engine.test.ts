import * as fc from 'fast-check';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { TEST_KEYS, type Emulator } from '../../emulator';
import { callTask } from '../../nodes/AlibabaCloudVms/parameters';
import { CONTINUE, errorsOf, TASK, useBench } from '../support/bench';
import { PARAMETERS } from '../support/parameters';
import { actionsOf, change, during, RUNNING, stepsOf } from './tasks/scene';

const bench = useBench();

const MAPPED = { fields: 'mapFromInput', taskId: '', enterpriseId: '' };
const UNDO = { includeUndo: true };

const stored = (taskId: string = TASK.taskId) =>
	({ ...bench.emulator.store.find(TASK.enterpriseId, taskId) }) as unknown as Record<
		string,
		string
	>;

async function update(row: IDataObject, options: INodeParameters = {}) {
	const { output } = await bench.run(
		{ ...MAPPED, options: { ...UNDO, ...options } },
		{ items: [row], node: CONTINUE },
	);
	const json = output[0]?.json ?? {};
	const error = json.error as IDataObject | undefined;
	return { json, undo: json.undo as IDataObject | null, message: error?.message };
}

const rowOf = (values: IDataObject, taskId: string = TASK.taskId) => ({
	TaskId: taskId,
	...values,
});

test('a changed item carries the row that sets it back', async () => {
	const before = stored();
	const { json, undo } = await update(
		rowOf({ CustomerTimeout: 45, Name: 'new', IvrName: 'Menu', clear: 'Description' }),
	);
	expect(json).toMatchObject({ action: 'updated', undoLacks: 'IvrName' });
	expect(undo).toEqual({
		TaskId: '133224',
		EnterpriseId: '7000002',
		Name: before.Name,
		Description: before.Description,
		CustomerTimeout: '20',
		...(before.IvrId ? { IvrId: before.IvrId } : {}),
		expected: {
			after: 'update',
			Name: 'new',
			Description: '',
			CustomerTimeout: '45',
			...(before.IvrId ? { IvrId: '' } : {}),
		},
	});
	expect(actionsOf(bench)).toEqual(['Get', 'Update']);
	await update(undo ?? {});
	expect(stored()).toEqual({ ...before, IvrName: expect.any(String) });
});

test('what was empty is cleared again', async () => {
	change(bench, { Description: '' }, TASK.taskId);
	const { undo } = await update(rowOf({ Description: 'tonight' }));
	expect(undo).toMatchObject({ clear: 'Description', expected: { Description: 'tonight' } });
	await update(undo ?? {});
	expect(stored().Description).toBe('');
});

test('what is switched off comes back with what the service needs beside its switch', async () => {
	change(
		bench,
		{ AutoStart: '1', AutoStartDay: '2036-11-01', AutoStartTime: '09:00:00' },
		TASK.taskId,
	);
	const { undo } = await update(rowOf({ AutoStart: 0 }));
	expect(undo).toMatchObject({
		AutoStart: '1',
		AutoStartDay: '2036-11-01',
		AutoStartTime: '09:00:00',
	});
});

test.each([
	['nothing differs', { CustomerTimeout: 20 }, {}, 'updated'],
	['nothing is sent', { CustomerTimeout: 20 }, { onlySendWhatDiffers: true }, 'unchanged'],
])('there is none where %s', async (_why, values, options, action) => {
	const { json } = await update(rowOf(values), options);
	expect(json).toMatchObject({ action, undo: null, undoLacks: '' });
});

test('only what was changed is set back', async () => {
	const { undo } = await update(rowOf({ CustomerTimeout: 45, Wrapup: stored().Wrapup }));
	expect(Object.keys(undo ?? {})).toEqual([
		'TaskId',
		'EnterpriseId',
		'CustomerTimeout',
		'expected',
	]);
});

describe('what cannot be set back is named', () => {
	test.each<[string, IDataObject, Record<string, string>, string]>([
		[
			'a pool or navigation',
			{ CustomerClidsCategory: 5, CustomerClidsGroup: 'x' },
			{},
			'CustomerClidsGroup',
		],
		['an IVR by its name', { IvrName: 'x' }, {}, 'IvrName'],
		['one that an ID takes the place of', { IvrId: 13 }, { IvrId: '', IvrName: 'Menu' }, 'IvrName'],
		[
			'a pool that numbers take the place of',
			{ CustomerClidsCategory: 1, CustomerClids: '64203667' },
			{ CustomerClidsCategory: '5', CustomerClids: '', CustomerClidsGroup: 'x' },
			'CustomerClidsGroup',
		],
		['what no field takes', { CustomerTimeout: 45 }, { CustomerTimeout: '90' }, 'CustomerTimeout'],
	])('%s', async (_what, values, before, lacks) => {
		change(bench, before, TASK.taskId);
		const { json } = await update(rowOf(values));
		expect(json).toMatchObject({ action: 'updated', undoLacks: lacks });
	});
});

describe('an undo does not run over what somebody else has changed since', () => {
	test('and says what', async () => {
		const { undo } = await update(rowOf({ CustomerTimeout: 45, Wrapup: 31 }));
		change(bench, { CustomerTimeout: '50' }, TASK.taskId);
		const { message } = await update(undo ?? {});
		expect(message).toBe(
			"'Customer Timeout' was 45 after the update and is 50 now (wanted: 20) [item 0]",
		);
		expect(stored()).toMatchObject({ CustomerTimeout: '50', Wrapup: '31' });
	});

	test.each<[clear: string, by: IDataObject, was: string]>([
		['Description', { Description: 'urgent' }, 'Description'],
		[
			'RetryStrategy',
			{ RetryStrategy: '{"retry":1,"strategy":[{"round":1,"time":"0-1-0"}]}' },
			'Retry Strategy',
		],
		['CustomerTimeout', { CustomerTimeout: '50' }, 'Customer Timeout'],
		['CallVariables', { CallVariables: '[{"name":"a","value":"b"}]' }, 'Call Variables'],
	])('nor over a value of %s that was cleared', async (clear, by, label) => {
		const { undo } = await update(rowOf({ clear }));
		change(bench, by as Record<string, string>, TASK.taskId);
		const { message } = await update(undo ?? {});
		expect(message).toContain(`'${label}' was empty after the update and is `);
		expect(stored()).toMatchObject(by);
	});

	test.each(['clear', 'ignore'] as const)(
		'nor is what the service makes of a clearing a change: %s',
		async (emptyValue) => {
			bench.emulator.settings.emptyValue = emptyValue;
			const before = stored();
			for (const clear of ['Description', 'CustomerTimeout', 'RetryStrategy', 'AutoStopTime']) {
				const { undo } = await update(rowOf({ clear }));
				expect((await update(undo ?? {})).message).toBeUndefined();
			}
			expect(stored()).toEqual(before);
		},
	);

	test('whatever state the task is in by then', async () => {
		const { undo } = await update(rowOf({ CustomerTimeout: 45 }));
		change(bench, { Status: '2' }, TASK.taskId);
		expect((await update(undo ?? {})).json.action).toBe('updated');
		expect((await update(undo ?? {})).json.action).toBe('unchanged');
	});
});

test('the undo of a running task goes by the same policy', async () => {
	const options = { whenTaskIsRunning: 'pauseUpdateResume' };
	const before = stored(RUNNING);
	const { undo } = await update(rowOf({ CustomerTimeout: 45 }, RUNNING), options);
	expect((await update(undo ?? {}, { whenTaskIsRunning: 'refuse' })).message).toContain(
		'The task is running',
	);
	const { json } = await update(undo ?? {}, options);
	expect(json).toMatchObject({ action: 'updated', resumed: true });
	expect(stepsOf(bench)).toEqual(['Pause', 'Update', 'Start', 'Pause', 'Update', 'Start']);
	expect(stored(RUNNING).CustomerTimeout).toBe(before.CustomerTimeout);
});

test('with what was read back, an undo expects what the service has made of it', async () => {
	const { undo } = await update(rowOf({ clear: 'CustomerTimeout' }), { verifyAfterUpdate: true });
	expect(undo?.expected).toMatchObject({ CustomerTimeout: '30' });
});

describe('an update that ends in an error after it was sent carries it too', () => {
	const detailsIn = async (row: IDataObject, parameters: INodeParameters) => {
		const { output } = await bench.run(
			{ ...MAPPED, ...parameters, options: { ...UNDO, ...(parameters.options as object) } },
			{ items: [row], node: CONTINUE },
		);
		return (errorsOf(output)[0]?.details ?? {}) as unknown as IDataObject;
	};

	test('where a value did not take, beside one that did', async () => {
		const before = stored();
		bench.emulator.settings.untakenParameters = ['Wrapup'];
		const row = rowOf({ CustomerTimeout: 45, Wrapup: 31, IvrName: 'Menu' });
		const details = await detailsIn(row, { options: { verifyAfterUpdate: true } });
		const expected = { after: 'update', CustomerTimeout: '45', Wrapup: before.Wrapup };
		expect(details).toMatchObject({
			undo: { CustomerTimeout: '20', Wrapup: before.Wrapup, expected },
			undoLacks: 'IvrName',
		});
		bench.emulator.settings.untakenParameters = [];
		await update(details.undo as IDataObject);
		expect(stored()).toMatchObject({ CustomerTimeout: '20', Wrapup: before.Wrapup });
	});

	test('where it could not be read back', async () => {
		const key = { ...TEST_KEYS.active };
		bench.emulator.settings.keys = [key];
		const row = rowOf({ CustomerTimeout: 45 });
		const reading = during(bench, 'CloudUpdateTask', () => {
			key.allowedActions = ['CloudUpdateTask'];
		});
		const details = await detailsIn(row, { options: { verifyAfterUpdate: true } });
		await reading;
		expect(details).toMatchObject({ undo: { CustomerTimeout: '20' }, undoLacks: '' });
	});

	test('where its answer was lost', async () => {
		bench.emulator.failNext({ kind: 'dropAfterApply', action: 'CloudUpdateTask' });
		const details = await detailsIn(rowOf({ CustomerTimeout: 45 }), {
			options: { maximumAttempts: 1 },
		});
		expect(details).toMatchObject({ undo: { CustomerTimeout: '20' } });
	});

	test('in the data of an error that stops the run', async () => {
		bench.emulator.settings.untakenParameters = ['Wrapup'];
		const options = { ...UNDO, verifyAfterUpdate: true };
		const error = await bench.failure({ agents: { wrapup: 31 }, options });
		expect(error.context.data).toMatchObject({ undo: { Wrapup: '30' }, undoLacks: '' });
	});

	test.each([
		['it is refused', { CustomerTimeout: 45, CustomerClids: '1' }, UNDO],
		['nobody wants it', { CustomerTimeout: 45 }, { includeUndo: false }],
	])('but not where %s', async (_why, values, options) => {
		bench.emulator.settings.untakenParameters = ['CustomerTimeout'];
		const given = { checkValuesBeforeSending: false, verifyAfterUpdate: true, ...options };
		const details = await detailsIn(rowOf(values), { options: given });
		expect(details).not.toHaveProperty('undo');
	});
});

test('Create or Update carries it too', async () => {
	const { output } = await bench.run({
		operation: 'createOrUpdate',
		name: stored().Name,
		callHandling: { customerTimeout: 45 },
		options: UNDO,
	});
	expect(output[0]?.json).toMatchObject({ action: 'updated', undo: { CustomerTimeout: '20' } });
});

/** What a row may set: the tables' values, others, or nothing. */
const OTHERS: Record<string, string> = {
	AutoStart: '0',
	AutoStop: '0',
	ForceEndFlag: '0',
	AutoTaskType: '0',
	AutoComplete: '1',
	CustomerTimeout: '33',
	CustomerClidWeightFlag: '0',
	Concurrency: '7',
	Cnos: '2000',
	AnswerRate: '41',
	IsRewarm: '0',
	RetryStrategyTimeType: '1',
	Name: 'other',
};
const CHANGEABLE = PARAMETERS.filter(({ section }) => section !== '');
const CLEARED = Symbol('cleared');
const values = fc.record(
	Object.fromEntries(
		CHANGEABLE.map(({ api, wire }) => [
			api,
			fc.option(
				fc.constantFrom<string | typeof CLEARED>(
					wire,
					OTHERS[api] ?? wire,
					...(api === 'Name' ? [] : ([CLEARED] as const)),
				),
				{ freq: 2, nil: undefined },
			),
		]),
	),
);

const rowWith = (
	given: Record<string, string | symbol | undefined>,
	taskId: string,
): IDataObject => ({
	TaskId: taskId,
	...Object.fromEntries(Object.entries(given).filter(([, value]) => typeof value === 'string')),
	clear: Object.keys(given).filter((api) => given[api] === CLEARED),
});

const SINGLE = CHANGEABLE.map(({ api, wire }) => ({ [api]: wire }));

/** Applies an update, its undo and the undo of that; whether the service took the update. */
async function thereAndBack(row: IDataObject, taskId: string): Promise<boolean> {
	const states = [stored(taskId)];
	const lacks = new Set<string>();
	let next: IDataObject | null = { ...row, EnterpriseId: TASK.enterpriseId };
	for (const turn of ['there', 'back', 'again']) {
		if (next === null) break;
		const { json, undo, message } = await update(next);
		if (turn === 'there' && message !== undefined) return false;
		expect([turn, message]).toEqual([turn, undefined]);
		String(json.undoLacks)
			.split(', ')
			.forEach((api) => lacks.add(api));
		states.push(stored(taskId));
		next = undo;
	}
	/** What the values mean; two can't be read at all. */
	const readable = (state: Record<string, string> = {}) =>
		Object.fromEntries(
			callTask.rows
				.filter(({ api, readBack }) => readBack !== 'never' && !lacks.has(api) && api in state)
				.map(({ api, same }) => [api, same(state[api] ?? '')]),
		);
	const [before, after, back, again] = states;
	if (back) expect(readable(back)).toEqual(readable(before));
	if (again) expect(readable(again)).toEqual(readable(after));
	return states.length === 4;
}

const taskOfType = ({ store }: Emulator, type: string): string =>
	store.list(TASK.enterpriseId).find(({ Type, Status }) => Type === type && Status !== '3')?.Id ??
	'';

describe.each(['1', '2'])('an undo and its undo are as if nothing had been: type %s', (type) => {
	test('each of the parameters alone', async () => {
		const taskId = taskOfType(bench.emulator, type);
		const taken: boolean[] = [];
		for (const single of SINGLE) {
			taken.push(await thereAndBack(rowWith(single, taskId), taskId));
			bench.reset();
		}
		expect(taken.filter(Boolean).length).toBeGreaterThan(SINGLE.length / 2);
	});

	test('any of them together', async () => {
		const taskId = taskOfType(bench.emulator, type);
		let taken = 0;
		await fc.assert(
			fc.asyncProperty(values, values, async (first, second) => {
				bench.reset();
				// From another state than the seed's.
				await update(rowWith(first, taskId));
				if (await thereAndBack(rowWith(second, taskId), taskId)) taken++;
			}),
			{ numRuns: 40 },
		);
		expect(taken).toBeGreaterThan(3);
	});
});
