import fc from 'fast-check';
import { secondsOf } from '../../../nodes/AlibabaCloudVms/parameters/encoders/range';
import { chinaTime } from '../../../nodes/AlibabaCloudVms/parameters/chinaTime';
import { monthsBegun, monthsOf } from '../../../nodes/AlibabaCloudVms/parameters/months';

const textOf = (seconds: number): string => {
	const { day, time } = chinaTime(seconds * 1000);
	return `${day} ${time}`;
};
const split = (start: string, end: string) => [...monthsOf({ start, end })];

/** Seconds from 2000 to 2099. */
const SECOND = fc.integer({ min: 946_656_000, max: 4_102_415_999 });

test('has every second of a range exactly once, and no part over the end of a month', () => {
	fc.assert(
		fc.property(SECOND, fc.nat(500 * 86_400), (start, length) => {
			const parts = split(textOf(start), textOf(start + length));
			const seconds = parts.map((part) => [secondsOf(part.start), secondsOf(part.end)] as const);
			let next = start;
			for (const [from, to] of seconds) {
				expect(from).toBe(next);
				expect(to).toBeGreaterThanOrEqual(from);
				next = to + 1;
			}
			expect(next).toBe(start + length + 1);
			for (const part of parts) expect(part.start.slice(0, 7)).toBe(part.end.slice(0, 7));
			// No part that could be one with the part before it.
			const months = parts.map((part) => part.start.slice(0, 7));
			expect(new Set(months).size).toBe(months.length);
		}),
	);
});

test('seconds and texts of China are each other', () => {
	fc.assert(fc.property(SECOND, (second) => expect(secondsOf(textOf(second))).toBe(second)));
	expect(secondsOf('2026-04-01 14:26:15')).toBe(1_775_024_775);
});

test.each<[string, string, string, string[][]]>([
	[
		'inside a month',
		'2026-04-01 00:00:00',
		'2026-04-30 23:59:59',
		[['2026-04-01 00:00:00', '2026-04-30 23:59:59']],
	],
	[
		'one second',
		'2026-04-30 23:59:59',
		'2026-04-30 23:59:59',
		[['2026-04-30 23:59:59', '2026-04-30 23:59:59']],
	],
	[
		'over the end of a year',
		'2026-12-31 23:59:59',
		'2027-01-01 00:00:00',
		[
			['2026-12-31 23:59:59', '2026-12-31 23:59:59'],
			['2027-01-01 00:00:00', '2027-01-01 00:00:00'],
		],
	],
	[
		'over a leap day',
		'2028-02-28 12:00:00',
		'2028-03-01 12:00:00',
		[
			['2028-02-28 12:00:00', '2028-02-29 23:59:59'],
			['2028-03-01 00:00:00', '2028-03-01 12:00:00'],
		],
	],
	[
		'over a February without one',
		'2100-01-31 00:00:00',
		'2100-03-01 00:00:00',
		[
			['2100-01-31 00:00:00', '2100-01-31 23:59:59'],
			['2100-02-01 00:00:00', '2100-02-28 23:59:59'],
			['2100-03-01 00:00:00', '2100-03-01 00:00:00'],
		],
	],
	[
		'to the end of the last year that has a text',
		'9999-11-30 12:00:00',
		'9999-12-31 23:59:59',
		[
			['9999-11-30 12:00:00', '9999-11-30 23:59:59'],
			['9999-12-01 00:00:00', '9999-12-31 23:59:59'],
		],
	],
	['that begins after its end', '2026-05-01 00:00:00', '2026-04-30 23:59:59', []],
])('splits a range %s', (_what, start, end, expected) => {
	expect(split(start, end).map((part) => [part.start, part.end])).toEqual(expected);
});

test.each<[string, string, string, number]>([
	['2026-01-30 08:00:00', '2026-01-01 00:00:00', '9999-12-31 23:59:59', 1],
	['2026-01-31 23:00:00', '2025-11-30 00:00:00', '2099-12-31 23:59:59', 4],
	['2026-01-15 08:00:00', '2025-12-31 00:00:00', '2026-01-31 23:59:59', 2],
	['2026-01-15 08:00:00', '2025-12-31 00:00:00', '2025-12-31 23:59:59', 1],
	// What begins in a month to come is asked for as it stands.
	['2026-01-15 08:00:00', '2026-06-01 00:00:00', '9999-12-31 23:59:59', 1],
	['2026-01-15 08:00:00', '9999-12-31 23:59:59', '9999-12-31 23:59:59', 1],
	['2026-01-15 08:00:00', '2026-06-01 00:00:00', '2026-05-01 00:00:00', 0],
])('at %s, of %s to %s, %i months have begun', (now, start, end, count) => {
	const begun = monthsBegun({ start, end }, secondsOf(now) * 1000);
	expect(begun).toEqual(split(start, end).slice(0, count));
	expect(begun).toHaveLength(count);
});
