import { fail, type Failure, type Result } from '../gateway/failure';

/**
 * Which turn comes first: that of a new row; of what was decided on a task's state just read, since a state
 * grows old; of a task that is paused meanwhile.
 */
export enum Urgency {
	none,
	decided,
	standingStill,
}

/** What became of a request, as far as the pace is concerned. */
export type Ending =
	| { kind: 'taken' | 'answered' | 'undecided' }
	| { kind: 'throttled'; askedMs: number }
	| { kind: 'away'; failure: Failure };

/** The leave to send one request. */
export interface Turn {
	/** Every turn is ended, whatever became of its request. */
	ended(ending: Ending): void;
}

/** A turn; why there will be none; or that it came too late, in which case it is not used up. */
export type Reply = Result<Turn> | 'late';

export interface TurnOptions {
	/** Ends the wait once it fires. */
	signal?: AbortSignal;
	urgency?: Urgency;
	/** Up to when the turn is of use, as `performance.now()` counts; asked when the turn comes. */
	until?(): number;
}

interface Waiter extends TurnOptions {
	askedAt: number;
	told(reply: Reply): void;
}

/** Those who wait for a turn to send: the more urgent ones first, each kind in the order of asking. */
export class Waiting {
	private readonly queues: Record<Urgency, Waiter[]> & Waiter[][] = [[], [], []];

	get isEmpty(): boolean {
		return this.queues.every(({ length }) => length === 0);
	}

	/** Since when the first one waits. */
	get askedAt(): number {
		return this.first?.askedAt ?? 0;
	}

	/** Up to when the turn of the first one is of use. */
	get until(): number {
		return this.first?.until?.() ?? Number.POSITIVE_INFINITY;
	}

	/**
	 * Resolves when there is something to tell; rejects with the signal's reason.
	 * @param askedAt the time
	 * @param changed told when somebody waits, or waits no longer
	 */
	async add(options: TurnOptions, askedAt: number, changed: () => void): Promise<Reply> {
		const { signal, urgency = Urgency.none } = options;
		signal?.throwIfAborted();
		return await new Promise<Reply>((resolve, reject) => {
			const stop = () => {
				const queue = this.queues[urgency];
				queue.splice(queue.indexOf(waiter), 1);
				reject(signal?.reason as Error);
				changed();
			};
			const waiter: Waiter = {
				...options,
				askedAt,
				told: (reply) => {
					signal?.removeEventListener('abort', stop);
					resolve(reply);
				},
			};
			signal?.addEventListener('abort', stop, { once: true });
			this.queues[urgency].push(waiter);
			changed();
		});
	}

	/** Those at the head whose turn is of no use now are told so. */
	dropLate(now: number): void {
		while (this.until < now) this.shift()?.told('late');
	}

	/** Gives the first one its turn. */
	grant(turn: Turn): void {
		this.shift()?.told({ ok: true, value: turn });
	}

	/** Tells all but so many at the head why they get none. */
	giveUp(failure: Failure, kept: number): void {
		let left = kept;
		for (const queue of this.queues.toReversed()) {
			const stay = Math.min(left, queue.length);
			left -= stay;
			for (const waiter of queue.splice(stay)) waiter.told(fail(failure));
		}
	}

	private get first(): Waiter | undefined {
		return this.queues.findLast(({ length }) => length > 0)?.[0];
	}

	private shift(): Waiter | undefined {
		return this.queues.findLast(({ length }) => length > 0)?.shift();
	}
}
