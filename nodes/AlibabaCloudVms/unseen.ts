/**
 * Characters that nobody sees and that come along from contacts, web pages and spreadsheets. Where no
 * person means them they are taken away; those that join emoji and letters of some scripts stay.
 */

/** Blanks that the space bar does not make. The ideographic one of a Chinese keyboard stands apart. */
const BLANKS = '\\u00A0\\u1680\\u2000-\\u200A\\u202F\\u205F\\u2800';
const IDEOGRAPHIC = '\\u3000';
/** Line breaks by other names. */
const BREAKS = '\\v\\f\\u0085\\u2028\\u2029';
const CONTROLS = '\\0-\\x08\\x0E-\\x1F\\x7F-\\x84\\x86-\\x9F';
/** Unicode's ignorable code points as ranges, which compile in no time, and marks of embedded objects. */
const FORMATS =
	'\\u034F\\u17B4-\\u17B5\\u180B-\\u180F\\uFE00-\\uFE0F\\u00AD\\u061C\\u115F-\\u1160\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u206F\\u3164\\uFEFF\\uFFA0\\uFFF0-\\uFFFC\\u{1BCA0}-\\u{1BCA3}\\u{1D173}-\\u{1D17A}\\u{E0000}-\\u{E0FFF}';

const scripts = (names: string): string =>
	names
		.split(' ')
		.map((name) => `\\p{Script=${name}}`)
		.join('');
const RIGHT_TO_LEFT = scripts('Arabic Hebrew Nko Syriac Thaana');
const JOINING = scripts(
	'Arabic Bengali Devanagari Gujarati Gurmukhi Kannada Khmer Malayalam Mongolian Nko Oriya Sinhala Syriac Tamil Telugu',
);
const UNSPACED = scripts('Khmer Lao Myanmar Thai');
const EMOJI = '\\p{Extended_Pictographic}\\p{Emoji_Modifier}';

/** Of these scripts, and yet not seen themselves. */
const NO_LETTER = '(?![\\u061C\\u180B-\\u180F])';

/** Where they are part of what is seen. */
const MEANT = [
	`(?<=[${EMOJI}]\\uFE0F?)\\u200D(?=\\p{Extended_Pictographic})`,
	`(?<=[${EMOJI}])[\\uFE0E\\uFE0F]`,
	'(?<=[0-9#*])\\uFE0F(?=\\u20E3)',
	'(?<=\\u{1F3F4}[\\u{E0020}-\\u{E007E}]{0,6})[\\u{E0020}-\\u{E007F}]',
	'(?<=\\p{Script=Han})[\\u{E0100}-\\u{E01EF}]',
	`(?<=${NO_LETTER}[${JOINING}])[\\u200C\\u200D]`,
	`(?<=${NO_LETTER}\\p{Script=Mongolian})[\\u180B-\\u180F]`,
	`(?<=[${UNSPACED}])\\u200B(?=[${UNSPACED}])`,
].join('|');
const DIRECTIONS = '[\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]';

/** Patterns with scripts take a millisecond each to compile: when they are needed first. */
function lazy(source: string, flags: string): () => RegExp {
	let made: RegExp | undefined;
	return () => (made ??= new RegExp(source, flags));
}

const rtlLetter = lazy(`(?=\\p{L})[${RIGHT_TO_LEFT}]`, 'u');
const ODD = new RegExp(`[${FORMATS}${BLANKS}${IDEOGRAPHIC}${BREAKS}${CONTROLS}]`, 'u');
const format = lazy(`(${MEANT})|[${FORMATS}]`, 'gu');
const formatInRtl = lazy(`(${MEANT}|${DIRECTIONS})|[${FORMATS}]`, 'gu');
const ANY_FORMAT = new RegExp(`[${FORMATS}]`, 'gu');
const ANY_BLANK = new RegExp(`[${BLANKS}${IDEOGRAPHIC}]`, 'g');
const OTHER_BLANK = new RegExp(`[${BLANKS}]`, 'g');
const BREAK = new RegExp(`[${BREAKS}]`, 'g');
const CONTROL = new RegExp(`[${CONTROLS}]`);
const AT_THE_ENDS = new RegExp(`[\\s${BLANKS}${BREAKS}${CONTROLS}]`);
const NOTHING = new RegExp(`^[${FORMATS}\\s${BLANKS}${BREAKS}${CONTROLS}]*$`, 'u');
/** What a message shows as its code point, if it is not meant. */
const HIDDEN = `[${FORMATS}${BLANKS}${IDEOGRAPHIC}\\u0085\\u2028\\u2029\\x7F-\\x9F]`;
const ANY_HIDDEN = new RegExp(HIDDEN, 'u');
const hidden = lazy(`(${MEANT})|${HIDDEN}`, 'gu');

/** Whether a text holds nothing that can be seen. */
export const isBlank = (text: string): boolean => NOTHING.test(text);

/** Where a text begins and ends that can be seen. */
function endsOf(text: string): [number, number] {
	let [start, end] = [0, text.length];
	while (start < end && AT_THE_ENDS.test(text.charAt(start))) start += 1;
	while (end > start && AT_THE_ENDS.test(text.charAt(end - 1))) end -= 1;
	return [start, end];
}

/** What is seen of a text that has no unseen characters of its own: IDs, numbers, dates, lists. */
export function seen(text: string): string {
	if (!ODD.test(text)) return text.trim();
	const visible = text.replace(ANY_FORMAT, '').replace(ANY_BLANK, ' ').replace(BREAK, '\n');
	return visible.slice(...endsOf(visible));
}

/**
 * What is seen of a text that people write. Joiners of emoji and scripts and the ideographic blank stay
 * inside it, plain blanks and line breaks anywhere.
 */
export function freeText(text: string): string {
	if (!ODD.test(text)) return text;
	const formats = rtlLetter().test(text) ? formatInRtl() : format();
	const visible = text.replace(formats, (_character, meant?: string) => meant ?? '');
	const [start, end] = endsOf(visible);
	const isTyped = !/[^ \t\r\n]/.test(visible.slice(0, start) + visible.slice(end));
	return (isTyped ? visible : visible.slice(start, end))
		.replace(OTHER_BLANK, ' ')
		.replace(BREAK, '\n');
}

/** The name of a character for people who look it up. */
const codePoint = (character: string): string =>
	`U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** The first character that stands for nothing in a text, as its code point. */
export function control(text: string): string | undefined {
	const [found] = CONTROL.exec(text) ?? [];
	return found === undefined ? undefined : codePoint(found);
}

/** A text for a message, in which what cannot be seen stands as its code point. */
export const withCodePoints = (text: string): string =>
	ANY_HIDDEN.test(text)
		? text.replace(hidden(), (character, meant?: string) => meant ?? `‹${codePoint(character)}›`)
		: text;
