import { DateTime } from 'luxon';
import { issueOf, reading, rowOf, sent } from '../catalogue';

const NOON = '2026-03-04T12:00:00Z';

describe('a day', () => {
	test.each([
		['2026-01-01', '2026-01-01'],
		['2026-1-1', '2026-01-01'],
		['2026/1/1', '2026-01-01'],
		['2026.01.01', '2026-01-01'],
		['2026年1月1日', '2026-01-01'],
		['2026 年 1 月 1 日', '2026-01-01'],
		['2026年1月1号', '2026-01-01'],
		['2026\u201101\u201101', '2026-01-01'],
		['2026\u22121\u22121', '2026-01-01'],
		['２０２６-０１-０１', '2026-01-01'],
		['２０２６／１／１', '2026-01-01'],
		[' 2026-01-01 ', '2026-01-01'],
		['2024-02-29', '2024-02-29'],
		['2028-02-29', '2028-02-29'],
		['2026-12-31', '2026-12-31'],
		['9999-12-31', '9999-12-31'],
	])('%j is %s', (value, wire) => {
		expect(reading('AutoStartDay', value)).toEqual({ value: wire, wire });
	});

	test.each<[string, unknown, string]>([
		['UTC text before midnight in China', '2026-03-04T15:59:59Z', '2026-03-04'],
		['UTC text after midnight in China', '2026-03-04T16:00:00.000Z', '2026-03-05'],
		['an offset to the east', '2026-03-05T00:30:00+09:00', '2026-03-04'],
		['an offset to the west', '2026-03-04T12:00:00-05:00', '2026-03-05'],
		['an offset without a colon', '2026-03-04 23:00:00 +0800', '2026-03-04'],
		['a Date', new Date('2026-03-04T16:00:00Z'), '2026-03-05'],
		[
			'a DateTime',
			DateTime.fromISO('2026-03-04T23:00:00', { zone: 'Asia/Shanghai' }),
			'2026-03-04',
		],
		[
			'a DateTime elsewhere',
			DateTime.fromISO('2026-03-04T23:00:00', { zone: 'America/New_York' }),
			'2026-03-05',
		],
	])('is the one in China for %s', (_what, value, wire) => {
		expect(sent('AutoStartDay', value)).toBe(wire);
	});

	test.each<unknown>([
		'2026-02-30',
		'2025-02-29',
		'2100-02-29',
		'2026-13-01',
		'2026-00-10',
		'2026-04-31',
		'1/2/2026',
		'01/02/2026',
		'26-01-01',
		'0026-01-01',
		'1970-01-21',
		'2026-01',
		'20260101',
		20260101,
		36525,
		73051,
		'46023',
		1767225600000,
		'2026-01-01 09:00-18:00',
		'2026-01-01,2026-01-02',
		'tomorrow',
		'明天',
		'08:00:00',
		true,
		{},
		[],
		['2026-01-01'],
		new Date(Number.NaN),
		new Date(1767225600),
		new Date(8.64e15),
		DateTime.invalid('test'),
	])('%p is refused', (value) => {
		expect(issueOf('AutoStopDay', value)).toMatch(
			/^is .+(?:; give a date that exists as yyyy-MM-dd, like 2026-01-31, from the year 2000 on|, which has (?:two (?:meanings|times)|no year)[:;] .+)$/,
		);
	});

	test('is refused with the value that was typed', () => {
		expect(issueOf('AutoStopDay', '2026-02-30')).toContain('is "2026-02-30"; give');
		expect(issueOf('AutoStopDay', 4602)).toContain('is 4602; give');
		expect(issueOf('AutoStopDay', new Date(Number.NaN))).toContain('is Invalid Date; give');
	});
});

describe('a time', () => {
	test.each([
		['08:00:00', '08:00:00'],
		['8:00', '08:00:00'],
		['08:00', '08:00:00'],
		['8：30', '08:30:00'],
		['０８：３０：００', '08:30:00'],
		['00:00:00', '00:00:00'],
		['23:59:59', '23:59:59'],
		['23:59:59.999', '23:59:59'],
		['8:00 PM', '20:00:00'],
		['8:00PM', '20:00:00'],
		['8:00\u202fam', '08:00:00'],
		['12:00 AM', '00:00:00'],
		['12:30:15 pm', '12:30:15'],
		['8\u223630', '08:30:00'],
		['上午8:00', '08:00:00'],
		['上午 0:30', '00:30:00'],
		['下午3:00:05', '15:00:05'],
		['下午12:30', '12:30:00'],
		['8时30分', '08:30:00'],
		['13时5分', '13:05:00'],
		['8时30分05秒', '08:30:05'],
		['下午1时30分', '13:30:00'],
	])('%j is %s', (value, wire) => {
		expect(reading('AutoStartTime', value)).toEqual({ value: wire, wire });
	});

	test.each<[string, unknown, string]>([
		['UTC', '08:00:00Z', '16:00:00'],
		['an offset to the east', '08:00+09:00', '07:00:00'],
		['an offset in half hours', '08:00:00 +05:30', '10:30:00'],
		['a moment in UTC', '2026-03-04T16:00:00.000Z', '00:00:00'],
		['a moment with minutes only', '2026-03-04T08:00+08:00', '08:00:00'],
		['a moment in the west', '2026-03-04T08:00:00-05:00', '21:00:00'],
		['a moment in the far west', '2026-03-04 08:00:00 PM -1000', '14:00:00'],
		['a Date', new Date(NOON), '20:00:00'],
		['a DateTime', DateTime.fromISO(NOON, { zone: 'Europe/Berlin' }), '20:00:00'],
	])('is the one in China for %s', (_what, value, wire) => {
		expect(sent('AutoStartTime', value)).toBe(wire);
	});

	test.each([
		'09:00-12:00',
		'09:00-18:00',
		'9:00 -18:00',
		'09:00 - 18:00',
		'09:00~18:00',
		'09:00:00-18:00:00',
		'09:00:00-12:00',
		'2026-01-01 09:00-18:00',
		'2026-01-01 09:00-12:00',
		// More than an offset: hours, minutes, and something behind them.
		'2026-01-01 09:00:00-12:00:00',
		'2026-01-01T09:00:00-11:00:00',
		'09:00:00+08:00:00',
		'09:00:00Z-12:00',
	])('%j is a span and no offset: refused', (value) => {
		expect(issueOf('AutoStartTime', value)).toMatch(
			/^is ".+"(?:; give a time|, which has two times)/,
		);
	});

	test.each<[unknown, string]>([
		['2026-01-01', '2026-01-01'],
		['2026年1月1日', '2026-01-01'],
		[46023, '2026-01-01'],
		['2026-01-01T00:00:00+09:00', '2026-01-01'],
		['2025-12-31T00:00:00-05:00', '2025-12-31'],
		[DateTime.fromISO('2026-01-01', { zone: 'Australia/Sydney' }), '2026-01-01'],
	])('%p is a date without one, and calls at midnight are not guessed', (value, date) => {
		expect(issueOf('AutoStartTime', value)).toContain(
			`, which is the date ${date} without a time of day; give a time of day as HH:mm:ss`,
		);
	});

	test.each<unknown>([
		'24:00',
		'24:00:00',
		'2026-01-01 24:00:00',
		'2026-01-01T24:00:00Z',
		'25:00',
		'08:60',
		'08:00:60',
		'8',
		8,
		'8:5',
		'8h',
		'0800',
		'20:00 AM',
		'0.3333333',
		-0.25,
		1,
		46023,
		0.999999,
		new Date('1899-12-30T08:30:00Z'),
		'1899-12-30T00:24:17.000Z',
		'08:00+15:00',
		'2026-01-01T08:00:00+99:00',
		'2026-01-01T08:00:00-13:00',
		'2026-02-30 08:00:00',
		'下午8点',
		'8点半',
		'上午12:30',
		'上午13:00',
		'下午25:00',
		'8时',
		'8时60分',
		'24时0分',
		'8时30分-9时30分',
		'now',
		true,
		{},
		['08:00'],
		new Date(Number.NaN),
	])('%p is refused', (value) => {
		expect(issueOf('AutoStopTime', value)).toMatch(
			/^is .+(?:; give a time of day as HH:mm:ss from 00:00:00 to 23:59:59, like 08:00:00|, which has two (?:meanings: .+|times; .+))$/,
		);
	});
});

test('where checks are off a date is sent as typed, and an object not at all', () => {
	expect(reading('AutoStartDay', '2026-02-30').wire).toBe('2026-02-30');
	expect(reading('AutoStartDay', new Date(Number.NaN)).wire).toBeUndefined();
});

describe('a moment', () => {
	test.each<[unknown, string, string]>([
		['2026-03-04T05:06:07', '2026-03-04', '05:06:07'],
		['2026-03-04 23:59', '2026-03-04', '23:59:00'],
		['2026/3/4 5:06', '2026-03-04', '05:06:00'],
		['2026.3.4 5:06:07 PM', '2026-03-04', '17:06:07'],
		['2026年3月4日 8:30', '2026-03-04', '08:30:00'],
		['2026年3月4日8:30', '2026-03-04', '08:30:00'],
		['2026年3月4日 8时30分', '2026-03-04', '08:30:00'],
		['2026/3/4 下午3:00:00', '2026-03-04', '15:00:00'],
		['2026-03-04  8:30', '2026-03-04', '08:30:00'],
		['2026-03-04T05:06:07.890Z', '2026-03-04', '13:06:07'],
		['2026-03-04 20:00:00+02', '2026-03-05', '02:00:00'],
		['2026-03-04 20:00:00-05', '2026-03-05', '09:00:00'],
		['2026-03-04T20:00:00+0545', '2026-03-04', '22:15:00'],
		[46085.3541666667, '2026-03-04', '08:30:00'],
		[new Date('2026-03-04T05:06:07.890Z'), '2026-03-04', '13:06:07'],
		[DateTime.fromISO('2026-03-04T20:00', { zone: 'Europe/Berlin' }), '2026-03-05', '03:00:00'],
	])('%p keeps its other half beside the one that is asked for', (value, date, clock) => {
		expect(reading('AutoStopDay', value)).toEqual({ value: date, wire: date, otherHalf: clock });
		expect(reading('AutoStopTime', value)).toEqual({ value: clock, wire: clock, otherHalf: date });
	});

	test.each<[unknown, string]>([
		['2026-03-04 00:00:00', '2026-03-04'],
		['2026/3/4 0:00', '2026-03-04'],
		['2026-03-04T00:00:00.000', '2026-03-04'],
		['2026-03-04 12:00 AM', '2026-03-04'],
		['2026-03-03T16:00:00Z', '2026-03-04'],
		['2026-03-04T00:00:00Z', '2026-03-04'],
		['2026-03-04T00:00:00+00:00', '2026-03-04'],
		['2026-03-04T00:00:00+08:00', '2026-03-04'],
		['2026-03-04T00:00:00.000+09:00', '2026-03-04'],
		['2026-03-04T00:00:00+11', '2026-03-04'],
		['2026-03-04T00:00:00-05:00', '2026-03-04'],
		['2026-03-03T12:00:00-04:00', '2026-03-04'],
		[new Date('2026-03-04T00:00:00Z'), '2026-03-04'],
		[new Date('2026-03-03T16:00:00Z'), '2026-03-04'],
		[DateTime.fromISO('2026-03-04', { zone: 'Pacific/Kiritimati' }), '2026-03-04'],
		[DateTime.fromISO('2026-03-04', { zone: 'America/Los_Angeles' }), '2026-03-04'],
		[DateTime.fromISO('2026-03-04', { zone: 'utc' }), '2026-03-04'],
		// The night in which the clocks of Cairo skip midnight.
		[DateTime.fromISO('2026-04-24', { zone: 'Africa/Cairo' }), '2026-04-24'],
		[46085, '2026-03-04'],
		[46084.999999, '2026-03-04'],
	])('%p is none where a day is asked for: midnight is a date', (value, date) => {
		expect(reading('AutoStartDay', value)).toEqual({ value: date, wire: date });
	});

	test.each<[unknown, string, string]>([
		['2026-03-04 00:00:00', '00:00:00', '2026-03-04'],
		['2026-03-03T16:00:00Z', '00:00:00', '2026-03-04'],
		['2026-03-04T00:00:00+08:00', '00:00:00', '2026-03-04'],
		['2026-03-04T00:00:00Z', '08:00:00', '2026-03-04'],
		[new Date('2026-03-04T00:00:00Z'), '08:00:00', '2026-03-04'],
	])('%p is one where a time is asked for', (value, clock, date) => {
		expect(reading('AutoStartTime', value)).toEqual({ value: clock, wire: clock, otherHalf: date });
	});
});

describe("midnight in the workflow's time zone", () => {
	const read = (api: string, value: unknown, zone: string) => {
		const { encode, property } = rowOf(api);
		return encode(value, property, zone);
	};
	const date = { value: '2030-12-01', wire: '2030-12-01' };

	test.each([
		['Asia/Tokyo', '2030-11-30T15:00:00Z'],
		['Australia/Sydney', '2030-11-30T13:00:00Z'],
		['Australia/Adelaide', '2030-11-30T13:30:00Z'],
		['Asia/Kolkata', '2030-11-30T18:30:00Z'],
		['America/New_York', '2030-12-01T05:00:00Z'],
		['UTC', '2030-12-01T00:00:00Z'],
		['Asia/Shanghai', '2030-11-30T16:00:00Z'],
	])('of %s makes a Date that date', (zone, at) => {
		const { warningAlone, ...made } = read('AutoStartDay', new Date(at), zone);
		expect(made).toEqual(date);
		// Where the day is another one in China, or the midnight is one of UTC, it can be no moment.
		const mayBeMoment = ['America/New_York', 'Asia/Kolkata'].includes(zone);
		expect(warningAlone !== undefined).toBe(mayBeMoment);
	});

	test.each([
		['America/New_York', '2030-12-01T05:00:00Z', '13:00:00'],
		['Europe/Berlin', '2030-11-30T23:00:00Z', '07:00:00'],
	])('of %s makes a UTC text a date, and a time where one is asked for', (zone, at, clock) => {
		expect(read('AutoStartDay', at, zone)).toEqual({
			...date,
			warningAlone: expect.stringContaining(`which is ${clock} in China`) as string,
		});
		expect(read('AutoStartTime', at, zone)).toMatchObject({ wire: clock, otherHalf: date.wire });
	});

	test.each<[string, unknown, string]>([
		['Asia/Tokyo', '2030-11-30T15:00:00.000Z', '23:00:00'],
		['Australia/Sydney', '2030-11-30T13:00:00+00:00', '21:00:00'],
		['Asia/Tokyo', DateTime.fromISO('2030-11-30T15:00:00Z', { zone: 'utc' }), '23:00:00'],
	])('of %s leaves the day of %p in doubt', (zone, at, clock) => {
		for (const api of ['AutoStartDay', 'AutoStartTime']) {
			expect(read(api, at, zone).issue).toMatch(
				`, which is midnight of 2030-12-01 in the workflow's time zone (${zone}) and ${clock} of 2030-11-30 in China; give the date as 2030-12-01, or the moment as 2030-11-30 ${clock}`,
			);
		}
	});

	test('is asked for of none that says its offset, nor of a zone that does not exist', () => {
		const moment = { value: '2030-11-30', wire: '2030-11-30', otherHalf: '23:00:00' };
		expect(read('AutoStartDay', '2030-11-30T23:00:00+08:00', 'Asia/Tokyo')).toEqual(moment);
		expect(read('AutoStartDay', '2030-11-30 23:00:00', 'Asia/Tokyo')).toEqual(moment);
		expect(read('AutoStartDay', '2030-11-30T15:00:00Z', 'Nowhere/None')).toEqual(moment);
	});
});

describe("the numbers of an Excel file's date and time cells", () => {
	test.each([
		[36526, '2000-01-01'],
		[46357, '2026-12-01'],
		[46357.3541666667, '2026-12-01'],
		[73050, '2099-12-31'],
	])('%p is the day %s', (cell, day) => expect(sent('AutoStartDay', cell)).toBe(day));

	test.each([
		[0, '00:00:00'],
		[0.354166666666667, '08:30:00'],
		[46357.75, '18:00:00'],
		[0.999988425925926, '23:59:59'],
	])('%p is the time %s', (cell, time) => expect(sent('AutoStartTime', cell)).toBe(time));
});
