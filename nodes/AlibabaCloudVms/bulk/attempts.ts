import { setTimeout as wait } from 'node:timers/promises';
import { fail, type Failure, type Result } from '../transport/failure';
import type { Pace } from './pace';
import type { Urgency } from './waiting';

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

/**
 * Makes a call, again where that is safe, with full-jitter exponential back-off; every attempt is signed
 * anew. The last failure says how often it was tried, and whether an earlier attempt may have been applied.
 * Rejects if stopped before the first attempt. Without one, `attempts` is 0.
 */
export async function attempt<T>(
	send: () => Promise<Result<T>>,
	options: AttemptOptions,
): Promise<{ result: Result<T>; attempts: number }> {
	const { most, longestWaitMs, repeatable, pace, cancelled, hurried } = options;
	const { random = Math.random } = options;
	let isOpen = false;
	const late = await turn(options, isOpen);
	if (late) return { result: fail(late), attempts: 0 };
	for (let attempts = 1; ; attempts++) {
		const result = await send();
		if (result.ok) {
			pace.succeeded();
			return { result, attempts };
		}
		const { failure } = result;
		const askedMs = Math.min(failure.retryAfterMs ?? 0, longestWaitMs);
		if (failure.isThrottled) pace.throttled(askedMs);
		// What was judged was taken.
		else if (failure.isJudged) pace.succeeded();
		const ended = (note?: string) => ({
			result: fail(inAll(failure, { attempts, isOpen, note })),
			attempts,
		});
		const isLast =
			attempts >= most || cancelled?.aborted || hurried?.aborted || !mayRepeat(failure, repeatable);
		if (isLast) return ended();
		const backOff = Math.min(FIRST_WAIT_MS * 2 ** (attempts - 1), longestWaitMs) * random();
		isOpen ||= failure.fate === 'open';
		const stale = await wait(Math.max(backOff, askedMs), undefined, {
			signal: anyOf(cancelled, hurried),
		})
			.then(async () => await turn(options, isOpen))
			.catch(async (error: unknown) => stoppedBy(options) ?? (await Promise.reject(error)));
		if (typeof stale === 'string') return ended(stale);
		if (stale) return { result: fail(inAll(stale, { attempts, isOpen })), attempts };
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
async function turn(
	{ pace, cancelled, urgency, guard }: AttemptOptions,
	isOpen: boolean,
): Promise<Failure | undefined> {
	const until = guard && (() => guard.until());
	while ((await pace.turn({ signal: cancelled, urgency, until })) === 'late') {
		const failure = await guard?.renew(isOpen);
		if (failure) return failure;
	}
	return undefined;
}

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
