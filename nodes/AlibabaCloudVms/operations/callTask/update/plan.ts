import type { IDataObject } from 'n8n-workflow';
import type { Ignored, Read } from '../../../input/given';
import type { Shaper } from '../../../input/shape';
import type { Log } from '../../../log';
import type { Catalogue } from '../../../parameters/catalogue';
import { chinaNow } from '../../../parameters/chinaTime';
import type { CallsView, Looker } from '../../../calling/look';
import type { Policy } from '../../../calling/policy';
import type { Send } from '../../../sending/send';
import { isIdentity, type Comparison } from '../../../tasks/compare';
import type { Expectation } from '../../../tasks/expectation';
import type { TaskReader } from '../../../tasks/reader';
import { RUNNING, type TaskKey, type TaskState } from '../../../tasks/state';
import { warningsFor } from '../../../tasks/warnings';
import type { Done } from '../../operation';
import type { Expected } from './expected';
import type { Deciding } from './options';

/** What the update does about an item. */
export type Deed = 'updated' | 'unchanged' | 'skipped';

/** What was done, with one output. */
export const done = <D extends string>(did: D, json: IDataObject): Done<D> => ({
	did,
	outputs: [{ json }],
});

/** What an item wants of its task. */
export interface Plan<O extends Deciding = Deciding> {
	catalogue: Catalogue;
	task: TaskKey;
	/** What applies, readable, the two fields that say which task among it. */
	fields: Read[];
	ignored: Ignored[];
	/** What the item has to know of its own columns, in sentences without the final period. */
	notes: readonly string[];
	options: O;
	/** The user's calling hours. */
	policy: Policy;
	/** What the task has to have still. */
	expectation?: Expectation;
	/** Keeps when the task calls, for a report; absent where nobody wants one. */
	draw?(view: CallsView): void;
	/** What was seen of the task when its name was looked for; absent where nobody looked. */
	seen?: TaskState;
	/** Whether the item may give values to change: without any, nothing is sent. */
	givesValues: boolean;
}

/** Whether the item has fields or columns for values, and none of them is filled in. */
export const wantsNothing = ({ givesValues, fields }: Plan): boolean =>
	givesValues && fields.every(isIdentity);

export interface Tools {
	shaper: Shaper;
	/** What previews would leave. */
	expected: Expected;
	/** The key and where it counts: a name for use in this process only. */
	account: string;
	send: Send;
	reader: TaskReader;
	looker: Looker;
	/** n8n's. */
	log: Log;
	/** Fires when the execution is stopped. */
	cancelled?: AbortSignal;
}

/** What is to be known of a task: what changes, and what it has to have still. */
export const apisOf = ({ fields, expectation }: Plan): string[] => [
	...fields.map(({ row }) => row.api),
	...(expectation?.values.map(({ row }) => row.api) ?? []),
];

/** What is sent of what is given. */
export function toSend(plan: Plan, comparisons: readonly Comparison[]): readonly Read[] {
	if (!plan.options.onlySendWhatDiffers) return plan.fields;
	return differingOf(
		plan,
		comparisons.filter(({ verdict }) => verdict === 'same').map(({ field }) => field),
	);
}

/**
 * What differs, with all that is given and tied to it: a start time without Auto Start would have no effect,
 * and without its date the service takes today.
 */
function differingOf({ fields, catalogue }: Plan, same: readonly Read[]): readonly Read[] {
	const differing = fields.filter((field) => !same.includes(field));
	return fields.filter(({ row }) => differing.some((one) => catalogue.areTied(one.row, row)));
}

/**
 * @param isSafe whether a running task is not changed while it runs
 * @param now when it was looked at: before anything is sent
 */
export const warningsOf = (
	{ fields, catalogue }: Plan,
	state: TaskState | undefined,
	isSafe: boolean,
	now = chinaNow(),
): string[] => [
	...(state?.status === RUNNING && !isSafe
		? ['The task is running: people are being called now, and a change may count at once']
		: []),
	...(state?.lacks ? [state.lacks] : []),
	...warningsFor(fields, state, { catalogue, now }),
];
