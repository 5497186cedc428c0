import { INITIAL, PAUSED, RUNNING } from '../tasks/status';
import type { TaskStore } from '../tasks/store';
import type { Task } from '../tasks/task';
import { takesTurn, type Counted } from '../countdown';
import type { Action, ActionCall } from './action';
import { chinaTime } from '../tasks/chinaTime';
import { DONE, forcedResult, NOT_DONE, type ForcedResult } from './results';
import { findTarget } from './target';

export interface StartSettings {
	/** What CloudStartTask answers for a task it finds. */
	startResult: ForcedResult | null;
	/** How long after a start the task still looks as before. */
	startTakesMs: number;
	/** The service pauses a task again that was started, for this reason. */
	startUndone: UndoneStart | null;
}

interface UndoneStart extends Counted {
	reason: string;
	/** How long the task looks running before. */
	afterMs?: number;
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

/** As too few free agents make the service do. */
function undo(task: Task, { reason, afterMs = 0 }: UndoneStart, call: ActionCall<StartSettings>) {
	const PauseTime = chinaTime(call.now);
	const changes = { Status: PAUSED, StatusTriggerType: '0', StatusDescription: reason, PauseTime };
	call.apply(task, changes);
	call.store.showLate(task, PAUSED, call.now + afterMs);
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
		const started = call.apply(task, {
			Status: RUNNING,
			StatusTriggerType: '1',
			StatusDescription: '',
			StartTime,
		});
		call.store.showLate(task, RUNNING, call.now + call.settings.startTakesMs);
		const undone = call.settings.startUndone;
		if (undone && takesTurn(undone)) undo(started, undone, call);
		return DONE;
	},
};
