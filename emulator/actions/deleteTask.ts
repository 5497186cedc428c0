import { ENDED, INITIAL } from '../tasks/status';
import type { Action } from './action';
import { DONE, forcedResult, NOT_DONE, type ForcedResult } from './results';
import { findTarget } from './target';

export interface DeleteSettings {
	/** What CloudDeleteTask answers for a task it finds. */
	deleteResult: ForcedResult | null;
	/** What it does with a task that is neither new nor ended. */
	deleteOfLiveTask: 'result' | 'refusal';
}

/** Deletes a task with its numbers; nothing is left to be found by its ID. */
export const deleteTask: Action<DeleteSettings> = {
	mandatory: ['EnterpriseId', 'TaskId'],
	run(call) {
		const target = findTarget(call);
		if ('refused' in target) return target;
		const { task } = target;
		const { store, settings } = call;
		const forced = forcedResult(settings.deleteResult);
		if (forced) return forced;
		if (task.Status !== INITIAL && task.Status !== ENDED) {
			if (settings.deleteOfLiveTask === 'result') return NOT_DONE;
			return { refused: '验证失败，任务未结束，不能删除' };
		}
		call.apply(task, {});
		store.remove(task);
		return DONE;
	},
};
