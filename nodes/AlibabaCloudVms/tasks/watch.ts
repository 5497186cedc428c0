import { setTimeout as wait } from 'node:timers/promises';
import type { Failure, Result } from '../gateway/failure';
import { settled } from '../gateway/settled';
import type { TaskState } from './state';

/** How a task was watched for a state. */
export type Sight =
	| { end: 'seen' | 'timeUp'; state: TaskState }
	/** The execution was stopped; what was seen before, if anything was. */
	| { end: 'stopped'; state?: TaskState }
	| { end: 'unread'; failure: Failure; state?: TaskState };

interface Watch {
	/** Reads the task as it is now. */
	look(): Promise<Result<TaskState>>;
	/** Whether nothing else is waited for. */
	isSeen(state: TaskState): boolean;
	/** Milliseconds between looks; when they are over, the time is up. */
	waits: Iterable<number>;
	/** Ends the wait once it fires. */
	signal?: AbortSignal;
	/** Has others sent while it waits. */
	aside?<T>(wait: () => Promise<T>): Promise<T>;
	/** Whether a look that fails for a cause that may pass is followed by another one. */
	outlastsFailures?: boolean;
}

/** Looks at a task until it is as wanted, the time is up, or the execution is stopped. Never rejects. */
export async function watch({
	look,
	isSeen,
	waits,
	signal,
	aside = async (wait) => await wait(),
	outlastsFailures = false,
}: Watch): Promise<Sight> {
	const pauses = waits[Symbol.iterator]();
	let state: TaskState | undefined;
	for (;;) {
		const read = await settled(look);
		if (read.ok) {
			state = read.value;
			if (isSeen(state)) return { end: 'seen', state };
		} else if (read.failure.kind === 'cancelled') {
			return { end: 'stopped', state };
		}
		const mayPass = read.ok || (outlastsFailures && read.failure.retry === true);
		const pause = mayPass ? pauses.next() : undefined;
		if (!pause || pause.done) {
			return read.ok
				? { end: 'timeUp', state: read.value }
				: { end: 'unread', failure: read.failure, state };
		}
		const { value: ms } = pause;
		if (!(await aside(async () => await hasWaited(ms, signal)))) return { end: 'stopped', state };
	}
}

/** Whether the wait came to its end. */
const hasWaited = async (ms: number, signal?: AbortSignal): Promise<boolean> =>
	await wait(ms, true, { signal }).catch(() => false);

const FIRST_WAIT_MS = 500;
const LONGEST_WAIT_MS = 5000;
const GROWTH = 1.5;

/** Waits that grow, until so many milliseconds are over; the last one ends with them. */
export function* waitsWithin(mostMs: number): Generator<number, void> {
	const end = performance.now() + mostMs;
	for (let ms = FIRST_WAIT_MS; ; ms = Math.min(ms * GROWTH, LONGEST_WAIT_MS)) {
		const left = end - performance.now();
		if (left <= 0) return;
		yield Math.min(ms, left);
	}
}
