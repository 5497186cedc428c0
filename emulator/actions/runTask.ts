import { problemMessage } from '../tasks/problems';
import { INITIAL, PAUSED, RUNNING } from '../tasks/status';
import type { TaskStore } from '../tasks/store';
import type { Task } from '../tasks/task';
import { integer } from '../tasks/values';
import type { Action } from './action';
import { DONE, forcedResult, NOT_DONE } from './results';
import { findTarget } from './target';

/** Running and paused tasks an enterprise may have at once. */
const MAX_ACTIVE_TASKS = 10;

const CHINA_OFFSET_MS = 8 * 60 * 60 * 1000;

/** yyyy-MM-dd HH:mm:ss in China Standard Time */
function chinaTime(now: number): string {
	return new Date(now + CHINA_OFFSET_MS).toISOString().slice(0, 19).replace('T', ' ');
}

const isActive = (task: Task) => task.Status === RUNNING || task.Status === PAUSED;

/** An initial or paused task may start while the enterprise is below its limit. */
function canStart(task: Task, store: TaskStore): boolean {
	if (task.Status === PAUSED) return true;
	const active = store.list(task.EnterpriseId).filter(isActive).length;
	return task.Status === INITIAL && active < MAX_ACTIVE_TASKS;
}

export const startTask: Action = {
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

export const pauseTask: Action = {
	mandatory: ['EnterpriseId', 'TaskId'],
	run(call) {
		const PauseDuration = call.params.get('PauseDuration') || '0';
		const problem = integer(0, 2 ** 31 - 1)(PauseDuration);
		if (problem) return { refused: problemMessage('PauseDuration', problem) };
		const target = findTarget(call);
		if ('refused' in target) return target;
		const { task } = target;
		const forced = forcedResult(call.settings.pauseResult);
		if (forced) return forced;
		if (task.Status !== RUNNING) return NOT_DONE;
		const PauseTime = chinaTime(call.now);
		call.apply(task, { Status: PAUSED, StatusTriggerType: '1', PauseTime, PauseDuration });
		call.store.showPauseFrom(task, call.now + call.settings.pauseTakesMs);
		return DONE;
	},
};
