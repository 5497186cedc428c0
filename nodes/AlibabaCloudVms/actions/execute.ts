import { sendInLanes } from '../bulk/lanes';
import { Slice } from '../bulk/slice';
import type { Result } from '../transport/failure';
import { fail } from '../transport/failure';
import type { Done } from '../tasks/plan';
import type { Action, Call, Session } from './action';
import { unexpected } from './outcome';

/** What became of the items of an execution. */
export interface Outcomes {
	/** By item; undefined for what was not begun. */
	results: Array<Result<Done> | undefined>;
	/** Requests beyond the first of their call. */
	retries: number;
}

export interface ExecuteOptions {
	/** Number of items. */
	total: number;
	/** Whether the other items go on after one has failed. */
	goesOn: boolean;
	cancelled?: AbortSignal;
	/** Told now and then how far the execution is; n8n shows it in the browser's console in manual runs. */
	tell?(progress: string): void;
}

const TELL_EVERY_MS = 2000;

const cancelledFailure = fail({
	kind: 'cancelled',
	message: 'The execution was stopped',
	description: 'Nothing was sent for this item.',
});

/** Runs an action for all items: resolved, checked and sent side by side, in order for each task. */
export async function executeItems(
	action: Action,
	opened: Result<Session>,
	{ total, goesOn, cancelled, tell }: ExecuteOptions,
): Promise<Outcomes> {
	if (!opened.ok) return { results: new Array(total).fill(opened), retries: 0 };
	const session = opened.value;
	const results: Outcomes['results'] = new Array(total);
	let settled = 0;
	let told = Date.now();

	const prepare = (index: number): Result<Call> => {
		try {
			return action.prepare(index, session);
		} catch (error) {
			return unexpected(error);
		}
	};

	if (session.limits.checkAllItemsFirst) {
		const slice = new Slice();
		for (let index = 0; index < total; index++) {
			if (slice.isOver) {
				await slice.giveWay();
				if (cancelled?.aborted) return { results, retries: 0 };
			}
			const prepared = prepare(index);
			if (!prepared.ok) results[index] = prepared;
		}
		if (results.some(Boolean)) {
			return { results: goesOn ? withheld(results, total) : results, retries: 0 };
		}
	}

	await sendInLanes<Call, Result<Done>>({
		count: total,
		cancelled,
		concurrency: () => session.pace.concurrency,
		prepare: (index) => {
			const prepared = prepare(index);
			return prepared.ok
				? { call: prepared.value, lane: prepared.value.lane }
				: { outcome: prepared };
		},
		send: async (call) => {
			try {
				return await call.run();
			} catch (error) {
				return cancelled?.aborted ? cancelledFailure : unexpected(error);
			}
		},
		settled: (index, outcome) => {
			results[index] = outcome;
			settled++;
			if (Date.now() - told >= TELL_EVERY_MS) {
				told = Date.now();
				tell?.(`${settled} of ${total} items done`);
			}
			return outcome.ok || goesOn;
		},
	});
	return { results, retries: session.retries() };
}

/** A result for every item where nothing is sent because some did not pass their checks. */
function withheld(results: Outcomes['results'], total: number): Outcomes['results'] {
	const failed = results.filter(Boolean).length;
	return Array.from(
		results,
		(result) =>
			result ??
			fail({
				kind: 'input',
				message: `Held back: ${failed} of ${total} items did not pass their checks`,
				description: "Nothing was sent, because 'Check All Items First' is on.",
			}),
	);
}
