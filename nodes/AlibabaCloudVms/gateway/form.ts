import { createHmac } from 'node:crypto';
import { setImmediate as breathe } from 'node:timers/promises';
import type { Keys } from './keys/keys';

/** Signs that encodeURIComponent leaves as they are, and the signature does not. */
const MORE = /[!'()*]/g;

const escape = (sign: string): string => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;

/** A text as a signed form has it. */
export const formEncoded = (text: string): string => encodeURIComponent(text).replace(MORE, escape);

/** Bytes of a text in a signed form. */
export const encodedLength = (text: string): number =>
	encodeURIComponent(text).length + 2 * (text.match(MORE)?.length ?? 0);

/** Below this, pop-core signs in less than a millisecond. */
const LONG = 100_000;

/** Encoded and signed in about a millisecond. */
const PIECE = 32_768;

/** Whether signing it at once would hold everything else up. */
export const isLong = (params: Readonly<Record<string, string>>): boolean =>
	Object.values(params).some(({ length }) => length > LONG);

/** A text in pieces, no character of which is cut in half. */
function* piecesOf(text: string): Generator<string> {
	for (let start = 0; start < text.length;) {
		const isHalf = /[\uD800-\uDBFF]/.test(text.charAt(start + PIECE - 1));
		const end = start + PIECE + (isHalf ? 1 : 0);
		yield text.slice(start, end);
		start = end;
	}
}

/** What stands in a form once more encoded, in the string to sign: no sign of it but % changes. */
const twice = encodeURIComponent;

const now = (): string => new Date().toISOString().replace(/\.\d+Z$/, 'Z');

/**
 * The body of a POST that is too long for pop-core, signed as pop-core does it (Signature V1), piece by piece:
 * everything else has its turn in between.
 * @param params flat, all strings, SignatureNonce among them
 */
export async function signedForm(
	action: string,
	apiVersion: string,
	params: Readonly<Record<string, string>>,
	{ accessKeyId, accessKeySecret, securityToken }: Keys,
): Promise<Buffer> {
	const all: Record<string, string> = {
		Action: action,
		Format: 'JSON',
		Timestamp: now(),
		Version: apiVersion,
		SignatureMethod: 'HMAC-SHA1',
		SignatureVersion: '1.0',
		AccessKeyId: accessKeyId,
		...(securityToken ? { SecurityToken: securityToken } : {}),
		...params,
	};
	const hmac = createHmac('sha1', `${accessKeySecret}&`).update('POST&%2F&');
	const body: Buffer[] = [];
	const add = (encoded: string, signed = twice(encoded)) => {
		body.push(Buffer.from(encoded, 'latin1'));
		hmac.update(signed);
	};
	for (const [index, name] of Object.keys(all).sort().entries()) {
		if (index > 0) add('&', '%26');
		add(formEncoded(name));
		add('=', '%3D');
		for (const piece of piecesOf(all[name] ?? '')) {
			add(formEncoded(piece));
			await breathe();
		}
	}
	const signature = formEncoded(hmac.digest('base64'));
	body.push(Buffer.from(`&Signature=${signature}`, 'latin1'));
	return Buffer.concat(body);
}
