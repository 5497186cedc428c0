/** When this process has changed tasks, by name, for as long as that matters. Times as `performance.now()` counts. */
export class Changes {
	/** The oldest first. */
	private readonly times = new Map<string, number>();

	constructor(private readonly keptMs: number) {}

	note(name: string): void {
		const now = performance.now();
		this.times.delete(name);
		this.times.set(name, now);
		for (const [old, at] of this.times) {
			if (at >= now - this.keptMs) return;
			this.times.delete(old);
		}
	}

	/** When it was changed last; undefined where that is long ago, or never was. */
	at(name: string): number | undefined {
		const at = this.times.get(name);
		return at !== undefined && at >= performance.now() - this.keptMs ? at : undefined;
	}
}
