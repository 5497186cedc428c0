import { fail, type Result } from '../gateway/failure';
import type { Send } from '../sending/send';
import { Changes } from './changes';
import { listTasks, type Listing } from './list';
import { FRESH_MS } from './reader';
import type { TaskState } from './state';

/** Call centers in which this process has created tasks. */
const created = new Changes(FRESH_MS);

/** Finds tasks by their names: whether a name is there once only is not documented. */
export interface NameFinder {
	/** The tasks of this whole name, as they are now or were a few seconds ago. */
	find(enterpriseId: string, name: string): Promise<Result<TaskState[]>>;
	/** Told that a task was, or may have been, created. */
	changed(enterpriseId: string): void;
}

/**
 * All tasks are listed and looked through here: what the service makes of a name that it filters by, with
 * quotes or signs of other scripts, need not be known.
 */
export function createNameFinder(send: Send, account: string): NameFinder {
	const lists = new Map<string, { begun: number; list: Promise<Result<Listing>> }>();
	const keyOf = (enterpriseId: string) => `${account} ${enterpriseId}`;

	const listed = async (enterpriseId: string): Promise<Result<Listing>> => {
		const since = Math.max(
			performance.now() - FRESH_MS,
			created.at(keyOf(enterpriseId)) ?? Number.NEGATIVE_INFINITY,
		);
		const known = lists.get(enterpriseId);
		if (known && known.begun > since) {
			const list = await known.list;
			if (list.ok) return list;
		}
		const begun = performance.now();
		const list = listTasks(send, enterpriseId, Number.POSITIVE_INFINITY);
		lists.set(enterpriseId, { begun, list });
		return await list;
	};

	return {
		async find(enterpriseId, name) {
			const list = await listed(enterpriseId);
			if (!list.ok) return list;
			const { tasks, isWhole, cut } = list.value;
			if (isWhole) {
				const found = [...tasks.values()].filter(({ fields }) => fields.Name === name);
				return { ok: true, value: found };
			}
			const message = `Whether a task has this name is not known: ${cut ?? 'the list of tasks is not whole'}`;
			return fail({ kind: 'gateway', message, description: 'Nothing was sent for this item.' });
		},
		changed(enterpriseId) {
			created.note(keyOf(enterpriseId));
		},
	};
}
