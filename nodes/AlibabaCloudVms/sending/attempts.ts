import { setTimeout as wait } from 'node:timers/promises';
import { fail, type Failure, type Result } from '../gateway/failure';
import type { Pace } from './pace';
import type { Ending, Turn, Urgency } from './waiting';

const FIRST_WAIT_MS = 200;

/** What a call was decided on, which holds for some time only. */
export interface Guard {
	/** Up to when it holds, as `performance.now()` counts. */
	until(): number;
	/**
	 * Decides again, since a turn came after that. A failure ends the call: it is not sent any more.
	 * @param isOpen whether an attempt before may have been applied
	 */
	renew(isOpen: boolean): Promise<Failure | undefined>;
}

/** How a call takes its turns. */
export interface Turns {
	urgency?: Urgency;
	guard?: Guard;
	/** Once it fires, the attempt under way is the last one. */
	hurried?: AbortSignal;
}

export interface AttemptOptions extends Turns {
	/** Attempts in all, 1 to send once. */
	most: number;
	/** The longest wait between two attempts, in milliseconds. */
	longestWaitMs: number;
	/**
	 * Whether the call sets values, so that sending it twice does what sending it once does. Others are
	 * only repeated after failures that prove that nothing arrived: repeating them could do a thing twice.
	 */
	repeatable: boolean;
	pace: Pace;
	cancelled?: AbortSignal;
	random?: () => number;
}

/** Whether another attempt may help and can do no harm. */
export const mayRepeat = ({ retry, fate }: Failure, repeatable: boolean): boolean =>
	retry === true && (repeatable || fate === 'notSent' || fate === 'refused');

const isUnconnected = ({ kind, fate }: Failure): boolean =>
	kind === 'connection' && fate === 'notSent';

/** Whether no connection came about, for a cause that may pass. */
const isAway = (failure: Failure): boolean => isUnconnected(failure) && failure.retry === true;

/** What the pace learns from an answer, or from none. */
export function endingOf(result: Result<unknown>): Ending {
	if (result.ok) return { kind: 'taken' };
	const { failure } = result;
	if (failure.isThrottled) return { kind: 'throttled', askedMs: failure.retryAfterMs ?? 0 };
	if (failure.kind === 'cancelled') return { kind: 'undecided' };
	if (isAway(failure)) return { kind: 'away', failure };
	// An endpoint that is away may still be: neither the DNS nor a proxy tells.
	if (isUnconnected(failure)) return { kind: 'undecided' };
	// What was judged was taken.
	return { kind: failure.isJudged ? 'taken' : 'answered' };
}

/**
 * Makes a call, again where that is safe, with full-jitter exponential back-off; every attempt is signed
 * anew. What was throttled waits for its turn alone, and so does what found no connection: that is no
 * attempt as long as the execution waits for the gateway. The last failure says how often it was tried, and
 * whether an earlier attempt may have been applied. Rejects if stopped before the first attempt.
 */
export async function attempt<T>(
	send: () => Promise<Result<T>>,
	options: AttemptOptions,
): Promise<{ result: Result<T>; attempts: number }> {
	const { most, repeatable, pace, cancelled, hurried } = options;
	let attempts = 0;
	let isOpen = false;
	let turn = await turnFor(options, isOpen, cancelled);
	const ended = (failure: Failure, note = failure.note) => ({
		result: fail(inAll(failure, { attempts, isOpen, note })),
		attempts,
	});
	for (;;) {
		if (!turn.ok) return ended(turn.failure);
		const result = await sendInTurn(send, turn.value);
		if (result.ok) return { result, attempts: attempts + 1 };
		const { failure } = result;
		if (!pace.waits || !isAway(failure)) attempts++;
		const isLast = attempts >= most || cancelled?.aborted || hurried?.aborted;
		if (isLast || !mayRepeat(failure, repeatable)) return ended(failure);
		isOpen ||= failure.fate === 'open';
		const signal = anyOf(cancelled, hurried);
		const next = await backOff(failure, attempts, options, signal)
			.then(async () => await turnFor(options, isOpen, signal))
			.catch(async (error: unknown) => stoppedBy(options) ?? (await Promise.reject(error)));
		if (typeof next === 'string') return ended(failure, next);
		turn = next;
	}
}

function stoppedBy({ cancelled, hurried }: AttemptOptions): string | undefined {
	if (cancelled?.aborted) return 'The execution was stopped before the next attempt.';
	return hurried?.aborted ? 'n8n was told to stop before the next attempt.' : undefined;
}

const anyOf = (...signals: Array<AbortSignal | undefined>): AbortSignal | undefined => {
	const given = signals.filter((signal) => signal !== undefined);
	return given.length > 1 ? AbortSignal.any(given) : given[0];
};

/** Waits for a turn in which what was decided holds; a failure where nothing is to be sent any more. */
async function turnFor(
	{ pace, urgency, guard }: AttemptOptions,
	isOpen: boolean,
	signal: AbortSignal | undefined,
): Promise<Result<Turn>> {
	const until = guard && (() => guard.until());
	for (;;) {
		const reply = await pace.turn({ signal, urgency, until });
		if (reply !== 'late') {
			return reply.ok ? reply : fail({ ...reply.failure, note: waited(pace) });
		}
		const failure = await guard?.renew(isOpen);
		if (failure) return fail(failure);
	}
}

/** Sends when it is its turn, and tells the pace what became of it. */
async function sendInTurn<T>(send: () => Promise<Result<T>>, turn: Turn): Promise<Result<T>> {
	let ending: Ending = { kind: 'undecided' };
	try {
		const result = await send();
		ending = endingOf(result);
		return result;
	} finally {
		turn.ended(ending);
	}
}

/** The wait that a row makes for itself; for load and for lost connections, all rows wait together. */
async function backOff(
	failure: Failure,
	attempts: number,
	{ longestWaitMs, pace, random = Math.random }: AttemptOptions,
	signal: AbortSignal | undefined,
): Promise<void> {
	if (failure.isThrottled || (pace.waits && isAway(failure))) return;
	const ms = Math.min(FIRST_WAIT_MS * 2 ** (attempts - 1), longestWaitMs) * random();
	const askedMs = Math.min(failure.retryAfterMs ?? 0, longestWaitMs);
	await wait(Math.max(ms, askedMs), undefined, { signal });
}

const waited = ({ waitedMs }: Pace): string =>
	`The node waited ${(waitedMs / 1000).toFixed(1)} s for the gateway, as 'Wait for the Gateway' under Options says.`;

/** The last failure, with what has to be known of the attempts before it. */
const inAll = (
	failure: Failure,
	{ attempts, isOpen, note }: { attempts: number; isOpen: boolean; note?: string },
): Failure => ({
	...failure,
	attempts,
	fate: isOpen && failure.fate !== 'open' ? 'earlierOpen' : failure.fate,
	note,
});
