import { fail, type Result } from '../gateway/failure';
import { isTaskId, type TaskKey } from './state';

/** A refusal that names what says which task, and no other parameter. */
const NAMES_TASK = /^[^[\]]*参数\s*\[\s*task_?id\s*\][^[\]]*$/i;

/**
 * An answer of the service about a task. Where it refuses the ID, which is one, the call center has no such
 * task; the service's own words stand behind that.
 */
export function known<T>({ enterpriseId, taskId }: TaskKey, answered: Result<T>): Result<T> {
	if (answered.ok) return answered;
	const { failure } = answered;
	// To what is no ID the service says the same.
	if (failure.isJudged !== true || !isTaskId(taskId) || !NAMES_TASK.test(failure.message)) {
		return answered;
	}
	return fail({
		...failure,
		message: `Call center ${enterpriseId} has no task ${taskId}`,
		description: `${failure.message}. ${failure.description}`.trim(),
	});
}
