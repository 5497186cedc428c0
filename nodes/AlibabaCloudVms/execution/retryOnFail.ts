import type { NodeExecutionHint } from 'n8n-workflow';
import { Slice } from '../sending/slice';
import { fail, type Result } from '../gateway/failure';
import type { Job } from '../operations/operation';

/**
 * n8n's 'Retry On Fail' runs the whole node again after a failure, with all its items. Where a task has
 * several, an earlier value would take the place of a later one.
 */
const WHAT_TO_DO =
	"Switch it off under Settings: this node repeats by itself what may help ('Maximum Attempts' under Options).";

export const retryHint: NodeExecutionHint = {
	message: `'Retry On Fail' is on: after a failure n8n runs all items again, those that were updated too. ${WHAT_TO_DO}`,
	type: 'warning',
	location: 'outputPane',
};

const refusal = (lane: string, [first, second]: readonly [number, number]) =>
	fail({
		kind: 'input',
		message: `'Retry On Fail' is on, and items ${first} and ${second} are about the same task (${lane})`,
		description: `Nothing was sent. After a failure n8n would run all items again, and set earlier values of the task once more after later ones. ${WHAT_TO_DO}`,
	});

/**
 * The results of all items where n8n would send one twice.
 * @param why for the item at this index
 */
export function refuseTwice(
	why: string,
	index: number,
	{ total, goesOn }: Items,
): Array<Result<never> | undefined> {
	const results = new Array<Result<never> | undefined>(total);
	const refused = fail({
		kind: 'input',
		message: "'Retry On Fail' is on",
		description: `Nothing was sent. ${why} ${WHAT_TO_DO}`,
	});
	return goesOn ? results.fill(refused) : results.fill(refused, index, index + 1);
}

interface Items {
	total: number;
	/** Whether every item has an output, whatever becomes of it. */
	goesOn: boolean;
	cancelled?: AbortSignal;
}

/**
 * Refuses items of which two change one task, or one must not be sent twice, before any is sent.
 * @returns the results of all items; undefined where there are none such
 */
export async function refuseSeveral(
	prepare: (index: number) => Result<Job>,
	{ total, goesOn, cancelled }: Items,
): Promise<Array<Result<never> | undefined> | undefined> {
	const first = new Map<string, number>();
	const slice = new Slice();
	for (let index = 0; index < total && !cancelled?.aborted; index++) {
		if (slice.isOver) await slice.giveWay();
		const prepared = prepare(index);
		if (!prepared.ok) continue;
		const { lane, isChange, isSteady, whyNotTwice } = prepared.value;
		if (whyNotTwice !== undefined) return refuseTwice(whyNotTwice, index, { total, goesOn });
		if (lane === undefined || !isChange || isSteady) continue;
		const before = first.get(lane);
		if (before !== undefined) {
			const refused = refusal(lane, [before, index]);
			const results = new Array<Result<never> | undefined>(total);
			return goesOn ? results.fill(refused) : results.fill(refused, index, index + 1);
		}
		first.set(lane, index);
	}
	return undefined;
}
