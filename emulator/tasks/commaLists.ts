import { FIELDS, type Task } from './task';

const COMMA_LISTS = FIELDS.flatMap(([name, { isList }]) => (isList ? [name] : []));

const sorted = (list: string) => list.split(',').sort().join(',');

/** The same elements in the order of their texts, as a store that keeps sets would give them. */
export function withSortedLists(task: Task): Task {
	return {
		...task,
		...Object.fromEntries(COMMA_LISTS.map((name) => [name, sorted(task[name])])),
	};
}
