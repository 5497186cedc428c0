import { ColumnsToIgnore } from '../input/columnsToIgnore';
import type { Columns } from '../input/leftOut';
import { columnsOfInput, fieldsBelow } from '../input/source';
import type { Catalogue } from '../parameters/catalogue';
import type { TaskKey } from '../tasks/state';
import { readAbout, taskOf, type About } from '../tasks/which';
import { FIELDS } from './fields';
import type { AnyExecution } from './operation';

/**
 * Which task an item names, whatever else is wrong with it; undefined where that can't be known.
 * @param columnsToIgnore undefined where it can't be read
 */
export type TaskNamedIn = (
	itemIndex: number,
	columnsToIgnore: readonly string[] | undefined,
) => TaskKey | undefined;

const UNMET = "'Columns to Ignore' names columns that no item has";

/**
 * Where the values of the items come from, as the user chose: from the fields of the node or from columns.
 * Called once an execution.
 * @param unknown what is said of columns that mean nothing, where they are left out
 */
export function sourceOf(
	{ context, setting, note, whenWhole, enterpriseId, timezone }: AnyExecution,
	catalogue: Catalogue,
	unknown: string,
) {
	const about: About = { catalogue, enterpriseId, zone: timezone };
	const isMapped = setting(FIELDS.name) === FIELDS.fromInput;
	const toIgnore = new ColumnsToIgnore();
	whenWhole(() => {
		for (const name of toIgnore.unmet) note(UNMET, name);
	});
	const didYouMean = (name: string) => catalogue.columns.didYouMean(name, ', ');
	const source = isMapped
		? columnsOfInput(context, catalogue, toIgnore)
		: fieldsBelow(context, catalogue);
	const taskNamedIn: TaskNamedIn = (itemIndex, columnsToIgnore) => {
		// The column that seems to say it may be one of those.
		if (!columnsToIgnore) return undefined;
		const collected = source.collect(itemIndex, { columnsToIgnore });
		return collected.ok ? taskOf(readAbout(collected.value.given, about).fields) : undefined;
	};
	return {
		isMapped,
		source,
		about,
		taskNamedIn,
		/** Told of the columns of an item, where unknown ones are left out. */
		leaveOut(columns: Columns | undefined): void {
			columns?.unknown.forEach((name) => note(unknown, name, didYouMean));
		},
	};
}
