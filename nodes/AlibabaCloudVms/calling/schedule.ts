import { ENDED, PAUSED, RUNNING } from '../tasks/state';
import type { ChinaTime } from '../parameters/chinaTime';
import { clockNumber, DAY, dayNumber } from './wallClock';

/** What of a task says when it calls, by the names of its fields; undefined for what is not known. */
export interface ScheduleFacts {
	/** 0 not started, 1 running, 2 paused, 3 ended. */
	status?: number;
	autoStart?: boolean;
	/** yyyy-MM-dd, '' for none: then the service takes today. */
	autoStartDay?: string;
	/** HH:mm:ss, '' for none: then the service takes the first second of the day, or the last one for the stop. */
	autoStartTime?: string;
	autoStop?: boolean;
	autoStopDay?: string;
	autoStopTime?: string;
	/** 0 without a break, 1 within the calling times. */
	autoTaskType?: number;
	/** IDs of the time conditions within which the task calls. */
	autoTriggerTimeStrategy?: readonly string[];
	/** IDs of those within which it calls nobody. */
	timeStrategy?: readonly string[];
}

export type FactName = keyof ScheduleFacts;

/** One end of a schedule. */
export interface Moment {
	/** Minutes since 1970 on the clocks of China, seconds as a part. */
	at: number;
	/** yyyy-MM-dd HH:mm:ss */
	text: string;
}

/** Why a task never calls by itself. */
export type Never =
	| { why: 'ended' | 'autoStartOff' | 'pausedByHand' }
	| { why: 'stopped'; stop: Moment }
	/** Its time conditions leave nothing from its start on, or to its stop. */
	| { why: 'noTimeLeft' };

/** Why it cannot be known when a task calls. */
export type Unknown =
	| { why: 'unread'; fields: FactName[] }
	| { why: 'noStart' | 'noStop' | 'noCallingTimes' }
	| { why: 'stopBeforeStart'; start: Moment; stop: Moment }
	| { why: 'runsPastItsStop'; stop: Moment }
	/** A sentence without the final period. */
	| { why: 'conditions'; problem: string };

/** Why a task may also not call in the times that are given: whether it does is the service's choice. */
export type Doubt = { why: 'startIsPast'; start: Moment } | { why: 'paused' };

/** Between which moments a task may call, and the conditions that it depends on. */
export interface Frame {
	kind: 'frame';
	/** Whole minutes; the first one is never before now. */
	from: number;
	/** The first one outside; absent where it has no end. */
	to?: number;
	doubt?: Doubt;
	/** Absent where the task calls without a break. */
	callingTimes?: readonly string[];
	noCallTimes: readonly string[];
}

export type Schedule = (
	{ kind: 'never'; reason: Never } | { kind: 'unknown'; reason: Unknown } | Frame
) & {
	/** Whether somebody may start it by hand, and it then calls at once. */
	byHand: boolean;
};

/** What the service takes where the time is empty. */
const EMPTY_TIME = { start: '00:00:00', stop: '23:59:59' };

const never = (reason: Never, byHand: boolean): Schedule => ({ kind: 'never', reason, byHand });
const unknown = (reason: Unknown, byHand: boolean): Schedule => ({
	kind: 'unknown',
	reason,
	byHand,
});

/** Now in minutes since 1970 on the clocks of China, with seconds as a part. */
const minuteNow = ({ day, time }: ChinaTime): number =>
	(dayNumber(day) ?? Number.NaN) * DAY + (clockNumber(time) ?? Number.NaN);

/** A moment of the schedule; undefined where it is none. */
function momentOf(day: string, time: string, today: string, emptyTime: string): Moment | undefined {
	const text = `${day || today} ${time || emptyTime}`;
	const at = minuteNow({ day: day || today, time: time || emptyTime });
	return Number.isNaN(at) ? undefined : { at, text };
}

/** The fields of these that are not known. */
const unreadOf = (facts: ScheduleFacts, names: readonly FactName[]): FactName[] =>
	names.filter((name) => facts[name] === undefined);

/** The stop; undefined where there is none. */
function stopOf(facts: ScheduleFacts, today: string): Moment | undefined | Unknown {
	if (facts.autoStop === false) return undefined;
	const fields = unreadOf(facts, ['autoStop', 'autoStopDay', 'autoStopTime']);
	if (fields.length > 0) return { why: 'unread', fields };
	const { autoStopDay = '', autoStopTime = '' } = facts;
	if (autoStopDay === '' && autoStopTime === '') return { why: 'noStop' };
	const stop = momentOf(autoStopDay, autoStopTime, today, EMPTY_TIME.stop);
	return stop ?? { why: 'unread', fields: ['autoStopDay', 'autoStopTime'] };
}

function startOf(facts: ScheduleFacts, today: string): Moment | Unknown {
	const fields = unreadOf(facts, ['autoStartDay', 'autoStartTime']);
	if (fields.length > 0) return { why: 'unread', fields };
	const { autoStartDay = '', autoStartTime = '' } = facts;
	if (autoStartDay === '' && autoStartTime === '') return { why: 'noStart' };
	const start = momentOf(autoStartDay, autoStartTime, today, EMPTY_TIME.start);
	return start ?? { why: 'unread', fields: ['autoStartDay', 'autoStartTime'] };
}

/** From when on a task calls by itself, as its state and Auto Start have it. */
function beginningOf(
	facts: ScheduleFacts,
	now: ChinaTime,
): { from: Moment; doubt?: Doubt } | { never: Never } | { unknown: Unknown } {
	const present: Moment = { at: minuteNow(now), text: `${now.day} ${now.time}` };
	if (facts.status === RUNNING) return { from: present };
	const isPaused = facts.status === PAUSED;
	if (facts.autoStart === undefined) return { unknown: { why: 'unread', fields: ['autoStart'] } };
	if (!facts.autoStart) {
		// Between its calling times a task may stand still by itself, and go on.
		if (isPaused && facts.autoTaskType !== 0) return { from: present, doubt: { why: 'paused' } };
		return { never: { why: isPaused ? 'pausedByHand' : 'autoStartOff' } };
	}
	const start = startOf(facts, now.day);
	if ('why' in start) return { unknown: start };
	if (start.at >= Math.floor(present.at)) return { from: start };
	return {
		from: present,
		doubt: isPaused ? { why: 'paused' } : { why: 'startIsPast', start },
	};
}

/**
 * What is known of a task's calls without its time conditions.
 * @param now in China
 */
export function scheduleOf(facts: ScheduleFacts, now: ChinaTime): Schedule {
	const { status } = facts;
	if (status === undefined) return unknown({ why: 'unread', fields: ['status'] }, false);
	if (status === ENDED) return never({ why: 'ended' }, false);
	const byHand = status !== RUNNING;
	const beginning = beginningOf(facts, now);
	if ('never' in beginning) return never(beginning.never, byHand);
	if ('unknown' in beginning) return unknown(beginning.unknown, byHand);
	const { from, doubt } = beginning;
	const stop = stopOf(facts, now.day);
	if (stop && 'why' in stop) return unknown(stop, byHand);
	if (stop && stop.at <= from.at) {
		const isPast = stop.at <= minuteNow(now);
		if (status === RUNNING) return unknown({ why: 'runsPastItsStop', stop }, byHand);
		if (isPast && doubt) return never({ why: 'stopped', stop }, byHand);
		return unknown({ why: 'stopBeforeStart', start: from, stop }, byHand);
	}
	const fields = unreadOf(facts, ['autoTaskType', 'timeStrategy']);
	if (fields.length > 0) return unknown({ why: 'unread', fields }, byHand);
	const { autoTaskType, autoTriggerTimeStrategy: calling, timeStrategy: noCallTimes = [] } = facts;
	const isAtIntervals = autoTaskType !== 0;
	if (isAtIntervals && calling === undefined) {
		return unknown({ why: 'unread', fields: ['autoTriggerTimeStrategy'] }, byHand);
	}
	if (isAtIntervals && calling?.length === 0) return unknown({ why: 'noCallingTimes' }, byHand);
	return {
		kind: 'frame',
		// Whole minutes around it, so that no window is too short.
		from: Math.floor(from.at),
		...(stop ? { to: Math.ceil(stop.at) } : {}),
		...(doubt ? { doubt } : {}),
		...(isAtIntervals ? { callingTimes: calling } : {}),
		noCallTimes,
		byHand,
	};
}
