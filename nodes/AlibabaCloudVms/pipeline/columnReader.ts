import { identity, rows } from '../parameters';
import { isNamedAs, meaningOf, type Meant, type Other } from '../parameters/columns';
import { doubledName } from '../parameters/header';
import type { Sheet } from '../parameters/otherColumns';
import { isEmptyCell, onceForEach } from './cells';
import type { Given } from './collect';

/** A column that gives values. */
export interface Column {
	/** The place of its row in the catalogue. */
	place: number;
	label: string;
	/** Whether it says which task, and nothing to change. */
	isIdentity: boolean;
	/** The sheet beside whose other columns it may well mean something else. */
	doubtfulIn?: Sheet;
	/** The value of a cell; equal cells come as one object, to be read once. */
	give(cell: unknown): Given;
}

function columnFor(name: string, { row, problem, doubtfulIn }: Meant): Column {
	const label = row.property.displayName;
	const column = isNamedAs(name, row) ? undefined : name;
	const give = onceForEach((cell): Given => {
		if (isEmptyCell(cell)) return { row, label, column, value: '' };
		if (problem !== undefined) return { row, label, column, problem };
		return { row, label, column, value: cell, isDoubtful: doubtfulIn !== undefined };
	});
	return { place: rows.indexOf(row), label, isIdentity: identity.includes(row), doubtfulIn, give };
}

/** A column that gives values, or what else it is. */
export type Known = { column: Column } | { other: Other };

/**
 * What the columns of an execution mean, each found out once.
 * @param isColumn whether some item has a column of this name: one with a number behind that is the same again
 */
export function createColumnReader(isColumn: (name: string) => boolean): (name: string) => Known {
	const known = new Map<string, Known>();
	const read = (name: string): Known => {
		const meaning = meaningOf(name);
		if (meaning.row) return { column: columnFor(name, meaning) };
		const base = doubledName(name);
		const twice = base !== undefined && isColumn(base) ? meaningOf(base) : undefined;
		return twice?.row ? { column: columnFor(name, twice) } : { other: meaning };
	};
	return (name) => {
		const before = known.get(name);
		if (before) return before;
		const made = read(name);
		known.set(name, made);
		return made;
	};
}
