import type { IDataObject } from 'n8n-workflow';
import type { Result } from '../gateway/failure';
import { once } from '../once';
import type { Catalogue } from '../parameters/catalogue';
import type { Row } from '../parameters/parameter';
import { chosenColumns, type Choice } from './chosenColumns';
import { Alike } from './alike';
import type { Collected } from './collect';
import { createColumnReader, type Known } from './columnReader';
import type { ColumnsToIgnore } from './columnsToIgnore';
import { fieldsObject, type FieldsObject } from './fieldsObject';
import { Gathering } from './gathering';
import type { AllItems } from './looseColumns';
import type { Reads } from './reads';

/** The columns of one item, and how each of them is understood. */
export interface Sight {
	source: IDataObject;
	/** What fields of the node say in place of columns. */
	choices: readonly Choice[];
	isLeftOut(name: string): boolean;
	knownAs(name: string): Known;
}

interface InputMapper {
	/** How the columns of one item are understood. An item without an object to map is a failure. */
	look(itemIndex: number, toIgnore: readonly string[]): Result<Sight>;
	/** The values that they give. */
	gather(sight: Sight): Collected;
	alike: Alike;
}

/** The columns that mean the rows which say which task, by their rows. */
function namesByRow(
	names: ReadonlySet<string>,
	knownAs: (name: string) => Known,
	{ identity, placeOf }: Catalogue,
): ReadonlyMap<Row, string[]> {
	const places = new Map(identity.map((row) => [placeOf(row), row]));
	const found = new Map<Row, string[]>();
	for (const name of names) {
		const known = knownAs(name);
		const row = 'column' in known ? places.get(known.column.place) : undefined;
		if (row) found.set(row, [...(found.get(row) ?? []), name]);
	}
	return found;
}

/** Whether columns hold 1, 2, 3 from the first item to the last, each looked at once. */
function rowCounts({ column }: FieldsObject): (name: string) => boolean {
	const known = new Map<string, boolean>();
	return (name) => {
		const before = known.get(name);
		if (before !== undefined) return before;
		const cells = column(name);
		const first = Number(cells[0]);
		const counts =
			cells.length > 1 &&
			first <= 1 &&
			cells.every((cell, index) => Number(cell) === first + index);
		known.set(name, counts);
		return counts;
	};
}

/**
 * A mapper of columns to parameters by their names. The item is read as it is: no expression is evaluated,
 * unless the user points to another object.
 */
export function createInputMapper(
	context: Reads,
	catalogue: Catalogue,
	columnsToIgnore: ColumnsToIgnore,
): InputMapper {
	const object = fieldsObject(context);
	const zone = context.getTimezone();
	const known = createColumnReader(catalogue, (name) => object.isColumn(name));
	const choose = chosenColumns(context, catalogue, object);
	const betterColumns = once(() => namesByRow(object.names(), known, catalogue));
	const countsRows = rowCounts(object);
	const items = context.getInputData();
	const alike = new Alike({
		itemAt: (itemIndex) => (object.isWholeItem ? items[itemIndex]?.json : undefined),
		knownAs: known,
		ignoredIn: (item, names) => columnsToIgnore.of(item, names),
		isByName: choose.isFixed,
	});
	const look: InputMapper['look'] = (itemIndex, toIgnore) => {
		const found = object.of(itemIndex);
		if (!found.ok) return found;
		const source = found.value;
		const isLeftOut = columnsToIgnore.of(source, toIgnore);
		const choices = choose.of(itemIndex, source);
		return { ok: true, value: { source, choices, isLeftOut, knownAs: known } };
	};
	const gather: InputMapper['gather'] = ({ source, choices, isLeftOut }) => {
		const all: AllItems = {
			betterColumn: (row) =>
				betterColumns()
					.get(row)
					?.find((name) => !isLeftOut(name)),
			countsRows,
		};
		const gathering = new Gathering(choices, zone);
		for (const [name, cell] of Object.entries(source)) {
			if (!isLeftOut(name)) gathering.add(name, cell, known);
		}
		return gathering.collected(source, object.isWrittenByModel, all);
	};
	return { look, gather, alike };
}
