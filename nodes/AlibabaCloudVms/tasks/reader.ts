import type { Send } from '../sending/send';
import type { Catalogue } from '../parameters/catalogue';
import type { Result } from '../gateway/failure';
import { Changes } from './changes';
import { getTask } from './get';
import { idOf, type TaskKey, type TaskState } from './state';
import { listTasks, type Listing } from './list';

/**
 * Reads tasks with few requests. CloudGetTask reads one task, and lacks four parameters; CloudQueryTask
 * lists a hundred at a time, complete, but finds no task by its ID. So the first tasks of an enterprise are
 * read one by one, unless one of the four is wanted; from then on all its tasks are listed and taken from
 * the list, as long as that is fresh, and not longer than there are items.
 */

/** Tasks of an enterprise that are read one by one before a list is cheaper: it takes two requests at least. */
const SINGLY = 2;
/** A list older than this is no picture of tasks that people start and pause. */
export const FRESH_MS = 3000;

export interface TaskReader {
	/**
	 * A task with the parameters named, no older than a few seconds.
	 * @param wanted names of the API
	 */
	read(task: TaskKey, wanted: readonly string[]): Promise<Result<TaskState>>;
	/** The same as it is now: asked for after this call. */
	readNow(task: TaskKey, wanted: readonly string[]): Promise<Result<TaskState>>;
	/**
	 * A task that was read before, by itself and as it is now; what stands only in lists is taken from before.
	 */
	readAgain(task: TaskKey, before: TaskState): Promise<Result<TaskState>>;
	/**
	 * A task with all that is documented of it, of both reading actions. Where lists cannot be had, it says
	 * what is lacking.
	 */
	readWhole(task: TaskKey): Promise<Result<TaskState>>;
	/** Told when a task was changed: what was read before is no longer so. */
	changed(task: TaskKey): void;
}

interface Sweep {
	/** When it was asked for. */
	begun: number;
	mostPages: number;
	/** Rejects if the execution was stopped. */
	list: Promise<Result<Listing>>;
	isOver: boolean;
}

interface Enterprise {
	/** Reads so far. */
	reads: number;
	/** The list that was asked for last. */
	sweep?: Sweep;
	/** Whether its list takes more requests than it saves, or cannot be had. */
	isTooLong: boolean;
	/** Reads that lists spared, less the pages these took: below 0 where few tasks are read while one is fresh. */
	spared: number;
}

/** What a list has to be good for. */
interface Want {
	/** No page of it may be older. */
	since: number;
	mostPages: number;
}

/** Of all executions of this process: what one of them read, another may have changed since. */
const changes = new Changes(FRESH_MS);

export interface Reading {
	/** Tasks of other accounts are others. */
	account: string;
	catalogue: Catalogue;
	/** Items of the execution: a list with more pages is not worth its requests. */
	total: number;
}

export function createTaskReader(send: Send, { account, catalogue, total }: Reading): TaskReader {
	const listedOnly = new Set(
		catalogue.rows.flatMap(({ api, readBack }) => (readBack === 'listed' ? [api] : [])),
	);
	/** Whether one of these parameters is only in lists. */
	const needsList = (apis: readonly string[]): boolean => apis.some((api) => listedOnly.has(api));
	const enterprises = new Map<string, Enterprise>();

	const nameOf = ({ enterpriseId, taskId }: TaskKey) =>
		`${account} ${enterpriseId}/${idOf(taskId)}`;

	const enterpriseOf = ({ enterpriseId }: TaskKey): Enterprise => {
		const known = enterprises.get(enterpriseId);
		if (known) return known;
		const fresh: Enterprise = { reads: 0, isTooLong: false, spared: 0 };
		enterprises.set(enterpriseId, fresh);
		return fresh;
	};

	const begin = (enterprise: Enterprise, enterpriseId: string, mostPages: number): Sweep => {
		const list = listTasks(send, enterpriseId, mostPages);
		const sweep: Sweep = { begun: performance.now(), mostPages, list, isOver: false };
		const end = (result?: Result<Listing>) => {
			sweep.isOver = true;
			if (result?.ok) enterprise.spared -= result.value.pages;
			// By now it is no longer fresh: every task would begin another one.
			if (performance.now() - sweep.begun > FRESH_MS) enterprise.isTooLong = true;
		};
		list.then(end, () => end());
		enterprise.sweep = sweep;
		return sweep;
	};

	/** The tasks of an enterprise as listed after a moment. Those who wait share one list. */
	const listSince = async (
		enterprise: Enterprise,
		{ enterpriseId }: TaskKey,
		{ since, mostPages }: Want,
	): Promise<Result<Listing>> => {
		const isGood = (sweep: Sweep) => sweep.begun >= since && sweep.mostPages >= mostPages;
		// Who comes too late for a list waits for its end, to share the next one with others.
		while (enterprise.sweep && !enterprise.sweep.isOver && !isGood(enterprise.sweep)) {
			await enterprise.sweep.list;
		}
		const sweep =
			enterprise.sweep && isGood(enterprise.sweep)
				? enterprise.sweep
				: begin(enterprise, enterpriseId, mostPages);
		const result = await sweep.list;
		// The next one asks again.
		if (!result.ok && enterprise.sweep === sweep) enterprise.sweep = undefined;
		return result;
	};

	const readFromList = async (task: TaskKey, want: Want): Promise<Result<TaskState>> => {
		const enterprise = enterpriseOf(task);
		const listed = await listSince(enterprise, task, want);
		if (!listed.ok) {
			if (want.mostPages === Number.POSITIVE_INFINITY) return listed;
			// A key may be allowed to read tasks, and not to list them.
			if (!listed.failure.retry) enterprise.isTooLong = true;
			return await getTask(send, task);
		}
		if (!listed.value.isWhole) enterprise.isTooLong = true;
		const found = listed.value.tasks.get(idOf(task.taskId));
		if (found) {
			enterprise.spared++;
			return { ok: true, value: { ...found, isListed: true } };
		}
		// Absent: a page moved on while it was read, or the gateway says best what is wrong.
		const alone = await getTask(send, task);
		const { cut } = listed.value;
		const isLacking = cut !== undefined && want.mostPages === Number.POSITIVE_INFINITY;
		if (!alone.ok || !isLacking) return alone;
		const lacks = `${cut}; this task is not on it, and what only lists have could not be read`;
		return { ok: true, value: { ...alone.value, lacks } };
	};

	return {
		async read(task, wanted) {
			const enterprise = enterpriseOf(task);
			const isFew = enterprise.reads++ < SINGLY;
			const changedAt = changes.at(nameOf(task));
			if (needsList(wanted)) {
				const since = Math.max(performance.now() - FRESH_MS, changedAt ?? 0);
				return await readFromList(task, { since, mostPages: Number.POSITIVE_INFINITY });
			}
			const since = performance.now() - FRESH_MS;
			const isListed = (enterprise.sweep?.begun ?? Number.NEGATIVE_INFINITY) >= since;
			const isDear = enterprise.isTooLong || (enterprise.spared < 0 && !isListed);
			// What was changed here a moment ago is asked for alone.
			if (isFew || isDear || changedAt !== undefined) return await getTask(send, task);
			return await readFromList(task, { since, mostPages: total });
		},
		async readNow(task, wanted) {
			if (!needsList(wanted)) return await getTask(send, task);
			const since = performance.now();
			return await readFromList(task, { since, mostPages: Number.POSITIVE_INFINITY });
		},
		async readAgain(task, before) {
			const read = await getTask(send, task);
			if (!read.ok) return read;
			const { value } = read;
			return {
				ok: true,
				value: { ...value, fields: { ...before.fields, ...value.fields }, lacks: before.lacks },
			};
		},
		async readWhole(task) {
			const alone = await getTask(send, task);
			if (!alone.ok) return alone;
			const since = Math.max(performance.now() - FRESH_MS, changes.at(nameOf(task)) ?? 0);
			const mostPages = Number.POSITIVE_INFINITY;
			const listed = await listSince(enterpriseOf(task), task, { since, mostPages });
			const found = listed.ok ? listed.value.tasks.get(idOf(task.taskId)) : undefined;
			if (found) {
				// What both have is newer where it was read alone.
				const fields = { ...found.fields, ...alone.value.fields };
				return { ok: true, value: { ...alone.value, fields } };
			}
			const why = listed.ok
				? (listed.value.cut ?? 'the list of tasks has it no more')
				: listed.failure.message;
			const lacks = `What only lists have could not be read (${[...listedOnly].join(', ')}): ${why}`;
			return { ok: true, value: { ...alone.value, lacks } };
		},
		changed(task) {
			changes.note(nameOf(task));
		},
	};
}
