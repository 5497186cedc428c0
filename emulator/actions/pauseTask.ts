import { problemMessage } from '../tasks/problems';
import { PAUSED, RUNNING } from '../tasks/status';
import { integer } from '../tasks/values';
import type { Action } from './action';
import { chinaTime } from '../tasks/chinaTime';
import { DONE, forcedResult, NOT_DONE, type ForcedResult } from './results';
import { findTarget } from './target';

export interface PauseSettings {
	/** What CloudPauseTask answers for a task it finds. */
	pauseResult: ForcedResult | null;
	/** How long after a pause the task still looks running, to readers and to updates. */
	pauseTakesMs: number;
}

export const pauseTask: Action<PauseSettings> = {
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
		call.store.showLate(task, PAUSED, call.now + call.settings.pauseTakesMs);
		return DONE;
	},
};
