/** What call centers have of one kind, in the order it was made. A new one in the place of another takes its place. */
export class EntryStore<Entry extends { EnterpriseId: string }> {
	private readonly centers = new Map<string, Map<string, Entry>>();

	/** @param idOf what tells an entry apart from the others of its call center */
	constructor(private readonly idOf: (entry: Entry) => string) {}

	/** @returns copies */
	list(enterpriseId: string): Entry[] {
		return [...(this.centers.get(enterpriseId)?.values() ?? [])].map((entry) => ({ ...entry }));
	}

	/** Adds the entry, or replaces the one with its enterprise and id. */
	put(entry: Entry): void {
		const center = this.centers.get(entry.EnterpriseId) ?? new Map<string, Entry>();
		this.centers.set(entry.EnterpriseId, center);
		center.set(this.idOf(entry), { ...entry });
	}

	remove(enterpriseId: string, id: string): void {
		this.centers.get(enterpriseId)?.delete(id);
	}

	clear(): void {
		this.centers.clear();
	}
}
