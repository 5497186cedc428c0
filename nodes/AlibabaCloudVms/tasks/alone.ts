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

/** The name of a task's lane: items of one lane keep their order. */
export const laneOf = ({ enterpriseId, taskId }: TaskKey): string =>
	`${idOf(enterpriseId)}/${idOf(taskId)}`;

/**
 * Changes a task while nobody else in this process does: one may have paused it for its update. Waits for its
 * turn, and rejects with the signal's reason where that fires before.
 */
export const alone = async <T>(
	task: TaskKey,
	{ account, cancelled }: Whose,
	change: () => Promise<T>,
): Promise<T> => await tasks.through(`${account} ${laneOf(task)}`, cancelled, change);
