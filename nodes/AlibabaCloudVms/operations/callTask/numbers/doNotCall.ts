import { fail, type Result } from '../../../gateway/failure';
import { isRecord } from '../../../guards';
import type { Catalogue } from '../../../parameters/catalogue';
import { telEntriesOf, telOf } from '../../../parameters/encoders/tel';
import { plainText } from '../../../parameters/encoders/scalar';
import { backupTels, tel } from '../../../parameters/numbers';

const ABROAD = /^00[1-9]\d{5,14}$/;

/** A number abroad in one form; undefined for any other. None is called but where values are not checked. */
function abroadIn(value: unknown): string | undefined {
	const digits = plainText(value).replace(/[\s()-]/g, '');
	const dialled = digits.replace(/^\+/, '00');
	return ABROAD.test(dialled) ? dialled : undefined;
}

const isPlain = (value: object): boolean =>
	Object.prototype.toString.call(value) === '[object Object]';

/**
 * The numbers of an entry that is an item, or the JSON of one: all that its columns hold which mean a number, since
 * whoever must not be called may have several. Undefined where none does.
 */
function numbersIn(
	entry: unknown,
	meansNumber: (column: string) => boolean,
): unknown[] | undefined {
	if (!isRecord(entry)) return [entry];
	const json = isRecord(entry.json) ? entry.json : entry;
	const names = Object.keys(json);
	const meant = names.filter(meansNumber);
	// An item without columns is what n8n makes of a list that is empty.
	if (meant.length === 0) return names.length === 0 && isPlain(json) ? [] : undefined;
	return meant.flatMap((name) => telEntriesOf(json[name]));
}

const refused = (entry: number, why: string) =>
	fail({
		kind: 'input',
		message: `'Do Not Call', entry ${entry}: ${why}`,
		description: 'Nothing was sent, since a number that cannot be read would be called.',
	});

/** Numbers that are not called. What cannot be read is a failure: it would protect nobody. */
export class DoNotCall {
	private readonly tels = new Set<string>();

	/** What was read already: an expression may well give each item the same list. */
	private last: unknown;

	/** By columns, whether they mean a number: a long list has the same ones over and over. */
	private readonly columns = new Map<string, boolean>();

	constructor(private readonly catalogue: Catalogue) {}

	/**
	 * Adds a list: a text with separators, an array of numbers, or items with columns of them.
	 * @param isWhole whether it is the list of all items, and no cell of one
	 */
	add(list: unknown, isWhole = true): Result<undefined> {
		if (list === undefined || list === null || list === '' || list === this.last) {
			return { ok: true, value: undefined };
		}
		let place = 0;
		let count = 0;
		for (const entry of telEntriesOf(list)) {
			place++;
			const values = numbersIn(entry, (column) => this.meansNumber(column));
			if (values === undefined) return refused(place, 'it has no column that means a number');
			for (const value of values) {
				const why = this.addOne(value);
				if (why !== undefined) return refused(place, why);
				count++;
			}
		}
		// One alone may be what n8n makes of a list that is empty.
		if (isWhole && count === 0 && Array.isArray(list) && list.length > 1) {
			return refused(1, `it is empty, and so are all ${list.length}: look where they come from`);
		}
		this.last = list;
		return { ok: true, value: undefined };
	}

	private meansNumber(column: string): boolean {
		const known = this.columns.get(column);
		if (known !== undefined) return known;
		const { row } = this.catalogue.columns.meaningOf(column);
		const does = row === tel || row === backupTels;
		this.columns.set(column, does);
		return does;
	}

	/** @returns why a value is no number; undefined where it is on the list now */
	private addOne(value: unknown): string | undefined {
		const read = telOf(value);
		const dialled = 'tel' in read ? read.tel : abroadIn(value);
		if (dialled === undefined) return 'why' in read ? read.why : '';
		this.tels.add(dialled);
		return undefined;
	}

	get isEmpty(): boolean {
		return this.tels.size === 0;
	}

	has(number: string): boolean {
		if (this.tels.has(number)) return true;
		// As typed, where values are not checked.
		const abroad = /^(?:\+|00)/.test(number) ? abroadIn(number) : undefined;
		return abroad !== undefined && this.tels.has(abroad);
	}
}
