import type { Catalogue } from '../parameters/catalogue';
import { EXPECTED } from '../parameters/companions';
import { quote } from '../text';
import type { Beside } from './collect';
import { SOURCE_LABEL } from './fieldsObject';
import type { Read } from './given';
import type { Columns } from './leftOut';

const WORD = /^[A-Za-z_$][\w$]*$/;

const expressionFor = (column: string): string =>
	`{{ $json${WORD.test(column) ? `.${column}` : `[${JSON.stringify(column)}]`} }}`;

/** Whether what a preview gave is mapped as it stands: its name of the task is no change. */
const givesNothingElse = (fields: readonly Read[]): boolean =>
	fields.every(({ row }) => row.identifies === true || row.needed === true);

interface Mapped {
	fields: readonly Read[];
	beside: readonly Beside[];
	columns?: Columns;
}

/**
 * Columns that hold the row of a preview or of an update, a plan or an undo, which is not what is sent. Where
 * hardly anything else is given it was meant; else it is worth a second look.
 */
export function unopened(
	{ fields, beside, columns }: Mapped,
	{ companions }: Catalogue,
): { issues: string[]; notes: string[] } {
	const names = columns?.leftOut.filter(({ isRow }) => isRow).map(({ name }) => name) ?? [];
	const isOpened = beside.some(({ companion }) => companion === EXPECTED);
	if (names.length === 0 || isOpened || !companions.includes(EXPECTED)) {
		return { issues: [], notes: [] };
	}
	const sentences = names.map(
		(name) =>
			`The column ${quote(name)} holds a row that a preview or an update gave, which is not what is sent here; set '${SOURCE_LABEL}' to ${expressionFor(name)}, or leave the column out by 'Columns to Ignore'`,
	);
	return givesNothingElse(fields)
		? { issues: sentences, notes: [] }
		: { issues: [], notes: sentences };
}
