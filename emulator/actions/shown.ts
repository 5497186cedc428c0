import { withSortedLists } from '../tasks/commaLists';
import type { Task } from '../tasks/task';
import type { ActionCall } from './action';

/** The task as the reading actions find it now. */
export function shown(task: Task, { store, settings, now }: ActionCall): Task {
	const seen = { ...store.seenAt(task, now), ...settings.shownAs };
	return settings.reorderLists ? withSortedLists(seen) : seen;
}
