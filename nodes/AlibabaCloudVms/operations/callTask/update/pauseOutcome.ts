import type { IDataObject } from 'n8n-workflow';
import { fail, mayBeApplied, type Failure, type Result } from '../../../gateway/failure';
import { ENDED } from '../../../tasks/state';
import { told, type Facts } from './pauseWords';
import type { Restart } from './runningTask';

/** What became of an update. */
export interface Changed {
	/** The gateway's, to the update. */
	answer: IDataObject;
	/** Whether the task was paused for it, and started again. */
	isResumed?: boolean;
	/** Sentences without the final period. */
	warnings?: string[];
}

/** What became of a pause: `ours` to be started again, `theirs`, or none. */
export type Pause =
	| { kind: 'ours' | 'theirs' }
	| { kind: 'refused'; failure: Failure }
	/** `wasRunning`: the pause was surely not done, and the task is running. */
	| { kind: 'unconfirmed'; failure: Failure; status?: number; wasRunning?: boolean }
	| { kind: 'none'; failure: Failure };

export const updateFact = (updated: Result<unknown>): Facts['update'] => {
	if (updated.ok) return 'done';
	const { failure } = updated;
	if (mayBeApplied(failure)) return failure.kind === 'cancelled' ? 'stopped' : 'lost';
	return failure.fate === 'notSent' || failure.kind === 'cancelled' ? 'notSent' : 'refused';
};

function startFact(restart: Restart | undefined): Facts['start'] {
	if (!restart) return 'none';
	if (restart.kind !== 'failed') return restart.kind;
	if (restart.status === ENDED) return 'ended';
	return mayBeApplied(restart.failure) ? 'lost' : 'refused';
}

/** What is left where an item failed, and its failure alone does not tell it. */
function becameOf({ pause, update, start, isEarlierOpen }: Facts): Failure['became'] {
	// Not by this item where it did not pause it.
	const isLeftSo =
		start !== 'runs' && (pause === 'unconfirmed' || (pause === 'done' && start !== 'none'));
	if (update === 'done' || isLeftSo) return 'incomplete';
	return isEarlierOpen || update === 'lost' || update === 'stopped' ? 'unknown' : undefined;
}

interface Parts {
	pause: Exclude<Pause, { kind: 'none' }>;
	updated?: Result<IDataObject>;
	restart?: Restart;
	/** As it was read last, where it was not started. */
	status?: number;
}

export const failureIn = (part: object | undefined): Failure | undefined =>
	part && 'failure' in part ? (part.failure as Failure) : undefined;

/** The outcome of an item, of what became of pause, update and start. */
export function outcomeOf(
	{ isEarlierOpen }: Pick<Facts, 'isEarlierOpen'>,
	{ pause, updated, restart, status }: Parts,
): Result<Changed> {
	const isPaused = pause.kind === 'ours' || pause.kind === 'theirs';
	const failures = {
		pause: failureIn(pause),
		update: failureIn(updated),
		start: failureIn(restart),
	};
	const facts: Facts = {
		pause: isPaused ? 'done' : (pause.kind as 'refused' | 'unconfirmed'),
		update: updated ? updateFact(updated) : 'notSent',
		start: startFact(restart),
		isEarlierOpen,
	};
	const { message, details, of, isOpen, alarm } = told(facts, {
		pause: failures.pause?.message,
		update: failures.update?.message,
		start: failures.start?.message,
		status: restart ? restart.status : status,
	});
	const failure = of && failures[of];
	if (message === undefined || !failure) {
		if (!updated?.ok) throw new Error('An update that was not made has no failure');
		const isResumed = facts.start === 'runs';
		return { ok: true, value: { answer: updated.value, isResumed, warnings: details } };
	}
	return fail({
		...failure,
		message,
		description: [...details.map((one) => `${one}.`), failure.description]
			.filter(Boolean)
			.join(' '),
		fate: isOpen ? failure.fate : undefined,
		retry: undefined,
		alarm,
		became: becameOf(facts),
	});
}
