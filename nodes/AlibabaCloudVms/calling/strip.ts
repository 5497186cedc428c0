import type { ChinaTime } from '../parameters/chinaTime';
import { windowsIn, type Calls } from './calls';
import type { Holiday, Holidays } from './holidays';
import { allowedIn, holidaysIn, type Policy } from './policy';
import type { Span } from './spans';
import { DAY, dayOf, dayOfDate, yearOf } from './wallClock';

/** Days to draw, with what lies on them. All spans are merged and within the days. */
export interface Strip {
	/** The days as yyyy-MM-dd would be counted: minutes since 1970 on the clocks of China, whole days. */
	span: Span;
	/** Null where it is not known. */
	before: Span[] | null;
	after: Span[] | null;
	/** When the policy allows calls; null where the user has none. */
	allowed: Span[] | null;
	/** Public holidays by their days, yyyy-MM-dd. */
	holidays: Array<{ day: string; holiday: Holiday }>;
	/** Years of the days, as yyyy, whose holidays are not known. */
	unknownYears: string[];
}

const within = (calls: Calls, span: Span): Span[] | null => {
	if (calls.kind === 'unknown') return null;
	return calls.kind === 'times' ? windowsIn(calls, span) : [];
};

/** Today, or the day of the first call where no call lies within the days from today on. */
function firstDay(all: readonly Calls[], today: number, days: number): number {
	const starts = all.flatMap((calls) =>
		calls.kind === 'times' ? [dayOf(calls.horizon.from)] : [],
	);
	const first = Math.min(...starts);
	return Number.isFinite(first) && first >= today + days ? first : today;
}

/** The days from today on, or from the first call on where it is far away, as a picture of them needs it. */
export function stripOf(
	{ before, after, now }: { before: Calls; after: Calls; now: ChinaTime },
	policy: Policy,
	holidays: Holidays,
	days = 14,
): Strip {
	const first = firstDay([before, after], dayOfDate(now.day), days);
	const span: Span = { from: first * DAY, to: (first + days) * DAY };
	const years = new Set([first, first + days - 1].map(yearOf));
	const own = within(before, span);
	return {
		span,
		before: own,
		after: before === after ? own : within(after, span),
		allowed: policy.callingHours === 'off' ? null : allowedIn(span, policy, holidays),
		holidays: holidaysIn(span, holidays),
		unknownYears: [...years].filter((year) => !holidays.years.has(year)),
	};
}
