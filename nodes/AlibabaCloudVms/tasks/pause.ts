import type { IDataObject } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';
import type { Send } from '../bulk/send';
import type { ApiAction } from '../transport/api';
import { PAUSE_TASK, START_TASK } from '../transport/api';
import { explainUnproven } from '../transport/answers';
import type { Failure, Result } from '../transport/failure';
import { fail, mayBeApplied } from '../transport/failure';
import { getTask } from './getTask';
import { settled } from './settled';
import { ENDED, identityOf, PAUSED, RUNNING, statusWords, type TaskKey } from './state';

/**
 * Changes a running task while it is paused. From the moment the pause is sent the campaign is in this
 * code's hands: whatever fails, and even where the execution is stopped, the task is started again, or the
 * failure says in which state it was left.
 */

/** How often a state is asked for until it is as wanted, and how long is waited in between. */
const MOST_LOOKS = 10;
const BETWEEN_LOOKS_MS = 500;
/**
 * How often a task is started before that is given up, with waits in between that double: a campaign left
 * paused is worse than a late answer. Each start makes attempts of its own.
 */
const MOST_STARTS = 5;

/** What became of an update. */
export interface Changed {
	/** The gateway's, to the update. */
	answer: IDataObject;
	/** Whether the task was paused for it, and started again. */
	isResumed?: boolean;
	warning?: string;
}

const NOT_UPDATED = 'Nothing was updated.';
/** Said of an item that failed all the same. */
export const RUNS_AGAIN = 'The task was paused for this and is running again.';

const failureOf = (failure: Failure, message: string, description: string) =>
	fail({
		...failure,
		message,
		description: [description, failure.description].filter(Boolean).join(' '),
		retry: undefined,
	});

/** One running task, and how it is reached: also after the execution was stopped. */
class RunningTask {
	constructor(
		private readonly send: Send,
		private readonly task: TaskKey,
	) {}

	async ask(action: ApiAction): Promise<Result<IDataObject>> {
		const evenIfStopped = action === START_TASK;
		return await settled(
			async () => await this.send(action, identityOf(this.task), { evenIfStopped }),
		);
	}

	/** Its state, asked for until it is one of those wanted; undefined if it can't be read. */
	async status(...wanted: number[]): Promise<number | undefined> {
		for (let look = 1; ; look++) {
			const read = await settled(
				async () => await getTask(this.send, this.task, { evenIfStopped: true }),
			);
			if (!read.ok) return undefined;
			const { status = Number.NaN } = read.value;
			if (wanted.length === 0 || wanted.includes(status) || look === MOST_LOOKS) return status;
			await sleep(BETWEEN_LOOKS_MS);
		}
	}

	/** Starts it until it is seen running. */
	async startAgain(): Promise<Restart> {
		for (let start = 1; ; start++) {
			const started = await this.ask(START_TASK);
			// A start whose answer was lost makes the next one fail: the state decides.
			const status = started.ok ? await this.status(RUNNING, ENDED) : await this.status();
			if (status === RUNNING) return { kind: 'runs' };
			const isUnseen = status === undefined || status === ENDED;
			if (started.ok && isUnseen) return { kind: 'unseen', status };
			if (start === MOST_STARTS || status === ENDED) {
				const failure = started.ok
					? explainUnproven(
							started.value,
							`The start was answered with OK, but the task is ${wordsOf(status)}`,
						)
					: started.failure;
				return { kind: 'failed', failure };
			}
			await sleep(BETWEEN_LOOKS_MS * 2 ** (start - 1));
		}
	}
}

/** How a start went: seen running; answered with OK, but over or out of sight since; or not done. */
type Restart =
	| { kind: 'runs' }
	| { kind: 'unseen'; status: number | undefined }
	| { kind: 'failed'; failure: Failure };

/** What is said of a restart that is not proven. */
const unseen = (status: number | undefined): string =>
	`The task was paused for this and its start was answered with OK; since then it is ${wordsOf(status)}`;

const wordsOf = (status?: number): string =>
	status === undefined ? 'in a state that could not be read' : statusWords({ status });

/** Pauses a running task: `ours` to be started again, or paused by somebody else in between. */
async function pause(running: RunningTask): Promise<Result<'ours' | 'theirs'>> {
	const paused = await running.ask(PAUSE_TASK);
	if (paused.ok) {
		const status = await running.status(PAUSED, ENDED);
		if (status === PAUSED) return { ok: true, value: 'ours' };
		return await giveUp(
			running,
			explainUnproven(
				paused.value,
				`The pause was answered with OK, but the task is ${wordsOf(status)}`,
			),
		);
	}
	const { failure } = paused;
	const isRefused = !mayBeApplied(failure);
	if (isRefused && failure.code !== 'OK') {
		return failureOf(failure, `The task could not be paused: ${failure.message}`, NOT_UPDATED);
	}
	// Without a sure answer the pause may take effect yet; then it is ours to end.
	const status = isRefused ? await running.status() : await running.status(PAUSED, ENDED);
	if (status === PAUSED) return { ok: true, value: isRefused ? 'theirs' : 'ours' };
	return await giveUp(running, {
		...failure,
		message: `The task could not be paused and is ${wordsOf(status)}: ${failure.message}`,
	});
}

/**
 * Ends without an update, with the task running again unless it has ended. It is started even where it
 * seems to run: the pause may yet take effect.
 */
async function giveUp(running: RunningTask, failure: Failure): Promise<Result<never>> {
	const status = await running.status();
	const restart: Restart = status === ENDED ? { kind: 'runs' } : await running.startAgain();
	return restart.kind === 'failed'
		? leftPaused(await running.status(), restart.failure, NOT_UPDATED)
		: failureOf(failure, failure.message, NOT_UPDATED);
}

/** The one thing that must be heard: the campaign stands still. */
function leftPaused(status: number | undefined, failure: Failure, whatOfFields: string) {
	if (status === ENDED) {
		const message = 'The task ended while it was paused, and cannot start again';
		return failureOf(failure, message, whatOfFields);
	}
	const words = status === undefined ? 'probably paused' : wordsOf(status);
	return failureOf(
		{ ...failure, fate: undefined, isLeftPaused: true },
		`The task is ${words} and could not be started again: ${failure.message}`,
		`${whatOfFields} Start the task in the console as soon as the cause is gone.`,
	);
}

const THEIRS = 'Somebody else paused the task meanwhile, so it was not started again';

/**
 * Pauses a running task, makes the change, and starts the task again.
 * @param update sends the change; its failure is reported, with the task running again
 */
export async function updateWhilePaused(
	send: Send,
	task: TaskKey,
	update: () => Promise<Result<IDataObject>>,
): Promise<Result<Changed>> {
	const running = new RunningTask(send, task);
	const paused = await pause(running);
	if (!paused.ok) return paused;
	const updated = await settled(update);
	if (paused.value === 'theirs') {
		return updated.ok
			? { ok: true, value: { answer: updated.value, warning: THEIRS } }
			: failureOf(updated.failure, updated.failure.message, `${THEIRS}.`);
	}
	const restart = await running.startAgain();
	if (restart.kind === 'failed') {
		const fields = updated.ok
			? 'Its fields were updated.'
			: `Its fields were not updated: ${updated.failure.message}.`;
		return leftPaused(await running.status(), restart.failure, fields);
	}
	const isResumed = restart.kind === 'runs';
	const warning = restart.kind === 'unseen' ? unseen(restart.status) : undefined;
	if (updated.ok) return { ok: true, value: { answer: updated.value, isResumed, warning } };
	const { failure } = updated;
	return failureOf(failure, failure.message, warning ? `${warning}.` : RUNS_AGAIN);
}
