import type { IDataObject } from 'n8n-workflow';
import { isRecord } from '../guards';
import type { Catalogue } from '../parameters/catalogue';
import { looksMisread, MISREAD } from '../parameters/misread';
import type { Row } from '../parameters/parameter';
import { listOf, quote } from '../text';
import { SOURCE_LABEL } from './fieldsObject';
import type { Columns } from './leftOut';

/** The column that holds an object or a text of one in which a column means the row. */
const holderOf = (source: IDataObject, isIt: (name: string) => boolean): string | undefined =>
	Object.keys(source).find((name) => {
		const cell: unknown = source[name];
		return isRecord(cell) && Object.keys(cell).some(isIt);
	});

/** Whether n8n, this node or the service put a column beside those of the sheet. */
const isBeside = (meaning: ReturnType<Catalogue['columns']['meaningOf']>): boolean =>
	meaning.row === undefined && meaning.isKnown && meaning.loosely === undefined;

/** That a row that has to be there has no value among the columns, and why, in a sentence. */
export function missingAmong(
	row: Row,
	{ source, lacks }: Pick<Columns, 'source' | 'lacks'>,
	{ columns }: Catalogue,
): string {
	const { displayName: label } = row.property;
	const isMissing = `'${label}' is missing`;
	const isIt = (name: string) => columns.meaningOf(name).row === row;
	const names = Object.keys(source);
	if (row.missing !== undefined) return `${isMissing}${row.missing}`;
	if (names.length === 0) return `${isMissing}; the item has no columns`;
	const empty = names.find(isIt);
	const lack = lacks.get(row);
	if (lack?.isWithoutColumn === false) return `${isMissing}${lack.why}`;
	if (empty !== undefined) return `${isMissing}; its column ${quote(empty)} is empty or left out`;
	const holder = holderOf(source, isIt);
	const hints = [
		lack?.why ?? '',
		holder === undefined
			? ''
			: `; it stands inside ${quote(holder)}: set '${SOURCE_LABEL}' to {{ $json[${JSON.stringify(holder)}] }}`,
		names.some(looksMisread) ? `; the names look garbled: ${MISREAD}` : '',
	];
	const own = names.filter((name) => name === holder || !isBeside(columns.meaningOf(name)));
	// Of some the field is gone where columns are mapped.
	const chosen = row.whenMapped ? `, or choose it under '${label}'` : '';
	return `No column says ${row.says ?? label}. There are: ${listOf(own.length > 0 ? own : names)}${hints.join('')}. Name one ${label}${chosen}`;
}
