import type { Failure } from '../gateway/failure';

const FIRST_WAIT_MS = 200;
/** Also where no wait is wanted: nothing is won by asking more often than this. */
const LEAST_WAIT_MS = 50;

/**
 * The time in which an endpoint takes no connections: one event for all rows, which wait while one request
 * at a time tries whether it is over. All times in milliseconds.
 */
export class Hold {
	/** Why no connection came about the last time; undefined while all is well. */
	failure?: Failure;

	private waitMs = FIRST_WAIT_MS;

	private probeAt = 0;

	/** The turn of the request that tries. */
	private probe?: number;

	constructor(private readonly random: () => number = Math.random) {}

	/** When the next request may try; infinite while one does. */
	get due(): number {
		return this.probe === undefined ? this.probeAt : Number.POSITIVE_INFINITY;
	}

	granted(turn: number): void {
		if (this.failure) this.probe = turn;
	}

	/** A request found no connection. What was under way when it began says nothing new. */
	failed(now: number, turn: number, failure: Failure, longestWaitMs: number): void {
		if (this.failure && turn !== this.probe) return;
		if (!this.failure) this.waitMs = FIRST_WAIT_MS;
		this.failure = failure;
		this.probe = undefined;
		const waitMs = Math.max(Math.min(this.waitMs, longestWaitMs), LEAST_WAIT_MS);
		this.probeAt = now + waitMs * (0.5 + this.random() / 2);
		this.waitMs = waitMs * 2;
	}

	/** A request was given up before it came to anything: the next one tries in its place. */
	undecided(turn: number): void {
		if (turn === this.probe) this.probe = undefined;
	}

	over(): void {
		this.failure = undefined;
		this.probe = undefined;
	}
}
