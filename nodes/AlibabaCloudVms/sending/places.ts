/**
 * The connections of an endpoint, which all executions of a process share. A request waits for its place
 * here, since it would wait for its connection within its time-out.
 */
export class Places {
	/** Who is told of the next free place: each once, in the order of asking. */
	private readonly asking = new Set<() => void>();

	constructor(private free: number) {}

	/** Takes a place if there is one; otherwise `whenFree` is told of the next one, which it may take then. */
	take(whenFree: () => void): boolean {
		if (this.free === 0) {
			this.asking.add(whenFree);
			return false;
		}
		this.free--;
		return true;
	}

	giveBack(): void {
		this.free++;
		// Whoever is told may need it no longer, since an execution was stopped.
		for (const tell of [...this.asking]) {
			if (this.free === 0) return;
			this.asking.delete(tell);
			tell();
		}
	}
}
