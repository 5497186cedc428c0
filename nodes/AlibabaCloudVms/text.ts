import { withCodePoints } from './unseen';

const LONGEST_QUOTE = 80;

/** JSON, or a text of another kind for what has none: an invalid date, NaN, an object inside itself. */
function jsonOf(value: unknown): string {
	try {
		const json = JSON.stringify(value) ?? 'null';
		return json === 'null' ? String(value) : json;
	} catch {
		return typeof value === 'object' ? 'an object' : String(value);
	}
}

/** A text of at most so many characters, counted by code point: no emoji is cut in half. */
export function cut(text: string, longest: number): string {
	// No text has more characters than code units.
	if (text.length <= longest) return text;
	const characters = [...text];
	return characters.length > longest ? `${characters.slice(0, longest).join('')}…` : text;
}

/** The same without the escapes of quotes and backslashes, which only programs read. */
const textOf = (value: unknown): string =>
	typeof value === 'string' ? jsonOf(value).replace(/\\(["\\])/g, '$1') : jsonOf(value);

/**
 * A given value as it appears in a message: text in double quotes, the rest as JSON, cut where long. What
 * cannot be seen stands as its code point.
 */
export const quote = (value: unknown): string => cut(withCodePoints(textOf(value)), LONGEST_QUOTE);

const joined = (words: readonly string[], last: string): string =>
	words.length < 2
		? words.join('')
		: `${words.slice(0, -1).join(', ')} ${last} ${words.at(-1) ?? ''}`;

/** What an exception says. */
export const messageOf = (error: unknown): string =>
	error instanceof Error ? error.message : String(error);

/** A word of a list by its place; '' where it has none. */
export const wordAt = (words: readonly string[], place?: number): string =>
	words[place ?? -1] ?? '';

/** A part of a date or a clock, not negative: `07`, `12`. */
export const twoDigits = (value: number): string => (value < 10 ? `0${value}` : String(value));

/** `a`, `a or b`, `a, b or c`. */
export const anyOf = (words: readonly string[]): string => joined(words, 'or');

/** Most names that a sentence has. */
const MOST_NAMED = 20;

/**
 * Names in quotes, and how many more there are.
 * @param remark what there is to say of a name, '' for nothing
 */
export function listOf(
	names: readonly string[],
	remark: (name: string) => string = () => '',
): string {
	const first = names.slice(0, MOST_NAMED).map((name) => ({ name, said: remark(name) }));
	const separator = first.some(({ said }) => said !== '') ? '; ' : ', ';
	const more = names.length > MOST_NAMED ? ` and ${names.length - MOST_NAMED} more` : '';
	return `${first.map(({ name, said }) => `${quote(name)}${said}`).join(separator)}${more}`;
}

/** `a`, `a and b`, `a, b and c`. */
export const allOf = (words: readonly string[]): string => joined(words, 'and');
