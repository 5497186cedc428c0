/** A nonce may be used once in this time. */
const NONCE_LIFETIME_MS = 15 * 60 * 1000;

/** Remembers the nonces of accepted signatures. */
export class NonceMemory {
	private readonly usedAt = new Map<string, number>();

	/** @returns false when this key used the nonce within its lifetime */
	use(accessKeyId: string, nonce: string, now: number): boolean {
		// Oldest first, as Map keeps the order of insertion.
		for (const [id, at] of this.usedAt) {
			if (now - at < NONCE_LIFETIME_MS) break;
			this.usedAt.delete(id);
		}
		const id = JSON.stringify([accessKeyId, nonce]);
		if (this.usedAt.has(id)) return false;
		this.usedAt.set(id, now);
		return true;
	}

	clear(): void {
		this.usedAt.clear();
	}
}
