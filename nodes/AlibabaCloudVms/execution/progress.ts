import { defectOf, stackOf } from '../gateway/defect';
import { fail, type Failure, type Result } from '../gateway/failure';
import { Slice } from '../sending/slice';
import type { Done } from '../operations/operation';
import { unexpected } from './errors';
import type { Session } from './open';

/** By item; undefined for what was not begun. */
export type Results = Array<Result<Done> | undefined>;

export interface ExecuteOptions {
	/** Number of items. */
	total: number;
	/** Whether the other items go on after one has failed. */
	goesOn: boolean;
	cancelled?: AbortSignal;
	/** Told now and then how far the execution is; n8n shows it in the browser's console in manual runs. */
	tell?(progress: string): void;
	/** How often at most. */
	tellEveryMs?: number;
	/** Told the same more rarely, for n8n's log: of runs that nobody looks at, nothing else says it. */
	log?(progress: string): void;
	/** How often at most. */
	logEveryMs?: number;
	/** Told when the outcome of an item is known. */
	settled?(index: number): void;
	/** Told of defects, for n8n's log. */
	report?(defect: string): void;
}

const TELL_EVERY_MS = 2000;
const LOG_EVERY_MS = 60_000;

/** About how long it takes until the rest is done, if that goes on as it went: `, about 40 s left`. */
export function timeLeft(done: number, total: number, ms: number): string {
	if (done === 0 || done >= total) return '';
	const seconds = Math.ceil((ms / done) * (total - done) * 0.001);
	return seconds < 120
		? `, about ${seconds} s left`
		: `, about ${Math.round(seconds / 60)} min left`;
}

/** Where a call ends with the execution, nothing but reads was sent for it. */
const stopped = fail({
	kind: 'cancelled',
	message: 'The execution was stopped',
	description: 'Nothing was changed for this item.',
});

const isStop = (error: unknown, cancelled?: AbortSignal): boolean =>
	cancelled?.aborted === true &&
	(error === cancelled.reason || (error instanceof Error && error.name === 'AbortError'));

/** How far an execution is with its items, whichever way they are sent. */
export class Progress {
	readonly results: Results;

	private readonly beganAt = Date.now();

	private toldAt = this.beganAt;

	private loggedAt = this.beganAt;

	private settled = 0;

	private refused = 0;

	constructor(
		private readonly session: Pick<Session, 'redact'>,
		private readonly options: ExecuteOptions,
	) {
		this.results = new Array<Results[number]>(options.total);
	}

	/** @returns whether items behind this one are begun */
	settle(index: number, result: Result<Done>): boolean {
		const mayGoOn = this.keep(index, result);
		this.tell(this.settled, 'done');
		return mayGoOn;
	}

	/** The same of items that were sent together. */
	settleAll(items: readonly number[], outcomes: ReadonlyArray<Result<Done>>): boolean {
		let mayGoOn = true;
		for (let place = 0; place < items.length; place++) {
			const index = items[place];
			const outcome = outcomes[place];
			if (index === undefined || !outcome) continue;
			if (!this.keep(index, this.reported(outcome))) mayGoOn = false;
		}
		this.tell(this.settled, 'done');
		return mayGoOn;
	}

	/**
	 * Reads items one after the other, and keeps what is wrong with them.
	 * @param keep told of each that can be sent
	 * @returns whether it came to the end of the items
	 */
	async readAll<T>(
		read: (index: number) => Result<T>,
		keep?: (index: number, value: T) => void,
	): Promise<boolean> {
		const { total, cancelled } = this.options;
		const slice = new Slice();
		for (let index = 0; index < total; index++) {
			if (slice.isOverAt(index)) {
				await slice.giveWay();
				if (cancelled?.aborted) return false;
				// A busy machine may be slow to begin.
				if (index > 0) this.tell(index, 'checked');
			}
			const result = this.attempted(read, index);
			if (!result.ok) this.results[index] = result;
			else keep?.(index, result.value);
		}
		return true;
	}

	/** Reads an item; what n8n throws meanwhile is the item's failure. */
	attempted<T>(read: (index: number) => Result<T>, index: number): Result<T> {
		try {
			return read(index);
		} catch (error) {
			return unexpected(error);
		}
	}

	/** What becomes of something that is sent; whatever it throws is a failure too. */
	async guarded<T>(work: () => Promise<T>): Promise<{ value: T } | { failed: Result<never> }> {
		try {
			return { value: await work() };
		} catch (error) {
			const isStopped = isStop(error, this.options.cancelled);
			return { failed: isStopped ? stopped : this.reported(fail(defectOf(error))) };
		}
	}

	/** What was thrown goes to the log; it may quote anything. */
	reported<T>(result: Result<T>): Result<T> {
		if (result.ok || result.failure.thrown === undefined) return result;
		const { failure } = result;
		this.options.report?.(this.session.redact(stackOf(failure.thrown)));
		const message = this.session.redact(failure.message);
		return fail({ ...failure, thrown: undefined, message } satisfies Failure);
	}

	/** The results where nothing is sent because some items did not pass their checks. */
	withheld(why: string): Results {
		const { total, goesOn } = this.options;
		const { results } = this;
		const failed = results.filter(Boolean).length;
		if (!goesOn) return results;
		return Array.from(
			results,
			(result) =>
				result ??
				fail({
					kind: 'input',
					message: `Held back: ${failed} of ${total} items did not pass their checks`,
					description: why,
				}),
		);
	}

	private keep(index: number, result: Result<Done>): boolean {
		this.results[index] = result;
		this.options.settled?.(index);
		this.settled++;
		if (!result.ok) this.refused++;
		return result.ok || this.options.goesOn;
	}

	private tell(done: number, what: string): void {
		const { total, tell, log } = this.options;
		const { tellEveryMs = TELL_EVERY_MS, logEveryMs = LOG_EVERY_MS } = this.options;
		const now = Date.now();
		if (now - this.toldAt < tellEveryMs) return;
		this.toldAt = now;
		const refused = this.refused > 0 ? `, ${this.refused} of them refused` : '';
		const left = timeLeft(done, total, now - this.beganAt);
		const progress = `${done} of ${total} items ${what}${refused}${left}`;
		tell?.(progress);
		if (now - this.loggedAt < logEveryMs) return;
		this.loggedAt = now;
		log?.(progress);
	}
}
