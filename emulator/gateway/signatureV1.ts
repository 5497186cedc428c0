import { createHmac } from 'node:crypto';
import type { Claims } from './claims';
import { canonicalQuery, percentEncode } from './encoding';
import { missingCommonParameter, type Refusal } from './refusals';
import type { GatewayRequest } from './request';

/** The method belongs to it: the same parameters give GET and POST different signatures. */
export function stringToSignV1(method: string, params: ReadonlyMap<string, string>): string {
	const signed = new Map(params);
	signed.delete('Signature');
	return `${method}&%2F&${percentEncode(canonicalQuery(signed))}`;
}

/** Base64 of HMAC-SHA1. */
export function signatureV1(stringToSign: string, accessKeySecret: string): string {
	return createHmac('sha1', `${accessKeySecret}&`).update(stringToSign).digest('base64');
}

/** Signature is not among them: its absence is a fault of its own, found later. */
const COMMON_PARAMETERS = [
	'Action',
	'Version',
	'AccessKeyId',
	'SignatureMethod',
	'SignatureVersion',
	'SignatureNonce',
	'Timestamp',
] as const;

/** Reads the common parameters of signature version 1. */
export function readClaimsV1({ method, params }: GatewayRequest): Claims | Refusal {
	const missing = COMMON_PARAMETERS.find((name) => !params.get(name));
	if (missing) return missingCommonParameter(missing);
	const text = (name: string) => params.get(name) ?? '';
	const conforms = text('SignatureMethod') === 'HMAC-SHA1' && text('SignatureVersion') === '1.0';
	return {
		action: text('Action'),
		version: text('Version'),
		accessKeyId: text('AccessKeyId'),
		securityToken: params.get('SecurityToken'),
		nonce: text('SignatureNonce'),
		timestamp: text('Timestamp'),
		signature: (conforms && params.get('Signature')) || undefined,
		expected(accessKeySecret) {
			const stringToSign = stringToSignV1(method, params);
			return { stringToSign, signature: signatureV1(stringToSign, accessKeySecret) };
		},
		bodyIsSigned: true,
	};
}
