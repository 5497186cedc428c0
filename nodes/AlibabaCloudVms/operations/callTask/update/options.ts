import { choice, flag } from '../../../parameters/encoders/scalar';
import { option, type ValuesOf } from '../../option';
import { CHECKING, COLUMNS, ITEMS, OUTPUT, SENDING } from '../../options';

/** What decides about an item: a preview has it too, and shows what an update with the same would do. */
export const deciding = {
	...SENDING,
	...CHECKING,
	...COLUMNS,
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
				'Whether fields that are added and left empty are sent as empty, which may clear them in the task. Otherwise they stay as they are.',
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
				'What to do with a task that has ended, since it cannot start again. Added here, it makes the node read each task first; otherwise tasks that are read anyway are refused.',
			options: [
				{ name: 'Refuse', value: 'refuse', description: 'Send nothing, and report an error' },
				{ name: 'Skip', value: 'skip', description: 'Send nothing, and say so in the output' },
				{ name: 'Update Anyway', value: 'updateAnyway' },
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
					description: 'Pause the task, change it, and start it again whatever happens',
				},
			],
		},
	}),
} as const;

/** What the update offers, in whatever order: the editor sorts them by their labels. */
export const options = {
	...deciding,
	...ITEMS,
	...OUTPUT,
	urlEncodeNameAndDescriptionFirst: option<boolean>({
		read: flag,
		property: {
			displayName: 'URL-Encode Name and Description First',
			name: 'urlEncodeNameAndDescriptionFirst',
			type: 'boolean',
			default: false,
			description:
				'Whether to URL-encode name and description once more before signing. Only needed if the task shows them with percent signs decoded one time too many.',
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
				'Whether to read each task back after the update, and to report an item whose values did not take as an error',
		},
	}),
} as const;

/** The options of an item that decide about it. */
export type Deciding = ValuesOf<typeof deciding>;

/** All options of an item. */
export type UpdateOptions = ValuesOf<typeof options>;
