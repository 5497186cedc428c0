import { horizonOf, windowsIn, type Times } from './calls';
import {
	datesWords,
	clocksOf,
	dayWords,
	lastDayOf,
	silentYearOf,
	timesWords,
	weekdaysWords,
	windowWords,
	yearOf,
} from './dayWords';
import { within, type Span } from './spans';
import { DAY, dayOf } from './wallClock';

/** Most groups of days, or windows, that are named one by one. */
const MOST_NAMED = 8;
/** Times without a break. */
const ALWAYS = 'day and night';
/** Monday first. */
const WEEK = [2, 3, 4, 5, 6, 7, 1];
/** Some day that is a Sunday, less one: days since 1970. */
const BEFORE_SUNDAY = 2;

const wholeDay = (day: number): Span => ({ from: day * DAY, to: (day + 1) * DAY });

/** `a; b; c and 4 more`. */
function named(words: readonly string[], separator: string): string {
	const more = words.length - MOST_NAMED;
	return `${words.slice(0, MOST_NAMED).join(separator)}${more > 0 ? ` and ${more} more` : ''}`;
}

/** The same times as if there were no start and no end. */
const endless = ({ calling, forbidden }: Times, span: Span): Span[] =>
	windowsIn(
		{ kind: 'times', from: span.from, ...(calling ? { calling } : {}), forbidden, byHand: false },
		span,
	);

/** The times of an ordinary week alone: what holds on dates is left out. */
function ordinary(times: Times): Times {
	const { calling, forbidden, ...rest } = times;
	const weekly = (conditions: Times['forbidden']) =>
		conditions.filter(({ weekdays }) => weekdays !== undefined);
	return {
		...rest,
		...(calling ? { calling: weekly(calling) } : {}),
		forbidden: weekly(forbidden),
	};
}

/** `Mon to Fri 09:00 to 12:00; Sat 10:00 to 16:00`, '' for none. */
function weekWords(times: Times): string {
	const byTimes = new Map<string, number[]>();
	for (const weekday of WEEK) {
		const day = BEFORE_SUNDAY + weekday;
		const words = timesWords(endless(ordinary(times), wholeDay(day)), day);
		if (words !== '') byTimes.set(words, [...(byTimes.get(words) ?? []), weekday]);
	}
	const [[words, days] = ['', []]] = byTimes;
	if (words === '00:00 to 24:00' && days.length === WEEK.length) return ALWAYS;
	return [...byTimes].map(([of, on]) => `${weekdaysWords(on)} ${of}`).join('; ');
}

/** Days one after the other that have the same times. */
interface Group {
	from: number;
	to: number;
	/** '' for none. */
	times: string;
}

/** Windows by their days, in groups; days for which nothing is to be told are left out. */
function groupsOf(
	windows: readonly Span[],
	[first, last]: readonly [number, number],
	isTold: (times: string, day: number) => boolean,
): Group[] {
	const groups: Group[] = [];
	for (let day = first; day <= last; day++) {
		const times = timesWords(within(windows, [wholeDay(day)]), day);
		if (!isTold(times, day)) continue;
		const group = groups.at(-1);
		if (group?.to === day - 1 && group.times === times) group.to = day;
		else groups.push({ from: day, to: day, times });
	}
	return groups;
}

const crossesMidnight = (span: Span): boolean => dayOf(span.from) !== lastDayOf(span);

/** Each window by itself, or each group of days with the same ones. */
function listWords(windows: readonly Span[]): string {
	if (windows.some(crossesMidnight)) {
		return named(
			windows.map((window) => windowWords(window, (day) => dayWords(day))),
			'; ',
		);
	}
	const days = [dayOf(windows[0]?.from ?? 0), lastDayOf(windows.at(-1) ?? { to: 0 })] as const;
	const groups = groupsOf(windows, days, (times) => times !== '');
	return named(
		groups.map(({ from, to, times }) => `${datesWords(from, to)} ${times}`),
		'; ',
	);
}

/** What of the days is not as in an ordinary week: `not on 3 December; on 8 December 10:00 to 12:00`. */
function exceptionsWords({ times, days, silentYear }: Told): string {
	const hasDates = [...(times.calling ?? []), ...times.forbidden].some(({ dates }) => dates);
	if (!hasDates) return '';
	const [first, last] = days;
	const span: Span = { from: first * DAY, to: (last + 1) * DAY };
	const usual = endless(ordinary(times), span);
	const isOther = (of: string, day: number) =>
		of !== timesWords(within(usual, [wholeDay(day)]), day);
	const groups = groupsOf(endless(times, span), days, isOther);
	const words = groups.map(({ from, to, times: of }) => {
		const dates = datesWords(from, to, silentYear);
		return of === '' ? `not on ${dates}` : `on ${dates} ${of}`;
	});
	return words.length === 0 ? '' : `; ${named(words, '; ')}`;
}

/** Whether a task would call in the minute too, if it had no start and no end. */
const goesOnAt = (times: Times, minute: number): boolean =>
	endless(times, { from: minute, to: minute + 1 }).length > 0;

/** What is told of times: as far as the horizon goes. */
interface Told {
	times: Times;
	/** The first window's start, and the last one's end, or the task's where that lies behind the horizon. */
	range: Span;
	/** The first and the last day that were looked at. */
	days: readonly [number, number];
	isEndless: boolean;
	/** The year that goes without saying. */
	silentYear?: string;
	/** In China, days since 1970. */
	today: number;
}

/** From when to when: `from today 14:10, without an end`, `from 1 December to 24 December 2030`. */
function rangeWords({ times, range, isEndless, silentYear, today }: Told): string {
	const isCut = (minute: number, beside: number) =>
		goesOnAt(times, minute) && goesOnAt(times, beside);
	const { from, to } = range;
	const [startClock, endClock] = clocksOf(range);
	const first = dayOf(from) === today ? 'today' : dayWords(dayOf(from), silentYear);
	const start = isCut(from, from - 1) ? `${first} ${startClock}` : first;
	if (isEndless) return `from ${start}, without an end`;
	const last = dayWords(lastDayOf(range));
	return `from ${start} to ${isCut(to - 1, to) ? `${last} ${endClock}` : last}`;
}

/** What holds on dates behind the horizon is not in the words. */
function laterRemark({ calling = [], forbidden, to: end }: Times, horizon: Span): string {
	const isLater = [...calling, ...forbidden].some(
		({ dates }) => dates !== undefined && (dates.to + 1) * DAY > horizon.to,
	);
	const isCut = end === undefined || end > horizon.to;
	return isLater && isCut ? `; looked at until ${dayWords(lastDayOf(horizon))}` : '';
}

/**
 * The times in which a task calls, in words: `Mon to Fri 09:00 to 12:00, from 1 December to 24 December 2030;
 * not on 3 December`.
 * @param times some
 * @param today in China, days since 1970
 */
export function timesText(times: Times, today: number): string {
	const horizon = horizonOf(times);
	if (!horizon) return '';
	const windows = windowsIn(times, horizon);
	const week = weekWords(times);
	const remark = laterRemark(times, horizon);
	const goesOn = times.to === undefined || times.to > horizon.to;
	const looked: Span = goesOn ? horizon : { from: horizon.from, to: windows.at(-1)?.to ?? 0 };
	const days = [dayOf(looked.from), lastDayOf(looked)] as const;
	if (week === '' || (!goesOn && days[0] === days[1])) return `${listWords(windows)}${remark}`;
	const isEndless = times.to === undefined;
	const range: Span = { from: looked.from, to: goesOn ? (times.to ?? looked.to) : looked.to };
	const silentYear = isEndless ? yearOf(today) : silentYearOf(days[0], lastDayOf(range));
	const told: Told = { times, range, days, isEndless, silentYear, today };
	const when = rangeWords(told);
	return `${week === ALWAYS ? `${when}, ${week}` : `${week}, ${when}`}${exceptionsWords(told)}${remark}`;
}
