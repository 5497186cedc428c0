import type { Holiday, Holidays } from './holidays';
import { merged, wholeDay, within, without, type Span } from './spans';
import { DAY, dateOf, dayOf, isWeekend, yearOf } from './wallClock';

export type Severity = 'off' | 'warn' | 'refuse';
export type AllowedDays = 'every' | 'weekdays' | 'workingDays';

/** When the user wants people to be called. */
export interface Policy {
	callingHours: Severity;
	/** Minutes since midnight, the first one before the second. */
	from: number;
	to: number;
	days: AllowedDays;
	onPublicHolidays: 'call' | 'warn' | 'refuse';
}

/** Calls that the policy does not want. */
export interface Outside {
	severity: 'warn' | 'refuse';
	why: 'hours' | 'day' | 'holiday';
	/** The windows outside, merged, in order; one at least. */
	windows: Span[];
	/** Of the first window. */
	holiday?: Holiday;
}

/** What a policy says of some windows. */
export interface Judgement {
	outside: Outside[];
	/** Years, as yyyy, whose holidays would count and are not known. */
	unknownYears: string[];
}

/** Whether the policy asks for holidays at all. */
export const asksForHolidays = ({ callingHours, days, onPublicHolidays }: Policy): boolean =>
	callingHours !== 'off' && (days === 'workingDays' || onPublicHolidays !== 'call');

/** Where nothing is known, Monday to Friday are taken for working days. */
function isAllowed(day: number, days: AllowedDays, holidays: Holidays | undefined): boolean {
	if (days === 'every') return true;
	if (days === 'weekdays' || !holidays) return !isWeekend(day);
	const date = dateOf(day);
	return isWeekend(day) ? holidays.worked.has(date) : !holidays.off.has(date);
}

/** The days that spans touch, days since 1970, in order. */
function daysOf(spans: readonly Span[]): number[] {
	const days: number[] = [];
	for (const { from, to } of spans) {
		for (let day = dayOf(from); day * DAY < to; day++) if (days.at(-1) !== day) days.push(day);
	}
	return days;
}

const wholeDays = (days: readonly number[]): Span[] => merged(days.map(wholeDay));

/** The hours of a policy on some days. */
const hoursOn = (days: readonly number[], { from, to }: Policy): Span[] =>
	merged(days.map((day) => ({ from: day * DAY + from, to: day * DAY + to })));

/** When the policy allows calls within a span; merged. Public holidays that it only warns of are among it. */
export function allowedIn(span: Span, policy: Policy, holidays: Holidays | undefined): Span[] {
	const days = daysOf([span]).filter((day) => isAllowed(day, policy.days, holidays));
	return within(hoursOn(days, policy), [span]);
}

/** The public holidays of a span, by their days. */
export function holidaysIn(
	span: Span,
	holidays: Holidays,
): Array<{ day: string; holiday: Holiday }> {
	return daysOf([span]).flatMap((number) => {
		const day = dateOf(number);
		const holiday = holidays.off.get(day);
		return holiday ? [{ day, holiday }] : [];
	});
}

/**
 * What of the windows, merged, a policy does not want.
 * @param holidays wanted where the policy asks for them
 */
export function judge(
	windows: readonly Span[],
	policy: Policy,
	holidays: Holidays | undefined,
): Judgement {
	if (policy.callingHours === 'off') return { outside: [], unknownYears: [] };
	const days = daysOf(windows);
	const asked = asksForHolidays(policy) ? holidays : undefined;
	const allowed = days.filter((day) => isAllowed(day, policy.days, asked));
	const off = days.filter((day) => asked?.off.has(dateOf(day)));
	const onAllowedDays = within(windows, wholeDays(allowed));
	const onLeftOutDays = without(windows, wholeDays(allowed));
	// A holiday that is no working day is told once, by what weighs more.
	const { callingHours, onPublicHolidays } = policy;
	const tellsAll = onPublicHolidays === 'refuse' || onPublicHolidays === callingHours;
	const holidayWindows = within(tellsAll ? windows : onAllowedDays, wholeDays(off));
	const found: Array<Omit<Outside, 'severity'> & { severity: Severity | 'call' }> = [
		{
			severity: callingHours,
			why: 'hours',
			windows: without(onAllowedDays, hoursOn(allowed, policy)),
		},
		{
			severity: callingHours,
			why: 'day',
			windows: tellsAll ? without(onLeftOutDays, holidayWindows) : onLeftOutDays,
		},
		{ severity: onPublicHolidays, why: 'holiday', windows: holidayWindows },
	];
	const years = new Set(asked ? days.map(yearOf) : []);
	return {
		outside: found.flatMap(({ severity, why, windows: outside }) => {
			const [first] = outside;
			if (!first || severity === 'call' || severity === 'off') return [];
			const holiday = asked?.off.get(dateOf(dayOf(first.from)));
			return [{ severity, why, windows: outside, ...(holiday ? { holiday } : {}) }];
		}),
		unknownYears: [...years].filter((year) => !asked?.years.has(year)),
	};
}
