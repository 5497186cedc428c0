import type { Task, TaskField } from './task';

const COMMA_LISTS = [
	'Cnos',
	'TimeStrategy',
	'AutoTriggerTimeStrategy',
	'CustomerClids',
	'AgentGroup',
] as const satisfies readonly TaskField[];

const sorted = (list: string) => list.split(',').sort().join(',');

/** The same elements in the order of their texts, as a store that keeps sets would give them. */
export function withSortedLists(task: Task): Task {
	return {
		...task,
		...Object.fromEntries(COMMA_LISTS.map((field) => [field, sorted(task[field])])),
	};
}
