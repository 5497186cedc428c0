import type { ScheduleFacts } from '../../../nodes/AlibabaCloudVms/calling/schedule';
import { dayNumber } from '../../../nodes/AlibabaCloudVms/calling/wallClock';
import { callsWords } from '../../../nodes/AlibabaCloudVms/calling/words';
import { callsWith, NOW, onDates, weekly, type Listed } from './given';

const today = dayNumber(NOW.day) ?? 0;

const words = (more: ScheduleFacts, listed: readonly Listed[] = []): string =>
	callsWords(callsWith(more, listed), (name) => `<${name}>`, today);

const BY_HAND = '; a start by hand calls at once';
const RUNNING = { status: 1 };
const DECEMBER = {
	autoStartDay: '2030-12-01',
	autoStartTime: '09:00:00',
	autoStop: true,
	autoStopDay: '2030-12-24',
	autoStopTime: '20:30:00',
};
const within = (...ids: string[]) => ({ autoTaskType: 1, autoTriggerTimeStrategy: ids });
const MORNINGS = weekly('9', '2,3,4,5,6', '09:00', '12:00');
const AFTERNOONS = weekly('22', '2,3,4,5,6', '14:00', '20:30');

test.each<[expected: string, more: ScheduleFacts, listed?: Listed[]]>([
	[
		'Mon to Fri 09:00 to 12:00 and 14:00 to 20:30, from 2 December to 24 December 2030; not on 3 December',
		{ ...DECEMBER, ...within('9', '22'), timeStrategy: ['50'] },
		[MORNINGS, AFTERNOONS, onDates('50', ['2030-12-03', '2030-12-03'], ['00:00', '24:00'])],
	],
	[
		'Mon to Fri 09:00 to 12:00 and 14:00 to 20:30, from 3 December 14:00 to 23 December 2030 12:00',
		{
			...DECEMBER,
			autoStartDay: '2030-12-03',
			autoStartTime: '13:00:00',
			autoStopDay: '2030-12-23',
			autoStopTime: '13:00:00',
			...within('9', '22'),
		},
		[MORNINGS, AFTERNOONS],
	],
	[
		'every day 00:00 to 02:00 and 20:00 to 24:00, from 1 December 20:00 to 24 December 2030 02:00',
		{ ...DECEMBER, autoStopTime: '08:00:00', ...within('9') },
		[weekly('9', '1,2,3,4,5,6,7', '20:00', '02:00')],
	],
	['from today 14:10, without an end, day and night', RUNNING],
	[
		'Mon to Fri 09:00 to 12:00, from 27 November, without an end',
		{ ...RUNNING, ...within('9') },
		[MORNINGS],
	],
	[
		'Mon to Fri 14:00 to 20:30, from today 14:10, without an end',
		{ ...RUNNING, ...within('22') },
		[AFTERNOONS],
	],
	[
		'every day 18:00 to 19:00, from today, without an end',
		{ ...RUNNING, ...within('9') },
		[weekly('9', '1,2,3,4,5,6,7', '18:00', '19:00')],
	],
	[
		'every day 09:00 to 21:00, from 1 December to 24 December 2030 20:30',
		{ ...DECEMBER, timeStrategy: ['50'] },
		[weekly('50', '1,2,3,4,5,6,7', '21:00', '09:00')],
	],
	['from 1 December 09:00 to 24 December 2030 20:30, day and night', DECEMBER],
	[
		'from 1 December 2030 09:00 to 24 January 2031 20:30, day and night',
		{ ...DECEMBER, autoStopDay: '2031-01-24' },
	],
	[
		'from 1 December 09:00 to 31 December 2030 24:00, day and night',
		{ ...DECEMBER, autoStopDay: '2030-12-31', autoStopTime: '' },
	],
	['1 December 2030 09:00 to 20:30', { ...DECEMBER, autoStopDay: '2030-12-01' }],
	[
		'Mon, Wed and Sun 09:00 to 12:00; Sat 10:00 to 11:00, from 1 December to 23 December 2030',
		{ ...DECEMBER, ...within('9', '22') },
		[weekly('9', '1,2,4', '09:00', '12:00'), weekly('22', '7', '10:00', '11:00')],
	],
	[
		'Fri to Sun 09:00 to 12:00, from 1 December to 22 December 2030; on 3 to 5 December 10:00 to 11:00',
		{ ...DECEMBER, ...within('9', '22') },
		[
			weekly('9', '6,7,1', '09:00', '12:00'),
			onDates('22', ['2030-12-03', '2030-12-05'], ['10:00', '11:00']),
		],
	],
	[
		'2 to 4 December 2030 10:00 to 11:00; 31 December 2030 to 2 January 2031 08:00 to 09:00',
		{ ...DECEMBER, autoStop: false, ...within('9', '22') },
		[
			onDates('9', ['2030-12-02', '2030-12-04'], ['10:00', '11:00']),
			onDates('22', ['2030-12-31', '2031-01-02'], ['08:00', '09:00']),
		],
	],
	[
		'2 December 2030 18:00 to 4 December 2030 09:00',
		{ ...DECEMBER, ...within('9') },
		[onDates('9', ['2030-12-02', '2030-12-04'], ['18:00', '09:00'], 'continuous')],
	],
	[
		'Mon to Fri 09:00 to 12:00, from 27 November, without an end; not on 30 December 2026 to 1 January 2027; not on 4 to 5 January 2027',
		{ ...RUNNING, ...within('9'), timeStrategy: ['50'] },
		[MORNINGS, onDates('50', ['2026-12-30', '2027-01-05'], ['00:00', '24:00'])],
	],
	[
		'every day 20:00 to 24:00, from 1 December to 24 December 2030 20:30; not on 3 December',
		{ ...DECEMBER, ...within('9'), timeStrategy: ['50'] },
		[
			weekly('9', '1,2,3,4,5,6,7', '20:00', '23:59'),
			onDates('50', ['2030-12-03', '2030-12-03'], ['00:00', '23:59']),
		],
	],
	[
		'not known: time condition "9" begins and ends at the same time, which may mean never, or all day',
		{ ...DECEMBER, ...within('9') },
		[weekly('9', '1,2', '23:59', '23:59')],
	],
	['never: the task has ended and cannot start again', { status: 3 }],
	['never: <autoStart> is off, started by hand only', { autoStart: false }],
	[
		'never: the task is paused and <autoStart> is off, started by hand only',
		{ status: 2, autoStart: false },
	],
	[
		'never: its stop (2026-11-02 18:00:00) lies in the past',
		{
			autoStartDay: '2026-11-01',
			autoStop: true,
			autoStopDay: '2026-11-02',
			autoStopTime: '18:00:00',
		},
	],
	[
		'never: <autoTriggerTimeStrategy> and <timeStrategy> leave it no time to call',
		{ ...DECEMBER, ...within('9'), timeStrategy: ['9'] },
		[MORNINGS],
	],
	[
		'from today 14:10, without an end, day and night, if it still starts by itself: its start (2026-11-01 09:00:00) lies in the past',
		{ autoStartDay: '2026-11-01' },
	],
	[
		'from today 14:10, without an end, day and night, if it goes on by itself: it is paused',
		{ status: 2, autoStartDay: '2026-11-01' },
	],
	['not known: time condition "9" does not exist', { ...DECEMBER, ...within('9') }],
	[
		'not known: <autoStartDay> or <autoStartTime> could not be read',
		{ autoStartDay: undefined, autoStartTime: undefined },
	],
	[
		'not known: <autoStart> is on, but <autoStartDay> and <autoStartTime> are empty',
		{ autoStartDay: '', autoStartTime: '' },
	],
	[
		'not known: <autoStop> is on, but <autoStopDay> and <autoStopTime> are empty',
		{ ...RUNNING, autoStop: true },
	],
	[
		'not known: the task calls at certain times only, but <autoTriggerTimeStrategy> is empty',
		{ autoTaskType: 1 },
	],
	[
		'not known: its stop (2030-11-30 20:30:00) does not lie after its start (2030-12-01 09:00:00)',
		{ ...DECEMBER, autoStopDay: '2030-11-30' },
	],
	[
		'not known: the task is running, though its stop (2026-11-25 20:30:00) lies in the past',
		{ ...DECEMBER, ...RUNNING, autoStopDay: '2026-11-25' },
	],
])('%s', (expected, more, listed = []) => {
	const isStartable = more.status !== 1 && more.status !== 3;
	expect(words(more, listed)).toBe(`${expected}${isStartable ? BY_HAND : ''}`);
});

test('a task whose state nobody can read is not known, and nothing is said of a start by hand', () => {
	expect(words({ status: undefined })).toBe("not known: the task's state could not be read");
});

test('names few exceptions, and says how far it looked', () => {
	const fridays = Array.from({ length: 10 }, (_, week) => {
		const day = `2030-12-${String(1 + week * 2).padStart(2, '0')}`;
		return onDates(String(50 + week), [day, day], ['00:00', '24:00']);
	});
	const more = { ...DECEMBER, timeStrategy: fridays.map(({ Id }) => Id) };
	expect(words(more, fridays)).toMatch(
		/; not on 15 December; not on 17 December and 1 more; a start/,
	);
	const far = onDates('9', ['2026-12-01', '2099-12-31'], ['10:00', '20:00']);
	expect(words({ ...RUNNING, ...within('9') }, [far])).toBe(
		'1 December 2026 to 1 December 2027 10:00 to 20:00; looked at until 1 December 2027',
	);
});
