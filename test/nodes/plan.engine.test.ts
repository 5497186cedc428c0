import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { actionsOf, change, RUNNING, scene, stepsOf } from './tasks/scene';
import { CONTINUE, detailsOf, errorsOf, TASK, useBench } from '../support/bench';
import { inSections, PARAMETERS, APART } from '../support/parameters';

const bench = useBench();

const mapped = { fields: 'mapFromInput', taskId: '', enterpriseId: '' };
const TIMEOUT = { callHandling: { customerTimeout: 45 } };

/** Requests before the last rows were applied. */
let seen = 0;
const asked = () => actionsOf(bench).slice(seen);

/** The plans of a preview, in the order of its items. */
const plansOf = async (parameters: INodeParameters, items: IDataObject[] = [{}]) => {
	const { output } = await bench.run({ operation: 'preview', ...parameters }, { items });
	return output.map(({ json }) => json.plan as IDataObject);
};
const planOf = async (parameters: INodeParameters) => (await plansOf(parameters))[0] ?? {};

const apply = async (plans: IDataObject[], more: INodeParameters = {}) => {
	seen = bench.emulator.requests.length;
	const { output } = await bench.run({ ...mapped, ...more }, { items: plans, node: CONTINUE });
	return output.map(({ json }) => json);
};
const messageOf = (json?: IDataObject) =>
	String((json?.error as IDataObject | undefined)?.message).replace(/ \[item \d+\]$/, '');

/** The task as the emulator has it. */
const stored = (taskId: string = TASK.taskId) =>
	({ ...bench.emulator.store.find(TASK.enterpriseId, taskId) }) as unknown as IDataObject;

test('a preview gives the row that an update takes as it is', async () => {
	const plan = await planOf({
		...TIMEOUT,
		details: { name: '新名称 🌸', description: '' },
		agents: { cnos: '2000,2001,0000' },
		options: { sendEmptyValues: true },
	});
	expect(plan).toEqual({
		TaskId: '133224',
		EnterpriseId: '7000002',
		Name: '新名称 🌸',
		CustomerTimeout: '45',
		Cnos: '2000,2001,0000',
		clear: 'Description',
		expected: {
			Status: '0',
			Name: '双十一回访',
			Description: stored().Description,
			CustomerTimeout: '20',
			Cnos: stored().Cnos,
		},
	});
	const [json] = await apply([plan]);
	expect(json).toMatchObject({ action: 'updated' });
	expect(bench.changes).toEqual({
		Name: '新名称 🌸',
		CustomerTimeout: '45',
		Cnos: '2000,2001,0000',
		Description: '',
	});
	expect(asked()).toEqual(['Get', 'Update']);
});

test.each([
	['nothing differs', { callHandling: { customerTimeout: 20 } }],
	['nothing is given', { details: { name: '={{ "" }}' } }],
	[
		'the task would be skipped',
		{ ...TIMEOUT, taskId: RUNNING, options: { whenTaskIsRunning: 'skip' } },
	],
	['the item is wrong', { callHandling: { customerTimeout: '={{ "x" }}' } }],
])('there is no plan where %s', async (_why, parameters) => {
	expect(await plansOf(parameters)).toEqual([null]);
});

describe('a plan is refused where the task is not any more as it was shown', () => {
	test.each<[INodeParameters, Record<string, string>, string]>([
		[
			TIMEOUT,
			{ CustomerTimeout: '30' },
			"'Customer Timeout' was 20 when this was previewed and is 30 now (wanted: 45)",
		],
		[
			{ details: { name: 'new' } },
			{ Name: 'by somebody' },
			`'Name' was "双十一回访" when this was previewed and is "by somebody" now (wanted: "new")`,
		],
		[
			{ agents: { callStrategy: 4 } },
			{ CallStrategy: '3' },
			"'Agent Assignment' was At Random when this was previewed and is Longest Since Last Call now (wanted: Longest Idle)",
		],
		[
			{ details: { description: 'new' } },
			{ Description: '' },
			`'Description' was "双十一回访：第 1 批客户" when this was previewed and is empty now (wanted: "new")`,
		],
		[
			TIMEOUT,
			{ Status: '2' },
			'The task was not started when this was previewed and is paused now',
		],
		// What only lists have is compared as well.
		[
			{ agents: { agentGroup: '7' } },
			{ AgentGroup: '9' },
			`'Outbound Groups' was empty when this was previewed and is "9" now (wanted: "7")`,
		],
	])('%j against %j', async (parameters, changes, message) => {
		const plan = await planOf(parameters);
		change(bench, changes, TASK.taskId);
		const [json] = await apply([plan]);
		expect(messageOf(json)).toBe(message);
		expect(asked()).not.toContain('Update');
	});

	test('value by value where several are', async () => {
		const plan = await planOf({ ...TIMEOUT, details: { name: 'new' } });
		change(bench, { CustomerTimeout: '30', Name: 'x', Status: '2' }, TASK.taskId);
		expect(messageOf((await apply([plan]))[0])).toMatch(
			/^The task was not started .* paused now\. 'Name' was .* is "x" now .*\. 'Customer Timeout' was 20 /,
		);
	});

	test('and a preview of it says the same', async () => {
		const plan = await planOf(TIMEOUT);
		change(bench, { CustomerTimeout: '30' }, TASK.taskId);
		const [json] = await apply([plan], { operation: 'preview' });
		expect(json).toMatchObject({
			action: 'refuse',
			plan: null,
			reason: "'Customer Timeout' was 20 when this was previewed and is 30 now (wanted: 45)",
		});
	});

	test('but not where the same is only written in another way, or was done by somebody else', async () => {
		const plan = await planOf({ ...TIMEOUT, agents: { cnos: '2000' } });
		change(bench, { CustomerTimeout: '045', Cnos: '2001,2000,0000' }, TASK.taskId);
		const [json] = await apply([plan]);
		expect(json).toMatchObject({ action: 'updated' });
	});
});

test('a plan that is applied twice changes nothing the second time, and is no error', async () => {
	const plan = await planOf({ ...TIMEOUT, details: { name: 'new' } });
	const done = await apply([plan, plan]);
	expect(done.map(({ action }) => action)).toEqual(['updated', 'unchanged']);
	expect(bench.emulator.journal).toHaveLength(1);
});

test('a plan that is previewed again is the same', async () => {
	const plan = await planOf({
		...TIMEOUT,
		details: { description: '' },
		options: { sendEmptyValues: true },
	});
	const [json] = await apply([plan], { operation: 'preview' });
	expect(json?.plan).toEqual(plan);
});

test('several rows of one task are expected in their order', async () => {
	const plans = await plansOf({ callHandling: { customerTimeout: '={{ $json.s }}' } }, [
		{ s: 30 },
		{ s: 31 },
		{ s: 32 },
	]);
	expect(plans.map(({ expected }) => (expected as IDataObject).CustomerTimeout)).toEqual([
		'20',
		'30',
		'31',
	]);
	const done = await apply(plans);
	expect(done.map(({ action }) => action)).toEqual(['updated', 'updated', 'updated']);
	expect(stored().CustomerTimeout).toBe('32');
});

describe('a plan is taken', () => {
	test.each<[string, (plan: IDataObject) => IDataObject, INodeParameters]>([
		['from an object', (plan) => ({ plan }), { fieldsObject: '={{ $json.plan }}' }],
		[
			'from a text of JSON',
			(plan) => ({ plan: JSON.stringify(plan) }),
			{ fieldsObject: '={{ $json.plan }}' },
		],
		['from columns', (plan) => plan, {}],
		[
			'from the columns of a sheet',
			({ expected, ...plan }) => ({ ...plan, row_number: 2, Expected: JSON.stringify(expected) }),
			{ options: { unknownColumns: 'refuse' } },
		],
	])('%s', async (_from, itemOf, more) => {
		const plan = await planOf(TIMEOUT);
		const [json] = await apply([itemOf(plan)], more);
		expect(json).toMatchObject({ action: 'updated' });
		change(bench, { CustomerTimeout: '30' }, TASK.taskId);
		const [late] = await apply([itemOf(plan)], more);
		expect(messageOf(late)).toContain("'Customer Timeout' was 20");
	});
});

describe('what is expected is never left out in silence', () => {
	test.each<[unknown, string]>([
		['', 'is empty'],
		[null, 'is empty'],
		[[], 'is empty'],
		[{}, 'expects nothing'],
		['{}', 'expects nothing'],
		[5, 'is 5'],
		['yes', 'is "yes"; give'],
		[[{ CustomerTimeout: 20 }], 'is [{"CustomerTimeout":20}]'],
		['{"CustomerTimeout":"20","Sta', 'is no JSON'],
		['{"CustomerTimeout":123456789012345678901}', 'loses digits'],
		[
			{ CustomerTimout: 20 },
			'has "CustomerTimout", which is no parameter that can be expected; did you mean "CustomerTimeout"?',
		],
		[{ customerTimeout: 20 }, 'did you mean "CustomerTimeout"?'],
		[{ TaskId: '133224' }, 'has "TaskId", which is no parameter that can be expected'],
		[{ __proto__x: 1 }, 'which is no parameter that can be expected'],
		[{ IvrName: 'x' }, `has "IvrName", which can't be read back`],
		[{ CustomerTimeout: { a: 1 } }, 'has "CustomerTimeout" as {"a":1}'],
		[{ CustomerTimeout: null }, 'has "CustomerTimeout" as null'],
		[{ CustomerTimeout: true }, 'has "CustomerTimeout" as true'],
		[{ RetryStrategy: 5 }, 'has "RetryStrategy" as 5'],
		[{ Status: 'paused' }, 'has "Status" as "paused"; give 0, 1, 2 or 3'],
		[{ Status: 7 }, 'has "Status" as 7'],
		[{ Status: null }, 'has "Status" as null'],
		[{ after: 'lunch', Status: 0 }, 'has "after" as "lunch"'],
		[{ before: 'lunch', Status: 0 }, 'has "before" as "lunch"'],
		[{ before: 46000.5 }, 'has "before" as 46000.5'],
	])('%j', async (expected, message) => {
		const item = { TaskId: TASK.taskId, CustomerTimeout: 45, expected } as IDataObject;
		const [json] = await apply([item]);
		expect(messageOf(json)).toMatch(/^'expected' /);
		expect(messageOf(json)).toContain(message);
		expect(asked()).toEqual([]);
	});

	test('in two columns', async () => {
		const item = {
			TaskId: TASK.taskId,
			CustomerTimeout: 45,
			expected: { Status: 0 },
			Expected: '',
		};
		expect(messageOf((await apply([item]))[0])).toBe(
			`'expected' stands in the columns "expected" and "Expected"; keep one of them`,
		);
	});

	test.each(['expected.{}', 'expected_{}', 'expected/{}', 'expected[{}]'])(
		'in pieces, as files of tables spread an object over columns: %s',
		async (name) => {
			const { expected, ...plan } = await planOf(TIMEOUT);
			const pieces = Object.entries(expected as IDataObject).map(([key, value]) => [
				name.replace('{}', key),
				value,
			]);
			const [json] = await apply([{ ...plan, ...Object.fromEntries(pieces) }]);
			expect(messageOf(json)).toBe(
				`'expected' stands in pieces, in the columns "${name.replace('{}', 'Status')}", "${name.replace('{}', 'CustomerTimeout')}"; keep it in one column, as an object or as JSON text, or leave them out by 'Columns to Ignore'`,
			);
			expect(asked()).toEqual([]);
		},
	);

	test('but columns of other tables are none', async () => {
		const item = {
			TaskId: TASK.taskId,
			CustomerTimeout: 45,
			expected_revenue: 5,
			'expected.on': 1,
		};
		expect((await apply([item]))[0]).toMatchObject({ action: 'updated' });
	});

	test('where it is about more than is changed', async () => {
		const item = { TaskId: TASK.taskId, CustomerTimeout: 45, expected: { Concurrency: 3 } };
		expect(messageOf((await apply([item]))[0])).toMatch(
			/^'Maximum Concurrency' was 3 when this was previewed and is \d+ now$/,
		);
	});

	test('unless its column is left out by the user', async () => {
		const item = { TaskId: TASK.taskId, CustomerTimeout: 45, expected: 'x' };
		const options = { columnsToIgnore: 'expected' };
		expect((await apply([item], { options }))[0]).toMatchObject({ action: 'updated' });
		expect(asked()).toEqual(['Update']);
	});
});

describe('a row that is not taken out of its column is not passed over', () => {
	const opened = (column: string, path = `.${column}`) =>
		`The column "${column}" holds a row that a preview or an update gave, which is not what is sent here; set 'Row to Map' to {{ $json${path} }}, or leave the column out by 'Columns to Ignore'`;

	test.each<[string, (plan: IDataObject) => IDataObject, string]>([
		['as a preview gives it', (plan) => ({ plan }), opened('plan')],
		['as JSON text', (plan) => ({ plan: JSON.stringify(plan) }), opened('plan')],
		['under another name', (plan) => ({ 'the plan': plan }), opened('the plan', '["the plan"]')],
	])('%s', async (_how, cells, message) => {
		const { output } = await bench.run({ operation: 'preview', ...TIMEOUT });
		const { plan, ...row } = output[0]?.json ?? {};
		const item = { ...row, ...cells(plan as IDataObject) };
		expect(messageOf((await apply([item]))[0])).toBe(message);
		expect(asked()).toEqual([]);
		const options = { columnsToIgnore: Object.keys(cells({})) };
		expect((await apply([item], { options }))[0]).toMatchObject({
			action: 'updated',
			warnings: '',
		});
	});

	test('nor is an undo, beside what the service answers', async () => {
		const { output } = await bench.run({ ...TIMEOUT, options: { includeUndo: true } });
		const [json] = await apply([output[0]?.json ?? {}]);
		expect(json?.warnings).toContain(opened('undo'));
		const { undo, Id } = output[0]?.json ?? {};
		expect(messageOf((await apply([{ Id, undo } as IDataObject]))[0])).toBe(opened('undo'));
		expect(asked()).toEqual([]);
	});

	test('beside values of its own it is worth a second look', async () => {
		const plan = await planOf(TIMEOUT);
		const [json] = await apply([{ TaskId: TASK.taskId, CustomerTimeout: 50, plan }]);
		expect(json).toMatchObject({ action: 'updated', warnings: opened('plan') });
		expect(bench.changes).toEqual({ CustomerTimeout: '50' });
	});

	test('and a plan beside its own keys is opened', async () => {
		const plan = await planOf(TIMEOUT);
		const [json] = await apply([{ ...plan, plan: JSON.stringify(plan) }]);
		expect(json).toMatchObject({ action: 'updated', warnings: '' });
	});
});

test('what is expected may be written as cells are', async () => {
	const { AutoStart, AutoStartDay } = stored() as Record<string, string>;
	expect(AutoStart).toBe('0');
	const expected = { AutoStart: '否', AutoStartDay: AutoStartDay?.replaceAll('-', '/') };
	const row = { TaskId: TASK.taskId, AutoStart: 1, AutoStartDay: '2036-11-01', expected };
	expect((await apply([row]))[0]).toMatchObject({ action: 'updated' });
	const other = { ...row, AutoStart: 0, expected: { AutoStart: '否' } };
	expect((await apply([{ ...other, AutoStart: '', Name: 'x' } as IDataObject]))[0]).toHaveProperty(
		'error.message',
		"'Auto Start' was off when this was previewed and is on now [item 0]",
	);
});

describe('a plan whose schedule has come too late', () => {
	const START = { autoStart: true, autoStartDay: '2036-11-01', autoStartTime: '09:00' };
	const STOP = { autoStop: true, autoStopDay: '2036-12-31', autoStopTime: '' };

	test.each<[string, INodeParameters, string | undefined]>([
		['a start', START, '2036-11-01 09:00:00'],
		['a start without a time', { ...START, autoStartTime: '' }, '2036-11-01 08:30:00'],
		['what comes first', { ...START, ...STOP }, '2036-11-01 09:00:00'],
		['a stop', { ...STOP, autoStopTime: '18:00' }, '2036-12-31 18:00:00'],
		['a start that was past already', { ...START, autoStartDay: '2026-01-01' }, undefined],
		['a switch that is off', { autoStart: false }, undefined],
	])('%s is expected to lie ahead', async (_what, schedule, before) => {
		change(bench, { AutoStartTime: '08:30:00' }, TASK.taskId);
		const plan = await planOf({ schedule, ...TIMEOUT });
		expect((plan.expected as IDataObject).before).toBe(before);
		expect((await apply([plan]))[0]).toMatchObject({ action: 'updated' });
	});

	test('is refused, and applied already it is done', async () => {
		const plan = await planOf({ schedule: START });
		const late = {
			...plan,
			expected: { ...(plan.expected as object), before: '2026-01-02 09:00:00' },
		};
		expect(messageOf((await apply([late]))[0])).toMatch(
			/^The schedule had 2026-01-02 09:00:00 ahead when this was previewed, and in China it is \d{4}-\d\d-\d\d \d\d:\d\d:\d\d now$/,
		);
		expect(asked()).toEqual(['Get']);
		await apply([plan]);
		expect((await apply([late]))[0]).toMatchObject({ action: 'unchanged' });
	});
});

test.each(['133224', '133225', RUNNING])(
	'a plan of all parameters gives what its preview said: %s',
	async (taskId) => {
		const given = PARAMETERS.filter(({ name }) => !APART.includes(name));
		const parameters = inSections(given, ({ name, value }) => ({ [name]: value }));
		const [plan = {}] = await plansOf({ ...parameters, taskId });
		const [{ json: preview } = { json: {} }] = (
			await bench.run({ operation: 'preview', ...parameters, taskId })
		).output;
		const [json] = await apply([plan], {
			options: { verifyAfterUpdate: true, whenTaskIsRunning: 'pauseUpdateResume' },
		});
		expect(json).toMatchObject({ action: 'updated', verified: true });
		const { changes } = detailsOf({ json: json ?? {} });
		expect(changes).toEqual(detailsOf({ json: preview }).changes);
		expect(new Set(Object.keys(bench.sent.find((sent) => 'Name' in sent) ?? {}))).toEqual(
			new Set(given.map(({ api }) => api)),
		);
	},
);

describe('with Pause, Update, Resume', () => {
	const options = { whenTaskIsRunning: 'pauseUpdateResume' };
	const row = {
		TaskId: RUNNING,
		Name: 'new',
		expected: { Status: 1, Name: '{{ name }}' },
	};
	const run = async (settings: object, meanwhile?: Parameters<typeof scene>[2]) => {
		const name = stored(RUNNING).Name;
		const items = [{ ...row, expected: { Status: 1, Name: name } }] as IDataObject[];
		return await scene(settings, { ...mapped, details: {}, options }, { items, ...meanwhile });
	};

	test('the pause is no change by somebody else', async () => {
		const { json, steps } = await run({});
		expect(json).toMatchObject({ action: 'updated', resumed: true });
		expect(steps).toEqual(['Pause', 'Update', 'Start']);
	});

	test('what somebody changed while it was being paused is not run over, and it runs again', async () => {
		const { error, steps, name, status } = await run(
			{ pauseTakesMs: 300 },
			{
				meanwhile: async (own) => {
					while (!stepsOf(own).includes('Pause')) await new Promise(setImmediate);
					change(own, { Name: 'by somebody' });
				},
			},
		);
		expect(error?.message).toMatch(
			/^'Name' was ".*" when this was previewed and is "by somebody" now \(wanted: "new"\)/,
		);
		expect(error?.description).toContain('Nothing was updated');
		expect(error?.description).toContain('running again');
		expect([steps, name, status]).toEqual([['Pause', 'Start'], 'by somebody', '1']);
	});
});

test('an own attempt whose answer was lost is nobody else’s change', async () => {
	const LATE_MS = 3200;
	const plan = await planOf({
		...TIMEOUT,
		agents: { wrapup: '' },
		options: { sendEmptyValues: true },
	});
	expect(plan.clear).toBe('Wrapup');
	bench.emulator.failNext({ kind: 'dropAfterApply', action: 'CloudUpdateTask' });
	bench.emulator.failNext({ kind: 'throttled', action: 'CloudUpdateTask', retryAfterMs: LATE_MS });
	const [json] = await apply([plan], { options: { maximumAttempts: 4, longestWait: 10 } });
	expect(json).toMatchObject({ action: 'updated' });
	expect(asked().filter((action) => action === 'Get')).toHaveLength(2);
	expect(asked().filter((action) => action === 'Update')).toHaveLength(3);
}, 30_000);

test('without any of it no task is read', async () => {
	await bench.run(TIMEOUT);
	await bench.run(mapped, { items: [{ TaskId: TASK.taskId, CustomerTimeout: 45 }] });
	expect(actionsOf(bench)).toEqual(['Update', 'Update']);
	expect(errorsOf((await bench.run(TIMEOUT)).output)).toEqual([]);
});
