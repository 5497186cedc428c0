import type { Result } from '../gateway/failure';

/** Most answers that are kept at a time; the oldest one goes first. */
const MOST = 50;

/** What was read a moment ago, by name. Failures are not kept: they are what people mend. */
export class Memory<T> {
	/** The oldest first. */
	private readonly kept = new Map<string, { readAt: number; answer: Promise<Result<T>> }>();

	constructor(private readonly keptMs: number) {}

	/** How many answers it holds. */
	get size(): number {
		return this.kept.size;
	}

	/** What was read by this name, or is being read; else what is read now. */
	async get(name: string, read: () => Promise<Result<T>>): Promise<Result<T>> {
		const now = performance.now();
		for (const [old, { readAt }] of this.kept) {
			if (readAt >= now - this.keptMs && this.kept.size <= MOST) break;
			this.kept.delete(old);
		}
		const known = this.kept.get(name);
		if (known) return await known.answer;
		const answer = read();
		const entry = { readAt: now, answer };
		this.kept.set(name, entry);
		const forget = () => {
			if (this.kept.get(name) === entry) this.kept.delete(name);
		};
		answer.then(({ ok }) => {
			if (!ok) forget();
		}, forget);
		return await answer;
	}
}
