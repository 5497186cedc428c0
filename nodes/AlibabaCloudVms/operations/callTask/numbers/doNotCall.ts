import { fail, type Result } from '../../../gateway/failure';
import { isRecord } from '../../../guards';
import type { Catalogue } from '../../../parameters/catalogue';
import { telEntriesOf, telOf } from '../../../parameters/encoders/tel';
import { plainText } from '../../../parameters/encoders/scalar';
import { tel } from '../../../parameters/numbers';

/** A number abroad protects nobody here, since none is called; it is no reason to refuse a list. */
const ABROAD = /^(?:\+|00)[1-9]\d{5,14}$/;

/** The number of an entry that is an item, or the JSON of one: the column that means a number. */
function numberIn(entry: unknown, { columns }: Catalogue): unknown {
	if (!isRecord(entry)) return entry;
	const json = isRecord(entry.json) ? entry.json : entry;
	const name = Object.keys(json).find((one) => columns.meaningOf(one).row === tel);
	return name === undefined ? undefined : json[name];
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

	constructor(private readonly catalogue: Catalogue) {}

	/** Adds a list: a text with separators, an array of numbers, or items with a column of them. */
	add(list: unknown): Result<undefined> {
		if (list === undefined || list === null || list === '' || list === this.last) {
			return { ok: true, value: undefined };
		}
		let place = 0;
		for (const entry of telEntriesOf(list)) {
			place++;
			const value = numberIn(entry, this.catalogue);
			if (value === undefined) return refused(place, 'it has no column that means a number');
			if (value === null || value === '') continue;
			const read = telOf(value);
			if ('tel' in read) this.tels.add(read.tel);
			else if (!ABROAD.test(plainText(value).replace(/[\s-]/g, '')))
				return refused(place, read.why);
		}
		this.last = list;
		return { ok: true, value: undefined };
	}

	get isEmpty(): boolean {
		return this.tels.size === 0;
	}

	has(number: string): boolean {
		return this.tels.has(number);
	}
}
