import type { Field } from './field';
import { isParameterName, parameter, PARAMETERS, type ParameterName } from './parameters';
import { STATE } from './state';

export type TaskField = ParameterName | keyof typeof STATE;

/**
 * A call task under the API's own names. Every value is the text a form would carry, so nothing
 * is rounded or reformatted; '' is a value never set. Times are China Standard Time.
 */
export type Task = Record<TaskField, string>;

/** Every field of a task, with its row. */
export const FIELDS: ReadonlyArray<readonly [TaskField, Field]> = Object.entries({
	...STATE,
	...PARAMETERS,
}) as Array<[TaskField, Field]>;

export const isTaskField = (name: string): name is TaskField =>
	isParameterName(name) || Object.hasOwn(STATE, name);

/** The documented default of a parameter, '' if there is none. */
export const defaultOf = (name: ParameterName): string => parameter(name).default ?? '';

const NEW_TASK = Object.fromEntries(
	FIELDS.map(([name, field]) => [name, field.default ?? '']),
) as Task;

/** Completes the given fields with the defaults of a new task. */
export function newTask(fields: Partial<Task>): Task {
	return { ...NEW_TASK, ...fields };
}
