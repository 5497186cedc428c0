import type { Connection } from './connection';

const HIDDEN = '***';

/** A signature after its name. No shorter than a digest is, so that words after "signature" stay. */
const SIGNATURE = /(Signature(?:=|%3D|%253D|["':\s]+))[\w+/%=-]{20,}/gi;

/** One pattern for a text as it is and percent-encoded once or twice, in either case of its hex digits. */
function patternOf(secret: string): RegExp {
	const once = encodeURIComponent(secret);
	const spellings = [secret, once, encodeURIComponent(once)];
	const escaped = spellings.map((spelling) => spelling.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
	return new RegExp(escaped.join('|'), 'gi');
}

/**
 * A function that takes the key, the secret, the token and any signature out of a text that came from
 * outside. The gateway's SignatureDoesNotMatch may hold the string to sign, percent-encoded twice.
 */
export function redactor(connection: Connection): (text: string) => string {
	const { accessKeyId, accessKeySecret, securityToken } = connection;
	const secrets = [accessKeySecret, securityToken, accessKeyId].flatMap((secret) => secret || []);
	const patterns = secrets.map(patternOf);
	const hide = (text: string): string =>
		patterns
			.reduce((clean, pattern) => clean.replace(pattern, HIDDEN), text)
			.replace(SIGNATURE, `$1${HIDDEN}`);
	// Nearly every text of an answer holds none of it: one look finds that out sooner than all replacements.
	const any = new RegExp([...patterns, SIGNATURE].map(({ source }) => source).join('|'), 'i');
	return (text) => (any.test(text) ? hide(text) : text);
}
