import type { TaskState } from '../../../tasks/state';
import { undoOf } from '../../../tasks/undo';
import type { Columns } from '../../outcome';
import type { Decided } from './decide';
import type { UpdateOptions } from './options';
import { toSend, type Plan } from './plan';

/**
 * The way back, on demand: null and '' where nothing was changed.
 * @param decided what the update was sent on; absent where none was
 * @param after the task as it was read back, where it was
 */
export function undoColumns(
	plan: Plan<UpdateOptions>,
	decided?: Pick<Decided, 'now' | 'sentOn'>,
	after?: TaskState,
): Columns {
	const { task, catalogue, options } = plan;
	if (!options.includeUndo) return [];
	const { comparisons, before } = decided?.sentOn ?? decided?.now ?? {};
	const { row, lacks } =
		comparisons && before
			? undoOf({ task, catalogue, comparisons, sent: toSend(plan, comparisons), before, after })
			: { row: null, lacks: [] };
	return [
		['undo', row],
		['undoLacks', lacks.join(', ')],
	];
}
