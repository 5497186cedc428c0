import type { ChinaTime } from '../parameters/chinaTime';
import { allOf, quote } from '../text';
import { timesOfAll, type TimeCondition, type Unclear } from './conditions';
import {
	scheduleOf,
	type Doubt,
	type Never,
	type Schedule,
	type ScheduleFacts,
	type Unknown,
} from './schedule';
import { without, type Span } from './spans';
import { DAY, dayOf } from './wallClock';

/** The time conditions of a call center by their IDs, or why they are not known: a sentence without period. */
export type Conditions =
	{ list: ReadonlyMap<string, TimeCondition | Unclear> } | { problem: string };

/** When a task calls. */
export type Calls =
	| { kind: 'never'; reason: Never; byHand: boolean }
	| { kind: 'unknown'; reason: Unknown; byHand: boolean }
	| Times;

/** The times in which a task calls. */
export interface Times {
	kind: 'times';
	/** Now, or the start. Minutes since 1970 on the clocks of China. */
	from: number;
	/** The first minute outside; absent where it has no end. */
	to?: number;
	doubt?: Doubt;
	/** Absent where it calls without a break. */
	calling?: readonly TimeCondition[];
	forbidden: readonly TimeCondition[];
	/** From the first call on, as far as anybody looks: a year, or to the end. */
	horizon: Span;
	byHand: boolean;
}

/** What windows follow from. */
export type TimesGiven = Pick<Times, 'from' | 'to' | 'calling' | 'forbidden'>;

/** How many days programs are told of. */
const DAYS_TOLD = 14;
/** How far is looked for words and against what is allowed, where the task does not end before. */
const MOST_DAYS = 366;

/** The time conditions that it hangs on, by their IDs; none where nobody need ask for them. */
export const conditionsIn = (schedule: Schedule): string[] =>
	schedule.kind === 'frame' ? [...(schedule.callingTimes ?? []), ...schedule.noCallTimes] : [];

function chosen(ids: readonly string[], conditions: Conditions): TimeCondition[] | Unknown {
	if ('problem' in conditions) return { why: 'conditions', problem: conditions.problem };
	const found = ids.map((id) => conditions.list.get(id) ?? { id, problem: 'does not exist' });
	const problems = found.flatMap((one) =>
		'problem' in one ? [`time condition ${quote(one.id)} ${one.problem}`] : [],
	);
	if (problems.length > 0) return { why: 'conditions', problem: allOf([...new Set(problems)]) };
	return found.filter((one) => 'start' in one);
}

/** The calls of a schedule, with the conditions that it hangs on. */
export function callsOf(schedule: Schedule, conditions: Conditions): Calls {
	if (schedule.kind !== 'frame') return schedule;
	const { from, to, doubt, callingTimes, noCallTimes, byHand } = schedule;
	const needed = conditionsIn(schedule);
	const all = needed.length > 0 ? chosen(needed, conditions) : [];
	if ('why' in all) return { kind: 'unknown', reason: all, byHand };
	const of = (ids: readonly string[]) => all.filter(({ id }) => ids.includes(id));
	const given: TimesGiven = {
		from,
		...(to === undefined ? {} : { to }),
		...(callingTimes ? { calling: of(callingTimes) } : {}),
		forbidden: of(noCallTimes),
	};
	const horizon = horizonOf(given);
	if (!horizon) return { kind: 'never', reason: { why: 'noTimeLeft' }, byHand };
	return { kind: 'times', ...given, ...(doubt ? { doubt } : {}), horizon, byHand };
}

/** All of it as a function of its facts. */
export const callsFrom = (facts: ScheduleFacts, conditions: Conditions, now: ChinaTime): Calls =>
	callsOf(scheduleOf(facts, now), conditions);

/** When a task calls within a span; merged. */
export function windowsIn({ from, to, calling, forbidden }: TimesGiven, span: Span): Span[] {
	const own: Span = {
		from: Math.max(from, span.from),
		to: Math.min(to ?? Number.POSITIVE_INFINITY, span.to),
	};
	if (own.from >= own.to) return [];
	const called = calling ? timesOfAll(calling, own) : [own];
	const open = without(called, timesOfAll(forbidden, own));
	return without(open, [
		{ from: Number.NEGATIVE_INFINITY, to: own.from },
		{ from: own.to, to: Number.POSITIVE_INFINITY },
	]);
}

/** What programs are told: from now or the start on, for two weeks or to the end; merged. */
export const windowsOf = (times: Times, days = DAYS_TOLD): Span[] =>
	windowsIn(times, { from: times.from, to: times.from + days * DAY });

/** The first window of a span. Most tasks call within a week. */
function firstIn(times: TimesGiven, { from, to }: Span): Span | undefined {
	const soon = Math.min(to, from + 8 * DAY);
	const [first] = windowsIn(times, { from, to: soon });
	return first ?? windowsIn(times, { from: soon, to })[0];
}

/**
 * As far as anybody looks: a year from the first calls on, or to the end. Times on dates may begin, or
 * end, years from now. Undefined where there are no calls at all.
 */
function horizonOf(times: TimesGiven): Span | undefined {
	const { from, to = Number.POSITIVE_INFINITY, calling = [], forbidden } = times;
	// A calling time begins then, or a no-call time is over.
	const turns = [
		...calling.flatMap(({ dates }) => (dates ? [dates.from * DAY] : [])),
		...forbidden.flatMap(({ dates }) => (dates ? [(dates.to + 1) * DAY] : [])),
	];
	const later = turns.filter((one) => one > from).sort((a, b) => a - b);
	for (const start of [from, ...later]) {
		const first = firstIn(times, { from: start, to: Math.min(to, start + MOST_DAYS * DAY) });
		// To the end of a day.
		if (first) return { from: first.from, to: Math.min(to, (dayOf(first.from) + MOST_DAYS) * DAY) };
	}
	return undefined;
}
