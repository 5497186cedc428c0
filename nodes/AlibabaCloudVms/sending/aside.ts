/** So many wait aside at most: each of them asks again and again. */
const MOST_ASIDE = 200;

/** Calls of an execution that wait with no request under way: others take their places meanwhile. */
export class Aside {
	private waiting = 0;

	/** Told when there is room for another call. */
	onRoom = (): void => {};

	/** How many places are free for it. */
	get size(): number {
		return Math.min(this.waiting, MOST_ASIDE);
	}

	/** Gives the place of a call away as long as it waits. */
	async whileWaiting<T>(wait: () => Promise<T>): Promise<T> {
		this.waiting++;
		this.onRoom();
		try {
			return await wait();
		} finally {
			this.waiting--;
		}
	}
}
