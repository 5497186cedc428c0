import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { createSeed, newTask, TEST_KEYS, type NewTimeCondition, type Task } from '../../emulator';
import {
	CONTINUE,
	credentialOf,
	errorsOf,
	TASK,
	useBench,
	type RunOptions,
} from '../support/bench';
import { change } from './tasks/scene';

/** Far ahead, so that no test hangs on the day on which it is run. A Sunday. */
const DECEMBER: Partial<Task> = {
	Status: '0',
	AutoStart: '1',
	AutoStartDay: '2030-12-01',
	AutoStartTime: '08:00:00',
	AutoStop: '1',
	AutoStopDay: '2030-12-24',
	AutoStopTime: '20:30:00',
	AutoTaskType: '1',
	AutoTriggerTimeStrategy: '9,22',
	TimeStrategy: '50',
};

const TIMES: Array<Omit<NewTimeCondition, 'EnterpriseId'>> = [
	{ Id: '9', DayOfWeek: '2,3,4,5,6', StartTime: '09:00', EndTime: '12:00' },
	{ Id: '22', DayOfWeek: '2,3,4,5,6', StartTime: '14:00', EndTime: '20:30' },
	{ Id: '23', DayOfWeek: '2,3,4,5,6', StartTime: '14:00', EndTime: '22:00' },
	{ Id: '24', DayOfWeek: '7', StartTime: '10:00', EndTime: '11:00' },
	{ Id: '25', DayOfWeek: '2,3,4,5,6', StartTime: '14:00', EndTime: '24:00' },
	{ Id: '26', DayOfWeek: '2,3,4,5,6', StartTime: '14:00', EndTime: '23:59' },
	{
		Id: '50',
		Type: '2',
		FromDay: '2030-12-03',
		ToDay: '2030-12-03',
		StartTime: '00:00',
		EndTime: '24:00',
	},
];

const bench = useBench();

/** Makes a task of the seed call as in December, and the call center have these times. */
function arrange(changes: Partial<Task> = {}, taskId: string = TASK.taskId): void {
	const { timeConditions } = bench.emulator.store;
	timeConditions.clear();
	for (const EnterpriseId of [TASK.enterpriseId, '8001654']) {
		TIMES.forEach((times) => timeConditions.put({ EnterpriseId, ...times }));
	}
	change(bench, { ...DECEMBER, ...changes } as Record<string, string>, taskId);
}

const run = async (parameters: INodeParameters, options: RunOptions = {}) => {
	const { output } = await bench.run(parameters, { node: CONTINUE, ...options });
	return { json: output[0]?.json ?? {}, output, error: errorsOf(output)[0] };
};
const preview = async (parameters: INodeParameters = {}, options: RunOptions = {}) =>
	(await run({ operation: 'preview', ...parameters }, options)).json;
const asked = () => bench.emulator.requests.map(({ action }) => action.replace(/^Cloud/, ''));
const windowsIn = ({ details }: IDataObject) => (details as IDataObject).callWindows;

const BY_HAND = '; a start by hand calls at once';
const AS_IT_IS = `Mon to Fri 09:00 to 12:00 and 14:00 to 20:30, from 2 December to 24 December 2030; not on 3 December${BY_HAND}`;
const LATE = { schedule: { autoTaskType: 1, autoTriggerTimeStrategy: '9,23' } };
const OUTSIDE =
	'The task would call outside of your calling hours (09:00 to 21:00): Mon 2 December 2030 21:00 to 22:00, and 14 more windows';

describe('a preview says when the task calls', () => {
	test.each(['1', '2'])('in words and in windows, of a task of type %s', async (Type) => {
		arrange({ Type });
		const json = await preview({ details: { description: 'x' } });
		expect(json).toMatchObject({ action: 'update', calls: AS_IT_IS, warnings: '' });
		expect(Object.keys(json).slice(0, 6)).toEqual([
			'Id',
			'Name',
			'action',
			'summary',
			'warnings',
			'calls',
		]);
		expect((windowsIn(json) as unknown[]).slice(0, 3)).toEqual([
			{ from: '2030-12-02 09:00', to: '2030-12-02 12:00' },
			{ from: '2030-12-02 14:00', to: '2030-12-02 20:30' },
			{ from: '2030-12-04 09:00', to: '2030-12-04 12:00' },
		]);
		// Fourteen days from the start on, the third of December left out.
		expect(windowsIn(json)).toHaveLength(18);
	});

	test('against before, where that is something else', async () => {
		arrange({ AutoStart: '0' });
		const json = await preview({
			schedule: {
				autoStart: true,
				autoStartDay: '2030-12-02',
				autoStartTime: '10:00',
				autoTaskType: 0,
				timeStrategy: '50',
				autoStop: true,
				autoStopDay: '2030-12-02',
				autoStopTime: '11:30',
			},
		});
		expect(json.calls).toBe(
			`2 December 2030 10:00 to 11:30${BY_HAND}; before: never: Auto Start is off, started by hand only`,
		);
		expect(windowsIn(json)).toEqual([{ from: '2030-12-02 10:00', to: '2030-12-02 11:30' }]);
	});

	test('and says nothing of before where the schedule is sent once more', async () => {
		arrange();
		const json = await preview({ schedule: { autoStart: true, autoStartDay: '2030-12-01' } });
		expect(json.calls).toBe(AS_IT_IS);
	});

	test('of the second row for a task as the first one would leave it', async () => {
		arrange();
		const { output } = await run(
			{ operation: 'preview', fields: 'mapFromInput' },
			{
				items: [
					{ TaskId: TASK.taskId, AutoStart: 0 },
					{ TaskId: TASK.taskId, Name: 'x' },
				],
			},
		);
		const never = `never: Auto Start is off, started by hand only${BY_HAND}`;
		expect(output.map(({ json }) => json.calls)).toEqual([
			`${never}; before: ${AS_IT_IS.replace(BY_HAND, '')}`,
			never,
		]);
	});

	test.each<[why: string, changes: Partial<Task>, options: INodeParameters, calls: RegExp]>([
		[
			'that runs',
			{ Status: '1' },
			{},
			/^Mon to Fri .*, from (today|\d)[^\n]* to 24 December 2030; looked at until [^\n]*$/,
		],
		['that has ended', { Status: '3' }, {}, /^never: the task has ended and cannot start again$/],
		[
			'that runs and is skipped',
			{ Status: '1' },
			{ whenTaskIsRunning: 'skip' },
			/^Mon to Fri [^\n]*$/,
		],
		['that is refused', { Status: '1' }, { whenTaskIsRunning: 'refuse' }, /^Mon to Fri [^\n]*$/],
	])('of a task %s', async (_why, changes, options, calls) => {
		arrange(changes);
		expect((await preview({ ...LATE, options: { ...options, allowedTo: '24:00' } })).calls).toMatch(
			Object.keys(options).length > 0 ? calls : /./,
		);
		expect((await preview({ details: { name: 'x' }, options })).calls).toMatch(calls);
	});

	test('and says what cannot be known', async () => {
		arrange({ AutoTriggerTimeStrategy: '9,77' });
		const json = await preview({ details: { name: 'x' } });
		expect(json.calls).toBe(`not known: time condition "77" does not exist${BY_HAND}`);
		expect(windowsIn(json)).toBeNull();
		expect(json.warnings).toBe(
			'Whether the task keeps to your calling hours cannot be said, since its calls are not known: time condition "77" does not exist',
		);
	});

	test('and where the key may not list the time conditions, once for all rows', async () => {
		arrange();
		const key = { ...TEST_KEYS.active, allowedActions: ['CloudGetTask', 'CloudQueryTask'] };
		bench.emulator.settings.keys = [key];
		const items = [{ id: TASK.taskId }, { id: TASK.taskId }];
		const { output } = await run(
			{ operation: 'preview', taskId: '={{ $json.id }}', details: { name: 'x' } },
			{ items, credential: credentialOf(key) },
		);
		for (const { json } of output) {
			expect(json).toMatchObject({
				action: 'update',
				calls: expect.stringMatching(
					/^not known: the time conditions of the call center could not be read: The key has no permission/,
				),
			});
		}
		expect(asked().filter((action) => action === 'ListEnterpriseTime')).toHaveLength(1);
	});

	test('an answer without a list is no empty list', async () => {
		arrange();
		const body = JSON.stringify({ Code: 'OK', Message: 'OK', RequestId: 'x', Data: {} });
		const release = bench.emulator.hold('CloudListEnterpriseTime');
		const shown = preview({ details: { name: 'x' } });
		while (!asked().includes('ListEnterpriseTime')) await new Promise(setImmediate);
		bench.emulator.settings.answer = { status: 200, body };
		release();
		expect((await shown).calls).toMatch(/^not known: .*holds no time conditions/);
	});
});

describe('Calling Hours', () => {
	type Sent = string[];
	const [READ, UPDATE] = [['GetTask', 'ListEnterpriseTime'], 'UpdateTask'];

	test.each<[callingHours: string | undefined, expected: object, sent: Sent]>([
		[undefined, { action: 'updated', warnings: '' }, [UPDATE]],
		['off', { action: 'updated', warnings: '' }, [UPDATE]],
		['warn', { action: 'updated', warnings: OUTSIDE }, [...READ, UPDATE]],
		['refuse', { error: expect.objectContaining({ message: `${OUTSIDE} [item 0]` }) }, READ],
	])('%s, in an update', async (callingHours, expected, sent) => {
		arrange();
		const options = { ...(callingHours ? { callingHours } : {}) };
		const { json } = await run({ ...LATE, options });
		expect(json).toMatchObject(expected);
		expect(asked()).toEqual(sent);
		expect(bench.emulator.journal).toHaveLength(sent.includes(UPDATE) ? 1 : 0);
	});

	test.each<[callingHours: string | undefined, expected: object, sent: Sent]>([
		[undefined, { action: 'update', warnings: OUTSIDE }, READ],
		['warn', { action: 'update', warnings: OUTSIDE }, READ],
		['off', { action: 'update', warnings: '', calls: '' }, ['GetTask']],
		['refuse', { action: 'refuse', reason: OUTSIDE, warnings: '' }, READ],
	])('%s, in a preview', async (callingHours, expected, sent) => {
		arrange();
		const json = await preview({ ...LATE, options: { ...(callingHours ? { callingHours } : {}) } });
		expect(json).toMatchObject(expected);
		expect(asked()).toEqual(sent);
	});

	test('what is refused says which calls it asks for, and what to change', async () => {
		arrange();
		const json = await preview({ ...LATE, options: { callingHours: 'refuse' } });
		expect(json.calls).toBe(
			`${AS_IT_IS.replace('20:30', '22:00').replace('24 December 2030', '24 December 2030 20:30')}; before: ${AS_IT_IS.replace(BY_HAND, '')}`,
		);
		bench.reset();
		arrange();
		const { error } = await run({ ...LATE, options: { callingHours: 'refuse' } });
		expect(error?.description).toMatch(
			/^Nothing was sent for this item\. Change the schedule .*'Calling Hours'/,
		);
	});

	test.each<[why: string, options: INodeParameters, warnings: string | RegExp]>([
		[
			'hours of its own',
			{ allowedFrom: '14:00', allowedTo: '22:00' },
			/\(14:00 to 22:00\): Mon 2 December 2030 09:00 to 12:00, /,
		],
		['to the end of the day', { allowedTo: '24:00' }, ''],
		['midnight is the end of a day', { allowedTo: '00:00' }, ''],
		["a sheet's time", { allowedTo: 22 / 24 }, ''],
		['an hour of one digit', { allowedFrom: '8:30', allowedTo: '22:00:00' }, ''],
		['every day', { allowedTo: '22:00', allowedDays: 'every' }, ''],
		['Monday to Friday', { allowedTo: '22:00', allowedDays: 'weekdays' }, ''],
		['by its words', { allowedTo: '22:00', allowedDays: 'Monday to Friday' }, ''],
	])('%s', async (_why, options, warnings) => {
		arrange();
		const json = await preview({ ...LATE, options });
		expect(json.warnings).toEqual(
			typeof warnings === 'string' ? warnings : expect.stringMatching(warnings),
		);
	});

	test.each<[what: string, parameters: INodeParameters, years: string]>([
		['working days', { options: { allowedDays: 'workingDays' } }, '"2030"'],
		['public holidays', { options: { onPublicHolidays: 'refuse' } }, '"2030"'],
		[
			'both of several years',
			{
				schedule: { autoStop: true, autoStopDay: '2032-01-09' },
				options: { allowedDays: 'workingDays', onPublicHolidays: 'warn' },
			},
			'"2030", "2031"',
		],
	])('%s of a year that is not known are said once for all rows', async (_what, given, years) => {
		arrange();
		const options = { callingHours: 'warn', allowedTo: '22:00', ...(given.options as object) };
		for (const operation of ['preview', 'update']) {
			const parameters = { details: { name: 'x' }, ...LATE, ...given, operation, options };
			const { output, hints } = await bench.run(parameters, { items: [{}, {}, {}] });
			expect(output.map(({ json }) => json.warnings)).toEqual(['', '', '']);
			expect(hints[0]?.message.split('<br>').at(-1)).toBe(
				`Years whose public holidays this version of the node does not know yet, so that none is counted and Monday to Friday are taken for working days: ${years}.`,
			);
		}
	});

	test.each(['23:59', '24:00', '0:00'])(
		'a day that ends at %s ends at midnight',
		async (allowedTo) => {
			for (const id of ['25', '26']) {
				arrange({ AutoTriggerTimeStrategy: id });
				const options = { callingHours: 'refuse', allowedTo };
				expect(await preview({ details: { name: 'x' }, options })).toMatchObject({
					action: 'update',
					calls: expect.stringMatching(/^Mon to Fri 14:00 to 24:00, /),
				});
			}
		},
	);

	test('a Saturday is no weekday', async () => {
		arrange({ AutoTriggerTimeStrategy: '24' });
		const options = { allowedDays: 'weekdays', callingHours: 'refuse' };
		expect((await preview({ details: { name: 'x' }, options })).reason).toBe(
			'The task would call outside of your calling hours (09:00 to 21:00 on Monday to Friday): Sat 7 December 2030 10:00 to 11:00, and 2 more windows',
		);
	});

	test.each<[options: INodeParameters, message: RegExp]>([
		[
			{ allowedFrom: '9 in the morning' },
			/^'Allowed From' is "9 in the morning"; give a time of day as HH:mm/,
		],
		[{ allowedFrom: '24:00' }, /^'Allowed From' is "24:00"/],
		[{ allowedTo: '24:01' }, /^'Allowed To' is "24:01"/],
		[{ allowedTo: '20:30:30' }, /^'Allowed To' is "20:30:30"/],
		[{ allowedTo: '2030-12-01' }, /^'Allowed To' is "2030-12-01"/],
		[{ allowedFrom: '21:00' }, /^'Allowed From' does not lie before 'Allowed To'/],
		[
			{ allowedFrom: '22:00', allowedTo: '06:00' },
			/^'Allowed From' does not lie before 'Allowed To'/,
		],
		[{ allowedDays: 'sometimes' }, /^'Allowed Days' is "sometimes"; give one of/],
	])('refuses %j before anything is sent', async (options, message) => {
		arrange();
		const { error } = await run({ ...LATE, options: { callingHours: 'warn', ...options } });
		expect(error?.message).toMatch(message);
		expect(asked()).toEqual([]);
	});

	test('each item may have hours of its own', async () => {
		arrange();
		const { output } = await run(
			{
				operation: 'preview',
				...LATE,
				options: { callingHours: '={{ $json.hours }}', allowedTo: '={{ $json.to }}' },
			},
			{
				items: [
					{ hours: 'refuse', to: '21:00' },
					{ hours: 'refuse', to: '22:00' },
					{ hours: 'Warn', to: '' },
					{ hours: 'off', to: '' },
				],
			},
		);
		expect(output.map(({ json }) => [json.action, json.warnings])).toEqual([
			['refuse', ''],
			['update', ''],
			['update', OUTSIDE],
			['update', ''],
		]);
	});

	test.each<[why: string, changes: Partial<Task>]>([
		['a condition that is gone', { AutoTriggerTimeStrategy: '9,77' }],
		['a stop before the start', { AutoStopDay: '2030-11-01' }],
	])('refuse lets nothing pass that cannot be known: %s', async (_why, changes) => {
		arrange(changes);
		const { error } = await run({ details: { name: 'x' }, options: { callingHours: 'refuse' } });
		expect(error?.message).toMatch(
			/^Whether the task keeps to your calling hours cannot be said, since its calls are not known: /,
		);
		expect(bench.emulator.journal).toEqual([]);
	});

	test('what is not changed is not refused, and its calls are told', async () => {
		arrange({ AutoTriggerTimeStrategy: '9,23' });
		const options = { callingHours: 'refuse', onlySendWhatDiffers: true };
		expect(await preview({ ...LATE, options })).toMatchObject({
			action: 'nothing',
			warnings: expect.stringContaining('outside of your calling hours'),
		});
		expect((await run({ ...LATE, options })).json).toMatchObject({ action: 'unchanged' });
	});

	test('a start in the past may count at once', async () => {
		arrange({ AutoStartDay: '2026-01-01', AutoTaskType: '0', TimeStrategy: '' });
		const { error } = await run({ details: { name: 'x' }, options: { callingHours: 'refuse' } });
		expect(error?.message).toMatch(/^The task would call outside of your calling hours/);
	});
});

describe('requests', () => {
	test('no time conditions are asked for where the task hangs on none', async () => {
		arrange({
			AutoTaskType: '0',
			TimeStrategy: '',
			AutoStartTime: '09:00:00',
			AutoStopDay: '2030-12-01',
		});
		const options = { callingHours: 'refuse' };
		expect((await run({ details: { name: 'x' }, options })).json.action).toBe('updated');
		expect(asked()).toEqual(['GetTask', 'UpdateTask']);
		arrange({ AutoStart: '0' });
		bench.emulator.requests.length = 0;
		expect((await preview({ details: { name: 'y' } })).calls).toMatch(/^never: /);
		expect(asked()).toEqual(['GetTask']);
	});

	test.each<[why: string, failing: number, known: boolean[], lists: number]>([
		['asked for again by the next row', 1, [false, true, true, true, true], 2],
		['given up where it fails again and again', 9, [false, false, false, false, false], 3],
	])('a list that fails for a passing reason is %s', async (_why, failing, known, lists) => {
		arrange();
		bench.emulator.failNext({ kind: 'throttled', action: 'CloudListEnterpriseTime' }, failing);
		const items = known.map(() => ({ id: TASK.taskId }));
		const { output } = await run(
			{
				operation: 'preview',
				taskId: '={{ $json.id }}',
				details: { name: 'x' },
				options: { concurrentRequests: 1 },
			},
			{ items },
		);
		expect(output.map(({ json }) => json.calls === AS_IT_IS)).toEqual(known);
		expect(asked().filter((action) => action === 'ListEnterpriseTime')).toHaveLength(lists);
	});

	test('a thousand rows of two enterprises ask each of them once', async () => {
		arrange();
		const tasks = bench.emulator.store.list();
		const items = Array.from({ length: 1000 }, (_none, index) => {
			const { Id, EnterpriseId } = tasks[index % tasks.length] ?? newTask({});
			return { TaskId: Id, EnterpriseId, Description: `${index}` };
		});
		const { output } = await run({ operation: 'preview', fields: 'mapFromInput' }, { items });
		expect(output).toHaveLength(1000);
		const lists = bench.emulator.requests.filter(
			({ action }) => action === 'CloudListEnterpriseTime',
		);
		expect(lists.map(({ params }) => params.EnterpriseId).sort()).toEqual(['7000002', '8001654']);
		expect(new Set(createSeed().map(({ EnterpriseId }) => EnterpriseId)).size).toBe(2);
	});
});

describe('refuse holds at the turn, and not only at the first look', () => {
	const LATE_MS = 3200;

	/** Somebody moves the stop into the night while the request has to wait for its turn. */
	const meanwhile = async (action: string, deed: () => void) => {
		bench.emulator.failNext({ kind: 'throttled', action, retryAfterMs: LATE_MS });
		while (!bench.emulator.requests.some((request) => request.action === action)) {
			await new Promise(setImmediate);
		}
		deed();
	};

	test.each<[whenTaskIsRunning: string, status: string, action: string]>([
		['updateAnyway', '0', 'CloudUpdateTask'],
		['pauseUpdateResume', '1', 'CloudPauseTask'],
	])('%s', async (whenTaskIsRunning, Status, action) => {
		arrange({ Status });
		const options = {
			callingHours: 'refuse',
			whenTaskIsRunning,
			maximumAttempts: 3,
			longestWait: 10,
		};
		const running = run({ details: { name: 'new' }, options });
		await meanwhile(action, () => change(bench, { AutoTriggerTimeStrategy: '9,23' }, TASK.taskId));
		const { error } = await running;
		expect(error?.message).toMatch(/^The task would call outside of your calling hours/);
		const task = bench.emulator.store.find(TASK.enterpriseId, TASK.taskId);
		expect([task?.Name === 'new', task?.Status]).toEqual([false, Status]);
	});

	test('and lets pass what is within them by then', async () => {
		arrange({ Status: '1' });
		const options = { callingHours: 'refuse', whenTaskIsRunning: 'pauseUpdateResume' };
		const { json } = await run({ details: { name: 'new' }, options });
		expect(json).toMatchObject({ action: 'updated', resumed: true });
	});
});
