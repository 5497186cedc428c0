import { createHmac, timingSafeEqual } from 'node:crypto';
import type { AccessKey } from '../keys';
import type { Claims } from './claims';
import type { NonceMemory } from './nonces';
import { permissionRefusal, type PermissionSettings } from './permission';
import { missingActionParameter, refusal, type Refusal } from './refusals';
import type { GatewayRequest } from './request';
import { checkFlow, type ThrottleSettings, type TokenBucket } from './throttle';

export const API_VERSION = '2017-05-25';

/** A request may be this much older or newer than the server's clock. */
const MAX_SKEW_MS = 15 * 60 * 1000;

export interface CheckSettings extends PermissionSettings, ThrottleSettings {
	/** HTTP methods accepted. */
	methods: string[];
	/** Whether SignatureDoesNotMatch tells the string to sign the server built. */
	signatureDetail: boolean;
}

/** Everything a check may look at. */
interface CheckContext {
	request: GatewayRequest;
	claims: Claims;
	key: AccessKey | undefined;
	settings: CheckSettings;
	now: number;
	nonces: NonceMemory;
	bucket: TokenBucket;
}

type Check = (context: CheckContext) => Refusal | undefined;

const signaturePresent: Check = ({ claims }) =>
	claims.signature ? undefined : refusal('IncompleteSignature');

const keyActive: Check = ({ key }) => {
	if (!key) return refusal('InvalidAccessKeyId.NotFound');
	return key.status === 'Active' ? undefined : refusal('InvalidAccessKeyId.Inactive');
};

const securityToken: Check = ({ claims, key, now }) => {
	const token = claims.securityToken;
	if (!token) {
		return key?.securityToken ? missingActionParameter('SecurityToken') : undefined;
	}
	if (!/^[\w.+/=-]+$/.test(token)) return refusal('InvalidSecurityToken.Malformed');
	if (token !== key?.securityToken) return refusal('InvalidSecurityToken.MismatchWithAccessKey');
	return now > (key.tokenExpiresAt ?? Infinity)
		? refusal('InvalidSecurityToken.Expired')
		: undefined;
};

const methodSupported: Check = ({ request, settings }) =>
	settings.methods.includes(request.method) ? undefined : refusal('UnsupportedHTTPMethod');

const UTC_SECONDS = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;

const timestampFormat: Check = ({ claims: { timestamp } }) =>
	// Date.parse moves February 30 to March, so the date must survive the round trip.
	UTC_SECONDS.test(timestamp) &&
	!Number.isNaN(Date.parse(timestamp)) &&
	new Date(timestamp).toISOString() === timestamp.replace('Z', '.000Z')
		? undefined
		: refusal('InvalidTimeStamp.Format');

const timestampSkew: Check = ({ claims, now }) =>
	Math.abs(Date.parse(claims.timestamp) - now) > MAX_SKEW_MS
		? refusal('InvalidTimeStamp.Expired')
		: undefined;

/** Compares digests of equal length, so that the time taken tells nothing about the texts. */
function sameText(a: string, b: string): boolean {
	const digest = (text: string) => createHmac('sha256', 'compare').update(text).digest();
	return timingSafeEqual(digest(a), digest(b));
}

const signatureMatches: Check = ({ claims, key, settings }) => {
	const { stringToSign, signature } = claims.expected(key?.accessKeySecret ?? '');
	if (sameText(signature, claims.signature ?? '') && claims.bodyIsSigned) return undefined;
	const plain = refusal('SignatureDoesNotMatch');
	if (!settings.signatureDetail) return plain;
	return { ...plain, message: `${plain.message} server string to sign is:${stringToSign}` };
};

const nonceUnused: Check = ({ claims, nonces, now }) =>
	nonces.use(claims.accessKeyId, claims.nonce, now) ? undefined : refusal('SignatureNonceUsed');

const versionKnown: Check = ({ claims, request }) => {
	if (claims.version !== API_VERSION) return refusal('InvalidVersion');
	return request.path === '/' ? undefined : refusal('InvalidApi.NotFound');
};

const permitted: Check = ({ claims, key, settings }) => {
	const allowed = key?.allowedActions === '*' || key?.allowedActions.includes(claims.action);
	if (settings.permissionDenied === false && allowed) return undefined;
	return permissionRefusal(settings.permissionDenied || 'NoPermission', claims);
};

const flow: Check = ({ settings, bucket, now }) => checkFlow(settings, bucket, now);

/** The vendor's order, after the common parameters. */
const IDENTITY_CHECKS: readonly Check[] = [
	signaturePresent,
	keyActive,
	securityToken,
	methodSupported,
	timestampFormat,
	timestampSkew,
	signatureMatches,
	nonceUnused,
	versionKnown,
];

/** Flow control has no documented place: here, a request that may not run does not count. */
const ACCESS_CHECKS: readonly Check[] = [permitted, flow];

function firstRefusal(checks: readonly Check[], context: CheckContext): Refusal | undefined {
	for (const check of checks) {
		const refused = check(context);
		if (refused) return refused;
	}
	return undefined;
}

/** Everything up to the version. Uses up the nonce of a request that is signed right. */
export function checkIdentity(context: CheckContext): Refusal | undefined {
	return firstRefusal(IDENTITY_CHECKS, context);
}

/**
 * Whether this key may call a known action now, and with these parameters.
 * @param mandatory names of the parameters the action cannot do without
 */
export function checkAccess(
	context: CheckContext,
	mandatory: readonly string[],
): Refusal | undefined {
	const refused = firstRefusal(ACCESS_CHECKS, context);
	if (refused) return refused;
	const missing = mandatory.find((name) => !context.request.params.get(name));
	return missing ? missingActionParameter(missing) : undefined;
}
