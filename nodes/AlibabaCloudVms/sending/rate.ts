import { MOST_CONCURRENCY } from '../gateway/agent';
import { turnAfter } from './clock';

/** Side by side at the start; doubled whenever as many were taken, as TCP does it. */
export const FIRST_WINDOW = 10;
/** Side by side after a first sign of load, until a limit was measured. */
const MOST_PROBED = 20;
/** Requests a second never fall below this, so that a sheet always goes on. */
const LEAST_RATE = 0.5;
/** After a sign of load the rate falls to this share of the one that was good. */
const BACK_OFF = 0.85;
/** So much of a rate at which a sign came counts as good, where less was taken than that. */
const NEARLY = 0.97;
/**
 * In a second the rate grows by this, times its root: small shares of a limit grow faster than large ones,
 * so that processes that do not know of each other come to have the same. But it takes so many requests, and
 * so many of the waits that a sign costs, until the rate is back: what a sign costs decides how often one is
 * risked.
 */
const SLOPE = 0.168;
const LEAST_RECOVERY = 6;
const RECOVERY_WAITS = 5;
const EAGERNESS = 1;
/** Where it has grown to this without a sign, the limit must have been lifted: then the rate doubles. */
const LIFTED = 1.2;
/** A limit read from fewer requests than these is a guess: the rate doubles until the next sign. */
const SAMPLE = 8;
const FIRST_DOUBLING = 0.25;
const DOUBLING_REQUESTS = 4;
const SLOWEST_DOUBLING = 2;
/** A gateway saves up what is not used for about so long; longer waits say nothing of its limit. */
const SAVED_MS = 1000;
const EARLY_MS = 1000;
/** The wait after a sign that asks for none, and its growth while nothing is taken. */
const FIRST_WAIT_MS = 100;
const WAIT_GROWTH = 1.3;
/** So many times in a row a whole window is refused before fewer requests try it. */
const PATIENCE = 2;
export interface Sign {
	/** The turn whose request was refused. */
	turn: number;
	/** How long the gateway wants to be left alone, 0 where it does not say. */
	askedMs: number;
	/** The longest wait. */
	mostMs: number;
}

/**
 * How fast an account may be asked, in requests a second and in requests at one time; knows no timers. The
 * rate has no limit until one was measured: between two signs of load a gateway took what its limit allows.
 * Then it begins a little below, and grows a little past it every few seconds.
 * All times in milliseconds.
 */
export class Rate {
	/** How many requests may be under way, unless a user chose a number. */
	window = FIRST_WINDOW;

	/** When the next request may begin. */
	nextTurn = 0;

	/** Nothing is sent from here on until there. */
	pausedAt = 0;

	pausedUntil = 0;

	/** The rate that is held, or doubled from. */
	private base = Number.POSITIVE_INFINITY;

	/** The time in which the rate doubles while its limit is a guess. */
	private doubling = FIRST_DOUBLING;

	private isGuess = true;

	/** Since when the rate grows: from the first request taken after a sign on, while the rows use it. */
	private grownSince?: number;

	private turns = 0;

	private lastGrant = 0;

	/** The last turn given before the last sign: its refusal would be the same sign. */
	private lastOfSign = 0;

	private signAt = 0;

	private early = 0;

	/** Signs that the rate was changed for. */
	private learnt = 1;

	private askedMs = 0;

	/** Signs in a row without a request taken in between. */
	private fruitless = 0;

	private takenSinceSign = 0;

	private takenEver = false;

	/** What the limit is read from: requests taken since a sign, and waiting that no gateway saves up for. */
	private sample = { taken: 0, since: 0, lostMs: 0 };

	private takenInWindow = 0;

	private mostInWindow = MOST_CONCURRENCY;

	constructor(private readonly random: () => number = Math.random) {}

	/** Requests a second. */
	at(now: number): number {
		const seconds = (now - (this.grownSince ?? now)) / 1000;
		if (this.isGuess) return this.base * 2 ** (seconds / this.doublingSeconds);
		const slope = this.slope;
		const lifted = (this.base * (LIFTED - BACK_OFF)) / slope;
		const rate = this.base * BACK_OFF + slope * Math.min(seconds, lifted);
		return rate * 2 ** (Math.max(0, seconds - lifted) / SLOWEST_DOUBLING);
	}

	private get doublingSeconds(): number {
		return Math.max(this.doubling, DOUBLING_REQUESTS / this.base);
	}

	/** By how much the rate grows in a second: the less, the more a sign costs. */
	private get slope(): number {
		const drop = this.base * (1 - BACK_OFF);
		const seconds = Math.max(LEAST_RECOVERY, (RECOVERY_WAITS * this.askedMs) / 1000);
		return Math.min(SLOPE * Math.sqrt(this.base), drop / seconds) * (1 + EAGERNESS / this.learnt);
	}

	/** Whether a sign of load was seen: then the window holds for all. */
	get isLimited(): boolean {
		return this.lastOfSign > 0;
	}

	/**
	 * A request begins.
	 * @param readyAt since when nothing but the rate held it up
	 * @returns the number of its turn
	 */
	granted(now: number, readyAt: number): number {
		const isUnused = readyAt > this.nextTurn;
		if (isUnused && this.grownSince !== undefined) this.grownSince += now - this.lastGrant;
		const gap = 1000 / this.at(now);
		if (gap > 0) {
			this.nextTurn = turnAfter(isUnused ? now : this.nextTurn, now, gap);
		}
		this.lastGrant = now;
		return ++this.turns;
	}

	/** The gateway took a request; `isWindowUsed` tells whether the window was what held others up. */
	accepted(now: number, isWindowUsed: boolean): void {
		this.sample.taken++;
		this.takenSinceSign++;
		this.takenEver = true;
		this.fruitless = 0;
		this.grownSince ??= now;
		if (!isWindowUsed || ++this.takenInWindow < this.window) return;
		this.window = Math.min(this.window * 2, this.mostInWindow);
		this.takenInWindow = 0;
	}

	/** The gateway refused a request for its load. */
	refused(now: number, { turn, askedMs, mostMs }: Sign): void {
		// What is not waited costs nothing.
		const waitMs = Math.min(askedMs, mostMs);
		if (turn > this.lastOfSign) this.sign(now, waitMs, mostMs);
		this.pausedUntil = Math.max(this.pausedUntil, now + waitMs);
	}

	private sign(now: number, askedMs: number, mostMs: number): void {
		const waitedMs = Math.min(this.pausedUntil, now) - this.pausedAt;
		this.sample.lostMs += Math.max(0, waitedMs - SAVED_MS);
		this.pausedAt = now;
		const isFirst = this.lastOfSign === 0;
		this.lastOfSign = this.turns;
		this.askedMs = askedMs;
		this.takenInWindow = 0;
		this.fruitless = this.takenSinceSign === 0 ? this.fruitless + 1 : 0;
		if (!Number.isFinite(this.base) && (this.fruitless > 0 || isFirst)) {
			this.tryAgain(askedMs > 0);
			if (isFirst) this.sample = { taken: 0, since: now, lostMs: 0 };
		} else if (this.fruitless === 0 || now - this.signAt > SAVED_MS) {
			this.learn(now);
		}
		if (this.fruitless > 0 || (askedMs === 0 && !Number.isFinite(this.base))) {
			if (askedMs === 0 || this.fruitless > PATIENCE) {
				const waitMs = FIRST_WAIT_MS * WAIT_GROWTH ** this.fruitless * (0.5 + this.random());
				this.pausedUntil = Math.max(this.pausedUntil, now + Math.min(waitMs, mostMs));
			}
		}
		if (this.fruitless === 0) this.signAt = now;
		this.takenSinceSign = 0;
	}

	/** Nothing is known of a limit yet: requests at one time feel their way. */
	private tryAgain(isAsked: boolean): void {
		const isShut = this.fruitless > 0 && (isAsked || !this.takenEver);
		const tries = Math.max(0, this.fruitless - PATIENCE);
		this.window = isShut ? Math.max(1, Math.floor(FIRST_WINDOW / 5 ** tries)) : 1;
		this.mostInWindow = isShut ? MOST_CONCURRENCY : MOST_PROBED;
	}

	/** What was taken since the sign before tells the limit. */
	private learn(now: number): void {
		const { taken, since, lostMs } = this.sample;
		const rate = this.at(now);
		const measured = (taken * 1000) / Math.max(now - since - lostMs, 1);
		this.learnt++;
		this.early = now - this.signAt < EARLY_MS ? this.early + 1 : 0;
		if (this.fruitless > PATIENCE) {
			this.base = rate / 2;
			this.isGuess = true;
			this.signAt = now;
		} else if (Number.isFinite(rate)) {
			const good = rate * Math.max(0.5, NEARLY * BACK_OFF ** this.early);
			this.base = Math.min(Math.max(measured, good), rate);
			this.doubling = Math.min(this.doubling * 2, SLOWEST_DOUBLING);
		} else {
			this.base = measured;
			this.window = Math.max(this.window, FIRST_WINDOW);
			this.mostInWindow = MOST_CONCURRENCY;
		}
		if (taken >= SAMPLE) this.isGuess = false;
		if (this.isGuess) this.base *= BACK_OFF;
		else this.sample = { taken: 0, since: now, lostMs: 0 };
		this.base = Math.max(this.base, LEAST_RATE);
		this.grownSince = undefined;
		this.nextTurn = now + 1000 / this.at(now);
	}
}
