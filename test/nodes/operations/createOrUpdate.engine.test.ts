import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { CONTINUE, errorsOf, TASK, useBench, type RunOptions } from '../../support/bench';
import { actionsOf, change, statusOf, stepsOf } from '../tasks/scene';

const bench = useBench();

const NAME = '"Renewals" 🌷 第二批';
const OLD = TASK.taskId;

const wanted = (name: string): INodeParameters => ({
	operation: 'createOrUpdate',
	type: 1,
	name,
	agents: { cnos: '2000' },
	callHandling: { customerTimeout: 45 },
});

const run = async (name: string, more: INodeParameters = {}, options: RunOptions = {}) =>
	await bench.run({ ...wanted(name), ...more }, { node: CONTINUE, ...options });

const put = async (name: string, more: INodeParameters = {}, options: RunOptions = {}) => {
	const { output } = await run(name, more, options);
	return { json: output[0]?.json ?? {}, error: errorsOf(output)[0] };
};

const stored = (taskId: string = OLD) => {
	const task = bench.emulator.store.find(TASK.enterpriseId, taskId);
	if (!task) throw new Error(`There is no task ${taskId}`);
	return task;
};
const named = (name: string) =>
	bench.emulator.store.list(TASK.enterpriseId).filter((task) => task.Name === name);

test('creates a task where none has the name', async () => {
	const { json } = await put(NAME);
	expect(actionsOf(bench)).toEqual(['Query', 'Query', 'Create']);
	expect(bench.sent.at(-1)).toEqual({
		EnterpriseId: TASK.enterpriseId,
		Type: '1',
		Name: NAME,
		CustomerTimeout: '45',
		Cnos: '2000',
	});
	expect(json).toMatchObject({ Id: named(NAME)[0]?.Id, Name: NAME, action: 'created' });
});

test('updates the one task that has it, and sends nothing that only a creation takes', async () => {
	const newTask = { autoDelete: true, templateName: 'Renewals', callGroupType: 1 };
	const { json } = await put(stored().Name, { newTask });
	expect(stepsOf(bench)).toEqual(['Update']);
	expect(bench.sent.at(-1)).toEqual({
		EnterpriseId: TASK.enterpriseId,
		TaskId: OLD,
		CustomerTimeout: '45',
		Cnos: '2000',
	});
	expect(json).toMatchObject({
		Id: OLD,
		Name: stored().Name,
		ignored:
			"'Template Name' does not apply to a task that is there already; 'Auto Delete' does not apply to a task that is there already",
	});
	expect(stored().CustomerTimeout).toBe('45');
});

test('refuses several with their IDs', async () => {
	const first = stored();
	bench.emulator.store.put({ ...first, Id: '150000' });
	const { error } = await put(first.Name);
	expect(error?.message).toContain(`Several tasks have the name "${first.Name}": ${OLD}, 150000`);
	expect(error?.description).toMatch(/^Nothing was sent for this item\. Update the one/);
	expect(stepsOf(bench)).toEqual([]);
});

test('looks for the whole name, in the call center of the item', async () => {
	const { Name } = stored();
	bench.emulator.store.put({ ...stored(), EnterpriseId: '7000003', Id: '150001', Name: NAME });
	expect((await put(Name.slice(0, 3))).json).toMatchObject({ action: 'created' });
	expect((await put(NAME)).json).toMatchObject({ action: 'created' });
	const { json } = await put(NAME, { enterpriseId: '7000003' });
	expect(json).toMatchObject({ Id: '150001' });
	expect(json.action).not.toBe('created');
});

describe('what it gives is right for a new task or for one that is there', () => {
	test('a type is needed for a new one only', async () => {
		const { error } = await put(NAME, { type: '' });
		expect(error?.message).toMatch(/^'Task Type' is missing/);
		// The name may be the slip.
		expect(error?.description).toMatch(
			/^No task has the name .*, so one would be created\. Nothing was sent for this item\./,
		);
		expect(stepsOf(bench)).toEqual([]);
		expect((await put(stored().Name, { type: '', agents: {} })).error).toBeUndefined();
		expect(stepsOf(bench)).toEqual(['Update']);
	});

	test('another type than that of the task is refused', async () => {
		const { error } = await put(stored().Name, { type: 2 });
		expect(error?.message).toMatch(/^'Task Type' is 2, but the task has 1, which can't be changed/);
		expect(error?.description).toContain(`The task of this name is ${OLD}.`);
		expect(stepsOf(bench)).toEqual([]);
	});

	test.each(['', '01', '1'])('where agents come from is compared as a number: %j', async (has) => {
		bench.emulator.settings.shownAs = { CallGroupType: has };
		const { json, error } = await put(stored().Name, { newTask: { callGroupType: 1 } });
		expect([error, json.action]).toEqual([undefined, 'updated']);
		bench.emulator.settings.shownAs = { CallGroupType: '2' };
		const refused = await put(stored().Name, { newTask: { callGroupType: 1 } });
		expect(refused.error?.message).toMatch(/^'Agents From' is 1, but the task has 2/);
	});

	test('a wrong value is refused before anything is looked for', async () => {
		const { error } = await put(NAME, { callHandling: { customerTimeout: 999 } });
		expect(error?.message).toMatch(/^'Customer Timeout' is 999/);
		expect(bench.sent).toEqual([]);
	});

	test('a new one is copied from another where that is wanted', async () => {
		change(bench, { AutoStart: '0', AutoStop: '0', AnswerRate: '33' }, OLD);
		const options = { copyFromTask: OLD };
		const { json } = await put(NAME, { type: '', agents: {}, options });
		expect(json).toMatchObject({ action: 'created', details: { copiedFrom: OLD } });
		expect(named(NAME)[0]).toMatchObject({ AnswerRate: '33', CustomerTimeout: '45' });
	});
});

describe('a task that has ended', () => {
	const ENDED = '133226';
	const update = async (options: INodeParameters = {}) =>
		await put(stored(ENDED).Name, { type: '', agents: {}, options });

	test('is refused, since the look for its name has shown it', async () => {
		bench.emulator.settings.allowUpdateAfterEnd = true;
		const { error } = await update();
		expect(error?.message).toMatch(/The task has ended and cannot start again/);
		expect(stepsOf(bench)).toEqual([]);
	});

	test.each([
		['skip', 'skipped', []],
		['updateAnyway', 'updated', ['Update']],
	])('unless another way is chosen: %s', async (whenTaskHasEnded, action, steps) => {
		bench.emulator.settings.allowUpdateAfterEnd = true;
		const { json } = await update({ whenTaskHasEnded });
		expect(json).toMatchObject({ action, Id: ENDED });
		expect(stepsOf(bench)).toEqual(steps);
	});
});

describe('what the look for the name has shown is worth a second look', () => {
	const update = async (taskId: string, more: INodeParameters) =>
		await put(stored(taskId).Name, { type: '', agents: {}, ...more });

	test.each([
		[{}, ['Update']],
		[{ onlySendWhatDiffers: true }, ['Update']],
	])('a task that is running, with the options %j', async (options, steps) => {
		bench.emulator.settings.allowUpdateWhileRunning = true;
		const { json } = await update('133230', { options });
		expect(json.action).toBe('updated');
		expect(String(json.warnings).match(/The task is running: people are being called/g)).toEqual([
			expect.any(String),
		]);
		expect(stepsOf(bench)).toEqual(steps);
	});

	test('values that only predictive tasks use, and no switch that may have changed since', async () => {
		change(bench, { Status: '0', AutoStart: '0', AutoStop: '0' }, '133225');
		const { json } = await update('133225', {
			agents: { wrapup: 31 },
			schedule: { autoStartTime: '10:00' },
		});
		expect(json.warnings).toMatch(
			/The task is automatic; only predictive tasks use 'Wrap-Up Time'/,
		);
		expect(json.warnings).not.toMatch(/no effect/);
	});
});

describe("the update's options hold", () => {
	test('Only Send What Differs', async () => {
		change(bench, { CustomerTimeout: '45', Cnos: '2000' }, OLD);
		const { output } = await run(stored().Name, { options: { onlySendWhatDiffers: true } });
		expect(stepsOf(bench)).toEqual([]);
		expect(output[0]?.json).toMatchObject({ Id: OLD });
	});

	test('When the Task Is Running', async () => {
		change(bench, { Status: '1' }, OLD);
		const options = { whenTaskIsRunning: 'pauseUpdateResume' };
		await put(stored().Name, { options });
		expect(stepsOf(bench)).toEqual(['Pause', 'Update', 'Start']);
		expect([statusOf(bench, OLD), stored().CustomerTimeout]).toEqual(['1', '45']);
		const refused = await put(stored().Name, { options: { whenTaskIsRunning: 'refuse' } });
		expect(refused.error?.message).toMatch(/^The task is running/);
	});

	test('Send Empty Values clears a task that is there, and means nothing for a new one', async () => {
		change(bench, { Description: 'old' }, OLD);
		const options = { sendEmptyValues: true };
		const emptied = (name: string) => ({ name, details: { description: '' }, options });
		await put('', emptied(stored().Name));
		expect(stored().Description).toBe('');
		await put('', emptied(NAME));
		expect(bench.sent.at(-1)).not.toHaveProperty('Description');
		expect(named(NAME)).toHaveLength(1);
	});
});

test('a name alone changes nothing of a task that is there', async () => {
	const { json } = await put(stored().Name, { agents: {}, callHandling: {} });
	expect(json).toMatchObject({
		Id: OLD,
		Name: stored().Name,
		action: 'unchanged',
		Status: 0,
		typeWords: 'predictive',
	});
	expect(stepsOf(bench)).toEqual([]);
});

test('several items of one name create it and update it, in their order', async () => {
	const parameters = { callHandling: { customerTimeout: '={{ $json.timeout }}' } };
	const items = [{ timeout: 20 }, { timeout: 30 }, { timeout: 40 }];
	const { output, hints } = await run(NAME, parameters, { items });
	expect(stepsOf(bench)).toEqual(['Create', 'Update', 'Update']);
	expect(new Set(output.map(({ json }) => json.Id)).size).toBe(1);
	expect(named(NAME)).toMatchObject([{ CustomerTimeout: '40' }]);
	expect(hints[0]?.message).toMatch(/^1 created, 2 updated/);
});

describe('an answer that is lost', () => {
	const ONCE = { options: { maximumAttempts: 3, longestWait: 0.05 } };

	test('is no second creation, and the item after it updates the task', async () => {
		bench.emulator.failNext({ kind: 'dropAfterApply', action: 'CloudCreateTask' });
		const { output } = await run(NAME, ONCE, { items: [{}, {}] });
		expect(output[0]?.json).toMatchObject({ action: 'created' });
		expect(stepsOf(bench)).toEqual(['Create', 'Update']);
		expect(named(NAME)).toHaveLength(1);
	});

	test('leaves the next item of the name alone where the task is not there', async () => {
		bench.emulator.failNext({ kind: 'dropBeforeApply', action: 'CloudCreateTask' });
		const { output } = await run(NAME, ONCE, { items: [{}, {}] });
		const [first, second] = errorsOf(output);
		expect(first?.description).toMatch(/may have been applied/);
		expect(first?.description).not.toMatch(/'Skip If the Name Exists'/);
		expect(second?.message).toMatch(/^An item before this one may have created a task/);
		expect(stepsOf(bench)).toEqual(['Create']);
	});

	test('of the list changes nothing', async () => {
		bench.emulator.failNext({ kind: 'internalError', action: 'CloudQueryTask' });
		const { error } = await put(NAME, { options: { maximumAttempts: 1 } });
		expect(error?.description).toMatch(/^Whether a task of this name is there could not be read/);
		expect(error?.description).not.toMatch(/ {2}/);
		expect(stepsOf(bench)).toEqual([]);
	});
});

test('maps columns, and takes a sheet of old and new tasks', async () => {
	const { output } = await bench.run(
		{
			operation: 'createOrUpdate',
			fields: 'mapFromInput',
			fieldsObject: '={{ $json }}',
			type: '',
			taskId: '',
		},
		{
			items: [
				{ 任务名称: stored().Name, 任务类型: '', 客户超时: 33 },
				{ 任务名称: NAME, 任务类型: '预测外呼', 座席工号列表: '2000', 客户超时: 33 },
			],
		},
	);
	expect(output).toHaveLength(2);
	expect(stepsOf(bench).sort()).toEqual(['Create', 'Update']);
	expect([stored().CustomerTimeout, named(NAME)[0]?.CustomerTimeout]).toEqual(['33', '33']);
});

describe.each(['create', 'createOrUpdate'])(
	'columns that only an update heeds, in %s',
	(operation) => {
		const map = async (columns: IDataObject, options: INodeParameters = {}) => {
			const item = { 任务名称: NAME, 任务类型: '预测外呼', 座席工号列表: '2000', ...columns };
			const { output } = await bench.run(
				{ operation, fields: 'mapFromInput', options },
				{ items: [item], node: CONTINUE },
			);
			return { json: output[0]?.json ?? {}, message: errorsOf(output)[0]?.message };
		};

		test.each<[string, IDataObject[string], string]>([
			['expected', { Status: '0' }, 'what a task has to have still'],
			['expected', 'whatever', 'what a task has to have still'],
			['clear', 'Description', 'which fields of a task are emptied'],
			['清空', ['任务描述'], 'which fields of a task are emptied'],
		])('are refused where they say anything: %s as %j', async (column, cell, says) => {
			const { message } = await map({ [column]: cell });
			expect(message).toBe(
				`The column "${column}" says ${says}, which only Update and Preview heed; leave it out by 'Columns to Ignore' [item 0]`,
			);
			expect(actionsOf(bench)).toEqual([]);
			const { json } = await map({ [column]: cell }, { columnsToIgnore: column });
			expect(json).toMatchObject({ action: 'created', warnings: '' });
		});

		test.each(['expected', 'clear'])('are nothing where they are empty: %s', async (column) => {
			for (const [place, cell] of ['', null, [] as string[]].entries()) {
				const { json } = await map({ [column]: cell, 任务名称: `${NAME} ${place}` });
				expect(json).toMatchObject({ action: 'created', warnings: '' });
			}
		});
	},
);
