import { ColumnsToIgnore } from '../input/columnsToIgnore';
import type { Columns } from '../input/leftOut';
import { columnsOfInput, fieldsBelow } from '../input/source';
import type { Catalogue } from '../parameters/catalogue';
import { FIELDS } from './fields';
import type { AnyExecution } from './operation';

const UNMET = "'Columns to Ignore' names columns that no item has";

/**
 * Where the values of the items come from, as the user chose: from the fields of the node or from columns.
 * Called once an execution.
 * @param unknown what is said of columns that mean nothing, where they are left out
 */
export function sourceOf(
	{ context, setting, note, whenWhole }: AnyExecution,
	catalogue: Catalogue,
	unknown: string,
) {
	const isMapped = setting(FIELDS.name) === FIELDS.fromInput;
	const toIgnore = new ColumnsToIgnore();
	whenWhole(() => {
		for (const name of toIgnore.unmet) note(UNMET, name);
	});
	const didYouMean = (name: string) => catalogue.columns.didYouMean(name, ', ');
	return {
		isMapped,
		source: isMapped
			? columnsOfInput(context, catalogue, toIgnore)
			: fieldsBelow(context, catalogue),
		/** Told of the columns of an item, where unknown ones are left out. */
		leaveOut(columns: Columns | undefined): void {
			columns?.unknown.forEach((name) => note(unknown, name, didYouMean));
		},
	};
}
