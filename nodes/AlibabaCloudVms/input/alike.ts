import type { IDataObject } from 'n8n-workflow';
import type { Row } from '../parameters/parameter';
import type { Known } from './columnReader';

/** What a column has to have in an item that is like another one. */
type Wanted = 'the text' | 'anything' | { cell: unknown };

/** What is known of the columns of an execution. */
interface Columns {
	/** The item itself, where that is the object whose columns are mapped. */
	itemAt(itemIndex: number): IDataObject | undefined;
	knownAs(name: string): Known;
	/** Which columns of an item are left out, by the names that are to be. */
	ignoredIn(item: IDataObject, names: readonly string[]): (name: string) => boolean;
	/** Whether columns are found by their names alone, and not by what a field says for each item. */
	isByName: boolean;
}

/** An object inside a cell may be looked into. */
const isPlain = (cell: unknown): boolean => typeof cell !== 'object' || cell === null;

/**
 * Items that say the same as one before, but for the text in one column: most items of a long list of
 * numbers. They need not be read anew. Where that is not sure, they are.
 */
export class Alike {
	private names: readonly string[] = [];

	private wanted: readonly Wanted[] = [];

	constructor(private readonly columns: Columns) {}

	/**
	 * Compares later items with this one, which was read and about which there was nothing to say.
	 * @param row whose column may have another text
	 */
	begin(itemIndex: number, row: Row, toIgnore: readonly string[]): void {
		this.names = [];
		const item = this.columns.isByName ? this.columns.itemAt(itemIndex) : undefined;
		if (!item) return;
		const isLeftOut = this.columns.ignoredIn(item, toIgnore);
		const names = Object.keys(item);
		const wanted = names.map((name): Wanted | undefined => {
			if (isLeftOut(name)) return 'anything';
			const known = this.columns.knownAs(name);
			if ('column' in known) return known.column.row === row ? 'the text' : { cell: item[name] };
			const { meant, isGarbled, loosely } = known.other;
			// What is near to a parameter is told where it is filled in.
			return meant === undefined && !isGarbled && !loosely ? 'anything' : { cell: item[name] };
		});
		if (wanted.filter((one) => one === 'the text').length !== 1) return;
		this.wanted = wanted as Wanted[];
		this.names = names;
	}

	/** The text in the row's column of an item that says the same in all others. */
	textOf(itemIndex: number): string | undefined {
		const { names, wanted } = this;
		const item = names.length > 0 ? this.columns.itemAt(itemIndex) : undefined;
		if (!item) return undefined;
		let text: string | undefined;
		let place = 0;
		for (const name in item) {
			if (names[place] !== name) return undefined;
			const cell: unknown = item[name];
			const want = wanted[place++];
			if (!isPlain(cell)) return undefined;
			if (want === 'the text') {
				if (typeof cell !== 'string' && typeof cell !== 'number') return undefined;
				text = String(cell);
			} else if (want !== 'anything' && want?.cell !== cell) {
				return undefined;
			}
		}
		return place === names.length ? text : undefined;
	}
}
