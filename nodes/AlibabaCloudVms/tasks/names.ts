import { fail, type Result } from '../gateway/failure';
import { byText } from '../parameters/same';
import type { Send } from '../sending/send';
import { laneOfName } from './alone';
import { Changes } from './changes';
import { listTasks, type Listing } from './list';
import { FRESH_MS } from './reader';
import type { TaskState } from './state';

/** Names of which this process has created tasks. */
const created = new Changes(FRESH_MS);

/** Finds tasks by their names: whether a name is there once only is not documented. */
export interface NameFinder {
	/** The tasks of this whole name, blanks at its ends apart, as they are now or were a few seconds ago. */
	find(enterpriseId: string, name: string): Promise<Result<TaskState[]>>;
	/** Told that a task of a name was, or may have been, created. */
	changed(enterpriseId: string, name: string): void;
}

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

	return {
		async find(enterpriseId, name) {
			const changedAt = created.at(keyOf(enterpriseId, name)) ?? Number.NEGATIVE_INFINITY;
			const since = Math.max(performance.now() - FRESH_MS, changedAt);
			const list = await listedSince(enterpriseId, since);
			if (!list.ok) return list;
			const { tasks, isWhole, cut, unlisted } = list.value;
			if (isWhole) {
				const wanted = byText(name);
				const found = [...tasks.values()].filter(
					({ fields }) => byText(String(fields.Name)) === wanted,
				);
				return { ok: true, value: found };
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
