import { fail, type Failure } from '../../../gateway/failure';
import type { Comparison } from '../../../tasks/compare';
import { ENDED, RUNNING, type TaskState } from '../../../tasks/state';
import type { Deciding } from './options';
import { ALL_THE_SAME, NOTHING_GIVEN } from './output';
import { wantsNothing, type Plan } from './plan';

/** What is done about a task that was read. */
export type Step =
	| { kind: 'update' | 'nothing' | 'pauseUpdateResume' }
	| { kind: 'skip'; reason: string }
	| { kind: 'refuse'; ok: false; failure: Failure };

/** Those in which an update is sent. */
export const SENDS: ReadonlySet<Step['kind']> = new Set(['update', 'pauseUpdateResume']);

const refuse = (message: string, description: string): Step => ({
	kind: 'refuse',
	...fail({ kind: 'input', message, description }),
});

const IS_RUNNING = 'The task is running';
const HAS_ENDED = 'The task has ended and cannot start again';

/** Whether the user chose something that hangs on the state of the task. */
export const hangsOnState = ({ whenTaskIsRunning, whenTaskHasEnded }: Deciding): boolean =>
	whenTaskIsRunning !== 'updateAnyway' || (whenTaskHasEnded ?? 'updateAnyway') !== 'updateAnyway';

/** What to do about a task in its state, as the user chose. */
export function stepFor(
	{ status }: TaskState,
	plan: Plan,
	comparisons: readonly Comparison[],
): Step {
	const { options } = plan;
	const differs = comparisons.some(({ verdict }) => verdict !== 'same');
	// A campaign is not paused for what it has already.
	const pauses = status === RUNNING && options.whenTaskIsRunning === 'pauseUpdateResume';
	// What was shown to differ and does no more is done.
	const isDone = options.onlySendWhatDiffers || pauses || plan.expectation !== undefined;
	if (wantsNothing(plan) || (!differs && isDone)) {
		return { kind: 'nothing' };
	}
	if (status === undefined && hangsOnState(options)) {
		return refuse(
			'The state of the task could not be read',
			"Nothing was sent for this item, because the options 'When the Task Is Running' and 'When the Task Has Ended' depend on it.",
		);
	}
	if (status === ENDED) {
		const { whenTaskHasEnded: choice = 'refuse' } = options;
		if (choice === 'skip') return { kind: 'skip', reason: HAS_ENDED };
		if (choice === 'refuse') {
			return refuse(
				HAS_ENDED,
				"Nothing was sent for this item. To change it nevertheless, set 'When the Task Has Ended' under Options to 'Update Anyway'.",
			);
		}
	}
	if (status === RUNNING) {
		const { whenTaskIsRunning: choice } = options;
		if (choice === 'skip') return { kind: 'skip', reason: IS_RUNNING };
		if (choice === 'refuse') {
			return refuse(
				IS_RUNNING,
				"Nothing was sent for this item. Pause the task first, or choose another way for 'When the Task Is Running' under Options.",
			);
		}
		if (choice === 'pauseUpdateResume') return { kind: choice };
	}
	return { kind: 'update' };
}

/** Why nothing is changed, '' where something is. */
export function reasonOf(plan: Plan, step: Step): string {
	switch (step.kind) {
		case 'refuse':
			return step.failure.message;
		case 'skip':
			return step.reason;
		case 'nothing':
			return wantsNothing(plan) ? NOTHING_GIVEN : ALL_THE_SAME;
		default:
			return '';
	}
}
