import { windowsIn, type Times, type TimesGiven } from './calls';
import { byDays, groupsOf } from './dayGroups';
import {
	datesWords,
	clocksOf,
	dayWords,
	lastDayOf,
	silentYearOf,
	timesWords,
	WEEK,
	weekdaysWords,
	windowWords,
} from './dayWords';
import { wholeDay, type Span } from './spans';
import { DAY, dayOf, yearOf } from './wallClock';

/** Most groups of days, or windows, that are named one by one. */
const MOST_NAMED = 8;
/** Times without a break. */
const ALWAYS = 'day and night';
/** Some day that is a Sunday, less one: days since 1970. */
const BEFORE_SUNDAY = 2;

/** `a; b; c and 4 more`. */
function named(words: readonly string[], separator: string): string {
	const more = words.length - MOST_NAMED;
	return `${words.slice(0, MOST_NAMED).join(separator)}${more > 0 ? ` and ${more} more` : ''}`;
}

/** The same times as if there were no start and no end. */
const endless = ({ calling, forbidden }: TimesGiven, span: Span): Span[] =>
	windowsIn({ from: span.from, ...(calling ? { calling } : {}), forbidden }, span);

/** The times of an ordinary week alone: what holds on dates is left out. */
function ordinary(times: TimesGiven): TimesGiven {
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

const crossesMidnight = (span: Span): boolean => dayOf(span.from) !== lastDayOf(span);

/** Each window by itself, or each group of days with the same ones. */
function listWords(windows: readonly Span[]): string {
	if (windows.some(crossesMidnight)) {
		return named(
			windows.map((window) => windowWords(window, (day) => dayWords(day))),
			'; ',
		);
	}
	const days = [...byDays(windows)].map(([day, spans]) => [day, timesWords(spans, day)] as const);
	return named(
		groupsOf(days).map(({ from, to, times }) => `${datesWords(from, to)} ${times}`),
		'; ',
	);
}

/** Days that lie on a date of a condition, or behind it, in order: all others are as in an ordinary week. */
function datedDays({ calling = [], forbidden }: TimesGiven, [first, last]: Told['days']): number[] {
	const days = new Set<number>();
	for (const { dates } of [...calling, ...forbidden]) {
		if (!dates) continue;
		const end = Math.min(dates.to + 1, last);
		for (let day = Math.max(dates.from, first); day <= end; day++) days.add(day);
	}
	return [...days].sort((a, b) => a - b);
}

/** What of the days is not as in an ordinary week: `not on 3 December; on 8 December 10:00 to 12:00`. */
function exceptionsWords({ times, days, silentYear }: Told): string {
	const dated = datedDays(times, days);
	const [first] = dated;
	if (first === undefined) return '';
	const span: Span = { from: first * DAY, to: ((dated.at(-1) ?? first) + 1) * DAY };
	const own = byDays(endless(times, span));
	const usual = byDays(endless(ordinary(times), span));
	const wordsOn = (day: number, on: typeof own) => timesWords(on.get(day) ?? [], day);
	const others = dated.filter((day) => wordsOn(day, own) !== wordsOn(day, usual));
	const words = groupsOf(others.map((day) => [day, wordsOn(day, own)])).map(
		({ from, to, times: of }) => {
			const dates = datesWords(from, to, silentYear);
			return of === '' ? `not on ${dates}` : `on ${dates} ${of}`;
		},
	);
	return words.length === 0 ? '' : `; ${named(words, '; ')}`;
}

/** Whether a task would call between two minutes, if it had no start and no end. */
const wouldCall = (times: Times, from: number, to: number): boolean =>
	endless(times, { from, to }).length > 0;

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
	const { from, to } = range;
	// An ordinary day is told: what of the first and the last one is left out has to be said.
	const isCut = (minute: number, [start, end]: readonly [number, number]) =>
		wouldCall(times, minute, minute + 1) && wouldCall(times, start, end);
	const [startClock, endClock] = clocksOf(range);
	const first = dayOf(from) === today ? 'today' : dayWords(dayOf(from), silentYear);
	const start = isCut(from, [Math.min(from - 1, dayOf(from) * DAY), from])
		? `${first} ${startClock}`
		: first;
	if (isEndless) return `from ${start}, without an end`;
	const last = dayWords(lastDayOf(range));
	const end = isCut(to - 1, [to, Math.max(to + 1, (lastDayOf(range) + 1) * DAY)])
		? `${last} ${endClock}`
		: last;
	return `from ${start} to ${end}`;
}

/** What holds on dates behind the horizon is not in the words. */
function laterRemark({ calling = [], forbidden, to: end, horizon }: Times): string {
	const isLater = [...calling, ...forbidden].some(
		({ dates }) => dates !== undefined && (dates.to + 1) * DAY > horizon.to,
	);
	const isCut = end === undefined || end > horizon.to;
	return isLater && isCut ? `; looked at until ${dayWords(lastDayOf(horizon))}` : '';
}

/**
 * The times in which a task calls, in words: `Mon to Fri 09:00 to 12:00, from 1 December to 24 December 2030;
 * not on 3 December`.
 * @param today in China, days since 1970
 */
export function timesText(times: Times, today: number): string {
	const { horizon } = times;
	const week = weekWords(times);
	const remark = laterRemark(times);
	const goesOn = times.to === undefined || times.to > horizon.to;
	const windows = goesOn && week !== '' ? [] : windowsIn(times, horizon);
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
