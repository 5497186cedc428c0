import type { IDataObject } from 'n8n-workflow';
import { sleep } from 'n8n-workflow';
import { PAUSE_TASK, START_TASK } from '../../../gateway/actions';
import { explainUnproven } from '../../../gateway/answers';
import type { Failure, Result } from '../../../gateway/failure';
import { settled } from '../../../gateway/settled';
import type { Log } from '../../../log';
import type { Guard } from '../../../sending/attempts';
import type { Send } from '../../../sending/send';
import { Urgency } from '../../../sending/waiting';
import { getTask } from '../../../tasks/get';
import { ENDED, identityOf, RUNNING, type TaskKey, type TaskState } from '../../../tasks/state';
import { watch } from '../../../tasks/watch';
import { wordsOf } from './pauseWords';

const BETWEEN_LOOKS_MS = 500;
/** A state is asked for ten times until it is as wanted. */
const BETWEEN_LOOKS = Array.from({ length: 9 }, () => BETWEEN_LOOKS_MS);
/**
 * How often a task is started before that is given up, with waits in between that double: a campaign left
 * paused is worse than a late answer. Each start makes attempts of its own.
 */
const MOST_STARTS = 5;

/** How a start went: seen running; answered with OK, but over or out of sight since; or not done. */
export type Restart =
	| { kind: 'runs'; status: number }
	| { kind: 'unseen'; status: number | undefined }
	| { kind: 'failed'; status: number | undefined; failure: Failure };

/** One running task, and how it is paused and started: also after the execution was stopped. */
export class RunningTask {
	constructor(
		private readonly send: Send,
		private readonly log: Log,
		private readonly task: TaskKey,
	) {}

	/** As it was read last. */
	seen?: TaskState;

	/** `Call task 133230 of enterprise 7000002 ...`, in n8n's log. */
	note(what: string, level: keyof Log = 'info'): void {
		const { taskId, enterpriseId } = this.task;
		this.log[level](`Call task ${taskId} of enterprise ${enterpriseId} ${what}`);
	}

	async pause(guard: Guard): Promise<Result<IDataObject>> {
		let isNoted = false;
		const identity = () => {
			// Before it leaves: nobody could say so afterwards if this process ended.
			if (!isNoted) this.note('is paused for an update');
			isNoted = true;
			return identityOf(this.task);
		};
		const turns = { urgency: Urgency.decided, guard };
		return await settled(async () => await this.send(PAUSE_TASK, identity, turns));
	}

	/** Its status, asked for until it is one of those wanted; undefined if it can't be read. */
	async status(...wanted: number[]): Promise<number | undefined> {
		const options = { evenIfStopped: true, urgency: Urgency.standingStill };
		const sight = await watch({
			look: async () => await getTask(this.send, this.task, options),
			isSeen: ({ status = Number.NaN }) => wanted.includes(status),
			waits: wanted.length > 0 ? BETWEEN_LOOKS : [],
		});
		this.seen = sight.state;
		return sight.end === 'unread' ? undefined : (sight.state?.status ?? Number.NaN);
	}

	/** Starts it until it is seen running. */
	async startAgain(): Promise<Restart> {
		const options = { evenIfStopped: true, urgency: Urgency.standingStill };
		for (let start = 1; ; start++) {
			const started = await settled(
				async () => await this.send(START_TASK, identityOf(this.task), options),
			);
			// A start whose answer was lost makes the next one fail: the state decides.
			const status = started.ok ? await this.status(RUNNING, ENDED) : await this.status();
			if (status === RUNNING) {
				this.note('was started again');
				return { kind: 'runs', status };
			}
			const isUnseen = status === undefined || status === ENDED;
			if (started.ok && isUnseen) {
				this.note(`was started again; since then it is ${wordsOf(status)}`);
				return { kind: 'unseen', status };
			}
			if (start === MOST_STARTS || status === ENDED) {
				const failure = started.ok
					? explainUnproven(
							started.value,
							`The start was answered with OK, but the task is ${wordsOf(status)}`,
						)
					: started.failure;
				return { kind: 'failed', status, failure };
			}
			await sleep(BETWEEN_LOOKS_MS * 2 ** (start - 1));
		}
	}
}
