import { PAUSE_TASK } from '../../../gateway/actions';
import { number } from '../../../parameters/encoders/scalar';
import { ENDED, NOT_STARTED, PAUSED } from '../../../tasks/state';
import { TASK_FIELDS } from '../../fields';
import { operation } from '../../operation';
import { option } from '../../option';
import { CHANGING } from '../../options';
import { jobsOf } from './jobs';
import { alreadyInThisState, WAITING } from './options';
import { bring, type Transition } from './transition';

const transition: Transition<'paused'> = {
	action: PAUSE_TASK,
	noun: 'pause',
	did: 'paused',
	to: PAUSED,
	words: {
		done: 'The task is paused: it begins no more calls; those in progress finish',
		already: 'The task is paused already',
	},
	refusesIn: {
		[NOT_STARTED]: [
			'The task has not started, so there is nothing to pause',
			"To keep it from starting by itself, switch 'Auto Start' off by Update.",
		],
		[ENDED]: ['The task has ended, so there is nothing to pause', ''],
	},
	advice: 'Look at the task in the console.',
	// Whoever pauses wants the calls to stop: a key that may not read is no reason to go on calling.
	goesBlind: true,
};

const pauseDuration = option<number | undefined>({
	read: number,
	mayBeAbsent: true,
	property: {
		displayName: 'Pause Duration',
		name: 'pauseDuration',
		type: 'number',
		typeOptions: { minValue: 0, maxValue: 2147483647, numberPrecision: 0 },
		default: 0,
		description:
			"After how long the task goes on calling by itself. The vendor's pages contradict each other about its unit, minutes or seconds: it is sent as it is and never converted. Not added, the pause lasts until somebody starts the task. (PauseDuration, 暂停时长)",
	},
});

const UNSENT = "'Pause Duration' was not sent, since the task is paused already";

/** CloudPauseTask. */
export const pause = operation({
	resource: 'callTask',
	option: {
		name: 'Pause',
		value: 'pause',
		action: 'Pause a call task',
		description:
			'Pause a running outbound call task by its ID: it begins no more calls until it is started again, by somebody or its own schedule, or until a Pause Duration is over. Calls in progress finish. The service ends a task for good that stays paused for 30 days, unless the call center is set otherwise.',
	},
	fields: TASK_FIELDS,
	options: {
		...CHANGING,
		...WAITING,
		alreadyInThisState,
		pauseDuration,
	},
	deeds: {
		paused: { words: 'paused', isChange: true },
		unchanged: { words: 'paused already' },
	},
	open: (execution) =>
		jobsOf(execution, async (subject, { pauseDuration: duration, ...options }) => {
			if (duration === undefined) return await bring(transition, subject, options);
			const params = { PauseDuration: String(duration) };
			return await bring(transition, subject, { ...options, params, unsent: UNSENT });
		}),
});
