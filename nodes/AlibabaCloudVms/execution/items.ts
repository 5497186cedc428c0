import { sendInLanes } from '../sending/lanes';
import { about, type Failure, type Result } from '../gateway/failure';
import type { Batch, Done, Job, Joining, Prepare } from '../operations/operation';
import type { Session } from './open';
import { Progress, type ExecuteOptions, type Results } from './progress';
import { refuseSeveral, refuseTwice } from './retryOnFail';

/** What became of the items of an execution. */
export interface Outcomes {
	/** By item; undefined for what was not begun. */
	results: Results;
	/** Requests beyond the first of their call. */
	retries: number;
	/** Milliseconds in which the endpoint took no connections. */
	waitedMs: number;
	/** Whether any item was to change something. */
	hasChanges: boolean;
}

/** What an execution works with. */
interface Work {
	session: Session;
	options: ExecuteOptions;
	progress: Progress;
	/** Told that something is to be changed. */
	changes(): void;
}

/** Runs an operation for all items: resolved, checked and sent side by side, in order for each task. */
export async function executeItems(
	opened: Result<Session>,
	options: ExecuteOptions,
): Promise<Outcomes> {
	if (!opened.ok) {
		const results = new Array<Result<never>>(options.total).fill(opened);
		return { results, retries: 0, waitedMs: 0, hasChanges: false };
	}
	const session = opened.value;
	const { work, pace, retries } = session;
	let hasChanges = false;
	const changes = () => {
		hasChanges = true;
	};
	const progress = new Progress(session, options);
	const all: Work = { session, options, progress, changes };
	try {
		const results =
			typeof work === 'function' ? await sendJobs(work, all) : await sendBatches(work, all);
		return { results, retries: retries(), waitedMs: pace.waitedMs, hasChanges };
	} finally {
		session.leave();
	}
}

const NOTHING_SENT = "Nothing was sent, because 'Check All Items First' is on.";

/** Whether a failure is about its item alone: its own values, or what the service says of them. */
export const isOfItem = ({ kind, isJudged }: Failure): boolean =>
	kind === 'input' || isJudged === true;

/** An outcome, with the task that it is about; the same one where it says that itself. */
function withTask(task: Failure['task'], outcome: Result<Done>): Result<Done> {
	if (!outcome.ok) return about(task, outcome);
	return task && !outcome.value.task ? { ok: true, value: { ...outcome.value, task } } : outcome;
}

/** An outcome, with what a refused item gives where that is no error. */
const withRefused = (outcome: Result<Done>, { ofRefused }: Session): Result<Done> =>
	!outcome.ok && ofRefused && isOfItem(outcome.failure)
		? { ok: true, value: ofRefused(outcome.failure) }
		: outcome;

/** Each item by itself. */
async function sendJobs(
	read: Prepare,
	{ session, options, progress, changes }: Work,
): Promise<Results> {
	const { total, cancelled } = options;
	const { results } = progress;
	const prepare = (index: number): Result<Job> => {
		const prepared = progress.attempted(read, index);
		if (prepared.ok && prepared.value.isChange) changes();
		return prepared;
	};
	if (session.isRetriedByN8n) {
		const refused = await refuseSeveral(prepare, options);
		if (refused) return refused;
	}
	if (session.wide.checkAllItemsFirst === true) {
		if (!(await progress.readAll(prepare))) return results;
		if (results.some(Boolean)) return progress.withheld(NOTHING_SENT);
	}
	await sendInLanes<Job, Result<Done>>({
		count: total,
		cancelled,
		concurrency: () => session.pace.concurrency,
		aside: session.aside,
		prepare: (index) => {
			const prepared = prepare(index);
			return prepared.ok
				? { call: prepared.value, lane: prepared.value.lane ?? `#${index}` }
				: { outcome: withRefused(prepared, session) };
		},
		send: async (job) => {
			const ran = await progress.guarded(async () => await job.run());
			const outcome = withTask(
				job.task,
				'failed' in ran ? ran.failed : progress.reported(ran.value),
			);
			return withRefused(outcome, session);
		},
		settled: (index, outcome) => progress.settle(index, outcome),
	});
	return results;
}

/** What became of the items of a batch, in their order. */
type OfBatch = ReadonlyArray<Result<Done>>;

/**
 * Items that are sent together: all are read before any is sent. Where the other items do not go on after a
 * failure, one that is refused keeps all from being sent.
 */
async function sendBatches(
	{ read, join, whyNotTwice }: Joining,
	{ session, options, progress, changes }: Work,
): Promise<Results> {
	const { total, cancelled, goesOn } = options;
	const { results } = progress;
	const parts = new Array<unknown>(total);
	const keep = (index: number, part: unknown) => {
		parts[index] = part;
	};
	if (!(await progress.readAll(read, keep))) return results;
	if (session.isRetriedByN8n) {
		for (const [index, part] of parts.entries()) {
			const why = part === undefined ? undefined : whyNotTwice(part);
			if (why !== undefined) return refuseTwice(why, index, options);
		}
	}
	const isAllOrNothing = session.wide.checkAllItemsFirst === true || !goesOn;
	if (isAllOrNothing && results.some(Boolean)) return progress.withheld(NOTHING_SENT);
	const batches = await join(parts);
	if (batches.some(({ isChange }) => isChange)) changes();
	await sendInLanes<Batch, OfBatch>({
		count: batches.length,
		cancelled,
		concurrency: () => session.pace.concurrency,
		prepare: (index) => {
			const batch = batches[index] as Batch;
			return { call: batch, lane: batch.lane ?? `#${index}` };
		},
		send: async ({ items, task, run }) => {
			const ran = await progress.guarded(run);
			const outcomes = 'value' in ran ? ran.value : items.map(() => ran.failed);
			return outcomes.map((outcome) => withTask(task, outcome));
		},
		settled: (index, outcomes) => progress.settleAll(batches[index]?.items ?? [], outcomes),
	});
	return results;
}
