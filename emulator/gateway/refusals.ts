import type { JsonObject } from '../json';

/** A request turned down, by the gateway or by the action. */
export interface Refusal {
	code: string;
	httpStatus: number;
	message: string;
	/** Only on NoPermission. */
	accessDeniedDetail?: JsonObject;
	/** Milliseconds for the header x-acs-retry-after. */
	retryAfterMs?: number;
	/** For the header Retry-After: seconds, or a date. */
	retryAfter?: string;
}

const NOT_AUTHORISED = 'You are not authorized to do this operation.';
const NOT_FOUND = 'Specified api is not found, please check your url and method.';

/** Codes with one fixed status and message, as the vendor's error tables list them. */
const TABLE = {
	InvalidVersion: [400, 'Specified parameter Version is not valid.'],
	'InvalidAction.NotFound': [404, NOT_FOUND],
	'InvalidApi.NotFound': [404, NOT_FOUND],
	'InvalidAccessKeyId.NotFound': [404, 'Specified access key is not found.'],
	'InvalidAccessKeyId.Inactive': [400, 'Specified access key is disabled.'],
	'InvalidTimeStamp.Format': [400, 'Specified time stamp or date value is not well formatted.'],
	'InvalidTimeStamp.Expired': [400, 'Specified time stamp or date value is expired.'],
	SignatureDoesNotMatch: [400, 'Specified signature is not matched with our calculation.'],
	IncompleteSignature: [400, 'The request signature does not conform to Aliyun standards.'],
	SignatureNonceUsed: [400, 'Specified signature nonce was used already.'],
	'InvalidSecurityToken.Expired': [400, 'Specified SecurityToken is expired.'],
	'InvalidSecurityToken.Malformed': [400, 'Specified SecurityToken is malformed.'],
	'InvalidSecurityToken.MismatchWithAccessKey': [
		400,
		'Specified SecurityToken mismatch with the AccessKey.',
	],
	UnsupportedHTTPMethod: [400, 'This http method not supported.'],
	'Forbidden.RAM': [403, 'User not authorized to operate on the specified resource.'],
	NoPermission: [403, NOT_AUTHORISED],
	// A product code: the product, not the gateway, gives it, hence HTTP 200 like its other codes.
	'isp.RAM_PERMISSION_DENY': [200, NOT_AUTHORISED],
	InternalError: [500, 'The request processing has failed due to some unknown error.'],
	ServiceUnavailable: [503, 'The request has failed due to a temporary failure of the server.'],
	// Not in the vendor's tables: the emulator's own answer to a body it will not read.
	RequestBodyTooLarge: [413, 'The request body is too large.'],
} as const satisfies Record<string, readonly [httpStatus: number, message: string]>;

export type GatewayCode = keyof typeof TABLE;

export function refusal(code: GatewayCode, more: Partial<Refusal> = {}): Refusal {
	const [httpStatus, message] = TABLE[code];
	return { code, httpStatus, message, ...more };
}

/** A common parameter, one every request needs, is absent. */
export function missingCommonParameter(name: string): Refusal {
	const message = `The input parameter "${name}" that is mandatory for processing this request is not supplied.`;
	return { code: 'MissingParameter', httpStatus: 400, message };
}

/** A parameter this action needs is absent. */
export function missingActionParameter(name: string): Refusal {
	const message = `${name} is mandatory for this action.`;
	return { code: `Missing${name}`, httpStatus: 400, message };
}

const THROTTLING_KINDS: Record<string, string> = {
	'Throttling.User': 'user flow control',
	'Throttling.Api': 'api flow control',
};

export function throttled(code: string, httpStatus: number, retryAfterMs?: number): Refusal {
	const kind = THROTTLING_KINDS[code] ?? 'request throttling';
	return { code, httpStatus, message: `Request was denied due to ${kind}.`, retryAfterMs };
}
