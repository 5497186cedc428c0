import type { Catalogue } from '../parameters/catalogue';
import { CLEAR } from '../parameters/companions';
import type { Row } from '../parameters/parameter';
import { quote } from '../text';
import { isEmptyCell } from './cells';
import type { Beside } from './collect';
import { namesIn } from './columnsToIgnore';
import { fieldName, type Given, type Read } from './given';

/** What an item clears, and what is wrong with how it says so, in sentences. */
interface Cleared {
	rows: readonly Row[];
	issues: readonly string[];
}

/** Why a name does not say what is to be cleared, as the rest of a sentence; the row where it does. */
function rowFor(name: string, { columns }: Catalogue): Row | string {
	const { row } = columns.meaningOf(name);
	const named = `names ${quote(name)}, which`;
	if (!row) return `${named} is no field${columns.didYouMean(name, '; ')}`;
	if (row.identifies) return `${named} says which task and cannot be cleared`;
	return row.needed ? `${named} no task can be without` : row;
}

/** Reads the names of fields to be sent empty: labels, names of the API or Chinese ones. */
export function clearedBy(beside: readonly Beside[], catalogue: Catalogue): Cleared {
	const rows = new Set<Row>();
	const issues: string[] = [];
	for (const one of beside) {
		const { companion, value, problem } = one;
		if (companion !== CLEAR) continue;
		const wrong = (issue: string) =>
			issues.push(`${fieldName({ label: CLEAR.label, column: one.column })} ${issue}`);
		const names = isEmptyCell(value) ? [] : namesIn(value);
		if (problem !== undefined) wrong(problem);
		else if (!names) {
			wrong(`is ${quote(value)}; give names of fields separated by commas, or an array of them`);
		}
		for (const name of names ?? []) {
			const row = rowFor(name, catalogue);
			if (typeof row === 'string') wrong(row);
			else rows.add(row);
		}
	}
	return { rows: [...rows], issues };
}

/** The given values with what is cleared as empty ones, in the catalogue's order. */
export function withCleared(
	given: readonly Given[],
	rows: readonly Row[],
	{ placeOf }: Catalogue,
): Given[] {
	if (rows.length === 0) return [...given];
	const kept = given.filter(({ row, value }) => value !== '' || !rows.includes(row));
	const cleared = rows
		.filter((row) => !kept.some((one) => one.row === row))
		.map((row): Given => ({ row, label: row.property.displayName, value: '', isKept: true }));
	return [...kept, ...cleared].sort((one, other) => placeOf(one.row) - placeOf(other.row));
}

/** What is to be cleared and has a value all the same, by its own field or a moment's, in sentences. */
export const clearedAndGiven = (fields: readonly Read[], rows: readonly Row[]): string[] =>
	fields
		.filter(({ row, reading }) => rows.includes(row) && reading.wire !== '')
		.map(
			({ label, value }) =>
				`'${label}' is given as ${quote(value)} and named in '${CLEAR.label}' too; keep one of the two`,
		);
