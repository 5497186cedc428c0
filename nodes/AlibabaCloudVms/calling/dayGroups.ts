import { lastDayOf } from './dayWords';
import { DAY, dayOf } from './wallClock';
import type { Span } from './spans';

/** What of the spans, merged, lies on each day, by the days, in order. */
export function byDays(spans: readonly Span[]): Map<number, Span[]> {
	const days = new Map<number, Span[]>();
	for (const { from, to } of spans) {
		for (let day = dayOf(from); day <= lastDayOf({ to }); day++) {
			const part: Span = { from: Math.max(from, day * DAY), to: Math.min(to, (day + 1) * DAY) };
			const parts = days.get(day);
			if (parts) parts.push(part);
			else days.set(day, [part]);
		}
	}
	return days;
}

/** Days one after the other that have the same times. */
export interface DayGroup {
	from: number;
	to: number;
	/** In words; '' for none. */
	times: string;
}

/** @param days with their times in words, in order; a day that is left out ends a group */
export function groupsOf(days: Iterable<readonly [day: number, times: string]>): DayGroup[] {
	const groups: DayGroup[] = [];
	for (const [day, times] of days) {
		const group = groups.at(-1);
		if (group?.to === day - 1 && group.times === times) group.to = day;
		else groups.push({ from: day, to: day, times });
	}
	return groups;
}
