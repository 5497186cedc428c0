import type { IDataObject } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';
import { explainUnproven } from '../../../gateway/answers';
import { fail, mayBeApplied, type Failure, type Result } from '../../../gateway/failure';
import { settled } from '../../../gateway/settled';
import type { Guard, Turns } from '../../../sending/attempts';
import { Urgency } from '../../../sending/waiting';
import { FRESH_MS } from '../../../tasks/reader';
import { ENDED, PAUSED, RUNNING, type TaskState } from '../../../tasks/state';
import { failureIn, outcomeOf, updateFact, type Changed, type Pause } from './pauseOutcome';
import { wordsOf } from './pauseWords';
import type { RunningTask } from './runningTask';

/**
 * Changes a running task while it is paused. From the moment the pause is sent the campaign is in this
 * code's hands: whatever fails, and even where the execution is stopped, the task is started again, or the
 * failure says in which state it was left.
 */

/** How often a task is paused anew that somebody else has started before its update. */
const MOST_ROUNDS = 3;
const BETWEEN_ROUNDS_MS = 200;

export interface Change {
	/** Sends it; its failure is reported, with the task running again. */
	update(turns: Turns): Promise<Result<IDataObject>>;
	/** What the pause was decided on. */
	guard: Guard;
	/**
	 * Why the task is not changed as it was seen paused; undefined where it is.
	 * @param isOpen whether an attempt before may have been applied
	 */
	refusal(seen: TaskState, isOpen: boolean): Failure | undefined;
	/** Fires when the process is told to end. */
	ends: AbortSignal;
	/** Whether an update that was sent before may have been applied. */
	isEarlierOpen: boolean;
}

export const isEnding: Failure = {
	kind: 'cancelled',
	message: 'n8n was told to stop, so no further task is paused',
	description: 'Nothing was changed. Run this item again.',
};

/** Of the pause: as it was decided, and not once this process has to end. */
function guardOf({ guard, ends }: Change): Guard & { failure?: Failure } {
	let isSent = false;
	return {
		until: () => {
			if (ends.aborted) return Number.NEGATIVE_INFINITY;
			return isSent ? Number.POSITIVE_INFINITY : guard.until();
		},
		async renew(isOpen) {
			if (ends.aborted) return (this.failure = isEnding);
			// It may be paused already, and is this item's to end.
			isSent = isOpen;
			return isOpen ? undefined : (this.failure = await guard.renew(isOpen));
		},
	};
}

/** The task as it was seen paused last. */
class Standing implements Guard {
	private seenAt = performance.now();

	/** What it is instead, once it was seen otherwise. */
	status?: number;

	constructor(
		private readonly running: RunningTask,
		private readonly change: Change,
	) {}

	/** Why it is not changed as it was seen. */
	refusal(isOpen: boolean): Failure | undefined {
		const { seen } = this.running;
		const failure = seen && this.change.refusal(seen, isOpen);
		return failure && { ...failure, fate: 'notSent' };
	}

	until(): number {
		return this.seenAt + FRESH_MS;
	}

	async renew(isOpen: boolean): Promise<Failure | undefined> {
		const status = await this.running.status();
		this.seenAt = performance.now();
		if (status === PAUSED) return this.refusal(isOpen);
		this.status = status;
		const message = `The task was paused for this and is ${wordsOf(status)} now`;
		return { kind: 'gateway', message, description: '', fate: 'notSent' };
	}
}

/** Pauses a running task: `ours` to be started again, or `theirs`, paused by somebody else in between. */
async function pause(running: RunningTask, change: Change): Promise<Pause> {
	const guard = guardOf(change);
	const paused = await running.pause(guard);
	if (paused.ok) {
		const status = await running.status(PAUSED, ENDED);
		if (status === PAUSED) return { kind: 'ours' };
		const message = `The pause was answered with OK, but the task is ${wordsOf(status)}`;
		return { kind: 'unconfirmed', failure: explainUnproven(paused.value, message), status };
	}
	const { failure } = paused;
	const isOpen = mayBeApplied(failure);
	if (guard.failure && !isOpen) return { kind: 'none', failure: guard.failure };
	const isAnswered = failure.kind === 'gateway';
	const couldNot = (words: string) => ({
		...failure,
		message: `The task could not be paused${words}: ${failure.message}`,
	});
	if (!isOpen && !isAnswered) return { kind: 'refused', failure: couldNot('') };
	// Without a sure answer the pause may take effect yet; then it is ours to end.
	const status = isOpen ? await running.status(PAUSED, ENDED) : await running.status();
	if (status === PAUSED) return { kind: isOpen ? 'ours' : 'theirs' };
	if (!isOpen && failure.code !== 'OK') return { kind: 'refused', failure: couldNot('') };
	return {
		kind: 'unconfirmed',
		failure: couldNot(` and is ${wordsOf(status)}`),
		status,
		wasRunning: !isOpen && status === RUNNING,
	};
}

/** One pause with what follows it; undefined where somebody else has started the task before the update. */
async function once(
	running: RunningTask,
	change: Change,
	isLast: boolean,
): Promise<Result<Changed> | undefined> {
	const paused = await pause(running, change);
	if (paused.kind === 'none') return fail(paused.failure);
	if (paused.kind === 'refused') {
		running.note('was not paused');
		return outcomeOf(change, { pause: paused });
	}
	const mayTryAgain = !isLast && !change.ends.aborted;
	if (paused.kind === 'unconfirmed' && paused.wasRunning && mayTryAgain) {
		running.note('was not paused: another process may have had it paused, and started it again');
		await sleep(BETWEEN_ROUNDS_MS);
		return undefined;
	}
	if (paused.kind === 'unconfirmed') {
		// It is started even where it seems to run: the pause may yet take effect.
		const restart = paused.status === ENDED ? undefined : await running.startAgain();
		return outcomeOf(change, { pause: paused, restart });
	}
	const standing = new Standing(running, change);
	const turns = { urgency: Urgency.standingStill, guard: standing, hurried: change.ends };
	const changed = standing.refusal(change.isEarlierOpen);
	const updated = changed ? fail(changed) : await settled(async () => await change.update(turns));
	const isRefused = updateFact(updated) === 'refused';
	const status = standing.status ?? (isRefused ? await running.status() : undefined);
	if (status === RUNNING && mayTryAgain) {
		running.note('was started by somebody else before its update');
		return undefined;
	}
	if (paused.kind === 'theirs') {
		running.note('was paused by somebody else, and is not started again');
		return outcomeOf(change, { pause: paused, updated, status: await running.status() });
	}
	return outcomeOf(change, { pause: paused, updated, restart: await running.startAgain() });
}

/** Pauses a running task, makes the change, and starts the task again. */
export async function updateWhilePaused(
	running: RunningTask,
	change: Change,
): Promise<Result<Changed>> {
	for (let round = 1; ; round++) {
		const outcome = await once(running, change, round === MOST_ROUNDS);
		if (!outcome) continue;
		const failure = failureIn(outcome);
		if (failure?.alarm) running.note(`was left standing: ${failure.message}`, 'error');
		return outcome;
	}
}
