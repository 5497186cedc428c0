import type { ScheduleFacts } from '../../../nodes/AlibabaCloudVms/calling/schedule';
import { callsWith, onDates, told, weekly, type Listed } from './given';

const AT_INTERVALS = { autoTaskType: 1, autoTriggerTimeStrategy: ['9'] };
const STOP = { autoStop: true, autoStopDay: '2026-12-02', autoStopTime: '18:00:00' };

describe('without time conditions', () => {
	test.each<[why: string, more: ScheduleFacts, expected: string | string[]]>([
		['from the start for 14 days', {}, ['2026-12-01 09:00 > 2026-12-15 09:00']],
		['to the stop', STOP, ['2026-12-01 09:00 > 2026-12-02 18:00']],
		[
			'a stop without a time, at the end of its day',
			{ ...STOP, autoStopTime: '' },
			['2026-12-01 09:00 > 2026-12-03 00:00'],
		],
		[
			'a start without a time, at the beginning of its day',
			{ ...STOP, autoStartTime: '' },
			['2026-12-01 00:00 > 2026-12-02 18:00'],
		],
		[
			'a start without a day, today',
			{ ...STOP, autoStartDay: '', autoStartTime: '20:00:00' },
			['2026-11-26 20:00 > 2026-12-02 18:00'],
		],
		[
			'a stop without a day, today',
			{
				autoStartDay: '2026-11-26',
				autoStartTime: '15:00:00',
				autoStop: true,
				autoStopTime: '16:00:00',
			},
			['2026-11-26 15:00 > 2026-11-26 16:00'],
		],
		[
			'seconds make a window longer, and never shorter',
			{ ...STOP, autoStartTime: '09:00:59', autoStopTime: '18:00:01' },
			['2026-12-01 09:00 > 2026-12-02 18:01'],
		],
		['running: from now', { ...STOP, status: 1 }, ['2026-11-26 14:10 > 2026-12-02 18:00']],
		[
			'running, started by hand',
			{ status: 1, autoStart: false },
			['2026-11-26 14:10 > 2026-12-10 14:10'],
		],
		[
			'a start that is past, which may still count',
			{ ...STOP, autoStartDay: '2026-11-01' },
			['2026-11-26 14:10 > 2026-12-02 18:00'],
		],
		[
			'a start in this very minute is not past',
			{ ...STOP, autoStartDay: '2026-11-26', autoStartTime: '14:10:00' },
			['2026-11-26 14:10 > 2026-12-02 18:00'],
		],
		['paused before its start', { ...STOP, status: 2 }, ['2026-12-01 09:00 > 2026-12-02 18:00']],
		[
			'paused after its start',
			{ ...STOP, status: 2, autoStartDay: '2026-11-01' },
			['2026-11-26 14:10 > 2026-12-02 18:00'],
		],
		['ended', { status: 3 }, 'never: ended'],
		['Auto Start is off', { autoStart: false }, 'never: autoStartOff'],
		['paused, and Auto Start is off', { status: 2, autoStart: false }, 'never: pausedByHand'],
		[
			'both ends are past',
			{ ...STOP, autoStartDay: '2026-11-01', autoStopDay: '2026-11-02' },
			'never: stopped',
		],
		['a stop before the start', { ...STOP, autoStopDay: '2026-11-30' }, 'unknown: stopBeforeStart'],
		[
			'a stop at the start',
			{ ...STOP, autoStopDay: '2026-12-01', autoStopTime: '09:00:00' },
			'unknown: stopBeforeStart',
		],
		[
			'a stop that is past, and a start to come',
			{ ...STOP, autoStopDay: '2026-11-01' },
			'unknown: stopBeforeStart',
		],
		[
			'running past its stop',
			{ ...STOP, status: 1, autoStopDay: '2026-11-26', autoStopTime: '14:00:00' },
			'unknown: runsPastItsStop',
		],
		['neither day nor time', { autoStartDay: '', autoStartTime: '' }, 'unknown: noStart'],
		['a status that nobody can read', { status: undefined }, 'unknown: unread'],
		['Auto Start that nobody can read', { autoStart: undefined }, 'unknown: unread'],
		['a start that nobody can read', { autoStartTime: undefined }, 'unknown: unread'],
		['a start that is none', { autoStartDay: '2026-02-30' }, 'unknown: unread'],
		['a stop that nobody can read', { autoStop: undefined }, 'unknown: unread'],
		['no-call times that nobody can read', { timeStrategy: undefined }, 'unknown: unread'],
		['a mode that nobody can read', { autoTaskType: undefined }, 'unknown: unread'],
		[
			'calling times that nobody can read',
			{ autoTaskType: 1, autoTriggerTimeStrategy: undefined },
			'unknown: unread',
		],
		['calling times that are empty', { autoTaskType: 1 }, 'unknown: noCallingTimes'],
	])('%s', (_why, more, expected) => {
		expect(told(callsWith(more))).toEqual(expected);
	});

	test('what is off is not asked for: its parts may be anything', () => {
		const off = {
			autoStopDay: undefined,
			autoStopTime: undefined,
			autoTriggerTimeStrategy: undefined,
		};
		expect(told(callsWith(off), 1)).toEqual(['2026-12-01 09:00 > 2026-12-02 09:00']);
	});
});

describe('within calling times', () => {
	test.each<[why: string, listed: Listed, expected: string[]]>([
		[
			'on days of the week, of which the first is Sunday',
			weekly('9', '1,3', '09:00', '12:00'),
			[
				'2026-12-01 09:00 > 2026-12-01 12:00',
				'2026-12-06 09:00 > 2026-12-06 12:00',
				'2026-12-08 09:00 > 2026-12-08 12:00',
			],
		],
		[
			'on dates, each day',
			onDates('9', ['2026-11-30', '2026-12-02'], ['10:00', '11:30']),
			['2026-12-01 10:00 > 2026-12-01 11:30', '2026-12-02 10:00 > 2026-12-02 11:30'],
		],
		[
			'on dates, without a break',
			onDates('9', ['2026-12-01', '2026-12-03'], ['18:00', '09:00'], 'continuous'),
			['2026-12-01 18:00 > 2026-12-03 09:00'],
		],
		[
			'without a break, on one day',
			onDates('9', ['2026-12-01', '2026-12-01'], ['18:00', '20:00'], 'continuous'),
			['2026-12-01 18:00 > 2026-12-01 20:00'],
		],
		[
			'begun before the start',
			onDates('9', ['2026-11-01', '2026-12-01'], ['08:00', '20:00'], 'continuous'),
			['2026-12-01 09:00 > 2026-12-01 20:00'],
		],
		[
			'over midnight, from the evening before the start on',
			onDates('9', ['2026-11-30', '2026-12-01'], ['22:00', '10:00']),
			['2026-12-01 09:00 > 2026-12-01 10:00', '2026-12-01 22:00 > 2026-12-02 10:00'],
		],
		[
			'to midnight, written as 24:00',
			onDates('9', ['2026-12-01', '2026-12-01'], ['20:00', '24:00']),
			['2026-12-01 20:00 > 2026-12-02 00:00'],
		],
		[
			'to midnight, written as 00:00',
			onDates('9', ['2026-12-01', '2026-12-01'], ['20:00', '00:00']),
			['2026-12-01 20:00 > 2026-12-02 00:00'],
		],
		[
			'all day and every day, without seams',
			weekly('9', '1,2,3,4,5,6,7', '00:00', '24:00'),
			['2026-12-01 09:00 > 2026-12-09 09:00'],
		],
	])('%s', (_why, listed, expected) => {
		expect(told(callsWith(AT_INTERVALS, [listed]), 8)).toEqual(expected);
	});

	test('several of them together, without no-call times', () => {
		const listed = [
			weekly('9', '3', '09:00', '12:00'),
			weekly('22', '3', '11:00', '14:00'),
			onDates('23', ['2026-12-01', '2026-12-01'], ['16:00', '17:00']),
			weekly('50', '1,2,3,4,5,6,7', '11:30', '13:00'),
			onDates('51', ['2026-12-01', '2026-12-01'], ['16:30', '23:00']),
		];
		const more = {
			autoTaskType: 1,
			autoTriggerTimeStrategy: ['9', '22', '23'],
			timeStrategy: ['50', '51'],
		};
		expect(told(callsWith(more, listed), 2)).toEqual([
			'2026-12-01 09:00 > 2026-12-01 11:30',
			'2026-12-01 13:00 > 2026-12-01 14:00',
			'2026-12-01 16:00 > 2026-12-01 16:30',
		]);
	});

	test('no-call times cut a task that calls without a break', () => {
		const nights = [weekly('50', '1,2,3,4,5,6,7', '21:00', '09:00')];
		expect(told(callsWith({ timeStrategy: ['50'] }, nights), 2)).toEqual([
			'2026-12-01 09:00 > 2026-12-01 21:00',
			'2026-12-02 09:00 > 2026-12-02 21:00',
		]);
	});

	test('nothing left between start and stop is never, and dates beyond the year still count', () => {
		const sundays = [weekly('9', '1', '09:00', '12:00')];
		expect(told(callsWith({ ...AT_INTERVALS, ...STOP }, sundays))).toBe('never: noTimeLeft');
		const later = [onDates('9', ['2029-06-01', '2029-06-01'], ['09:00', '10:00'])];
		const calls = callsWith(AT_INTERVALS, later);
		expect(told(calls)).toEqual([]);
		expect(told(calls, 1000)).toEqual(['2029-06-01 09:00 > 2029-06-01 10:00']);
		const shut = [onDates('50', ['2026-01-01', '2029-05-31'], ['00:00', '24:00'])];
		expect(told(callsWith({ timeStrategy: ['50'] }, shut), 916)).toEqual([
			'2029-06-01 00:00 > 2029-06-04 09:00',
		]);
		const over = [onDates('9', ['2026-06-01', '2026-06-01'], ['09:00', '10:00'])];
		expect(told(callsWith(AT_INTERVALS, over))).toBe('never: noTimeLeft');
	});

	const ofKind = (more: Partial<Listed>): Listed => ({
		...weekly('9', '2', '09:00', '12:00'),
		...more,
	});

	test.each<[listed: Listed[], problem: RegExp]>([
		[[], /^time condition "9" does not exist$/],
		[[ofKind({ DayOfWeek: '0,8' })], /has days that are none \("0,8"\)/],
		[[ofKind({ DayOfWeek: '' })], /has days that are none/],
		[[ofKind({ StartTime: '9 am' })], /has times that are none \("9 am" to "12:00"\)/],
		[[ofKind({ EndTime: '24:01' })], /has times that are none/],
		[[ofKind({ EndTime: '' })], /has times that are none/],
		[[ofKind({ EndTime: '09:00' })], /may mean never, or all day/],
		[[ofKind({ StartTime: '00:00', EndTime: '00:00' })], /may mean never, or all day/],
		[[ofKind({ Type: '3' })], /is of a kind that is not documented \("3"\)/],
		[[ofKind({ Type: '2' })], /has dates that are none \("" to ""\)/],
		[
			[ofKind({ Type: '2', FromDay: '2026-12-02', ToDay: '2026-12-01' })],
			/has dates that are none/,
		],
		[
			[ofKind({ Type: '2', FromDay: '2026-02-30', ToDay: '2026-12-01' })],
			/has dates that are none/,
		],
		[
			[ofKind({ Type: '2', FromDay: '2026-12-01', ToDay: '2026-12-01', TimeType: '' })],
			/TimeType ""/,
		],
	])('%j is not guessed', (listed, problem) => {
		const calls = callsWith(AT_INTERVALS, listed);
		expect(calls).toMatchObject({
			kind: 'unknown',
			reason: { problem: expect.stringMatching(problem) },
		});
	});
});
