import type { IExecuteFunctions, IDataObject } from 'n8n-workflow';
import { isRecord } from '../guards';
import { rows } from '../parameters';
import { isNamedAs, plainName, rowForColumn } from '../parameters/columns';
import { lostIn, parse } from '../parameters/structured/json';
import { quote } from '../parameters/words';
import type { Result } from '../transport/failure';
import { fail } from '../transport/failure';
import { isEmptyCell, onceForEach } from './cells';
import type { Collected, Given } from './collect';

/** Maps the columns of one item. An item without an object to map is a failure. */
export type InputMapper = (itemIndex: number) => Result<Collected>;

interface Column {
	/** The place of its row in the catalogue. */
	place: number;
	/** The value of a cell; equal cells come as one object, to be read once. */
	give(cell: unknown): Given;
}

function columnFor(name: string): Column | undefined {
	const row = rowForColumn(name);
	if (!row) return undefined;
	const label = row.property.displayName;
	const column = isNamedAs(name, row) ? undefined : name;
	const give = onceForEach((cell): Given => ({
		row,
		label,
		column,
		value: isEmptyCell(cell) ? '' : cell,
	}));
	return { place: rows.indexOf(row), give };
}

const sameCell = (one: unknown, other: unknown): boolean =>
	JSON.stringify(one) === JSON.stringify(other);

/** Two columns that mean one parameter: fine while only one is filled in, or both alike. */
function oneOf(first: Given, second: Given, names: readonly [string, string]): Given {
	if (first.value === '') return second;
	if (second.value === '' || sameCell(first.value, second.value)) return first;
	const { row, label } = first;
	return {
		row,
		label,
		problem: `stands in the columns ${quote(names[0])} and ${quote(names[1])} with different values; keep one of them, or leave one out by 'Columns to Ignore'`,
	};
}

/** The field of the editor that says where the columns are. */
export const SOURCE = 'fieldsObject';
const WHOLE_ITEM = /^=\{\{\s*\$json\s*\}\}$/;

/** Finds the object whose columns are mapped: the item itself, unless the user says otherwise. */
function sourceOf(context: IExecuteFunctions): (itemIndex: number) => Result<IDataObject> {
	const items = context.getInputData();
	const raw = context.getNodeParameter(SOURCE, 0, '', { rawExpressions: true });
	const isWholeItem = typeof raw === 'string' && WHOLE_ITEM.test(raw);
	return (itemIndex) => {
		const given: unknown = isWholeItem
			? items[itemIndex]?.json
			: context.getNodeParameter(SOURCE, itemIndex, null);
		const lost = lostIn(given);
		if (lost !== undefined) {
			return fail({
				kind: 'input',
				message: `'Fields Object' ${lost}`,
				description: 'Nothing was sent for this item.',
			});
		}
		const value = parse(given) ?? given;
		return isRecord(value)
			? { ok: true, value: value as IDataObject }
			: fail({
					kind: 'input',
					message: `'Fields Object' is ${value === undefined || value === null ? 'empty: its expression found nothing' : quote(value)}; give an object whose keys are names of parameters`,
					description: 'Nothing was sent for this item.',
				});
	};
}

/**
 * A mapper of columns to parameters by their names. The item is read as it is: no expression is evaluated,
 * unless the user points to another object.
 * @param ignored columns to leave out
 */
export function createInputMapper(
	context: IExecuteFunctions,
	ignored: readonly string[],
): InputMapper {
	const source = sourceOf(context);
	const leftOut = new Set(ignored.map(plainName));
	const columns = new Map<string, Column | undefined>();
	const column = (name: string): Column | undefined => {
		if (!columns.has(name)) columns.set(name, columnFor(name));
		return columns.get(name);
	};
	return (itemIndex) => {
		const found = source(itemIndex);
		if (!found.ok) return found;
		const byPlace = new Map<number, { name: string; given: Given }>();
		const unknown: string[] = [];
		for (const [name, cell] of Object.entries(found.value)) {
			if (leftOut.size > 0 && leftOut.has(plainName(name))) continue;
			const known = column(name);
			if (!known) unknown.push(name);
			else if (cell !== undefined && cell !== null) {
				const given = known.give(cell);
				const before = byPlace.get(known.place);
				const chosen = before ? oneOf(before.given, given, [before.name, name]) : given;
				byPlace.set(known.place, {
					name: chosen === before?.given ? before.name : name,
					given: chosen,
				});
			}
		}
		// The order of the catalogue: a field's switch stands before the field.
		const given = [...byPlace].sort(([one], [other]) => one - other).map(([, one]) => one.given);
		return { ok: true, value: { given, unknown } };
	};
}
