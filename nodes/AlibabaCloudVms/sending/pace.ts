import type { Failure } from '../gateway/failure';
import type { Account, Member } from './account';
import { turnAfter } from './clock';
import { FIRST_WINDOW } from './rate';
import { Waiting, type Reply, type TurnOptions } from './waiting';

export interface PaceOptions {
	/** 1 to 50; 0 finds it out. */
	concurrentRequests: number;
	/** 0 means no limit of the user's. */
	requestsPerSecond: number;
	/** Seconds. */
	longestWait: number;
	/** Seconds; 0 does not wait. */
	waitForTheGateway: number;
}

/** Told of waits for an endpoint that takes no connections. */
export interface HoldListener {
	held(failure: Failure): void;
	released(ms: number): void;
}

/** A shorter wait for the endpoint is not worth a line. */
const WORTH_TELLING_MS = 1000;

/** How fast an execution sends: what its user allows, within what its account finds the gateway to take. */
export class Pace implements Member {
	readonly waiting = new Waiting();

	underWay = 0;

	most: number;

	readonly isAutomatic: boolean;

	nextTurn = 0;

	readonly longestWaitMs: number;

	readonly holdMs: number;

	heldSince?: number;

	readonly gapMs: number;

	private heldMs = 0;

	private isTold = false;

	constructor(
		private readonly account: Account,
		{ concurrentRequests, requestsPerSecond, longestWait, waitForTheGateway }: PaceOptions,
		private readonly listener?: HoldListener,
	) {
		this.most = concurrentRequests || Number.POSITIVE_INFINITY;
		this.isAutomatic = concurrentRequests === 0;
		this.gapMs = requestsPerSecond > 0 ? 1000 / requestsPerSecond : 0;
		this.longestWaitMs = longestWait * 1000;
		this.holdMs = waitForTheGateway * 1000;
		account.join(this);
	}

	/** How many requests may be under way now. */
	get concurrency(): number {
		if (!this.isAutomatic) return this.most;
		return Math.min(this.most, Math.max(this.account.window, FIRST_WINDOW));
	}

	/** Whether it waits for an endpoint that takes no connections. */
	get waits(): boolean {
		return this.holdMs > 0;
	}

	/** Milliseconds so far in which the endpoint took no connections. */
	get waitedMs(): number {
		const { heldSince } = this;
		const now = heldSince === undefined ? 0 : this.account.clock.now() - heldSince;
		return this.heldMs + Math.min(now, this.holdMs);
	}

	/** Never more requests under way than this from now on, however much the gateway takes. */
	stayBelow(most: number): void {
		this.most = Math.min(this.most, most);
	}

	/**
	 * Waits for the next turn to send: a failure where the endpoint took no connections for too long. Rejects
	 * with the signal's reason once it fires.
	 */
	async turn(options: TurnOptions = {}): Promise<Reply> {
		return await this.waiting.add(options, this.account.clock.now(), this.account.dispatch);
	}

	granted(now: number): void {
		if (this.gapMs > 0) this.nextTurn = turnAfter(this.nextTurn, now, this.gapMs);
	}

	/** The endpoint has taken no connections for so long. */
	held(failure: Failure, ms: number): void {
		if (ms >= this.holdMs) {
			this.waiting.giveUp(failure, this.account.mayTry ? 1 : 0);
		}
		if (this.isTold || ms < WORTH_TELLING_MS) return;
		this.isTold = true;
		this.listener?.held(failure);
	}

	/** It takes connections again. */
	released(ms: number): void {
		this.heldSince = undefined;
		this.heldMs += Math.min(ms, this.holdMs);
		if (this.isTold) this.listener?.released(ms);
		this.isTold = false;
	}

	/** The execution has ended. */
	leave(): void {
		this.account.leave(this);
	}
}
