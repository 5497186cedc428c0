import { QUERY_TASK } from '../gateway/actions';
import { fail, type Result } from '../gateway/failure';
import { byText } from '../parameters/same';
import { entriesIn } from '../sending/pages';
import type { Send } from '../sending/send';
import { laneOfName } from './alone';
import { Changes } from './changes';
import { LISTED_TASKS, listTasks, MOST_LISTED, TYPES, type Listing } from './list';
import { FRESH_MS } from './reader';
import { stateOf, type TaskState } from './state';

/** Names of which this process has created tasks. */
const created = new Changes(FRESH_MS);

/** Finds tasks by their names: whether a name is there once only is not documented. */
export interface NameFinder {
	/** The tasks of this whole name, blanks at its ends apart, as they are now or were a few seconds ago. */
	find(enterpriseId: string, name: string): Promise<Result<TaskState[]>>;
	/** Told that a task of a name was, or may have been, created. */
	changed(enterpriseId: string, name: string): void;
}

const ofName = (tasks: Iterable<TaskState>, name: string): TaskState[] => {
	const wanted = byText(name);
	return [...tasks].filter(({ fields }) => byText(String(fields.Name)) === wanted);
};

interface Asked {
	begun: number;
	/** Rejects if the execution was stopped. */
	list: Promise<Result<Listing>>;
}

/**
 * All tasks are listed and looked through here: what the service makes of a name that it filters by, with
 * quotes or signs of other scripts, need not be known.
 */
export function createNameFinder(send: Send, account: string): NameFinder {
	const lists = new Map<string, Asked>();
	const keyOf = (enterpriseId: string, name: string) =>
		`${account} ${laneOfName(enterpriseId, name)}`;

	/** What was asked for after a moment; items that wait share it. */
	const askedSince = (enterpriseId: string, since: number): Asked => {
		const known = lists.get(enterpriseId);
		if (known && known.begun > since) return known;
		const list = listTasks(send, enterpriseId, Number.POSITIVE_INFINITY);
		const asked = { begun: performance.now(), list };
		lists.set(enterpriseId, asked);
		return asked;
	};

	const listedSince = async (enterpriseId: string, since: number): Promise<Result<Listing>> => {
		const isShared = (lists.get(enterpriseId)?.begun ?? Number.NEGATIVE_INFINITY) > since;
		const asked = askedSince(enterpriseId, since);
		const list = await asked.list;
		if (list.ok) return list;
		if (lists.get(enterpriseId) === asked) lists.delete(enterpriseId);
		// Whoever did not ask for it himself asks once more.
		return isShared ? await askedSince(enterpriseId, since).list : list;
	};

	/** What the service finds by a name, of both kinds. */
	const named = async (enterpriseId: string, name: string): Promise<Result<TaskState[]>> => {
		const tasks: TaskState[] = [];
		for (const Type of TYPES) {
			const page = { Start: '0', Limit: String(MOST_LISTED) };
			const asked = { EnterpriseId: enterpriseId, Type, Name: name, ...page };
			const answer = await send(QUERY_TASK, asked);
			const entries = answer.ok ? entriesIn(answer.value, LISTED_TASKS) : answer;
			if (!entries.ok) return entries;
			tasks.push(...entries.value.map(stateOf));
		}
		return { ok: true, value: tasks };
	};

	return {
		async find(enterpriseId, name) {
			const changedAt = created.at(keyOf(enterpriseId, name)) ?? Number.NEGATIVE_INFINITY;
			const since = Math.max(performance.now() - FRESH_MS, changedAt);
			const list = await listedSince(enterpriseId, since);
			if (!list.ok) return list;
			const { tasks, isWhole, cut, unlisted, pages } = list.value;
			if (isWhole) {
				const found = ofName(tasks.values(), name);
				// A task may have slipped from one page to the one before while they were read.
				const isSure = pages <= TYPES.length || tasks.size <= MOST_LISTED;
				if (found.length > 0 || isSure) return { ok: true, value: found };
				const asked = await named(enterpriseId, name);
				return asked.ok ? { ok: true, value: ofName(asked.value, name) } : asked;
			}
			const message = `Whether a task has this name is not known: ${cut ?? 'the list of tasks is not whole'}`;
			const description = 'Nothing was sent for this item.';
			return fail({ kind: 'gateway', ...unlisted, message, description });
		},
		changed(enterpriseId, name) {
			created.note(keyOf(enterpriseId, name));
		},
	};
}
