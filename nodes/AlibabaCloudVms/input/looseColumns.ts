import type { Other } from '../parameters/columns';
import type { Sheet } from '../parameters/otherColumns';
import type { Row } from '../parameters/parameter';
import { allOf, quote } from '../text';
import { isEmptyFor } from './cells';
import type { Given } from './given';
import type { Lack } from './leftOut';
import { readOne } from './read';

/** A column that may mean a row by a name that is none of its own. */
interface Candidate {
	name: string;
	row: Row;
	isVague: boolean;
	given: Given;
}

/** What is known of all items, to be asked for only where a name is in doubt. */
export interface AllItems {
	/** A column that means the row by a better name, in this item or another; undefined where none has one. */
	betterColumn(row: Row): string | undefined;
	/** Whether a column counts the rows: 1, 2, 3. */
	countsRows(name: string): boolean;
}

const isReadable = ({ given }: Candidate): boolean => readOne(given).reading.issue === undefined;

const wireOf = ({ given }: Candidate): string => readOne(given).reading.wire ?? '';

/** The columns of one item that may say which task where none of a better name does. */
export class LooseColumns {
	private readonly candidates: Candidate[] = [];

	/** A column beside which a vague name is likely to number something else, and what. */
	private neighbour?: { name: string; numbers: string };

	/** A column that shows what sheet is at hand. */
	beside(name: string, sheet: Sheet): void {
		if (sheet === 'customers') this.neighbour ??= { name, numbers: "it may be a customer's" };
	}

	/** A column that means no parameter by its name. */
	add(name: string, cell: unknown, { loosely: row, isVague, isBookkeeping, sheet }: Other): void {
		if (isBookkeeping) this.neighbour ??= { name, numbers: 'tables number their rows so' };
		if (sheet) this.beside(name, sheet);
		if (!row) return;
		const given: Given = {
			row,
			label: row.property.displayName,
			column: name,
			value: isEmptyFor(row, cell) ? '' : cell,
		};
		this.candidates.push({ name, row, isVague: isVague === true, given });
	}

	/**
	 * What they give for the rows that have nothing else, or why they give nothing.
	 * @param isGiven whether a row has a column, or a field of the node that says which
	 */
	choose(
		isGiven: (row: Row) => boolean,
		all: AllItems,
	): { given: Given[]; lacks: Array<[Row, Lack]> } {
		const rows = [...new Set(this.candidates.map(({ row }) => row))];
		const given: Given[] = [];
		const lacks: Array<[Row, Lack]> = [];
		for (const row of rows) {
			if (isGiven(row)) continue;
			const found = this.chooseFor(row, all);
			if ('given' in found) given.push(found.given);
			else lacks.push([row, found.lack]);
		}
		return { given, lacks };
	}

	private chooseFor(row: Row, all: AllItems): { given: Given } | { lack: Lack } {
		const own = this.candidates.filter((one) => one.row === row);
		const names = allOf(own.map(({ name }) => quote(name)));
		const better = all.betterColumn(row);
		if (better !== undefined) {
			const why = `; its column ${quote(better)} is empty here, and ${names} is not taken in its place`;
			return { lack: { why, isWithoutColumn: false } };
		}
		const filled = own.filter(({ given }) => given.value !== '');
		if (filled.length === 0) {
			return { lack: { why: `; its column ${names} is empty`, isWithoutColumn: false } };
		}
		const doubts = new Map(filled.map((one) => [one, this.doubtOf(one, all)]));
		const certain = filled.filter((one) => doubts.get(one) === undefined);
		const [first, ...others] = certain.some(isReadable) ? certain.filter(isReadable) : certain;
		if (!first) {
			const why = [...doubts].map(([{ name }, doubt]) => `; ${quote(name)} ${doubt ?? ''}`);
			return { lack: { why: why.join(''), isWithoutColumn: true } };
		}
		const { same } = row;
		const differing = others.find((one) => same(wireOf(one)) !== same(wireOf(first)));
		if (!differing) return { given: first.given };
		const { label, value } = first.given;
		const problem = `may be ${quote(value)} of the column ${quote(first.name)} or ${quote(differing.given.value)} of ${quote(differing.name)}; choose one of the two under '${label}'`;
		return { given: { row, label, problem } };
	}

	/** Why a vague name is not taken, as the rest of a sentence that begins with it. */
	private doubtOf(candidate: Candidate, all: AllItems): string | undefined {
		if (!candidate.isVague) return undefined;
		const { name, given } = candidate;
		if (!isReadable(candidate)) return `holds ${quote(given.value)}, which is no ID of a task`;
		if (this.neighbour) {
			return `stands beside ${quote(this.neighbour.name)} and is not taken for it, since ${this.neighbour.numbers}`;
		}
		return all.countsRows(name) ? 'is not taken for it, since it counts the rows' : undefined;
	}
}
