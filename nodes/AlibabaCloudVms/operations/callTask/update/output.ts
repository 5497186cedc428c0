import type { IDataObject } from 'n8n-workflow';
import type { Ignored } from '../../../input/given';
import { changeOf, changeWords, type Change, type Comparison } from '../../../tasks/compare';
import { kindOf, type TaskState } from '../../../tasks/state';
import { inOne, outcome, type Columns } from '../../outcome';
import type { Plan } from './plan';

/** What is said of the calls of a task. */
export interface SaidCalls {
	/** '' where nobody looked. */
	text: string;
	/** From now or the start on, as yyyy-MM-dd HH:mm in China; null where they are not known. */
	windows: Array<{ from: string; to: string }> | null;
}

/** What is said of an item. */
interface Said {
	/** What was done; in a preview, what would be. */
	action: string;
	/** Why nothing is changed; '' where something is. */
	reason: string;
	/** Said in the summary where no change is. */
	otherwise: string;
	/** Sentences without the final period. */
	warnings: readonly string[];
	/** Null where it is not known. */
	name: IDataObject[string];
	/** In a preview: the calls, and what stands against the update, a sentence each without the final period. */
	shown?: { calls: SaidCalls; issues: readonly string[] };
}

/** What was given and does not apply, in a column. */
export const ignoredText = (ignored: readonly Ignored[]): string =>
	inOne(ignored.map(({ field, reason }) => `'${field}' ${reason}`));

/** Why nothing is changed, where nothing stands against it. */
export const NOTHING_GIVEN = 'No value is given to change';
export const ALL_THE_SAME = 'The task has all values already';

/** Said where the task has all values and gets them once more. */
export const SENT_AGAIN = 'The same values once more';

/** State and kind of a task that was read; null where it was not. */
export const kindOfRead = (state: TaskState | undefined, { task }: Plan): Columns =>
	kindOf(state?.status, state?.type, task);

/** What is given and not known to be there already, for programs. */
export const changesOf = (comparisons: readonly Comparison[]): Change[] =>
	comparisons.filter(({ verdict }) => verdict !== 'same').map(changeOf);

/**
 * The columns of update and preview, the same in every item.
 * @param comparisons of what is given; what is the same is no change
 * @param rest the columns behind those that say what became of the item
 */
export function outputOf(
	{ task, ignored, notes }: Plan,
	{ action, reason, otherwise, warnings, name, shown }: Said,
	comparisons: readonly Comparison[],
	rest: Columns,
): IDataObject {
	const changes = changesOf(comparisons);
	const same = comparisons.filter(({ verdict }) => verdict === 'same');
	const summary = reason || inOne(changes.map(changeWords)) || otherwise;
	return outcome(
		{
			id: task.taskId,
			name,
			action,
			summary,
			warnings: [...notes, ...warnings],
			details: {
				changes,
				unchanged: same.map(({ field }) => field.row.api),
				ignored: ignored.map((one) => ({ ...one })),
				// Only a preview has them, and every row of one.
				...(shown
					? { callWindows: shown.calls.windows, issues: [...shown.issues], refusal: null }
					: {}),
			},
		},
		[
			...(shown ? ([['calls', shown.calls.text]] as const) : []),
			['reason', reason],
			['ignored', ignoredText(ignored)],
			...rest,
		],
	);
}
