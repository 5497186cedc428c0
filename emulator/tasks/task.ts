import { isParameterName, parameter, PARAMETERS, type ParameterName } from './parameters';

/** What a task has besides the parameters of CloudUpdateTask. */
const STATE_DEFAULTS = {
	EnterpriseId: '',
	Id: '',
	/** 1 predictive, 2 automatic */
	Type: '2',
	/** 1 agent list, 2 outbound group */
	CallGroupType: '1',
	/** 0 initial, 1 running, 2 paused, 3 ended */
	Status: '0',
	StatusDescription: '',
	/** 0 changed by the system, 1 by a person */
	StatusTriggerType: '1',
	CreateTime: '',
	StartTime: '',
	OverTime: '',
	PauseTime: '',
	PauseDuration: '0',
	IsRandom: '0',
	OverCallLimitCnos: '',
} as const satisfies Record<string, string>;

export type TaskField = ParameterName | keyof typeof STATE_DEFAULTS;

/**
 * A call task under the API's own names. Every value is the text a form would carry, so nothing
 * is rounded or reformatted; '' is a value never set. Times are China Standard Time.
 */
export type Task = Record<TaskField, string>;

export const isTaskField = (name: string): name is TaskField =>
	isParameterName(name) || Object.hasOwn(STATE_DEFAULTS, name);

/** The documented default of a parameter, '' if there is none. */
export const defaultOf = (name: ParameterName): string => parameter(name).default ?? '';

const PARAMETER_DEFAULTS = Object.fromEntries(
	Object.keys(PARAMETERS)
		.filter(isParameterName)
		.map((name) => [name, defaultOf(name)]),
) as Record<ParameterName, string>;

/** Completes the given fields with the defaults of a new task. */
export function newTask(fields: Partial<Task>): Task {
	return { ...STATE_DEFAULTS, ...PARAMETER_DEFAULTS, ...fields };
}
