import { withSortedLists } from '../tasks/commaLists';
import type { Task } from '../tasks/task';
import type { ActionCall } from './action';

export interface ShownSettings {
	/** Whether the reading actions sort the elements of lists with commas. */
	reorderLists: boolean;
	/** What the reading actions show for these fields, whatever is stored. */
	shownAs: Record<string, string>;
}

/** The task as the reading actions find it now. */
export function shown(task: Task, { store, settings, now }: ActionCall<ShownSettings>): Task {
	const seen = { ...store.seenAt(task, now), ...settings.shownAs };
	return settings.reorderLists ? withSortedLists(seen) : seen;
}
