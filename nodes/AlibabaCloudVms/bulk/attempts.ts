import { setTimeout as wait } from 'node:timers/promises';
import { fail, type Failure, type Result } from '../transport/failure';
import type { Pace } from './pace';

const FIRST_WAIT_MS = 200;

export interface AttemptOptions {
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
 * Rejects if stopped before the first attempt.
 */
export async function attempt<T>(
	send: () => Promise<Result<T>>,
	options: AttemptOptions,
): Promise<{ result: Result<T>; attempts: number }> {
	const { most, longestWaitMs, repeatable, pace, cancelled, random = Math.random } = options;
	await pace.turn({ signal: cancelled });
	let isOpen = false;
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
		const isLast = attempts >= most || cancelled?.aborted || !mayRepeat(failure, repeatable);
		if (isLast) return ended();
		const backOff = Math.min(FIRST_WAIT_MS * 2 ** (attempts - 1), longestWaitMs) * random();
		try {
			await wait(Math.max(backOff, askedMs), undefined, { signal: cancelled });
			await pace.turn({ signal: cancelled });
		} catch {
			return ended('The execution was stopped before the next attempt.');
		}
		isOpen ||= failure.fate === 'open';
	}
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
