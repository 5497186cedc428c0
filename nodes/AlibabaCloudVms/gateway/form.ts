import { createHmac } from 'node:crypto';
import { setImmediate as breathe } from 'node:timers/promises';
import { EncodedForm, piecesOf } from './encodedForm';
import type { Keys } from './keys/keys';

/** Signs that encodeURIComponent leaves as they are, and the signature does not. */
const MORE = /[!'()*]/g;

/** Bytes of a text in a signed form. */
export const encodedLength = (text: string): number =>
	encodeURIComponent(text).length + 2 * (text.match(MORE)?.length ?? 0);

/** Below this, pop-core signs in less than a millisecond. */
const LONG = 100_000;

/** Whether signing it at once would hold everything else up. */
export const isLong = (params: Readonly<Record<string, string>>): boolean =>
	Object.values(params).some(({ length }) => length > LONG);

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
	const names = Object.keys(all).sort();
	const sizes = names.map(
		(name) => Buffer.byteLength(name) + Buffer.byteLength(all[name] ?? '') + 2,
	);
	const form = new EncodedForm(
		hmac,
		sizes.reduce((sum, size) => sum + size, 0),
	);
	for (const [index, name] of names.entries()) {
		if (index > 0) form.separate('&');
		for (const piece of piecesOf(name)) form.add(piece);
		form.separate('=');
		for (const piece of piecesOf(all[name] ?? '')) {
			form.add(piece);
			await breathe();
		}
	}
	return form.signed();
}
