import { quote } from '../../text';
import type { Encoder } from '../parameter';
import { plainText, refusal, textOf } from './scalar';

/** What entries look like; an agent is never "undefined", which an expression may well make of one. */
export const AGENT = /^\d+$/;
export const PHONE = /^\+?(?:\d-*){4,}$/;
/** The page's example of weights has numbers of three digits. */
export const WEIGHTED_PHONE = /^\+?(?:\d-*){3,}$/;
/** A group number may have letters; those that a script writes for nothing are none. */
export const GROUP = /^(?!(?:undefined|null|NaN|true|false)$)[\p{L}\d_-]+$/u;
export const TIME_CONDITION = /^[1-9]\d*$/;

/** What a text holds that is the JSON of a list, which is how programs write several choices. */
function itemsIn(value: unknown): unknown {
	if (typeof value !== 'string' || !/^\s*\[/.test(value)) return value;
	try {
		return JSON.parse(value) as unknown;
	} catch {
		return value;
	}
}

/** Entries of a comma list; the commas of a Chinese keyboard count, blanks around an entry do not. */
export function entriesOf(value: unknown): string[] | undefined {
	const texts = [itemsIn(value)]
		.flat()
		.map((entry) => (typeof entry === 'boolean' ? undefined : textOf(entry)));
	return texts.includes(undefined)
		? undefined
		: texts.flatMap((entry) => String(entry).split(/[,，、]/)).map((entry) => plainText(entry));
}

/** One number as a cell with thousands separators shows it: 64,203,667. */
const GROUPED = /^[1-9]\d{0,2}(?:,\d{3})+(?:\.0+)?$/;

/** Several of them behind one another: 1,001,1,002. Those that begin with three digits have no clear end. */
const SEVERAL_GROUPED = /^(?:(?:^|[,、])[1-9]\d?(?:[,、]\d{3})+){2,}$/;
const ONE_OF_THEM = /[1-9]\d?(?:[,、]\d{3})+/g;

interface Grouped {
	/** The number without its separators, or all of them. */
	digits: string;
	/** Whether its parts hardly are entries: of several lengths, or three and more of three digits. */
	isLikely: boolean;
}

/** The number that a list may be; undefined where it can be none. Blanks behind the commas make it a list. */
export function groupedIn(value: unknown): Grouped | undefined {
	const texts = [itemsIn(value)].flat().filter((one) => typeof one === 'string');
	const plain = texts.map(plainText);
	const several = plain.find((one) => SEVERAL_GROUPED.test(one));
	if (several !== undefined) {
		const numbers = (several.match(ONE_OF_THEM) ?? []).map((one) => one.replace(/[,、]/g, ''));
		return { digits: numbers.join(' and '), isLikely: true };
	}
	const found = plain.find((one) => GROUPED.test(one));
	if (found === undefined) return undefined;
	const parts = found.replace(/\.0+$/, '').split(',');
	return { digits: parts.join(''), isLikely: parts[0]?.length !== 3 || parts.length > 2 };
}

const separated = ({ digits }: Grouped): string => `${digits} with thousands separators`;

/** What a text that looks like a grouped number is refused with. */
export const asOneNumber = (value: unknown, grouped: Grouped): string =>
	`is ${quote(value)}, which may be ${separated(grouped)}; format the column as text, or put a blank behind each comma of a list`;

/**
 * A comma list, from text or from an array. Entries stay text: agent number 0012 is not 12.
 * @param expected what the list holds, in the plural
 * @param entry what one entry looks like
 * @param grouped what to do with a list that may be one number with thousands separators: nothing unless told
 */
export const list =
	(expected: string, entry: RegExp, grouped?: 'warn' | 'refuse'): Encoder =>
	(value) => {
		const accepted = `${expected} separated by commas, without empty entries`;
		const entries = entriesOf(value);
		if (!entries || entries.length === 0) return refusal(value, accepted);
		const wire = entries.join(',');
		const number = grouped && groupedIn(value);
		if (number?.isLikely && grouped === 'refuse') {
			return { value: entries, wire, issue: asOneNumber(value, number) };
		}
		const wrong = entries.find((one) => !entry.test(one));
		if (wrong !== undefined) {
			const found = wrong === '' ? 'has an empty entry' : `has the entry ${quote(wrong)}`;
			return { wire, issue: `is ${quote(value)} and ${found}; give ${accepted}` };
		}
		if (!number) return { value: entries, wire };
		const warning = `is ${quote(value)} and taken for ${entries.length} ${expected}; ${separated(number)} looks the same`;
		return { value: entries, wire, warning };
	};
