/**
 * Which turn comes first: that of a new row; of what was decided on a task's state just read, since a state
 * grows old; of a task that is paused meanwhile.
 */
export enum Urgency {
	none,
	decided,
	standingStill,
}

/** Whether it came in time; one that did not is not used up. */
export type Turn = 'given' | 'late';

export interface TurnOptions {
	/** Ends the wait once it fires. */
	signal?: AbortSignal;
	urgency?: Urgency;
	/** Up to when the turn is of use, as `performance.now()` counts; asked when the turn comes. */
	until?(): number;
}

interface Waiter extends TurnOptions {
	told(turn: Turn): void;
}

/** Those who wait for a turn to send: the more urgent ones first, each kind in the order of asking. */
export class Waiting {
	private readonly queues: Waiter[][] = [[], [], []];

	get isEmpty(): boolean {
		return this.queues.every(({ length }) => length === 0);
	}

	/** Up to when the turn of the first one is of use. */
	get until(): number {
		return this.first?.until?.() ?? Number.POSITIVE_INFINITY;
	}

	/**
	 * Resolves with a turn, or when it comes too late; rejects with the signal's reason.
	 * @param changed told when somebody waits, or waits no longer
	 */
	async add(options: TurnOptions, changed: () => void): Promise<Turn> {
		const { signal, urgency = Urgency.none } = options;
		signal?.throwIfAborted();
		return await new Promise<Turn>((resolve, reject) => {
			const stop = () => {
				const queue = this.queues[urgency] ?? [];
				queue.splice(queue.indexOf(waiter), 1);
				reject(signal?.reason as Error);
				changed();
			};
			const waiter: Waiter = {
				...options,
				told: (turn) => {
					signal?.removeEventListener('abort', stop);
					resolve(turn);
				},
			};
			signal?.addEventListener('abort', stop, { once: true });
			this.queues[urgency]?.push(waiter);
			changed();
		});
	}

	/** Those at the head whose turn is of no use now are told so. */
	dropLate(now: number): void {
		while (this.until < now) this.shift()?.told('late');
	}

	/** Gives the first one its turn. */
	grant(): void {
		this.shift()?.told('given');
	}

	private get first(): Waiter | undefined {
		return this.queues.findLast(({ length }) => length > 0)?.[0];
	}

	private shift(): Waiter | undefined {
		return this.queues.findLast(({ length }) => length > 0)?.shift();
	}
}
