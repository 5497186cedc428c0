interface Hold {
	action: string;
	/** Requests of the action that still pass. */
	passing: number;
	opened: Promise<void>;
	open(): void;
}

/** Keeps requests waiting, unprocessed, for as long as somebody wants. */
export class Gate {
	private readonly holds = new Set<Hold>();

	/** @returns lets go of those that wait, and of all that follow */
	hold(action: string, passing: number): () => void {
		let open = () => {};
		const opened = new Promise<void>((resolve) => (open = resolve));
		const hold: Hold = { action, passing, opened, open };
		this.holds.add(hold);
		return () => this.release(hold);
	}

	/** Resolves when nothing holds the request. */
	async pass(action: string): Promise<void> {
		for (const hold of this.holds) {
			if (hold.action !== action) continue;
			if (hold.passing > 0) hold.passing -= 1;
			else await hold.opened;
		}
	}

	/** Lets go of everything. */
	clear(): void {
		for (const hold of this.holds) this.release(hold);
	}

	private release(hold: Hold): void {
		this.holds.delete(hold);
		hold.open();
	}
}
