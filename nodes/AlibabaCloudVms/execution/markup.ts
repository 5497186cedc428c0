/**
 * n8n's editor renders hints and the descriptions of errors as HTML, and what stands in backticks there as
 * code. Its panel shows the message of an error as text, and its notification renders it as HTML.
 */

const ENTITIES: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'`': '&#96;',
};

/** A text that HTML shows as it is. */
export const escaped = (text: string): string =>
	text.replace(/[&<>`]/g, (sign) => ENTITIES[sign] ?? sign);

/** A text in which HTML finds no tag, and that reads nearly the same where it is not HTML. */
export const untagged = (text: string): string =>
	text.replace(/<(?=[a-z/!?])([^<>]*)(>?)/gi, (_tag, inside: string, end: string) =>
		end ? `‹${inside}›` : `‹${inside}`,
	);

/** A link that opens beside n8n. */
export const linkTo = (address: string, words: string): string =>
	`<a href="${escaped(address).replaceAll('"', '&quot;')}" target="_blank">${escaped(words)}</a>`;

/** A new line where HTML is rendered. */
export const LINE_BREAK = '<br>';
