import { flag } from '../../../../parameters/encoders/scalar';
import { taskId } from '../../../../parameters/encoders/taskId';
import type { Encoder } from '../../../../parameters/parameter';
import { callingHoursOptions } from '../../../callingHours';
import { TASK_LOCATOR } from '../../../../parameters/taskLocator';
import { option, type ValuesOf } from '../../../option';
import { CHANGING, CHECKING, COLUMNS, OUTPUT } from '../../../options';
import { options as updating } from '../options';

/** '' is none. */
const source: Encoder = (value, property) =>
	value === '' ? { value: undefined } : taskId(value, property);

const copyFromTask = option<string | undefined>({
	read: source,
	mayBeAbsent: true,
	property: {
		displayName: 'Copy From Task',
		name: 'copyFromTask',
		...TASK_LOCATOR,
		description:
			"A task of the same call center whose settings the new task takes where nothing is given: not its name, its numbers, or a start or stop that is past. What can't be read of a task has to be given: the pool or navigation of caller IDs, and the IVR's name.",
	},
});

/** What decides how a task is created. */
export const creating = {
	...CHANGING,
	...CHECKING,
	...COLUMNS,
	...OUTPUT,
	...callingHoursOptions('off'),
	urlEncodeNameAndDescriptionFirst: updating.urlEncodeNameAndDescriptionFirst,
	copyFromTask,
} as const;

export type Creating = ValuesOf<typeof creating>;

export const skipIfTheNameExists = option<boolean>({
	read: flag,
	property: {
		displayName: 'Skip If the Name Exists',
		name: 'skipIfTheNameExists',
		type: 'boolean',
		default: false,
		description:
			'Whether to look for a task of the same whole name first, and to create none where there is one. Several items of one name make one task.',
	},
});
