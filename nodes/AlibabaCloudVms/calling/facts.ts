import type { Read } from '../input/given';
import type { Catalogue } from '../parameters/catalogue';
import { effectiveIn } from '../tasks/compare';
import { idOf, type TaskState } from '../tasks/state';
import type { ScheduleFacts } from './schedule';

/** The fields that say when a task calls, by their names. */
const FIELDS: ReadonlySet<string> = new Set<keyof ScheduleFacts>([
	'autoStart',
	'autoStartDay',
	'autoStartTime',
	'autoStop',
	'autoStopDay',
	'autoStopTime',
	'autoTaskType',
	'autoTriggerTimeStrategy',
	'timeStrategy',
]);

/** Whether one of the given values says when a task calls. */
export const touchesSchedule = (fields: readonly Read[]): boolean =>
	fields.some(({ row }) => FIELDS.has(row.property.name));

const textOf = (value: unknown): string | undefined =>
	value === null || typeof value === 'string' ? (value ?? '') : undefined;
const flagOf = (value: unknown): boolean | undefined =>
	typeof value === 'boolean' ? value : undefined;
const numberOf = (value: unknown): number | undefined =>
	typeof value === 'number' ? value : undefined;

function idsOf(value: unknown): string[] | undefined {
	if (Array.isArray(value)) return value.map(idOf);
	return value === '' || value === null ? [] : undefined;
}

/**
 * What says when a task calls, once the values are given; of a task as it is, where none are.
 * @param state the task as it was read
 */
export function factsOf(
	fields: readonly Read[],
	state: TaskState,
	catalogue: Catalogue,
): ScheduleFacts {
	const effective = effectiveIn(fields, state, catalogue);
	return {
		status: state.status,
		autoStart: flagOf(effective('autoStart')),
		autoStartDay: textOf(effective('autoStartDay')),
		autoStartTime: textOf(effective('autoStartTime')),
		autoStop: flagOf(effective('autoStop')),
		autoStopDay: textOf(effective('autoStopDay')),
		autoStopTime: textOf(effective('autoStopTime')),
		autoTaskType: numberOf(effective('autoTaskType')),
		autoTriggerTimeStrategy: idsOf(effective('autoTriggerTimeStrategy')),
		timeStrategy: idsOf(effective('timeStrategy')),
	};
}
