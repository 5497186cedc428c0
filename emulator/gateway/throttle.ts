import { takesTurn, type Counted } from '../countdown';
import { throttled, type Refusal } from './refusals';

interface Throttle extends Counted {
	/** e.g. "Throttling", "Throttling.User", "Throttling.Api" */
	code: string;
	/** 400 is documented; product-level flow control may arrive in HTTP 200. */
	httpStatus: number;
	/** Absent: the gateway's usual words. */
	message?: string;
	/** Sent as header x-acs-retry-after when set. */
	retryAfterMs?: number;
	/** Sent as the standard's header Retry-After when set: seconds, or a date. */
	retryAfter?: string;
}

interface RateLimit {
	/** Tokens added per second; at most as many are kept. */
	perSecond: number;
	/** Sent as header x-acs-retry-after when set. */
	retryAfterMs?: number;
}

export interface ThrottleSettings {
	throttle: Throttle | null;
	rateLimit: RateLimit | null;
}

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
	settings: ThrottleSettings,
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
