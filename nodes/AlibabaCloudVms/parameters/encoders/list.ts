import type { Encoder } from '../parameter';
import { quote } from '../words';
import { plainText, refusal, textOf } from './scalar';

/** What entries look like; an agent is never "undefined", which an expression may well make of one. */
export const AGENT = /^\d+$/;
export const PHONE = /^\+?\d[\d-]*$/;
/** A group number may have letters; those that a script writes for nothing are none. */
export const GROUP = /^(?!(?:undefined|null|NaN|true|false)$)[\p{L}\d_-]+$/u;
export const TIME_CONDITION = /^[1-9]\d*$/;

/** Entries of a comma list; the commas of a Chinese keyboard count, blanks around an entry do not. */
export function entriesOf(value: unknown): string[] | undefined {
	const texts = (Array.isArray(value) ? value : [value]).map((entry) =>
		typeof entry === 'boolean' ? undefined : textOf(entry),
	);
	return texts.includes(undefined)
		? undefined
		: texts.flatMap((entry) => String(entry).split(/[,，、]/)).map((entry) => plainText(entry));
}

/**
 * A comma list, from text or from an array. Entries stay text: agent number 0012 is not 12.
 * @param expected what the list holds, in the plural
 * @param entry what one entry looks like
 */
export const list =
	(expected: string, entry: RegExp): Encoder =>
	(value) => {
		const accepted = `${expected} separated by commas, without empty entries`;
		const entries = entriesOf(value);
		if (!entries || entries.length === 0) return refusal(value, accepted);
		const wire = entries.join(',');
		const wrong = entries.find((one) => !entry.test(one));
		if (wrong === undefined) return { value: entries, wire };
		const found = wrong === '' ? 'has an empty entry' : `has the entry ${quote(wrong)}`;
		return { wire, issue: `is ${quote(value)} and ${found}; give ${accepted}` };
	};
