import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { TEST_KEYS, type AccessKey } from '../../emulator';
import { credentialOf, type Bench } from './bench';

/** Something the gateway refuses, and what the user has to read about it. */
export interface GatewayFailure {
	name: string;
	arrange?(bench: Bench): unknown;
	credential?: ICredentialDataDecryptedObject;
	taskId?: string;
	message: RegExp;
	/** '' where the answer has none. */
	code: string;
	httpStatus: number;
	advice?: RegExp;
}

const { active, disabled, withoutPermission, temporary, expired } = TEST_KEYS;

const MINUTES = 60_000;

const key = (from: AccessKey, more: Partial<AccessKey> = {}) => credentialOf({ ...from, ...more });

const keyFailures: GatewayFailure[] = [
	{
		name: 'an unknown key',
		credential: key(active, { accessKeyId: 'LTAI-unknown' }),
		message: /^The AccessKey ID is not known/,
		code: 'InvalidAccessKeyId.NotFound',
		httpStatus: 404,
		advice: /Check the AccessKey ID in the credential/,
	},
	{
		name: 'a disabled key',
		credential: key(disabled),
		message: /^The AccessKey is disabled/,
		code: 'InvalidAccessKeyId.Inactive',
		httpStatus: 400,
	},
	{
		name: 'a wrong secret',
		credential: key(active, { accessKeySecret: 'wrong' }),
		message: /^The AccessKey Secret is wrong: the signature does not match \[item 0\]$/,
		code: 'SignatureDoesNotMatch',
		httpStatus: 400,
		advice: /Copy the AccessKey Secret into the credential again/,
	},
	{
		name: 'a temporary key without its token',
		credential: key(temporary, { securityToken: undefined }),
		message: /^The AccessKey is temporary and needs its Security Token/,
		code: 'MissingSecurityToken',
		httpStatus: 400,
	},
	{
		name: 'the token of another key',
		credential: key(active, { securityToken: 'STS.other' }),
		message: /^The Security Token belongs to another AccessKey/,
		code: 'InvalidSecurityToken.MismatchWithAccessKey',
		httpStatus: 400,
	},
	{
		name: 'a token that is none',
		credential: key(temporary, { securityToken: 'not*a*token' }),
		message: /^The Security Token is malformed/,
		code: 'InvalidSecurityToken.Malformed',
		httpStatus: 400,
		advice: /Leave the token empty for a permanent AccessKey/,
	},
	{
		name: 'an expired token',
		credential: key(expired),
		message: /^The Security Token has expired/,
		code: 'InvalidSecurityToken.Expired',
		httpStatus: 400,
	},
	{
		name: 'a clock that is late',
		arrange: ({ clock }) => (clock.skewMs = 16 * MINUTES),
		message: /^The clock of this n8n is off/,
		code: 'InvalidTimeStamp.Expired',
		httpStatus: 400,
		advice: /15 minutes/,
	},
	{
		name: 'a clock that is early',
		arrange: ({ clock }) => (clock.skewMs = -16 * MINUTES),
		message: /^The clock of this n8n is off/,
		code: 'InvalidTimeStamp.Expired',
		httpStatus: 400,
	},
	{
		name: 'a key with the read-only policy',
		credential: key(withoutPermission),
		message: /^The key has no permission for this call/,
		code: 'NoPermission',
		httpStatus: 403,
		advice: /custom one that allows dyvms:\*/,
	},
	...(
		[
			['Forbidden.RAM', 403],
			['NoPermission', 403],
			['isp.RAM_PERMISSION_DENY', 200],
		] as const
	).map(([code, httpStatus]): GatewayFailure => ({
		name: `no permission, as ${code}`,
		arrange: ({ emulator }) => (emulator.settings.permissionDenied = code),
		message: /^The key has no permission for this call/,
		code,
		httpStatus,
		advice: /The read-only policy is not enough/,
	})),
];

const throttled = ['Throttling', 'Throttling.User', 'Throttling.Api'].flatMap((code) =>
	[400, 200].map((httpStatus): GatewayFailure => ({
		name: `${code} in HTTP ${httpStatus}`,
		arrange: ({ emulator }) => (emulator.settings.throttle = { code, httpStatus }),
		message: /^The gateway takes no more requests for now: Request was denied due to /,
		code,
		httpStatus,
		advice: /Send fewer items at a time/,
	})),
);

const forced = (
	[
		['InvalidTimeStamp.Format', 400, /^The time stamp of the request is malformed/],
		['InvalidTimeStamp.Expired', 400, /^The clock of this n8n is off/],
		['IncompleteSignature', 400, /^The signature is incomplete/],
		['SignatureNonceUsed', 400, /^The gateway saw this request before/],
		['MissingParameter', 400, /^A parameter is missing/],
		['MissingEnterpriseId', 400, /^A parameter is missing/],
		['InvalidVersion', 400, /^The gateway does not know this version of the API/],
		['InvalidAction.NotFound', 404, /^The gateway does not know this action/],
		['InvalidApi.NotFound', 404, /^The gateway does not know this action/],
		['UnsupportedHTTPMethod', 400, /^The gateway did not accept the HTTP method/],
		['InternalError', 500, /^The gateway had an error of its own/],
		['ServiceUnavailable', 503, /^The service is down for the moment/],
		['isv.OUT_OF_SERVICE', 200, /^The service is suspended for this account/],
		['isv.PRODUCT_UN_SUBSCRIPT', 200, /^The account has not opened Voice Messaging Service/],
		['isv.ACCOUNT_NOT_EXISTS', 200, /^The account does not exist in the service/],
		['isv.ACCOUNT_ABNORMAL', 200, /^The account is in an abnormal state/],
		['isv.INVALID_PARAMETERS', 200, /^The service does not accept a value/],
		['InvalidParameters', 200, /^The service does not accept a value/],
		['isv.BUSINESS_LIMIT_CONTROL', 200, /^A limit of the service is reached/],
		['isp.SYSTEM_ERROR', 200, /^The service had an error of its own/],
		['isp.GATEWAY_ERROR', 200, /^The gateway had an error of its own/],
		['100008.0', 200, /^The service has no data for this task/],
		['Some.NewCode', 409, /^The service refused the call/],
	] as const
).map(([code, httpStatus, message]): GatewayFailure => ({
	name: `${code} in HTTP ${httpStatus}`,
	arrange: ({ emulator }) =>
		(emulator.settings.forceRefusal = { code, httpStatus, message: 'In the words of it.' }),
	message,
	code,
	httpStatus,
}));

const businessFailures: GatewayFailure[] = [
	{
		name: 'a running task',
		taskId: '133230',
		message: /^The service does not accept a value: 验证失败，任务运行中，不能修改 \[item 0\]$/,
		code: 'isv.INVALID_PARAMETERS',
		httpStatus: 200,
		advice: /Compare the values with the state of the task/,
	},
	{
		name: 'an ended task',
		taskId: '133226',
		message: /任务已结束/,
		code: 'isv.INVALID_PARAMETERS',
		httpStatus: 200,
	},
	{
		name: 'a task that does not exist',
		taskId: '999',
		message: /^Call center 7000002 has no task 999 /,
		advice: /^The service does not accept a value: 验证失败，参数\[taskId\]取值不正确\. Compare /,
		code: 'isv.INVALID_PARAMETERS',
		httpStatus: 200,
	},
	{
		name: 'OK without having done it',
		arrange: ({ emulator }) => (emulator.settings.updateResult = 1),
		message: /^The answer says OK, but with Data\.Result 1: the call was not done/,
		code: 'OK',
		httpStatus: 200,
		advice: /Look at the state of the task/,
	},
];

/** Refused before the parameters are looked at. */
export const ACCESS_FAILURES: GatewayFailure[] = [...keyFailures, ...throttled];

export const GATEWAY_FAILURES: GatewayFailure[] = [
	...ACCESS_FAILURES,
	...forced,
	...businessFailures,
];
