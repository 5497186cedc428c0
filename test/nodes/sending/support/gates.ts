/** Decides whether the gateway takes a request. */
export type Gate = (now: number) => boolean;

/** A token bucket that holds one second's worth. */
export function bucket(perSecond: number): Gate {
	let tokens = perSecond;
	let filledAt = 0;
	return (now) => {
		tokens = Math.min(perSecond, tokens + ((now - filledAt) * perSecond) / 1000);
		filledAt = now;
		if (tokens < 1) return false;
		tokens--;
		return true;
	};
}

/** So many in each second by the clock. */
export function seconds(perSecond: number): Gate {
	let second = -1;
	let left = 0;
	return (now) => {
		if (Math.floor(now / 1000) !== second) left = perSecond;
		second = Math.floor(now / 1000);
		return left-- > 0;
	};
}

/** So many requests are refused, whenever they come, after so many that were taken. */
export function burst(count: number, after = 0): Gate {
	let seen = 0;
	return () => {
		seen++;
		return seen <= after || seen > after + count;
	};
}

/** Nothing is taken up to a moment. */
export const shutUntil =
	(at: number): Gate =>
	(now) =>
		now >= at;

/** One limit, and from a moment on another. */
export function changing(first: Gate, at: number, then: Gate): Gate {
	return (now) => (now < at ? first(now) : then(now));
}
