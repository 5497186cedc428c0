import { readHolidays, type Holidays } from '../../../nodes/AlibabaCloudVms/calling/holidays';
import {
	allowedIn,
	asksForHolidays,
	holidaysIn,
	judge,
	type Policy,
} from '../../../nodes/AlibabaCloudVms/calling/policy';
import { judgementWords } from '../../../nodes/AlibabaCloudVms/calling/policyWords';
import { dayNumber, momentText } from '../../../nodes/AlibabaCloudVms/calling/wallClock';
import type { ScheduleFacts } from '../../../nodes/AlibabaCloudVms/calling/schedule';
import { stripOf } from '../../../nodes/AlibabaCloudVms/calling/strip';
import { callsWith, NOW } from './given';

let holidays: Holidays;
beforeAll(async () => {
	holidays = await readHolidays();
});

const HOURS: Policy = {
	callingHours: 'refuse',
	from: 9 * 60,
	to: 21 * 60,
	days: 'every',
	onPublicHolidays: 'call',
};

const minute = (text: string): number => {
	const [day = '', hour = '0'] = text.split(' ');
	return (dayNumber(day) ?? Number.NaN) * 24 * 60 + Number(hour) * 60;
};

/** `2026-09-30 20 > 2026-10-01 10` */
const spans = (...texts: string[]) =>
	texts.map((text) => {
		const [from = '', to = ''] = text.split(' > ');
		return { from: minute(from), to: minute(to) };
	});

describe('what is outside', () => {
	const OUTSIDE = 'The task would call outside of your calling hours';
	test.each<[why: string, policy: Partial<Policy>, windows: string[], expected: string[]]>([
		['within', {}, ['2026-09-30 09 > 2026-09-30 21'], []],
		[
			'too early and too late',
			{},
			['2026-09-30 08 > 2026-09-30 22'],
			[`${OUTSIDE} (09:00 to 21:00): Wed 30 September 2026 08:00 to 09:00, and 1 more window`],
		],
		[
			'all night long',
			{},
			['2026-09-28 09 > 2026-09-30 12'],
			[
				`${OUTSIDE} (09:00 to 21:00): Mon 28 September 2026 21:00 to Tue 29 September 2026 09:00, and 1 more window`,
			],
		],
		[
			'night after night',
			{},
			['2026-09-01 09 > 2026-11-30 21'],
			[
				`${OUTSIDE} (09:00 to 21:00): Tue 1 September 2026 21:00 to Wed 2 September 2026 09:00, and many more windows`,
			],
		],
		['until the last minute of the day', { to: 24 * 60 }, ['2026-09-28 09 > 2026-09-29 00'], []],
		[
			'a weekend',
			{ days: 'weekdays' },
			['2026-09-25 10 > 2026-09-25 11', '2026-09-26 10 > 2026-09-26 11'],
			[`${OUTSIDE} (09:00 to 21:00 on Monday to Friday): Sat 26 September 2026 10:00 to 11:00`],
		],
		[
			'a holiday that falls on a weekday',
			{ days: 'weekdays' },
			['2026-10-01 10 > 2026-10-01 11'],
			[],
		],
		[
			'the same, where only working days are wanted',
			{ days: 'workingDays' },
			['2026-10-01 10 > 2026-10-01 11'],
			[
				`${OUTSIDE} (09:00 to 21:00 on working days of China): Thu 1 October 2026 10:00 to 11:00 (National Day, 国庆节)`,
			],
		],
		['a Saturday that is worked', { days: 'workingDays' }, ['2026-10-10 10 > 2026-10-10 11'], []],
		[
			'another Saturday',
			{ days: 'workingDays' },
			['2026-10-17 10 > 2026-10-17 11'],
			[`${OUTSIDE} (09:00 to 21:00 on working days of China): Sat 17 October 2026 10:00 to 11:00`],
		],
		[
			'a holiday by itself',
			{ onPublicHolidays: 'refuse' },
			['2026-10-02 10 > 2026-10-02 11', '2026-10-03 10 > 2026-10-03 11'],
			[
				'The task would call on a public holiday (National Day, 国庆节): Fri 2 October 2026 10:00 to 11:00, and 1 more window',
			],
		],
		[
			'a holiday that is no working day either, once',
			{ days: 'workingDays', onPublicHolidays: 'refuse' },
			['2026-10-02 10 > 2026-10-02 11'],
			[
				'The task would call on a public holiday (National Day, 国庆节): Fri 2 October 2026 10:00 to 11:00',
			],
		],
	])('%s', (_why, policy, windows, expected) => {
		const whole = { ...HOURS, ...policy };
		const judgement = judge(spans(...windows), whole, holidays);
		expect(judgementWords(judgement, whole, 'refuse')).toEqual(expected);
		expect(judgementWords(judgement, whole, 'warn')).toEqual([]);
	});

	test.each<
		[callingHours: Policy['callingHours'], on: Policy['onPublicHolidays'], severities: string[]]
	>([
		['refuse', 'warn', ['hours refuse', 'holiday warn']],
		['warn', 'refuse', ['hours warn', 'holiday refuse']],
		['warn', 'call', ['hours warn']],
		['off', 'refuse', []],
	])('hours: %s, holidays: %s', (callingHours, onPublicHolidays, severities) => {
		const policy = { ...HOURS, callingHours, onPublicHolidays };
		const { outside } = judge(spans('2026-10-01 08 > 2026-10-01 10'), policy, holidays);
		expect(outside.map(({ why, severity }) => `${why} ${severity}`)).toEqual(severities);
	});

	test('a holiday that is left out and only warned of is refused as a day', () => {
		const policy: Policy = { ...HOURS, days: 'workingDays', onPublicHolidays: 'warn' };
		const { outside } = judge(spans('2026-10-01 10 > 2026-10-01 11'), policy, holidays);
		expect(outside.map(({ why, severity }) => `${why} ${severity}`)).toEqual(['day refuse']);
	});
});

describe('years that are not known yet', () => {
	// Two years after the last one that the data holds, and so whatever data is bundled.
	const unknownYear = () => String(Number([...holidays.years].sort().at(-1)) + 2);

	test.each<[policy: Partial<Policy>, asks: boolean]>([
		[{}, false],
		[{ days: 'weekdays' }, false],
		[{ days: 'workingDays' }, true],
		[{ onPublicHolidays: 'warn' }, true],
		[{ callingHours: 'off', onPublicHolidays: 'warn' }, false],
	])('are said where %j asks for them', (policy, asks) => {
		const whole = { ...HOURS, ...policy };
		const year = unknownYear();
		const judgement = judge(spans(`${year}-05-01 10 > ${year}-05-01 11`), whole, holidays);
		expect(asksForHolidays(whole)).toBe(asks);
		expect(judgement.unknownYears).toEqual(asks ? [year] : []);
	});

	test('are told beside what is known of others', () => {
		const policy: Policy = { ...HOURS, onPublicHolidays: 'warn' };
		const year = unknownYear();
		const windows = spans('2026-10-01 10 > 2026-10-01 11', `${year}-05-01 10 > ${year}-05-01 11`);
		const judgement = judge(windows, policy, holidays);
		expect(judgement.unknownYears).toEqual([year]);
		expect(judgement.outside).toHaveLength(1);
	});
});

test('for a strip of days: what is allowed, the holidays by name, and the windows', () => {
	const [span] = spans('2026-09-25 12 > 2026-09-28 12');
	if (!span) throw new Error('a span');
	const allowed = allowedIn(span, { ...HOURS, days: 'workingDays' }, holidays);
	const texts = allowed.map(({ from, to }) => `${momentText(from)} > ${momentText(to)}`);
	expect(texts).toEqual(['2026-09-28 09:00 > 2026-09-28 12:00']);
	expect(holidaysIn(span, holidays)[0]).toEqual({
		day: '2026-09-25',
		holiday: { en: 'Mid-autumn Festival', zh: '中秋' },
	});
});

test('a strip of fourteen days from midnight on: before and after, the hours, the holidays', () => {
	const looked = {
		before: callsWith({ autoStart: false }),
		after: callsWith({ autoStop: true, autoStopDay: '2026-12-01', autoStopTime: '18:00:00' }),
		now: NOW,
	};
	const strip = stripOf(looked, { ...HOURS, days: 'weekdays' }, holidays);
	expect([strip.span.from, strip.span.to].map(momentText)).toEqual([
		'2026-11-26 00:00',
		'2026-12-10 00:00',
	]);
	expect(strip.before).toEqual([]);
	expect(strip.after?.map(({ from, to }) => `${momentText(from)} > ${momentText(to)}`)).toEqual([
		'2026-12-01 09:00 > 2026-12-01 18:00',
	]);
	expect(strip.allowed).toHaveLength(10);
	expect(strip.holidays).toEqual([]);
	expect(strip.unknownYears).toEqual([]);
	expect(stripOf(looked, { ...HOURS, callingHours: 'off' }, holidays).allowed).toBeNull();
	const unknown = { ...looked, before: callsWith({ status: undefined }) };
	expect(stripOf(unknown, HOURS, holidays).before).toBeNull();
});

test.each<[first: string, before: ScheduleFacts, after: ScheduleFacts]>([
	['2026-11-26', { autoStartDay: '2026-12-09' }, { autoStart: false }],
	['2026-12-10', { autoStartDay: '2026-12-10' }, { autoStart: false }],
	['2030-02-01', { autoStart: false }, { autoStartDay: '2030-02-01' }],
	['2027-02-01', { autoStartDay: '2027-02-01' }, { autoStartDay: '2030-02-01' }],
	['2026-11-26', { autoStart: false }, { status: 3 }],
])('a strip begins on %s, where calls begin', (first, before, after) => {
	const looked = { before: callsWith(before), after: callsWith(after), now: NOW };
	const { span, unknownYears } = stripOf(looked, HOURS, holidays);
	expect(momentText(span.from)).toBe(`${first} 00:00`);
	expect(unknownYears).toEqual(
		['2026', '2027', '2030'].filter(
			(year) => !holidays.years.has(year) && momentText(span.to - 1).startsWith(year),
		),
	);
});
