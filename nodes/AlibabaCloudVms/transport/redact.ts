import type { Connection } from './connection';

const HIDDEN = '***';

/** A signature after its name. No shorter than a digest is, so that words after "signature" stay. */
const SIGNATURE = /(\bSignature(?:=|%3D|%253D|["':\s]+))[\w+/%=-]{20,}/gi;

/**
 * A function that takes the key, the secret, the token and any signature out of a text that came from
 * outside. The gateway's SignatureDoesNotMatch may hold the string to sign, percent-encoded twice.
 */
export function redactor(connection: Connection): (text: string) => string {
	const { accessKeyId, accessKeySecret, securityToken } = connection;
	const secrets = [accessKeySecret, securityToken, accessKeyId].flatMap((secret) => {
		if (!secret) return [];
		const once = encodeURIComponent(secret);
		return [secret, once, encodeURIComponent(once)];
	});
	return (text) =>
		secrets
			.reduce((clean, secret) => clean.replaceAll(secret, HIDDEN), text)
			.replace(SIGNATURE, `$1${HIDDEN}`);
}
