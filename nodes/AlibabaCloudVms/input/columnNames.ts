import type { IDataObject } from 'n8n-workflow';
import { isRecord } from '../guards';
import type { Catalogue } from '../parameters/catalogue';
import { plainName } from '../parameters/header';
import { looksMisread, MISREAD } from '../parameters/misread';
import type { Row } from '../parameters/parameter';
import { listOf, quote } from '../text';

/** The column that holds an object or a text of one in which a column means the row. */
const holderOf = (source: IDataObject, isIt: (name: string) => boolean): string | undefined =>
	Object.keys(source).find((name) => {
		const cell: unknown = source[name];
		return isRecord(cell) && Object.keys(cell).some(isIt);
	});

/** Why a row that has to be there is missing among the columns, as the rest of a sentence. */
export function whyMissing(row: Row, source: IDataObject, { columns }: Catalogue): string {
	const isIt = (name: string) => columns.meaningOf(name).row === row;
	const names = Object.keys(source);
	if (names.length === 0) return '; the item has no columns';
	const empty = names.find(isIt);
	if (empty !== undefined) return `; its column ${quote(empty)} is empty or left out`;
	const holder = holderOf(source, isIt);
	const hints = [
		holder === undefined
			? ''
			: `; it stands inside ${quote(holder)}: set 'Fields Object' to {{ $json[${JSON.stringify(holder)}] }}`,
		names.some((name) => plainName(name) === 'id' && !looksMisread(name))
			? '; "Id" is not taken for it, since tables number their rows so'
			: '',
		names.some(looksMisread) ? `; the names look garbled: ${MISREAD}` : '',
	];
	return `; the columns are ${listOf(names)}${hints.join('')}`;
}
