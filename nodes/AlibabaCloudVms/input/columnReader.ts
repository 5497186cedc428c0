import type { Catalogue } from '../parameters/catalogue';
import { isNamedAs, type Meant, type Other } from '../parameters/columns';
import { doubledName } from '../parameters/header';
import type { Sheet } from '../parameters/otherColumns';
import type { Row } from '../parameters/parameter';
import { isEmptyFor, onceForEach } from './cells';
import type { Given } from './given';

/** A column that gives values. */
export interface Column {
	row: Row;
	/** The place of its row in the catalogue. */
	place: number;
	label: string;
	/** Whether it says which task, and nothing to change. */
	isIdentity: boolean;
	/** The sheet beside whose other columns it may well mean something else. */
	doubtfulIn?: Sheet;
	/** The sheet that it shows to be at hand. */
	shows?: Sheet;
	/** The value of a cell; equal cells come as one object, to be read once. */
	give(cell: unknown): Given;
}

function columnFor(name: string, { row, problemOf, doubtfulIn }: Meant, place: number): Column {
	const label = row.property.displayName;
	const column = isNamedAs(name, row) ? undefined : name;
	const give = onceForEach((cell): Given => {
		if (isEmptyFor(row, cell)) return { row, label, column, value: '' };
		const problem = problemOf?.(cell);
		if (problem !== undefined) return { row, label, column, problem };
		return { row, label, column, value: cell, isDoubtful: doubtfulIn !== undefined };
	});
	return {
		row,
		place,
		label,
		isIdentity: row.identifies === true,
		doubtfulIn,
		shows: row.shows,
		give,
	};
}

/** A column that gives values, or what else it is. */
export type Known = { column: Column } | { other: Other };

/**
 * What the columns of an execution mean, each found out once.
 * @param isColumn whether some item has a column of this name: one with a number behind that is the same again
 */
export function createColumnReader(
	{ columns: { meaningOf }, placeOf }: Catalogue,
	isColumn: (name: string) => boolean,
): (name: string) => Known {
	const known = new Map<string, Known>();
	const taken = (name: string, meaning: Meant): Known => ({
		column: columnFor(name, meaning, placeOf(meaning.row)),
	});
	const read = (name: string): Known => {
		const meaning = meaningOf(name);
		if (meaning.row) return taken(name, meaning);
		const base = doubledName(name);
		const twice = base !== undefined && isColumn(base) ? meaningOf(base) : undefined;
		return twice?.row ? taken(name, twice) : { other: meaning };
	};
	return (name) => {
		const before = known.get(name);
		if (before) return before;
		const made = read(name);
		known.set(name, made);
		return made;
	};
}
