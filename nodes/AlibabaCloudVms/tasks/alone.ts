import { byText } from '../parameters/same';
import { Doors } from '../sending/doors';
import { idOf, type TaskKey } from './state';

/** Tasks that executions of this process are changing. */
const tasks = new Doors(1);

interface Whose {
	/** The key and where it counts: tasks of other accounts are others. */
	account: string;
	/** Fires when the execution is stopped. */
	cancelled?: AbortSignal;
}

/** The lane of a new task, which has no ID yet: items of one name, as people see it, keep their order. */
export const laneOfName = (enterpriseId: string, name: string): string =>
	`${idOf(enterpriseId)}/"${byText(name)}"`;

/** The name of a task's lane: items of one lane keep their order. */
export const laneOf = ({ enterpriseId, taskId }: TaskKey): string =>
	`${idOf(enterpriseId)}/${idOf(taskId)}`;

/**
 * Does something behind a lane's door, where nobody else of this process is meanwhile. Waits for its turn,
 * and rejects with the signal's reason where that fires before.
 */
export const behind = async <T>(
	lane: string,
	{ account, cancelled }: Whose,
	work: () => Promise<T>,
): Promise<T> => await tasks.through(`${account} ${lane}`, cancelled, work);

/** Changes a task while nobody else in this process does: one may have paused it for its update. */
export const alone = async <T>(task: TaskKey, whose: Whose, change: () => Promise<T>): Promise<T> =>
	await behind(laneOf(task), whose, change);
