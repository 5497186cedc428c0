import { setImmediate as turn } from 'node:timers/promises';
import type { Clock } from '../../../../nodes/AlibabaCloudVms/sending/clock';

/** A clock that stands still until all that could happen now has happened, and then jumps to the next moment. */
export class VirtualTime implements Clock {
	private ms = 0;

	private planned: Array<{ at: number; run: () => void }> = [];

	now = (): number => this.ms;

	after = (ms: number, run: () => void): (() => void) => {
		const one = { at: this.ms + Math.max(0, ms), run };
		const place = this.planned.findIndex(({ at }) => at > one.at);
		this.planned.splice(place < 0 ? this.planned.length : place, 0, one);
		return () => {
			this.planned = this.planned.filter((other) => other !== one);
		};
	};

	sleep = async (ms: number): Promise<void> =>
		await new Promise((resolve) => void this.after(ms, resolve));

	/** Lets time pass until the work is done. */
	async run<T>(work: Promise<T>): Promise<T> {
		let isDone = false;
		const done = work.finally(() => {
			isDone = true;
		});
		for (;;) {
			await turn();
			if (isDone) return await done;
			const next = this.planned.shift();
			if (!next) throw new Error('Nothing is planned, and the work is not done.');
			this.ms = Math.max(this.ms, next.at);
			next.run();
		}
	}
}
