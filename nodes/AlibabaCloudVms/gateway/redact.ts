import type { Keys } from './keys/keys';

const HIDDEN = '***';

/** A signature after its name. No shorter than a digest is, so that words after "signature" stay. */
const SIGNATURE = /(Signature(?:=|%3D|%253D|["':\s]+))[\w+/%=-]{20,}/gi;

/** One pattern for a text as it is and percent-encoded once or twice, in either case of its hex digits. */
function patternOf(secret: string): RegExp {
	const once = encodeURIComponent(secret);
	const spellings = new Set([secret, once, encodeURIComponent(once)]);
	const escaped = [...spellings].map((spelling) => spelling.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
	return new RegExp(escaped.join('|'), 'gi');
}

/** The three parts of a key, as far as there are three. */
const partsOf = ({ accessKeyId, accessKeySecret, securityToken }: Keys): string[] =>
	[accessKeySecret, securityToken, accessKeyId].flatMap((part) => part || []);

/** Replaces each pattern; nearly every text holds none, which one look finds out sooner. */
function hiding(patterns: readonly RegExp[], replacement: string): (text: string) => string {
	if (patterns.length === 0) return (text) => text;
	const any = new RegExp(patterns.map(({ source }) => source).join('|'), 'i');
	return (text) =>
		any.test(text)
			? patterns.reduce((clean, pattern) => clean.replace(pattern, replacement), text)
			: text;
}

/**
 * A function that takes the key, the secret, the token and any signature out of a text that came from
 * outside. The gateway's SignatureDoesNotMatch may hold the string to sign, percent-encoded twice.
 */
export function redactor(keys: Keys): (text: string) => string {
	const hideKey = hiding(partsOf(keys).map(patternOf), HIDDEN);
	const hideSignature = hiding([SIGNATURE], `$1${HIDDEN}`);
	return (text) => hideSignature(hideKey(text));
}

/** No part of a key that the vendor makes is shorter. */
const SHORTEST_PART = 16;

/** Whether a text is long enough for `dataRedactor` to find anything in it. */
export const mayHoldKey = ({ length }: string): boolean => length >= SHORTEST_PART;

/**
 * The same for what a task holds, which is its owner's: a signed address in it, or a word that a short key
 * of a test happens to be, is none of ours. So only the key's parts, where they cannot be there by chance.
 */
export function dataRedactor(keys: Keys): (text: string) => string {
	const parts = partsOf(keys).filter(({ length }) => length >= SHORTEST_PART);
	const hide = hiding(parts.map(patternOf), HIDDEN);
	// Most texts of a list are shorter than any key, in whatever spelling: none of those is searched.
	const shortest = Math.min(...parts.map(({ length }) => length));
	return (text) => (text.length < shortest ? text : hide(text));
}
