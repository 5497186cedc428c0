import { createHash, createHmac } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { Claims } from './claims';
import { canonicalQuery } from './encoding';
import { missingCommonParameter, type Refusal } from './refusals';
import type { GatewayRequest } from './request';

const ALGORITHM = 'ACS3-HMAC-SHA256';

export const sha256Hex = (data: string | Buffer) => createHash('sha256').update(data).digest('hex');

interface CanonicalParts {
	method: string;
	path: string;
	query: ReadonlyMap<string, string>;
	headers: IncomingHttpHeaders;
	/** Lower-case names, in the order of the Authorization header. */
	signedHeaders: readonly string[];
	/** Hex SHA-256 of the body. */
	bodyHash: string;
}

export function canonicalRequest(parts: CanonicalParts): string {
	const lines = parts.signedHeaders.map((name) => {
		return `${name}:${String(parts.headers[name] ?? '').trim()}\n`;
	});
	return [
		parts.method,
		parts.path,
		canonicalQuery(parts.query),
		lines.join(''),
		parts.signedHeaders.join(';'),
		parts.bodyHash,
	].join('\n');
}

export function stringToSignV3(parts: CanonicalParts): string {
	return `${ALGORITHM}\n${sha256Hex(canonicalRequest(parts))}`;
}

/** Hex of HMAC-SHA256. */
export function signatureV3(stringToSign: string, accessKeySecret: string): string {
	return createHmac('sha256', accessKeySecret).update(stringToSign).digest('hex');
}

export function isV3({ headers }: GatewayRequest): boolean {
	return headers.authorization?.startsWith('ACS3-') ?? false;
}

const COMMON_HEADERS = [
	'x-acs-action',
	'x-acs-version',
	'x-acs-date',
	'x-acs-signature-nonce',
	'x-acs-content-sha256',
] as const;

const AUTHORIZATION =
	/^ACS3-HMAC-SHA256 +Credential=(?<id>[^,]+), *SignedHeaders=(?<names>[a-z0-9;-]+), *Signature=(?<signature>[0-9a-f]{64})$/;

/** Reads the headers of signature version 3. */
export function readClaimsV3(request: GatewayRequest): Claims | Refusal {
	const { headers } = request;
	const missing = COMMON_HEADERS.find((name) => !headers[name]);
	if (missing) return missingCommonParameter(missing);
	const text = (name: string) => String(headers[name] ?? '');
	const {
		id = '',
		names = '',
		signature,
	} = AUTHORIZATION.exec(text('authorization'))?.groups ?? {};
	const signedHeaders = names.split(';');
	// A header that is left out of the signature could be changed on the way.
	const mustBeSigned = [
		'host',
		...Object.keys(headers).filter((name) => name.startsWith('x-acs-')),
	];
	const conforms = mustBeSigned.every((name) => signedHeaders.includes(name));
	const bodyHash = sha256Hex(request.body);
	return {
		action: text('x-acs-action'),
		version: text('x-acs-version'),
		accessKeyId: id,
		securityToken: headers['x-acs-security-token']?.toString(),
		nonce: text('x-acs-signature-nonce'),
		timestamp: text('x-acs-date'),
		signature: conforms ? signature : undefined,
		expected(accessKeySecret) {
			const stringToSign = stringToSignV3({ ...request, signedHeaders, bodyHash });
			return { stringToSign, signature: signatureV3(stringToSign, accessKeySecret) };
		},
		bodyIsSigned: text('x-acs-content-sha256') === bodyHash,
	};
}
