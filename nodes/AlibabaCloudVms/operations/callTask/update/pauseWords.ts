import { RUNNING, statusWords } from '../../../tasks/state';

/** What became of a change with a pause around it, as far as it is known. */
export interface Facts {
	/**
	 * `done`: the task was seen paused, whatever the answer. `refused`: surely not paused. `unconfirmed`: it was
	 * not seen paused, and may be yet.
	 */
	pause: 'done' | 'refused' | 'unconfirmed';
	/** `lost` and `stopped`: sent, and nothing proves what became of it. */
	update: 'done' | 'refused' | 'lost' | 'stopped' | 'notSent';
	/**
	 * `runs`: seen running. `unseen`: answered with OK, and not seen running since. `lost`: no answer proves
	 * it. `ended`: the task is over. `none`: it was not this item that paused it.
	 */
	start: 'runs' | 'unseen' | 'refused' | 'lost' | 'ended' | 'none';
	/** Whether an update that was sent before the pause may have been applied. */
	isEarlierOpen?: boolean;
}

/** The messages of what failed, without a period at the end, and the status that was read last. */
interface Causes {
	pause?: string;
	update?: string;
	start?: string;
	status?: number;
}

/** What an item says. Without a message it succeeded. */
export interface Told {
	message?: string;
	/** Sentences without the final period, of a success too: they are warnings then. */
	details: string[];
	/** Whose failure it is: that one's Code and Request ID are given. */
	of?: 'pause' | 'update' | 'start';
	/** Whether that failure leaves open if the fields were changed. */
	isOpen?: true;
	/** Said of other items whose tasks stand still. */
	alarm?: string;
}

const EARLIER = 'an update sent before the pause may have been applied';

/** Where no update was sent, or this one was surely not applied. */
const nothingUpdated = ({ isEarlierOpen }: Facts): string =>
	isEarlierOpen ? `The update was not repeated; ${EARLIER}` : 'Nothing was updated';
/** Said of an item that failed all the same. */
export const RUNS_AGAIN = 'The task was paused for this and is running again';
const THEIRS = 'Somebody else paused the task meanwhile, so it was not started again';
const THEIRS_RUNS =
	'Somebody else paused the task meanwhile and has started it again, so the change may have come while it was running';
const LEFT_PAUSED = 'The tasks of these items could not be started again either';
const START_IT = 'Start the task in the console as soon as the cause is gone';
const MAY_START = 'The start may have been applied all the same: look at the task in the console';

export const wordsOf = (status?: number): string =>
	status === undefined ? 'in a state that could not be read' : statusWords({ status });

/** What became of the fields, where something else has the first word. */
function ofFields(facts: Facts, causes: Causes): string {
	if (facts.pause !== 'done') return nothingUpdated(facts);
	switch (facts.update) {
		case 'done':
			return 'Its fields were updated';
		case 'lost':
			return `Its fields may have been updated: ${causes.update}`;
		case 'stopped':
			return 'Its fields may have been updated: the execution was stopped while the update was under way';
		default:
			return facts.isEarlierOpen
				? `Its fields were not updated now (${causes.update}), but ${EARLIER}`
				: `Its fields were not updated: ${causes.update}`;
	}
}

/** What became of the start, where it is not the task that stands still which has the first word. */
function ofStart({ pause, start }: Facts, { status }: Causes): string[] {
	const answered = `was answered with OK; since then it is ${wordsOf(status)}`;
	switch (start) {
		case 'runs':
			return [
				pause === 'done'
					? RUNS_AGAIN
					: 'It was started all the same, since the pause could take effect yet, and is seen running',
			];
		case 'unseen':
			return [
				pause === 'done'
					? `The task was paused for this and its start ${answered}`
					: `The pause could not be confirmed. The start that followed ${answered}`,
			];
		case 'none':
			return pause === 'done' ? [status === RUNNING ? THEIRS_RUNS : THEIRS] : [];
		default:
			return [];
	}
}

/** What is said of a change with a pause around it. */
export function told(facts: Facts, causes: Causes): Told {
	const { pause, update, start } = facts;
	if (start === 'ended' && pause === 'done') {
		const message = 'The task ended while it was paused, and cannot start again';
		return { message, details: [ofFields(facts, causes)], of: 'start' };
	}
	if (start === 'refused' || start === 'lost') {
		const { status } = causes;
		const isSeen = pause === 'done' ? 'probably paused' : 'possibly paused';
		const words = status === undefined ? isSeen : wordsOf(status);
		return {
			message: `The task is ${words} and could not be started again: ${causes.start}`,
			details: [
				ofFields(facts, causes),
				...(pause === 'unconfirmed' ? [String(causes.pause)] : []),
				...(start === 'lost' ? [MAY_START] : []),
				START_IT,
			],
			of: 'start',
			alarm: LEFT_PAUSED,
		};
	}
	if (pause !== 'done') {
		return {
			message: causes.pause,
			details: [nothingUpdated(facts), ...ofStart(facts, causes)],
			of: 'pause',
		};
	}
	if (update === 'done') {
		return { details: start === 'runs' ? [] : ofStart(facts, causes) };
	}
	return {
		message: causes.update,
		details: [
			...(update === 'notSent' ? [nothingUpdated(facts)] : []),
			...(update === 'refused' && facts.isEarlierOpen ? [`This was refused, but ${EARLIER}`] : []),
			...ofStart(facts, causes),
		],
		of: 'update',
		...(update === 'lost' || update === 'stopped' ? { isOpen: true } : {}),
	};
}
