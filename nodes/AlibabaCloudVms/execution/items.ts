import { sendInLanes } from '../sending/lanes';
import { Slice } from '../sending/slice';
import { defectOf, stackOf } from '../gateway/defect';
import type { Failure, Result } from '../gateway/failure';
import { fail } from '../gateway/failure';
import type { Done, Job } from '../operations/operation';
import { unexpected } from './errors';
import type { Session } from './open';
import { refuseSeveral } from './retryOnFail';

/** What became of the items of an execution. */
export interface Outcomes {
	/** By item; undefined for what was not begun. */
	results: Array<Result<Done> | undefined>;
	/** Requests beyond the first of their call. */
	retries: number;
	/** Milliseconds in which the endpoint took no connections. */
	waitedMs: number;
	/** Whether any item was to change something. */
	hasChanges: boolean;
}

interface ExecuteOptions {
	/** Number of items. */
	total: number;
	/** Whether the other items go on after one has failed. */
	goesOn: boolean;
	cancelled?: AbortSignal;
	/** Told now and then how far the execution is; n8n shows it in the browser's console in manual runs. */
	tell?(progress: string): void;
	/** How often at most. */
	tellEveryMs?: number;
	/** Told of defects, for n8n's log. */
	report?(defect: string): void;
}

const TELL_EVERY_MS = 2000;

/** Where a call ends with the execution, nothing but reads was sent for it. */
const stopped = fail({
	kind: 'cancelled',
	message: 'The execution was stopped',
	description: 'Nothing was changed for this item.',
});

const isStop = (error: unknown, cancelled?: AbortSignal): boolean =>
	cancelled?.aborted === true &&
	(error === cancelled.reason || (error instanceof Error && error.name === 'AbortError'));

/** Runs an operation for all items: resolved, checked and sent side by side, in order for each task. */
export async function executeItems(
	opened: Result<Session>,
	options: ExecuteOptions,
): Promise<Outcomes> {
	const { total } = options;
	if (!opened.ok) {
		const results = new Array<Result<never>>(total).fill(opened);
		return { results, retries: 0, waitedMs: 0, hasChanges: false };
	}
	let hasChanges = false;
	const session: Session = {
		...opened.value,
		prepare(index) {
			const prepared = opened.value.prepare(index);
			if (prepared.ok && prepared.value.isChange) hasChanges = true;
			return prepared;
		},
	};
	try {
		const results = await resultsOf(session, options);
		const { pace, retries } = session;
		return { results, retries: retries(), waitedMs: pace.waitedMs, hasChanges };
	} finally {
		session.leave();
	}
}

async function resultsOf(
	session: Session,
	{ total, goesOn, cancelled, tell, tellEveryMs = TELL_EVERY_MS, report }: ExecuteOptions,
): Promise<Outcomes['results']> {
	const results: Outcomes['results'] = new Array(total);
	let told = Date.now();
	const tellNow = (done: number, what: string) => {
		if (Date.now() - told < tellEveryMs) return;
		told = Date.now();
		tell?.(`${done} of ${total} items ${what}`);
	};
	let settled = 0;

	const prepare = (index: number): Result<Job> => {
		try {
			return session.prepare(index);
		} catch (error) {
			return unexpected(error);
		}
	};

	/** What was thrown goes to the log; it may quote anything. */
	const reported = (failure: Failure): Failure => {
		if (failure.thrown === undefined) return failure;
		report?.(session.redact(stackOf(failure.thrown)));
		return { ...failure, thrown: undefined, message: session.redact(failure.message) };
	};

	const runOrFail = async (job: Job): Promise<Result<Done>> => {
		try {
			return await job.run();
		} catch (error) {
			return isStop(error, cancelled) ? stopped : fail(defectOf(error));
		}
	};

	if (session.isRetriedByN8n) {
		const refused = await refuseSeveral(prepare, { total, goesOn, cancelled });
		if (refused) return refused;
	}
	if (session.wide.checkAllItemsFirst === true) {
		const slice = new Slice();
		for (let index = 0; index < total; index++) {
			if (slice.isOver) {
				await slice.giveWay();
				if (cancelled?.aborted) return results;
				tellNow(index, 'checked');
			}
			const prepared = prepare(index);
			if (!prepared.ok) results[index] = prepared;
		}
		if (results.some(Boolean)) {
			return goesOn ? withheld(results, total) : results;
		}
	}

	await sendInLanes<Job, Result<Done>>({
		count: total,
		cancelled,
		concurrency: () => session.pace.concurrency,
		prepare: (index) => {
			const prepared = prepare(index);
			return prepared.ok
				? { call: prepared.value, lane: prepared.value.lane ?? `#${index}` }
				: { outcome: prepared };
		},
		send: async (call) => {
			const outcome = await runOrFail(call);
			return outcome.ok ? outcome : fail(reported(outcome.failure));
		},
		settled: (index, outcome) => {
			results[index] = outcome;
			tellNow(++settled, 'done');
			return outcome.ok || goesOn;
		},
	});
	return results;
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
