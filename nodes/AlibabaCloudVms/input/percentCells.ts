import type { IExecuteFunctions } from 'n8n-workflow';
import { isRecord } from '../guards';
import type { Catalogue } from '../parameters/catalogue';
import { percent } from '../parameters/encoders/percent';
import type { Row } from '../parameters/parameter';
import { SOURCE } from './fieldsObject';
import { cellAt, pathIn } from './paths';

/** A column of the input that fills a parameter which counts in percent, by its path in an item. */
interface Column {
	row: Row;
	path: readonly string[];
}

const countsInPercent = ({ encode }: Row): boolean => encode === percent;

/** Columns that have the name of a parameter. */
function mappedColumns(
	context: IExecuteFunctions,
	{ columns: { meaningOf } }: Catalogue,
): Column[] {
	const source = pathIn(context.getNodeParameter(SOURCE, 0, '', { rawExpressions: true }));
	if (!source) return [];
	const names = context.getInputData().flatMap((item) => Object.keys(Object(cellAt(item, source))));
	return [...new Set(names)].flatMap((name) => {
		const { row } = meaningOf(name);
		return row && countsInPercent(row) ? [{ row, path: [...source, name] }] : [];
	});
}

/** Columns that were dragged into a field. */
const draggedColumns = (context: IExecuteFunctions, { sections }: Catalogue): Column[] =>
	sections.flatMap(({ property: { name: section }, rows }) => {
		const stored: unknown = context.getNodeParameter(section, 0, null, { rawExpressions: true });
		return rows.filter(countsInPercent).flatMap((row) => {
			const path = isRecord(stored) ? pathIn(stored[row.property.name]) : undefined;
			return path && path.length > 0 ? [{ row, path }] : [];
		});
	});

const speaksOfPercent = ({ path }: Column): boolean =>
	/[%％]|百分|percent/i.test(path.at(-1) ?? '');

/** A fraction that can be no percentage, or a text with the sign. */
function isPercentCell(row: Row, cell: unknown): boolean {
	if (typeof cell === 'string') return /[%％]\s*$/.test(cell);
	if (typeof cell !== 'number') return false;
	const { percentage, issue } = row.encode(cell, row.property);
	return percentage !== undefined && issue !== undefined;
}

/**
 * Whether the header of a parameter's column speaks of percent, or any cell of the columns that count in it:
 * then 1 is a cell of 100 %. The input is looked through once, when a value is doubted first.
 */
export function percentCells(
	context: IExecuteFunctions,
	catalogue: Catalogue,
	isMapped: boolean,
): (row: Row) => boolean {
	let known: { columns: Column[]; hasCells: boolean } | undefined;
	const look = () => {
		const columns = isMapped
			? mappedColumns(context, catalogue)
			: draggedColumns(context, catalogue);
		const items = context.getInputData();
		const hasCells = columns.some(({ row, path }) =>
			items.some((item) => isPercentCell(row, cellAt(item, path))),
		);
		return { columns, hasCells };
	};
	return (row) => {
		known ??= look();
		return known.hasCells || known.columns.some((one) => one.row === row && speaksOfPercent(one));
	};
}
