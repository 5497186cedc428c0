import { allOf, wordAt } from '../text';
import type { Span } from './spans';
import { clockOf, DAY, dayOf, partsOfDay, weekdayOf, yearOf } from './wallClock';

const MONTHS =
	'January February March April May June July August September October November December'.split(
		' ',
	);
/** As the service counts: the first one is Sunday. */
const WEEKDAYS = 'Sun Mon Tue Wed Thu Fri Sat'.split(' ');

/** The days of a week by their numbers, Monday first. */
export const WEEK: readonly number[] = [2, 3, 4, 5, 6, 7, 1];

function partsOf(day: number): { date: string; month: string; year: string } {
	const { year, month, date } = partsOfDay(day);
	return { date: String(date), month: wordAt(MONTHS, month), year };
}

/** @param weekday 1 is Sunday */
const weekdayWord = (weekday?: number): string => wordAt(WEEKDAYS, weekday && weekday - 1);

/** `3 December 2030`; without the year where it is the one that goes without saying. */
export function dayWords(day: number, silentYear?: string): string {
	const { date, month, year } = partsOf(day);
	return year === silentYear ? `${date} ${month}` : `${date} ${month} ${year}`;
}

/** `1 to 3 December 2030`, `30 November to 3 December 2030`, `3 December 2030`. */
export function datesWords(from: number, to: number, silentYear?: string): string {
	if (from === to) return dayWords(from, silentYear);
	const [first, last] = [partsOf(from), partsOf(to)];
	const end = dayWords(to, silentYear);
	// The year that stands at the end is read of both.
	if (first.year !== last.year) return `${dayWords(from)} to ${end}`;
	const start = first.month === last.month ? first.date : dayWords(from, first.year);
	return `${start} to ${end}`;
}

/** The last day of a span, days since 1970. */
export const lastDayOf = ({ to }: Pick<Span, 'to'>): number => dayOf(to - 1);

/** `09:00`, of a minute on a day or at its end, which is 24:00. */
const clockOn = (day: number, minute: number): string => clockOf(minute - day * DAY);

/** When a span begins, and when it ends: `09:00`, `24:00`. */
export const clocksOf = (span: Span): [from: string, to: string] => [
	clockOn(dayOf(span.from), span.from),
	clockOn(lastDayOf(span), span.to),
];

/** `3 December 2030 09:00 to 12:00`, with both days where there are two. */
export function windowWords(span: Span, dayWord: (day: number) => string): string {
	const [from, to] = clocksOf(span);
	const [first, last] = [dayOf(span.from), lastDayOf(span)];
	const end = first === last ? to : `${dayWord(last)} ${to}`;
	return `${dayWord(first)} ${from} to ${end}`;
}

/** `Tue 3 December 2030 20:00 to 21:00`, `Tue 3 December 2030 20:00 to Wed 4 December 2030 08:00`. */
export const spanWords = (span: Span): string =>
	windowWords(span, (day) => `${weekdayWord(weekdayOf(day))} ${dayWords(day)}`);

/** The spans of a day: `09:00 to 12:00 and 14:00 to 20:30`. */
export const timesWords = (spans: readonly Span[], day: number): string =>
	allOf(spans.map(({ from, to }) => `${clockOn(day, from)} to ${clockOn(day, to)}`));

/**
 * `every day`, `Mon to Fri`, `Mon, Wed and Fri`.
 * @param weekdays 1 is Sunday; Monday first
 */
export function weekdaysWords(weekdays: readonly number[]): string {
	if (weekdays.length === 7) return 'every day';
	const runs: number[][] = [];
	for (const weekday of weekdays) {
		const run = runs.at(-1);
		// Sunday, the last one, comes after Saturday.
		if (run && (run.at(-1) ?? 0) % 7 === weekday - 1) run.push(weekday);
		else runs.push([weekday]);
	}
	return allOf(
		runs.flatMap((run) =>
			run.length > 2
				? [`${weekdayWord(run[0])} to ${weekdayWord(run.at(-1))}`]
				: run.map((weekday) => weekdayWord(weekday)),
		),
	);
}

/** The year that goes without saying in a range that is told with its last year. */
export const silentYearOf = (from: number, to: number): string | undefined =>
	yearOf(from) === yearOf(to) ? yearOf(to) : undefined;
