import type { IDataObject } from 'n8n-workflow';
import { idOf } from '../tasks/state';
import { quote } from '../text';
import { merged, type Span } from './spans';
import { clockNumber, DAY, dayNumber, dayOf, weekdayOf } from './wallClock';

/** Times of a call center, as its administrators have set them up. */
export interface TimeCondition {
	id: string;
	/** The days of the week, 1 is Sunday; absent where it holds on dates. */
	weekdays?: ReadonlySet<number>;
	/** The first and the last day, days since 1970; absent where it holds weekly. */
	dates?: { from: number; to: number };
	/** Whether it lasts from the first day's start to the last day's end without a break. */
	isContinuous: boolean;
	/** Minutes since midnight; an end that is not after the start is one of the next day. */
	start: number;
	end: number;
}

/** A condition that cannot be understood: why, as the rest of a sentence that begins with it. */
export interface Unclear {
	id: string;
	problem: string;
}

const WEEKLY = '1';
const ON_DATES = '2';
const CONTINUOUS = '1';
const DAILY = '2';

const textOf = (value: unknown): string => String(value ?? '').trim();

function weekdaysOf(text: string): Set<number> | undefined {
	const days = text.split(/[,，]/).map((day) => day.trim());
	return days.every((day) => /^[1-7]$/.test(day)) ? new Set(days.map(Number)) : undefined;
}

/** An element of the list of time conditions, as it is understood. */
export function readCondition(listed: IDataObject): TimeCondition | Unclear {
	const id = idOf(listed.Id);
	const [type, timeType, clocks] = [
		textOf(listed.Type),
		textOf(listed.TimeType),
		[textOf(listed.StartTime), textOf(listed.EndTime)],
	];
	const unclear = (problem: string): Unclear => ({ id, problem });
	const [start, end] = clocks.map((clock) => clockNumber(clock));
	if (start === undefined || end === undefined) {
		return unclear(`has times that are none (${clocks.map(quote).join(' to ')})`);
	}
	if (type === WEEKLY) {
		const weekdays = weekdaysOf(textOf(listed.DayOfWeek));
		if (!weekdays) return unclear(`has days that are none (${quote(listed.DayOfWeek)})`);
		return bounded({ id, weekdays, isContinuous: false, start, end });
	}
	if (type !== ON_DATES) return unclear(`is of a kind that is not documented (${quote(type)})`);
	const [from, to] = [listed.FromDay, listed.ToDay].map((day) => dayNumber(textOf(day)));
	if (from === undefined || to === undefined || from > to) {
		const days = [listed.FromDay, listed.ToDay].map(quote).join(' to ');
		return unclear(`has dates that are none (${days})`);
	}
	if (timeType !== CONTINUOUS && timeType !== DAILY) {
		return unclear(`is of a kind that is not documented (TimeType ${quote(timeType)})`);
	}
	const isContinuous = timeType === CONTINUOUS && from < to;
	return bounded({ id, dates: { from, to }, isContinuous, start, end });
}

/** The last minute that HH:mm can say is the way to say the end of the day. */
const endOf = (end: number): number => (end >= DAY - 1 ? DAY : Math.ceil(end));

/** Whole minutes. The same time for both ends may mean never, or all day. */
function bounded(condition: TimeCondition): TimeCondition | Unclear {
	const { id, isContinuous, start, end } = condition;
	if (start === end && !isContinuous) {
		const problem = 'begins and ends at the same time, which may mean never, or all day';
		return { id, problem };
	}
	return { ...condition, start: Math.floor(start), end: endOf(end) };
}

/** Whether it begins a time on this day. */
function beginsOn({ weekdays, dates }: TimeCondition, day: number): boolean {
	if (weekdays) return weekdays.has(weekdayOf(day));
	return dates !== undefined && day >= dates.from && day <= dates.to;
}

/** The times of a condition that touch a span. */
function timesOf(condition: TimeCondition, { from, to }: Span): Span[] {
	const { dates, isContinuous, start, end } = condition;
	if (dates && isContinuous) {
		return [{ from: dates.from * DAY + start, to: dates.to * DAY + end }];
	}
	const length = end - start + (end <= start ? DAY : 0);
	const spans: Span[] = [];
	// The day before may reach into the first one.
	const first = Math.max(dayOf(from) - 1, dates?.from ?? Number.NEGATIVE_INFINITY);
	const last = Math.min(dayOf(to), dates?.to ?? Number.POSITIVE_INFINITY);
	for (let day = first; day <= last; day++) {
		if (!beginsOn(condition, day)) continue;
		spans.push({ from: day * DAY + start, to: day * DAY + start + length });
	}
	return spans;
}

/** The times of all of them that touch a span, merged. */
export const timesOfAll = (conditions: readonly TimeCondition[], span: Span): Span[] =>
	merged(conditions.flatMap((condition) => timesOf(condition, span)));
