import { about, fail, type Result } from '../../../gateway/failure';
import { callTask } from '../../../parameters';
import { catalogueOf } from '../../../parameters/catalogue';
import { whenToldToEnd } from '../../../sending/ending';
import type { Send } from '../../../sending/send';
import { alone, laneOf } from '../../../tasks/alone';
import { createTaskReader } from '../../../tasks/reader';
import type { TaskKey, TaskState } from '../../../tasks/state';
import { questionsOf, taskIn, taskOf } from '../../../tasks/which';
import type { Done, Execution, Job } from '../../operation';
import type { ValuesOf } from '../../option';
import type { Sending } from '../../options';

/** Which task: nothing else is asked for at the top. */
const catalogue = catalogueOf(callTask.identity, []);

/** One task, and the ways to it. */
export interface Subject {
	task: TaskKey;
	send: Send;
	/** Reads it as it is now. */
	look(): Promise<Result<TaskState>>;
	/** Told that something was sent that may have changed it. */
	changed(): void;
	/** Ends waits: the execution is stopped, or n8n is told to end and would not let it finish. */
	ends: AbortSignal;
	/** Waits while another item takes the place. */
	stepAside<T>(wait: () => Promise<T>): Promise<T>;
}

/** What was done about a task, or will be known once it was waited for. */
export type Acted<Deed extends string> =
	Result<Done<Deed>> | { later(): Promise<Result<Done<Deed>>> };

/** A wait that ended before anything was seen, after something was sent. */
export const waitEnded = (description: string) =>
	fail({
		kind: 'cancelled',
		message: whenToldToEnd().aborted
			? 'n8n was told to stop, so the task was not waited for'
			: 'The execution was stopped',
		description,
		became: 'unknown',
	});

/**
 * From an item to a job that changes its task, with nobody else of this process changing it meanwhile; who
 * waits for a state keeps nobody from the task.
 * @param change rejects where the execution is stopped before anything was sent
 */
export function jobsOf<Deed extends string, O extends Sending>(
	execution: Execution<O>,
	change: (subject: Subject, options: ValuesOf<O>) => Promise<Acted<Deed>>,
): (itemIndex: number) => Result<Job<Deed>> {
	const { context, send, account, total, cancelled, enterpriseId, timezone } = execution;
	const { stepAside } = execution;
	const ends = AbortSignal.any([whenToldToEnd(), ...(cancelled ? [cancelled] : [])]);
	const readItem = questionsOf(context, { catalogue, enterpriseId, zone: timezone });
	const reader = createTaskReader(send, { account, catalogue: callTask, total });
	return (itemIndex) => {
		const options = execution.optionsOf(itemIndex);
		if (!options.ok) return about(taskIn(readItem(itemIndex)), options);
		const asked = readItem(itemIndex);
		if (!asked.ok) return asked;
		const task = taskOf(asked.value);
		let taskName = '';
		const subject: Subject = {
			task,
			send,
			ends,
			stepAside,
			async look() {
				const read = await reader.readNow(task, []);
				if (read.ok) taskName = String(read.value.fields.Name ?? '');
				return read;
			},
			changed: () => reader.changed(task),
		};
		const run = async () => {
			const acted = await alone(task, execution, () => change(subject, options.value));
			const changed = 'later' in acted ? await acted.later() : acted;
			return changed.ok ? changed : fail({ taskName, ...changed.failure });
		};
		const lane = laneOf(task);
		return { ok: true, value: { lane, task, isChange: true, isSteady: true, run } };
	};
}
