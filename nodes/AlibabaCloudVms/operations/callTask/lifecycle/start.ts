import { START_TASK } from '../../../gateway/actions';
import { ENDED, PAUSED, RUNNING, type TaskState } from '../../../tasks/state';
import { TASK_FIELDS } from '../../fields';
import { operation } from '../../operation';
import { CHANGING } from '../../options';
import { jobsOf } from './jobs';
import { alreadyInThisState, WAITING } from './options';
import { bring, type Transition } from './transition';

/** What the service changes of a task when it pauses it by itself. */
const OF_A_PAUSE = ['PauseTime', 'StatusDescription'];

/** Whether a task was paused since, by the service or by a person: what is empty now tells of no pause. */
function isPausedSince(before: TaskState, now: TaskState): boolean {
	if (now.status !== PAUSED) return false;
	return (
		before.status !== PAUSED ||
		OF_A_PAUSE.some((name) => {
			const has = now.fields[name] ?? '';
			return has !== '' && has !== (before.fields[name] ?? '');
		})
	);
}

const transition: Transition<'started'> = {
	action: START_TASK,
	noun: 'start',
	did: 'started',
	to: RUNNING,
	words: {
		done: 'The task is running: it calls people now',
		already: 'The task is running already',
	},
	refusesIn: {
		[ENDED]: [
			'The task has ended and cannot start again',
			'Create a new one from it, by Create with the option Copy From Task.',
		],
	},
	advice:
		'The service starts no task beyond ten that are running or paused, none whose agents or outbound group are in another one, and it pauses one again with fewer free agents than Minimum Available Agents. Change what is the cause, then start it again.',
	isUndone: isPausedSince,
	holdsMs: 1000,
};

/** CloudStartTask. */
export const start = operation({
	resource: 'callTask',
	option: {
		name: 'Start',
		value: 'start',
		action: 'Start a call task',
		description:
			'Start or resume an outbound call task by its ID: from then on it calls real people. Ended tasks cannot start again.',
	},
	fields: TASK_FIELDS,
	options: { ...CHANGING, ...WAITING, alreadyInThisState },
	deeds: {
		started: { words: 'started', isChange: true },
		unchanged: { words: 'running already' },
	},
	open: (execution) =>
		jobsOf(execution, async (subject, options) => await bring(transition, subject, options)),
});
