/** Time in milliseconds that never goes back: a clock that is set meanwhile must not stop the rows. */
export interface Clock {
	now(): number;
	/** Runs something later, unless what it returns is called before. */
	after(ms: number, run: () => void): () => void;
}

export const CLOCK: Clock = {
	now: () => performance.now(),
	after(ms, run) {
		const timer = setTimeout(run, Math.ceil(ms));
		return () => clearTimeout(timer);
	},
};

/** A turn that comes this much late, as timers do, does not put off the next one: no speed is lost. */
const LATE_MS = 20;

/** When the next turn is due, where one that was due at `due` has begun now. */
export const turnAfter = (due: number, now: number, gapMs: number): number =>
	(now - due < Math.max(gapMs, LATE_MS) ? due : now) + gapMs;
