/** What there is to say once for all items. */
export class Notes {
	/** By topic the names that it is about, each with what there is to say of it. */
	readonly topics = new Map<string, Map<string, ((name: string) => string) | undefined>>();

	private readonly finishes: Array<() => void> = [];

	add(topic: string, name: string, remark?: (name: string) => string): void {
		const names = this.topics.get(topic) ?? new Map<string, typeof remark>();
		this.topics.set(topic, names.set(name, remark));
	}

	/** What is done when every item has its outcome. */
	whenWhole(finish: () => void): void {
		this.finishes.push(finish);
	}

	/** Told that every item has its outcome. */
	isWhole(): void {
		for (const finish of this.finishes) finish();
	}
}
