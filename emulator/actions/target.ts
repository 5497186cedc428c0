import { problemMessage } from '../tasks/problems';
import type { Task } from '../tasks/task';
import { id } from '../tasks/values';
import type { ActionCall } from './action';

/** @returns the message of the refusal when the parameter is not a positive integer */
function checkId(params: ReadonlyMap<string, string>, name: string): string | undefined {
	const problem = id(params.get(name) ?? '');
	return problem && problemMessage(name, problem);
}

/**
 * The task a request names by EnterpriseId and TaskId. A task of another enterprise is as unknown
 * as one that does not exist.
 */
export function findTarget({
	params,
	store,
}: Pick<ActionCall<unknown>, 'params' | 'store'>): { task: Task } | { refused: string } {
	const refused = checkId(params, 'EnterpriseId') ?? checkId(params, 'TaskId');
	if (refused) return { refused };
	const task = store.find(params.get('EnterpriseId') ?? '', params.get('TaskId') ?? '');
	return task ? { task } : { refused: problemMessage('TaskId', 'value') };
}
