import type { Encoder } from '../parameter';
import { quote } from '../words';
import { refusal, textOf } from './scalar';

/** Entries of a comma list; the commas of a Chinese keyboard count, blanks around an entry do not. */
export function entriesOf(value: unknown): string[] | undefined {
	const texts = (Array.isArray(value) ? value : [value]).map(textOf);
	return texts.includes(undefined)
		? undefined
		: texts.flatMap((entry) => String(entry).split(/[,，、]/)).map((entry) => entry.trim());
}

/**
 * A comma list, from text or from an array. Entries stay text: agent number 0012 is not 12.
 * @param expected what the list holds, in the plural
 * @param entry what one entry looks like
 */
export const list =
	(expected: string, entry = /^.+$/su): Encoder =>
	(value) => {
		const accepted = `${expected} separated by commas, without empty entries`;
		const entries = entriesOf(value);
		if (!entries) return refusal(value, accepted);
		const wire = entries.join(',');
		const wrong = entries.find((one) => !entry.test(one));
		if (wrong === undefined) return { value: entries, wire };
		const found = wrong === '' ? 'has an empty entry' : `has the entry ${quote(wrong)}`;
		return { wire, issue: `is ${quote(value)} and ${found}; give ${accepted}` };
	};
