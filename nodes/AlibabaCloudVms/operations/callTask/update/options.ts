import { choice, flag } from '../../../parameters/encoders/scalar';
import { option, type ValuesOf } from '../../option';
import { callingHoursOptions } from '../../callingHours';
import { CHANGING, CHECKING, COLUMNS, INPUT, OUTPUT, REPORT, SENDING } from '../../options';

/** What decides about an item: a preview has it too, and shows what an update with the same would do. */
export const deciding = {
	...SENDING,
	...CHECKING,
	...COLUMNS,
	...INPUT,
	...REPORT,
	...callingHoursOptions('warn'),
	onlySendWhatDiffers: option<boolean>({
		read: flag,
		property: {
			displayName: 'Only Send What Differs',
			name: 'onlySendWhatDiffers',
			type: 'boolean',
			default: false,
			description:
				'Whether to read each task first and send only the values that differ from it, and nothing at all where none does. What cannot be read back is always sent.',
		},
	}),
	sendEmptyValues: option<boolean>({
		read: flag,
		property: {
			displayName: 'Send Empty Values',
			name: 'sendEmptyValues',
			type: 'boolean',
			default: false,
			description:
				'Whether fields that are added and left empty are sent as empty, which may clear them in the task. With automatic mapping, that is every empty cell of a column that means a parameter. Otherwise nothing is sent for them.',
		},
	}),
	whenTaskHasEnded: option<'refuse' | 'skip' | 'updateAnyway' | undefined>({
		read: choice,
		mayBeAbsent: true,
		property: {
			displayName: 'When the Task Has Ended',
			name: 'whenTaskHasEnded',
			type: 'options',
			default: 'refuse',
			description:
				'What to do with a task that has ended, since it cannot start again. With Refuse or Skip added here, each task is read first. Without this option, tasks that are read for another reason are refused.',
			options: [
				{ name: 'Refuse', value: 'refuse', description: 'Send nothing, and report an error' },
				{ name: 'Skip', value: 'skip', description: 'Send nothing, and say so in the output' },
				{
					name: 'Update Anyway',
					value: 'updateAnyway',
					description: 'Send the update; no task is read for this',
				},
			],
		},
	}),
	whenTaskIsRunning: option<'updateAnyway' | 'skip' | 'refuse' | 'pauseUpdateResume'>({
		read: choice,
		property: {
			displayName: 'When the Task Is Running',
			name: 'whenTaskIsRunning',
			type: 'options',
			default: 'updateAnyway',
			description:
				'What to do with a task that is calling people right now. All but the first read each task before it is changed.',
			options: [
				{ name: 'Update Anyway', value: 'updateAnyway' },
				{ name: 'Skip', value: 'skip', description: 'Send nothing, and say so in the output' },
				{ name: 'Refuse', value: 'refuse', description: 'Send nothing, and report an error' },
				{
					name: 'Pause, Update, Resume',
					value: 'pauseUpdateResume',
					description:
						"Pause the task, change it, and start it again whatever happens. It warms up again, unless 'Warm Up Again After Pause' is off in the task.",
				},
			],
		},
	}),
} as const;

/** What the update offers, in whatever order: the editor sorts them by their labels. */
export const options = {
	...deciding,
	// It costs requests, which an update makes only where they are wanted.
	...callingHoursOptions('off'),
	...CHANGING,
	...OUTPUT,
	includeUndo: option<boolean>({
		read: flag,
		property: {
			displayName: 'Include Undo',
			name: 'includeUndo',
			type: 'boolean',
			default: false,
			description:
				'Whether to read each task first, and to add to its output as undo a row that sets back what was changed: Map Automatically takes it as it is. What cannot be set back is named in undoLacks.',
		},
	}),
	urlEncodeNameAndDescriptionFirst: option<boolean>({
		read: flag,
		property: {
			displayName: 'URL-Encode Name and Description First',
			name: 'urlEncodeNameAndDescriptionFirst',
			type: 'boolean',
			default: false,
			description:
				'Whether to URL-encode name and description once more before signing. Needed only if names with % or + come out changed in the task, since the service then decodes them twice. If the task shows texts like %E5%8F%8C, this is on without need.',
		},
	}),
	verifyAfterUpdate: option<boolean>({
		read: flag,
		property: {
			displayName: 'Verify After Update',
			name: 'verifyAfterUpdate',
			type: 'boolean',
			default: false,
			description:
				'Whether to read each task back after the update, with at least one more request for each, and to report an item whose values did not take as an error',
		},
	}),
} as const;

/** The options of an item that decide about it. */
export type Deciding = ValuesOf<typeof deciding>;

/** All options of an item. */
export type UpdateOptions = ValuesOf<typeof options>;
