import type { IDataObject } from 'n8n-workflow';
import { isDeepStrictEqual } from 'node:util';
import { isRecord } from '../guards';
import { CLEAR, EXPECTED } from '../parameters/companions';
import { identity } from '../parameters/identity';
import type { Reading, Row } from '../parameters/parameter';
import { parse } from '../parameters/structured/json';
import { quote } from '../text';
import { isEmptyCell } from './cells';
import type { Choice } from './chosenColumns';
import type { Beside, Collected } from './collect';
import type { Known } from './columnReader';
import { Doubts } from './doubts';
import type { Given } from './given';
import type { Lack, LeftOut } from './leftOut';
import { LooseColumns, type AllItems } from './looseColumns';
import { readOne } from './read';

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

/** Whether a cell is a row that a preview or an update gave, whole, as an object or as JSON text. */
function isRow(cell: unknown): boolean {
	if (typeof cell === 'string' && !cell.includes(`"${EXPECTED.name}"`)) return false;
	const row = parse(cell);
	return isRecord(row) && EXPECTED.name in row && identity.every(({ api }) => api in row);
}

/** The columns of one item, one after the other. */
export class Gathering {
	private readonly byPlace = new Map<number, { name: string; given: Given }>();

	private readonly doubts = new Doubts();

	private readonly unknown: string[] = [];

	private readonly leftOut: LeftOut[] = [];

	private readonly loose = new LooseColumns();

	private readonly beside: Beside[] = [];

	private meanSomething = false;

	constructor(
		private readonly choices: readonly Choice[],
		private readonly zone: string,
	) {}

	add(name: string, cell: unknown, knownAs: (name: string) => Known): void {
		if (this.choices.some(({ column }) => column === name)) return;
		const known = knownAs(name);
		if ('other' in known) {
			const { other } = known;
			const { companion, isPiece = false } = other;
			if (companion) {
				if (companion === CLEAR) this.meanSomething = true;
				if (cell !== undefined) this.beside.push({ companion, column: name, value: cell, isPiece });
				return;
			}
			this.loose.add(name, cell, other);
			if (other.sheet) this.doubts.shows(other.sheet, name);
			if (!other.isKnown) this.unknown.push(name);
			if (!isEmptyCell(cell))
				this.leftOut.push({ name, ...other, inside: insideOf(cell, knownAs), isRow: isRow(cell) });
			return;
		}
		const { column } = known;
		if (!column.isIdentity) this.meanSomething = true;
		if (column.shows) {
			this.doubts.shows(column.shows, name);
			this.loose.beside(name, column.shows);
		}
		if (cell === undefined || cell === null) return;
		const given = column.give(cell);
		const choice = this.choices.find(({ row }) => row === given.row);
		if (choice) {
			this.contradict(choice, name, given);
			return;
		}
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

	/** One value for all items beside a column that says another: which counts is the person's to say. */
	private contradict(choice: Choice, name: string, given: Given): void {
		if (!choice.isFixed || given.value === '' || choice.given.problem !== undefined) return;
		const [one, other] = [choice.given, given].map((each) => readOne(each, this.zone).reading);
		if (one && other && meanTheSame(given.row, one, other)) return;
		const { row, label, value } = choice.given;
		const problem = `is ${String(value)} for all items, and the column ${quote(name)} says ${quote(given.value)}; empty the field to take the column, or leave the column out by 'Columns to Ignore'`;
		choice.given = { row, label, problem };
	}

	collected(source: IDataObject, isWrittenByModel: boolean, all: AllItems): Collected {
		const { beside, unknown, leftOut, meanSomething, doubts, choices } = this;
		// The order of the catalogue: a field's switch stands before the field.
		const ordered = [...this.byPlace].sort(([one], [other]) => one - other);
		const given = ordered.map(([, one]) => one.given);
		const loose = this.loose.choose(
			(row) => [...choices, ...given].some((one) => one.row === row),
			all,
		);
		const lacks = new Map<Row, Lack>(loose.lacks);
		for (const { row, lack } of choices) if (lack) lacks.set(row, lack);
		return {
			given: [...choices.map((choice) => choice.given), ...loose.given, ...given],
			beside,
			columns: {
				source,
				lacks,
				unknown,
				leftOut,
				meanSomething,
				isWrittenByModel,
				doubts: doubts.sentences,
			},
		};
	}
}
