import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import { isDeepStrictEqual } from 'node:util';
import type { Result } from '../gateway/failure';
import { isRecord } from '../guards';
import type { Catalogue } from '../parameters/catalogue';
import type { Reading, Row } from '../parameters/parameter';
import { quote } from '../text';
import { isEmptyCell } from './cells';
import type { Collected } from './collect';
import { createColumnReader, type Known } from './columnReader';
import type { ColumnsToIgnore } from './columnsToIgnore';
import { Doubts } from './doubts';
import { fieldsObject } from './fieldsObject';
import type { Given } from './given';
import type { LeftOut } from './leftOut';
import { readOne } from './read';

/** Maps the columns of one item. An item without an object to map is a failure. */
type InputMapper = (itemIndex: number, toIgnore: readonly string[]) => Result<Collected>;

/** Whether two readings mean the same; where only one is a moment, its other half is no contradiction. */
function meanTheSame({ same, ordered }: Row, one: Reading, other: Reading): boolean {
	if (one.otherHalf && other.otherHalf && one.otherHalf !== other.otherHalf) return false;
	if (one.wire === undefined || other.wire === undefined) return false;
	const meaning = ordered?.same ?? same;
	return one.wire === other.wire || isDeepStrictEqual(meaning(one.wire), meaning(other.wire));
}

/**
 * Two columns that mean one parameter: fine while only one is filled in, or both mean the same.
 * @param zone the workflow's time zone
 */
function oneOf(
	first: Given,
	second: Given,
	{ names, zone }: { names: readonly [string, string]; zone: string },
): Given {
	if (first.value === '' || second.problem !== undefined) return second;
	if (first.problem !== undefined || second.value === '') return first;
	const [one, other] = [readOne(first, zone).reading, readOne(second, zone).reading];
	// A moment gives the other half as well.
	if (meanTheSame(first.row, one, other)) return !one.otherHalf && other.otherHalf ? second : first;
	if (isDeepStrictEqual(first.value, second.value)) return first;
	const { row, label } = first;
	return {
		row,
		label,
		problem: `stands in the columns ${quote(names[0])} and ${quote(names[1])} with different values; keep one of them, or leave one out by 'Columns to Ignore'`,
	};
}

const isNothing = (cell: unknown): boolean =>
	cell === undefined || cell === null || isEmptyCell(cell);

/** The first name inside an object that means something to change; one that means nothing else comes first. */
function insideOf(cell: unknown, knownAs: (name: string) => Known): LeftOut['inside'] {
	if (!isRecord(cell)) return undefined;
	const found = Object.keys(cell).flatMap((name) => {
		const known = knownAs(name);
		return 'column' in known && !known.column.isIdentity
			? [{ name, isDoubtful: known.column.doubtfulIn !== undefined }]
			: [];
	});
	return found.find(({ isDoubtful }) => !isDoubtful) ?? found[0];
}

/** The columns of one item, one after the other. */
class Gathering {
	private readonly byPlace = new Map<number, { name: string; given: Given }>();

	private readonly doubts = new Doubts();

	private readonly unknown: string[] = [];

	private readonly leftOut: LeftOut[] = [];

	private meanSomething = false;

	constructor(private readonly zone: string) {}

	add(name: string, cell: unknown, knownAs: (name: string) => Known): void {
		const known = knownAs(name);
		if ('other' in known) {
			const { other } = known;
			if (other.sheet) this.doubts.shows(other.sheet, name);
			if (!other.isKnown) this.unknown.push(name);
			if (!isNothing(cell)) this.leftOut.push({ name, ...other, inside: insideOf(cell, knownAs) });
			return;
		}
		const { column } = known;
		if (!column.isIdentity) this.meanSomething = true;
		if (cell === undefined || cell === null) return;
		const given = column.give(cell);
		if (column.doubtfulIn && given.value !== '') {
			this.doubts.takes(column.doubtfulIn, name, column.label);
		}
		const before = this.byPlace.get(column.place);
		const chosen = before
			? oneOf(before.given, given, { names: [before.name, name], zone: this.zone })
			: given;
		const isBefore = chosen === before?.given;
		this.byPlace.set(column.place, { name: isBefore ? before.name : name, given: chosen });
	}

	collected(source: IDataObject, isWrittenByModel: boolean): Collected {
		const { unknown, leftOut, meanSomething, doubts } = this;
		// The order of the catalogue: a field's switch stands before the field.
		const ordered = [...this.byPlace].sort(([one], [other]) => one - other);
		return {
			given: ordered.map(([, { given }]) => given),
			columns: {
				source,
				unknown,
				leftOut,
				meanSomething,
				isWrittenByModel,
				doubts: doubts.sentences,
			},
		};
	}
}

/**
 * A mapper of columns to parameters by their names. The item is read as it is: no expression is evaluated,
 * unless the user points to another object.
 */
export function createInputMapper(
	context: IExecuteFunctions,
	catalogue: Catalogue,
	columnsToIgnore: ColumnsToIgnore,
): InputMapper {
	const object = fieldsObject(context);
	const zone = context.getTimezone();
	const known = createColumnReader(catalogue, (name) => object.isColumn(name));
	return (itemIndex, toIgnore) => {
		const found = object.of(itemIndex);
		if (!found.ok) return found;
		const source = found.value;
		const isLeftOut = columnsToIgnore.of(source, toIgnore);
		const gathering = new Gathering(zone);
		for (const [name, cell] of Object.entries(source)) {
			if (!isLeftOut(name)) gathering.add(name, cell, known);
		}
		return { ok: true, value: gathering.collected(source, object.isWrittenByModel) };
	};
}
