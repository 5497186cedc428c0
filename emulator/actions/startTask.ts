import { INITIAL, PAUSED, RUNNING } from '../tasks/status';
import type { TaskStore } from '../tasks/store';
import type { Task } from '../tasks/task';
import type { Action } from './action';
import { chinaTime } from './chinaTime';
import { DONE, forcedResult, NOT_DONE, type ForcedResult } from './results';
import { findTarget } from './target';

export interface StartSettings {
	/** What CloudStartTask answers for a task it finds. */
	startResult: ForcedResult | null;
}

/** Running and paused tasks an enterprise may have at once. */
const MAX_ACTIVE_TASKS = 10;

const isActive = (task: Task) => task.Status === RUNNING || task.Status === PAUSED;

/** An initial or paused task may start while the enterprise is below its limit. */
export function canStart(task: Task, store: TaskStore): boolean {
	if (task.Status === PAUSED) return true;
	const active = store.list(task.EnterpriseId).filter(isActive).length;
	return task.Status === INITIAL && active < MAX_ACTIVE_TASKS;
}

export const startTask: Action<StartSettings> = {
	mandatory: ['EnterpriseId', 'TaskId'],
	run(call) {
		const target = findTarget(call);
		if ('refused' in target) return target;
		const { task } = target;
		const forced = forcedResult(call.settings.startResult);
		if (forced) return forced;
		if (!canStart(task, call.store)) return NOT_DONE;
		const StartTime = task.StartTime || chinaTime(call.now);
		call.apply(task, { Status: RUNNING, StatusTriggerType: '1', StartTime });
		return DONE;
	},
};
