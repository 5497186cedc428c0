import type { ChinaTime } from '../parameters/chinaTime';
import { windowsIn, type Calls } from './calls';
import type { Holiday, Holidays } from './holidays';
import { allowedIn, holidaysIn, type Policy } from './policy';
import type { Span } from './spans';
import { DAY, dayNumber } from './wallClock';

/** Days to draw, with what lies on them. All spans are merged and within the days. */
export interface Strip {
	/** The days as yyyy-MM-dd would be counted: minutes since 1970 on the clocks of China, whole days. */
	span: Span;
	/** Null where it is not known. */
	before: Span[] | null;
	after: Span[] | null;
	/** When the policy allows calls. */
	allowed: Span[];
	/** Public holidays by their days, yyyy-MM-dd. */
	holidays: Array<{ day: string; holiday: Holiday }>;
}

const within = (calls: Calls, span: Span): Span[] | null => {
	if (calls.kind === 'unknown') return null;
	return calls.kind === 'times' ? windowsIn(calls, span) : [];
};

/** The days from today on, as a picture of them needs it. */
export function stripOf(
	{ before, after, now }: { before: Calls; after: Calls; now: ChinaTime },
	policy: Policy,
	holidays: Holidays,
	days = 14,
): Strip {
	const from = (dayNumber(now.day) ?? 0) * DAY;
	const span: Span = { from, to: from + days * DAY };
	return {
		span,
		before: within(before, span),
		after: within(after, span),
		allowed: allowedIn(span, policy, holidays),
		holidays: holidaysIn(span, holidays),
	};
}
