type Wake = () => void;

/**
 * Doors that lead to one thing each, such as a task: of all executions of this process, so many may be behind
 * one at a time. The others wait in the order of asking.
 */
export class Doors {
	/** Behind each door that is in use: how many there are, and who waits. */
	private readonly doors = new Map<string, { inside: number; waiting: Wake[] }>();

	constructor(private readonly most: number) {}

	/** Works behind a door. Rejects with the signal's reason if that fires before it could begin. */
	async through<T>(
		name: string,
		signal: AbortSignal | undefined,
		work: () => Promise<T>,
	): Promise<T> {
		await this.enter(name, signal);
		try {
			return await work();
		} finally {
			this.leave(name);
		}
	}

	/** How many doors are in use. */
	get size(): number {
		return this.doors.size;
	}

	private async enter(name: string, signal?: AbortSignal): Promise<void> {
		signal?.throwIfAborted();
		const door = this.doors.get(name) ?? { inside: 0, waiting: [] };
		this.doors.set(name, door);
		if (door.inside < this.most) {
			door.inside++;
			return;
		}
		const { waiting } = door;
		await new Promise<void>((resolve, reject) => {
			const enter = () => {
				signal?.removeEventListener('abort', stop);
				resolve();
			};
			const stop = () => {
				waiting.splice(waiting.indexOf(enter), 1);
				reject(signal?.reason as Error);
			};
			signal?.addEventListener('abort', stop, { once: true });
			waiting.push(enter);
		});
	}

	private leave(name: string): void {
		const door = this.doors.get(name);
		// Whoever waited first takes the place of the one who leaves.
		const next = door?.waiting.shift();
		if (next) next();
		else if (door && --door.inside === 0) this.doors.delete(name);
	}
}
