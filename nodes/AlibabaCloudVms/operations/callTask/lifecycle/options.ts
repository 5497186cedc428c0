import { choice, flag, number } from '../../../parameters/encoders/scalar';
import { option } from '../../option';

const waitUntilDone = option<boolean>({
	read: flag,
	property: {
		displayName: 'Wait Until Done',
		name: 'waitUntilDone',
		type: 'boolean',
		default: false,
		description:
			'Whether to look at the task until it has the state that is wanted, and to report an error where it has not in time. The answer of the service alone does not prove it.',
	},
});

const waitAtMost = option<number>({
	read: number,
	unit: 'seconds',
	property: {
		displayName: 'Wait at Most',
		name: 'waitAtMost',
		type: 'number',
		typeOptions: { minValue: 1, maxValue: 3600, numberPrecision: 0 },
		displayOptions: { show: { waitUntilDone: [true] } },
		default: 60,
		description: "Most seconds of 'Wait Until Done'",
	},
});

/** Whether a state is waited for, and how long. */
export const WAITING = { waitUntilDone, waitAtMost } as const;

/** The same where it is not sensible to go on before. */
export const WAITING_FIRST = {
	waitUntilDone: option<boolean>({
		...waitUntilDone,
		property: { ...waitUntilDone.property, default: true },
	}),
	waitAtMost: option<number>({
		...waitAtMost,
		property: {
			...waitAtMost.property,
			displayOptions: { hide: { waitUntilDone: [false] } },
			default: 300,
		},
	}),
} as const;

export const alreadyInThisState = option<'takeAsDone' | 'refuse'>({
	read: choice,
	property: {
		displayName: 'Already in This State',
		name: 'alreadyInThisState',
		type: 'options',
		default: 'takeAsDone',
		description: 'What to do with a task that has the state already. Nothing is sent for it.',
		options: [
			{ name: 'Take as Done', value: 'takeAsDone', description: 'Say so in the output' },
			{ name: 'Refuse', value: 'refuse', description: 'Report an error' },
		],
	},
});
