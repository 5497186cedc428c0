import { MOST_CONCURRENCY } from '../gateway/agent';
import type { Failure } from '../gateway/failure';
import { CLOCK, type Clock } from './clock';
import { Hold } from './hold';
import { Places } from './places';
import { Rate } from './rate';
import type { Ending, Waiting } from './waiting';

/** The part of an execution in an account. */
export interface Member {
	waiting: Waiting;
	/** Requests under way, and the most of them. */
	underWay: number;
	most: number;
	/** Whether the user leaves their number to the account. */
	isAutomatic: boolean;
	/** When the user's own rate lets the next one begin, and the time between two. */
	nextTurn: number;
	gapMs: number;
	longestWaitMs: number;
	/** How long it waits for an endpoint that takes no connections, 0 not at all; since when it does. */
	holdMs: number;
	heldSince?: number;
	/** It has waited so long by now. */
	held(failure: Failure, ms: number): void;
	/** The endpoint takes connections again. */
	released(ms: number): void;
	granted(now: number): void;
}

/**
 * What one key may ask of one endpoint, shared by all executions of a process: they find its limit
 * together, get their turns one after the other, and wait together while it takes no connections.
 */
export class Account {
	private readonly rate: Rate;

	private readonly hold: Hold;

	/** Whose turn it is next comes first. */
	private members: Member[] = [];

	private underWay = 0;

	/** Requests under way of members that leave their number to the account. */
	private automatic = 0;

	/** Whether the window or a place holds requests up, and since when none does. */
	private isBlocked = false;

	private unblockedAt = 0;

	private cancelTimer = () => {};

	constructor(
		private readonly places = new Places(MOST_CONCURRENCY),
		readonly clock: Clock = CLOCK,
		random: () => number = Math.random,
	) {
		this.rate = new Rate(random);
		this.hold = new Hold(random);
	}

	join(member: Member): void {
		this.members.push(member);
	}

	leave(member: Member): void {
		this.members = this.members.filter((one) => one !== member);
		this.dispatch();
	}

	/** How many requests may be under way of those that leave it to the account. */
	get window(): number {
		return this.rate.window;
	}

	/** Requests a second; infinite until a limit was found. */
	get perSecond(): number {
		return this.rate.at(this.clock.now());
	}

	/** Whether it is time to try an endpoint that takes no connections. */
	get mayTry(): boolean {
		return this.hold.due <= this.clock.now();
	}

	/** Gives all turns that are due. To be called whenever something has changed. */
	readonly dispatch = (): void => {
		this.cancelTimer();
		for (;;) {
			const now = this.clock.now();
			this.tellHeld(now);
			const { member, at } = this.next(now);
			member?.waiting.dropLate(now);
			if (member?.waiting.isEmpty) continue;
			if (!member) {
				if (Number.isFinite(at)) this.cancelTimer = this.clock.after(at - now, this.dispatch);
				return;
			}
			if (!this.places.take(this.dispatch)) {
				this.isBlocked = true;
				return;
			}
			this.grant(member, now);
		}
	};

	/** The member whose turn it is, or when the next one will be due. */
	private next(now: number): { member?: Member; at: number } {
		let at = Number.POSITIVE_INFINITY;
		for (const member of this.members) {
			if (member.waiting.isEmpty) continue;
			const due = this.dueOf(member);
			if (due <= now) return { member, at: due };
			at = Math.min(at, due, this.deadlineOf(member, now));
		}
		return { at };
	}

	private dueOf(member: Member): number {
		if (!this.mayHaveMore(member)) {
			this.isBlocked = true;
			return Number.POSITIVE_INFINITY;
		}
		const { pausedAt, pausedUntil } = this.rate;
		const paused = Math.min(pausedUntil, pausedAt + member.longestWaitMs);
		const nextTurn = Math.max(this.rate.nextTurn, member.nextTurn);
		const held = this.isHeld(member) ? this.hold.due : 0;
		return Math.max(this.isLent(member, nextTurn) ? 0 : nextTurn, paused, held);
	}

	/**
	 * At less than a request in the time that a turn is of use, what was read could never be acted on. One turn
	 * is lent then, and the next one put off for so much longer.
	 */
	private isLent({ waiting: { until }, gapMs }: Member, nextTurn: number): boolean {
		const now = this.clock.now();
		if (until < now || nextTurn <= until) return false;
		return nextTurn - now <= Math.max(gapMs, 1000 / this.rate.at(now));
	}

	private isHeld({ holdMs }: Member): boolean {
		return this.hold.failure !== undefined && holdMs > 0;
	}

	/** When a member that waits for the endpoint gives that up, unless it has already. */
	private deadlineOf(member: Member, now: number): number {
		const at = (member.heldSince ?? now) + member.holdMs;
		return this.isHeld(member) && at > now ? at : Number.POSITIVE_INFINITY;
	}

	private mayHaveMore({ isAutomatic, most, underWay }: Member): boolean {
		if (underWay >= most) return false;
		const { isLimited, window } = this.rate;
		if (isLimited) return this.underWay < window;
		return !isAutomatic || this.automatic < window;
	}

	private grant(member: Member, now: number): void {
		this.members.push(...this.members.splice(this.members.indexOf(member), 1));
		const readyAt = Math.max(member.waiting.askedAt, this.unblockedAt, member.nextTurn);
		const turn = this.rate.granted(now, readyAt);
		if (this.isHeld(member)) this.hold.granted(turn);
		member.granted(now);
		this.count(member, 1);
		let isOver = false;
		member.waiting.grant({
			ended: (ending) => {
				if (!isOver) this.ended(member, turn, ending);
				isOver = true;
			},
		});
	}

	private count(member: Member, more: 1 | -1): void {
		member.underWay += more;
		this.underWay += more;
		if (member.isAutomatic) this.automatic += more;
	}

	private ended(member: Member, turn: number, ending: Ending): void {
		const now = this.clock.now();
		const isWindowUsed = this.underWay * 2 >= this.rate.window;
		this.count(member, -1);
		if (this.isBlocked) this.unblockedAt = now;
		this.isBlocked = false;
		if (ending.kind === 'away') {
			this.hold.failed(now, turn, ending.failure, member.longestWaitMs);
		} else if (ending.kind === 'undecided') {
			this.hold.undecided(turn);
		} else {
			this.back(now);
		}
		if (ending.kind === 'taken') this.rate.accepted(now, isWindowUsed);
		if (ending.kind === 'throttled') {
			this.rate.refused(now, { turn, askedMs: ending.askedMs, mostMs: member.longestWaitMs });
		}
		this.places.giveBack();
		this.dispatch();
	}

	private back(now: number): void {
		if (!this.hold.failure) return;
		this.hold.over();
		for (const member of this.members) {
			if (member.heldSince !== undefined) member.released(now - member.heldSince);
		}
	}

	private tellHeld(now: number): void {
		const { failure } = this.hold;
		if (!failure) return;
		for (const member of this.members) {
			if (member.waiting.isEmpty || member.holdMs === 0) continue;
			member.heldSince ??= now;
			member.held(failure, now - member.heldSince);
		}
	}
}
