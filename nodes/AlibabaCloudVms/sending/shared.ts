/** Values by name, each made for the first that joins and forgotten when the last one has left. */
export class Shared<Value> {
	private readonly held = new Map<string, { value: Value; users: number }>();

	/** Every `join` is followed by one `leave`. */
	join(name: string, make: () => Value): Value {
		const held = this.held.get(name) ?? { value: make(), users: 0 };
		held.users++;
		this.held.set(name, held);
		return held.value;
	}

	leave(name: string): void {
		const held = this.held.get(name);
		if (held && --held.users === 0) this.held.delete(name);
	}

	/** How many are held. */
	get size(): number {
		return this.held.size;
	}
}
