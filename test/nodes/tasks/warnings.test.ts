import { callTask } from '../../../nodes/AlibabaCloudVms/parameters';
import { DateTime } from 'luxon';
import { chinaNow } from '../../../nodes/AlibabaCloudVms/parameters/chinaTime';
import { warningsFor } from '../../../nodes/AlibabaCloudVms/tasks/warnings';
import { task, wanted } from './wanted';

const NOON = { day: '2026-11-20', time: '12:00:00' };
const AUTOMATIC = { Type: '2' };

const warned = (
	given: Record<string, unknown>,
	stored?: Record<string, string | number | null>,
): string[] =>
	warningsFor(wanted(given), stored && task(stored), { catalogue: callTask, now: NOON });

test('the clock is that of China, whatever the server has', () => {
	const { day, time } = chinaNow();
	const told = DateTime.fromISO(`${day}T${time}+08:00`);
	expect(Math.abs(told.diffNow().as('seconds'))).toBeLessThan(5);
});

describe('the schedule', () => {
	test.each<[why: string, given: Record<string, unknown>, stored: object, warning: RegExp]>([
		[
			'a day that is over',
			{ AutoStartDay: '2026-11-19' },
			{},
			/^'Start Date' and 'Start Time' \(2026-11-19\) lie in the past; in China it is 2026-11-20 12:00:00 now$/,
		],
		[
			'a time that is over',
			{ AutoStartDay: '2026-11-20', AutoStartTime: '11:59' },
			{},
			/\(2026-11-20 11:59:00\) lie in the past/,
		],
		[
			'a stored time that is over',
			{ AutoStartDay: '2026-11-20' },
			{ AutoStart: '1', AutoStartTime: '09:00:00' },
			/lie in the past/,
		],
		[
			'a stored day that is over',
			{ AutoStopTime: '18:00' },
			{ AutoStop: '1', AutoStopDay: '2026-11-19' },
			/^'Stop Date' and 'Stop Time' \(2026-11-19 18:00:00\)/,
		],
		[
			'a task without a day, which is today',
			{ AutoStartTime: '10:00' },
			{ AutoStart: '1', AutoStartDay: '' },
			/\(2026-11-20 10:00:00\)/,
		],
		[
			'a start that is switched on',
			{ AutoStart: true },
			{ AutoStartDay: '2026-01-01' },
			/lie in the past/,
		],
	])('%s', (_why, given, stored, warning) => {
		expect(warned(given, stored as Record<string, string>)).toEqual([
			expect.stringMatching(warning),
		]);
	});

	test.each<[why: string, given: Record<string, unknown>, stored: Record<string, string>]>([
		[
			'at any hour',
			{ AutoStartDay: '2026-11-21', AutoStartTime: '03:00', AutoStopTime: '23:30' },
			{},
		],
		['to come', { AutoStartDay: '2026-11-21', AutoStartTime: '08:00', AutoStopTime: '21:00' }, {}],
		['later today', { AutoStartDay: '2026-11-20', AutoStartTime: '12:00:00' }, {}],
		['today, at a time that nobody knows', { AutoStartDay: '2026-11-20' }, {}],
		[
			'that is switched off',
			{ AutoStart: false, AutoStopDay: '2026-12-01' },
			{ AutoStartDay: '2020-01-01' },
		],
		[
			'that is not touched',
			{ Name: 'x' },
			{ AutoStart: '1', AutoStartDay: '2020-01-01', AutoStartTime: '03:00:00' },
		],
	])('%s is fine', (_why, given, stored) => {
		expect(warned(given, stored)).toEqual([]);
	});
});

describe('what has no effect because of a switch that only the task has', () => {
	type Values = Record<string, string>;
	const ROUNDS = '{"retry":1,"strategy":[{"round":1,"time":"0-0-5"}]}';
	const NO_RETRY =
		"'Retry Time Counts From' has no effect while 'Retry Strategy' is empty, as it is in the task";

	test.each<[given: Record<string, unknown>, off: Values, on: Values, warning: string]>([
		[
			{ AutoStartDay: '2020-01-01' },
			{ AutoStart: '0' },
			{ AutoStart: '1' },
			"'Start Date' has no effect while 'Auto Start' is off, as it is in the task",
		],
		[
			{ AutoStopDay: '2020-01-01', AutoStopTime: '03:00', ForceEndFlag: true },
			{ AutoStop: '0' },
			{ AutoStop: '1' },
			"'Stop Date', 'Stop Time' and 'Force End at Stop' have no effect while 'Auto Stop' is off, as it is in the task",
		],
		[
			{ AutoTriggerTimeStrategy: '9' },
			{ AutoTaskType: '0' },
			{ AutoTaskType: '1' },
			"'Calling Times' has no effect while 'Calling Mode' is set to 'Continuous', as it is in the task",
		],
		[{ RetryStrategyTimeType: 2 }, { RetryStrategy: '' }, { RetryStrategy: ROUNDS }, NO_RETRY],
		[{ RetryStrategyTimeType: 2 }, { RetryStrategy: '{}' }, { RetryStrategy: ROUNDS }, NO_RETRY],
		[
			{ CustomerClidsGroup: 'x' },
			{ CustomerClidsCategory: '1' },
			{ CustomerClidsCategory: '4' },
			"'Number Pool or Navigation' has no effect while 'Caller ID Type' is set to 'Fixed-Line Numbers', as it is in the task",
		],
		[
			{ CustomerClidWeightFlag: true, CustomerClidWeight: '[{"number":"1","weight":"1"}]' },
			{ CustomerClidsCategory: '5' },
			{ CustomerClidsCategory: '1' },
			"'Weight Caller IDs' and 'Caller ID Weights' have no effect while 'Caller ID Type' is set to 'Caller ID Navigation', as it is in the task",
		],
		[
			{ ClidProperty: '{"defaultAreaCode":"010"}' },
			{ CustomerClidsCategory: '1', CustomerClidType: '1' },
			{ CustomerClidsCategory: '1', CustomerClidType: '2' },
			"'Area Code Rule' has no effect while 'Caller ID Selection' is set to 'At Random', as it is in the task",
		],
	])('%j, where it has %j and not %j', (given, off, on, warning) => {
		expect(warned(given, off)).toContain(warning);
		for (const stored of [on, {}]) expect(warned(given, stored)).not.toContain(warning);
		expect(warned({ ...on, ...given }, off)).not.toContain(warning);
	});

	test.each<[given: Record<string, unknown>, stored: Record<string, string>]>([
		[{ AutoStartTime: '09:00' }, { AutoStart: '1' }],
		[{ AutoStartTime: '' }, { AutoStart: '0' }],
		[{ IvrName: 'Menu' }, { IvrId: '13' }],
		[
			{ RetryStrategyTimeType: 2 },
			{ RetryStrategy: '{"retry":1,"strategy":[{"round":1,"time":"0-0-5"}]}' },
		],
		[{ CustomerTimeout: 20 }, { AutoStart: '0', AutoStop: '0' }],
	])('not %j, where it has %j', (given, stored) => {
		expect(warned(given, stored)).toEqual([]);
	});
});

describe('the type of the task', () => {
	test('predictive parameters of an automatic task are named, cleared ones not', () => {
		const given = { Wrapup: 30, Cnos: '2000', CallRouteStrategy: 1, AgentTimeout: '', Name: 'x' };
		expect(warned(given, AUTOMATIC)).toEqual([
			"The task is automatic; only predictive tasks use 'Call Routing', 'Agent IDs' and 'Wrap-Up Time'",
		]);
		expect(warned(given, { Type: 1 })).toEqual([]);
		expect(warned(given)).toEqual([]);
	});

	test('no limit is one of predictive tasks', () => {
		expect(warned({ Concurrency: 0 }, { Type: 2 })[0]).toMatch(
			/'Maximum Concurrency' 0 means no limit$/,
		);
		expect(warned({ Concurrency: 1 }, AUTOMATIC)).toEqual([]);
		expect(warned({ Concurrency: 0 }, { Type: '1' })).toEqual([]);
	});
});

test('what the vendor advises against is named, and a type that it withdraws with the one it recommends', () => {
	expect(warned({ CustomerClidsCategory: 5, CustomerClids: '' })).toEqual([]);
	expect(warned({ CustomerClidsCategory: 1, CustomerClids: '123' })).toEqual([
		"The vendor advises against 'Caller ID Numbers' as given here",
		"The vendor will withdraw 'Fixed-Line Numbers' of 'Caller ID Type' and recommends 'Caller ID Navigation'",
	]);
});

describe('weights that are switched on', () => {
	const alone =
		"'Weight Caller IDs' is on without 'Caller ID Weights': it does nothing unless the task has weights";

	test.each<[Record<string, unknown>, boolean]>([
		[{ CustomerClidWeightFlag: true }, true],
		[{ CustomerClidWeightFlag: true, CustomerClidWeight: '' }, true],
		[{ CustomerClidWeightFlag: true, CustomerClidWeight: [{ number: '123', weight: 5 }] }, false],
		[{ CustomerClidWeightFlag: false }, false],
		[{ CustomerClidWeight: [{ number: '123', weight: 5 }] }, false],
	])('%j', (given, isWarned) => {
		expect(warned(given).includes(alone)).toBe(isWarned);
	});
});

describe('rounds that do not grow', () => {
	const RetryStrategy = {
		retry: 2,
		strategy: [
			{ round: 1, time: '0-0-10' },
			{ round: 2, time: '0-0-10' },
		],
	};
	const warning =
		"'Retry Strategy' round 2: time 0-0-10 is not later than 0-0-10 of the round before; that only works where the task counts from the previous call, as 'Retry Time Counts From' says";

	test.each<[given: Record<string, unknown>, stored: Record<string, string> | undefined, string[]]>(
		[
			[{ RetryStrategy }, undefined, [warning]],
			[{ RetryStrategy }, {}, [warning]],
			[{ RetryStrategy }, { RetryStrategyTimeType: '1' }, [warning]],
			[{ RetryStrategy }, { RetryStrategyTimeType: '2' }, []],
			[{ RetryStrategy, RetryStrategyTimeType: 2 }, undefined, []],
			[{ RetryStrategyTimeType: 2 }, { RetryStrategy: JSON.stringify(RetryStrategy) }, []],
		],
	)('%j, where the task has %j', (given, stored, warnings) => {
		expect(warned(given, stored)).toEqual(warnings);
	});
});
