import { setImmediate as breathe } from 'node:timers/promises';

/** Resolving, checking and sending rows give way to everything else after this time. */
const SLICE_MS = 2;

const ROWS_A_LOOK = 16;

/** The time that rows may take; it lasts from one turn of the event loop to the next, and is over at first. */
export class Slice {
	private until = 0;

	get isOver(): boolean {
		return performance.now() >= this.until;
	}

	/** The same for work of a microsecond or two a row: the clock is not asked for every one of them. */
	isOverAt(index: number): boolean {
		return index % ROWS_A_LOOK === 0 && this.isOver;
	}

	/** Lets everything else have its turn. */
	async giveWay(): Promise<void> {
		await breathe();
		this.until = performance.now() + SLICE_MS;
	}
}
