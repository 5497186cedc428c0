import { takesTurn } from '../countdown';
import type { Settings } from '../settings';
import { throttled, type Refusal } from './refusals';

/** A token bucket that holds one second's worth. */
export class TokenBucket {
	private tokens = Infinity;
	private filledAt = 0;

	take(now: number, perSecond: number): boolean {
		const added = ((now - this.filledAt) / 1000) * perSecond;
		this.tokens = Math.min(perSecond, this.tokens + added);
		this.filledAt = now;
		if (this.tokens < 1) return false;
		this.tokens -= 1;
		return true;
	}

	clear(): void {
		this.tokens = Infinity;
	}
}

/** Applies the settings `throttle` and `rateLimit`; counts `throttle.next` down. */
export function checkFlow(
	settings: Settings,
	bucket: TokenBucket,
	now: number,
): Refusal | undefined {
	const { throttle, rateLimit } = settings;
	if (throttle && takesTurn(throttle)) {
		const { code, httpStatus, message, retryAfterMs, retryAfter } = throttle;
		const usual = throttled(code, httpStatus, retryAfterMs);
		return { ...usual, message: message ?? usual.message, retryAfter };
	}
	if (rateLimit && !bucket.take(now, rateLimit.perSecond)) {
		return throttled('Throttling.User', 400, rateLimit.retryAfterMs);
	}
	return undefined;
}
