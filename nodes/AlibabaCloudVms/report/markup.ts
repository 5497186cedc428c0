import { cut } from '../text';
import { withCodePoints } from '../unseen';

const ENTITIES: Readonly<Record<string, string>> = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'"': '&quot;',
	"'": '&#39;',
};

/** Halves of characters, and controls that stand for nothing. */
const NOTHING = /\p{Cs}|(?![\t\n\r])\p{Cc}/gu;

/** A text that HTML shows as it is, in an element and in an attribute in double quotes. */
export const escaped = (text: string): string =>
	text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

/** A stranger's text: cut where long, with code points for what cannot be seen, and never markup. */
export function strange(text: string, longest: number): string {
	const start = text.slice(0, 2 * longest + 1);
	const clean = start.replace(NOTHING, '\uFFFD');
	return escaped(cut(withCodePoints(clean), longest));
}

/** Bytes of a text as it is written to a file. */
export const bytesOf = (text: string): number => Buffer.byteLength(text);
