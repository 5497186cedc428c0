import { MOST_CONCURRENCY } from '../transport/agent';
import { Waiting, type Turn, type TurnOptions } from './waiting';

/** Side by side at the start, where the user leaves it to the node. */
const FIRST_CONCURRENCY = 10;

/** Requests a second never fall below this, so that a sheet always goes on. */
const LEAST_RATE = 0.5;
/** Where nothing was taken yet, the rate begins here. */
const FIRST_RATE = 10;
/** After a throttled answer the rate falls to this share, or to the other one if nothing was taken since. */
const BACK_OFF = 0.85;
const STRONG_BACK_OFF = 0.5;
/** A second without one lets the rate grow by this share, and by at least one request in four seconds. */
const GROWTH = 0.05;
const LEAST_GROWTH = 0.25;
/** Throttled answers that come together are one sign. */
const ONE_SIGN_MS = 500;
/** The gateway's limit is read from what it took within this time. */
const WINDOW_MS = 1000;
/** A turn that comes this much late, as timers do, does not put off the next one: no speed is lost. */
const LATE_MS = 20;

export interface PaceOptions {
	/** 1 to 50; 0 finds it out. */
	concurrentRequests: number;
	/** 0 means no limit of the user's. */
	requestsPerSecond: number;
	/** Milliseconds that never go back: a clock that is set meanwhile must not stop the rows. */
	now?: () => number;
}

/**
 * How fast an execution sends: how many requests side by side, and how many a second. A throttled answer
 * lowers the rate of all, seconds without one raise it again bit by bit (additive increase, multiplicative
 * decrease), so that the gateway's limit is found and held. All times in milliseconds.
 */
export class Pace {
	private limit: number;

	private readonly mayGrow: boolean;

	private readonly ownRate: number;

	private readonly now: () => number;

	/** Requests a second; infinite until the gateway has throttled once. */
	private rate: number;

	private nextTurn = 0;

	private pausedUntil = 0;

	private lastSign = Number.NEGATIVE_INFINITY;

	private lastGrowth = 0;

	private successes: number[] = [];

	private sinceGrowth = 0;

	private readonly waiting = new Waiting();

	private timer?: NodeJS.Timeout;

	constructor({
		concurrentRequests,
		requestsPerSecond,
		now = () => performance.now(),
	}: PaceOptions) {
		this.limit = concurrentRequests || FIRST_CONCURRENCY;
		this.mayGrow = concurrentRequests === 0;
		this.ownRate = requestsPerSecond || Number.POSITIVE_INFINITY;
		this.rate = this.ownRate;
		this.now = now;
	}

	/** How many requests may be under way now. */
	get concurrency(): number {
		return this.limit;
	}

	/** The time between two requests; undefined while the rate has no limit. */
	get gapMs(): number | undefined {
		return Number.isFinite(this.rate) ? 1000 / this.rate : undefined;
	}

	/** Waits for the next turn to send. Rejects with the signal's reason once it fires. */
	async turn(options: TurnOptions = {}): Promise<Turn> {
		return await this.waiting.add(options, () => this.dispatch());
	}

	/** Gives all turns that are due, and looks again when the next one is. */
	private dispatch(): void {
		clearTimeout(this.timer);
		while (!this.waiting.isEmpty) {
			const now = this.now();
			const at = this.isLent(now) ? this.pausedUntil : Math.max(this.nextTurn, this.pausedUntil);
			if (at > now) {
				this.timer = setTimeout(() => this.dispatch(), Math.ceil(at - now));
				return;
			}
			this.waiting.dropLate(now);
			if (this.waiting.isEmpty) return;
			this.use(now);
			this.waiting.grant();
		}
	}

	/**
	 * At less than a request in the time that a turn is of use, what was read could never be acted on. One turn
	 * is lent then, and the next one put off for so much longer.
	 */
	private isLent(now: number): boolean {
		const { gapMs = 0, nextTurn, waiting } = this;
		return waiting.until >= now && nextTurn > waiting.until && nextTurn - now <= gapMs;
	}

	private use(now: number): void {
		if (this.gapMs === undefined) return;
		const isLate = now - this.nextTurn < Math.max(this.gapMs, LATE_MS);
		this.nextTurn = (isLate ? this.nextTurn : now) + this.gapMs;
	}

	/** The gateway took a request. */
	succeeded(): void {
		const now = this.now();
		this.successes.push(now);
		this.forget(now);
		if (this.mayGrow && ++this.sinceGrowth >= this.limit && now - this.lastSign > WINDOW_MS) {
			this.limit = Math.min(this.limit + 1, MOST_CONCURRENCY);
			this.sinceGrowth = 0;
		}
		const isQuiet = now - Math.max(this.lastGrowth, this.lastSign) >= WINDOW_MS;
		// A rate that the rows don't use proves nothing, and would be far off when the limit shows again.
		const isUsed = this.successes.length * 2 >= this.rate;
		if (this.rate < this.ownRate && isQuiet && isUsed) {
			this.rate = Math.min(this.rate + Math.max(LEAST_GROWTH, this.rate * GROWTH), this.ownRate);
			this.lastGrowth = now;
		}
	}

	/** The gateway refused a request for its load, and may have said for how long. */
	throttled(retryAfterMs = 0): void {
		const now = this.now();
		this.pausedUntil = Math.max(this.pausedUntil, now + retryAfterMs);
		if (now - this.lastSign < ONE_SIGN_MS) return;
		this.forget(now);
		const isNothingTaken = (this.successes.at(-1) ?? this.lastSign) <= this.lastSign;
		const taken = Number.isFinite(this.rate) ? this.rate : this.successes.length || FIRST_RATE;
		const share = isNothingTaken ? STRONG_BACK_OFF : BACK_OFF;
		this.rate = Math.max(Math.min(taken, this.ownRate) * share, LEAST_RATE);
		this.lastSign = now;
	}

	private forget(now: number): void {
		while ((this.successes[0] ?? now) < now - WINDOW_MS) this.successes.shift();
	}
}
