import type { IExecuteFunctions } from 'n8n-workflow';
import { mayBeApplied } from '../gateway/failure';
import type { Deeds } from '../operations/operation';
import { messageOf } from '../text';
import { taskIdOf } from './output';
import type { Results } from './progress';

/** The name under which n8n's list of executions finds the tasks. */
const KEY = 'taskIds';

/** So much n8n keeps of a value. */
const LONGEST = 512;

const MORE = / and (\d+) more$/;

/** IDs with commas between, as many whole ones as there is room for, and how many more there are. */
export function idsText(ids: readonly string[], more = 0): string {
	const whole = ids.join(',');
	if (more === 0 && whole.length <= LONGEST) return whole;
	for (let count = ids.length; count > 0; count--) {
		const told = `${ids.slice(0, count).join(',')} and ${ids.length - count + more} more`;
		if (told.length <= LONGEST) return told;
	}
	return '';
}

/** The tasks that were changed, or may have been. */
export function touchedTasks(results: Results, deeds: Deeds): string[] {
	const ids = results.flatMap((result, item) => {
		if (!result) return [];
		if (!result.ok) {
			const { failure } = result;
			const isTouched = failure.became !== undefined || mayBeApplied(failure);
			return isTouched ? [failure.task?.taskId ?? ''] : [];
		}
		return deeds[result.value.did]?.isChange ? [taskIdOf(result.value, item)] : [];
	});
	return [...new Set(ids.filter(Boolean))];
}

/** Where n8n keeps data of an execution; absent where there is no run. */
interface WithData {
	$execution?: {
		customData?: { get(key: string): unknown; set(key: string, value: string): void };
	};
}

/**
 * Adds IDs of tasks to the data of the execution. What cannot be kept there is no failure: the tasks are
 * changed all the same.
 */
export function keepTaskIds(context: IExecuteFunctions, ids: readonly string[]): void {
	if (ids.length === 0) return;
	try {
		const data = (context.getWorkflowDataProxy(0) as WithData).$execution?.customData;
		const stored = data?.get(KEY);
		const before = typeof stored === 'string' ? stored : '';
		const more = Number(MORE.exec(before)?.[1] ?? 0);
		const known = before.replace(MORE, '').split(',').filter(Boolean);
		data?.set(KEY, idsText([...new Set([...known, ...ids])], more));
	} catch (error) {
		const why = messageOf(error);
		context.logger.warn(`The IDs of the tasks could not be kept with the execution: ${why}`);
	}
}
