import { OWN_ENDPOINT } from './endpoint';
import type { Fate } from './failure';

/**
 * The gateway's codes in plain words. `stage` is how far a request came: the credential test needs to
 * know what a refusal proves. Codes as the vendor documents them; `*` stands for any rest.
 */
export interface Refusal {
	code: string;
	stage: 'key' | 'clock' | 'permission' | 'service' | 'request' | 'load' | 'server';
	/** What happened, as a sentence without the final period. */
	message: string;
	/** What to change. */
	advice: string;
	/** Whether sending again may help, and what is known of the request that was refused so. */
	retry?: Extract<Fate, 'refused' | 'open'>;
}

const CHECK_KEY = 'Check the AccessKey ID in the credential against the RAM console.';
/** The vendor documents permissions for its service as a whole, and none for the single Cloud actions. */
export const PERMISSION = 'dyvms:*';
export const GRANT = `The key is right. Grant its RAM user or role all of Voice Messaging Service: its full-access policy, or a custom one that allows ${PERMISSION}. The read-only policy is not enough, and whether a narrower one is, the vendor does not say.`;
const SYNC_CLOCK =
	'Set the clock of the machine that runs n8n; the gateway allows 15 minutes of difference.';
const NEW_TOKEN = 'Get new temporary keys from STS, and put all three parts into the credential.';
export const CHECK_SERVICE =
	'Check in the console of Voice Messaging Service that the service is open, the account is in good standing and the call center belongs to it.';
const CHECK_ACCOUNT = 'The owner of the account has to settle this with Alibaba Cloud.';
export const CHECK_ENDPOINT = `Check ${OWN_ENDPOINT}: it must be dyvmsapi.aliyuncs.com or, in a VPC of China (Shanghai) only, dyvmsapi.vpc-proxy.aliyuncs.com.`;
export const CHECK_VALUES =
	"Compare the values with the state of the task in the console, and correct them. Check that 'Task ID' and 'Enterprise ID' are those of the task.";
export const LATER = 'Run the refused items again later.';
const SLOWER = 'Send fewer items at a time, for instance with Loop Over Items and Wait.';
const REPORT =
	'This is a defect of this node or of a proxy in between; please report it with the Request ID.';

/** What every request carries: lacking one of them is no matter of the values. */
export const COMMON = [
	'AccessKeyId',
	'Action',
	'Format',
	'Signature',
	'SignatureMethod',
	'SignatureNonce',
	'SignatureVersion',
	'Timestamp',
	'Version',
] as const;

export const INCOMPLETE: Refusal = {
	code: 'MissingParameter',
	stage: 'server',
	message: 'The request came in without a part that every request has',
	advice: REPORT,
};

export const DISABLED_KEY: Refusal = {
	code: 'InvalidAccessKeyId.Inactive',
	stage: 'key',
	message: 'The AccessKey is disabled',
	advice:
		'Enable the AccessKey in the RAM console, or use another one. If it is enabled there, see whether it may be used from the address of this n8n.',
};

export const THROTTLED: Refusal = {
	code: 'Throttling*',
	stage: 'load',
	message: 'The gateway takes no more requests for now',
	advice: SLOWER,
	retry: 'refused',
};

export const REFUSALS: readonly Refusal[] = [
	{
		code: 'InvalidAccessKeyId.NotFound',
		stage: 'key',
		message: 'The AccessKey ID is not known',
		advice: CHECK_KEY,
	},
	DISABLED_KEY,
	{
		code: 'InvalidAccessKeyId*',
		stage: 'key',
		message: 'The AccessKey ID is refused',
		advice: CHECK_KEY,
	},
	{
		code: 'SignatureDoesNotMatch',
		stage: 'key',
		message: 'The AccessKey Secret is wrong: the signature does not match',
		advice:
			'Copy the AccessKey Secret into the credential again; if it is lost, create a new AccessKey.',
	},
	{
		code: 'IncompleteSignature',
		stage: 'key',
		message: 'The signature is incomplete',
		advice: 'Copy AccessKey ID and AccessKey Secret into the credential again.',
	},
	{
		code: 'InvalidSecurityToken.Expired',
		stage: 'key',
		message: 'The Security Token has expired',
		advice: NEW_TOKEN,
	},
	{
		code: 'InvalidSecurityToken.MismatchWithAccessKey',
		stage: 'key',
		message: 'The Security Token belongs to another AccessKey',
		advice: NEW_TOKEN,
	},
	{
		code: 'InvalidSecurityToken*',
		stage: 'key',
		message: 'The Security Token is malformed',
		advice: `${NEW_TOKEN} Leave the token empty for a permanent AccessKey.`,
	},
	{
		code: 'MissingSecurityToken',
		stage: 'key',
		message: 'The AccessKey is temporary and needs its Security Token',
		advice: NEW_TOKEN,
	},
	{
		code: 'AuthenticationFail*',
		stage: 'key',
		message: 'The identity of the caller is refused',
		advice: NEW_TOKEN,
	},
	{
		code: 'InvalidTimeStamp.Format',
		stage: 'server',
		message: 'The time stamp of the request is malformed',
		advice: REPORT,
	},
	{
		code: 'InvalidTimeStamp*',
		stage: 'clock',
		message: 'The clock of this n8n is off',
		advice: SYNC_CLOCK,
	},
	{
		code: 'IllegalTimestamp',
		stage: 'clock',
		message: 'The time stamp of the request is not accepted',
		advice: SYNC_CLOCK,
	},
	{
		code: 'SignatureNonceUsed',
		stage: 'clock',
		message: 'The gateway saw this request before',
		advice: 'Something between n8n and the gateway, such as a proxy, may send requests twice.',
		retry: 'open',
	},
	...['Forbidden.RAM', 'Forbidden.NoPermission', 'NoPermission*', 'isp.RAM_PERMISSION_DENY'].map(
		(code): Refusal => ({
			code,
			stage: 'permission',
			message: 'The key has no permission for this call',
			advice: GRANT,
		}),
	),
	{
		code: 'Forbidden.RiskControl',
		stage: 'service',
		message: "The account is blocked by Alibaba Cloud's risk control",
		advice: CHECK_ACCOUNT,
	},
	{
		code: 'Forbidden.UserVerification',
		stage: 'service',
		message: 'The owner of the account has not been verified',
		advice: CHECK_ACCOUNT,
	},
	{
		code: 'Forbidden*',
		stage: 'permission',
		message: 'The gateway forbids this call',
		advice: `Its words say why: a rule of the account or of the AccessKey, or a missing permission. Calls need ${PERMISSION}; the read-only policy does not have it.`,
	},
	{
		code: 'isv.OUT_OF_SERVICE',
		stage: 'service',
		message: 'The service is suspended for this account',
		advice: CHECK_SERVICE,
	},
	{
		code: 'isv.PRODUCT_UN_SUBSCRIPT',
		stage: 'service',
		message: 'The account has not opened Voice Messaging Service',
		advice: CHECK_SERVICE,
	},
	{
		code: 'isv.ACCOUNT_NOT_EXISTS',
		stage: 'service',
		message: 'The account does not exist in the service',
		advice: CHECK_SERVICE,
	},
	{
		code: 'isv.ACCOUNT_ABNORMAL',
		stage: 'service',
		message: 'The account is in an abnormal state',
		advice: CHECK_SERVICE,
	},
	{
		code: 'isv.BUSINESS_LIMIT_CONTROL',
		stage: 'load',
		message: 'A limit of the service is reached',
		advice:
			'Its words say which. For a limit on requests, send fewer items at a time; any other has to be raised in the console of Voice Messaging Service.',
	},
	THROTTLED,
	...COMMON.map((name) => ({ ...INCOMPLETE, code: `Missing${name}` })),
	{ code: 'Missing*', stage: 'request', message: 'A parameter is missing', advice: CHECK_VALUES },
	{
		code: 'isv.INVALID_PARAMETERS',
		stage: 'request',
		message: 'The service does not accept a value',
		advice: CHECK_VALUES,
	},
	{
		code: 'InvalidParameter*',
		stage: 'request',
		message: 'The service does not accept a value',
		advice: CHECK_VALUES,
	},
	{
		code: '100008.0',
		stage: 'request',
		message: 'The service has no data for this task',
		advice:
			"Check 'Enterprise ID' and 'Task ID': the task may belong to another call center or be deleted.",
	},
	{
		code: 'InvalidVersion',
		stage: 'server',
		message: 'The gateway does not know this version of the API',
		advice: CHECK_ENDPOINT,
	},
	...['InvalidAction.NotFound', 'InvalidApi.NotFound'].map((code): Refusal => ({
		code,
		stage: 'server',
		message: 'The gateway does not know this action',
		advice: CHECK_ENDPOINT,
	})),
	{
		code: 'UnsupportedHTTPMethod',
		stage: 'server',
		message: 'The gateway did not accept the HTTP method',
		advice: REPORT,
	},
	{
		code: 'InternalError*',
		stage: 'server',
		message: 'The gateway had an error of its own',
		advice: LATER,
		retry: 'open',
	},
	{
		code: 'ServiceUnavailable*',
		stage: 'server',
		message: 'The service is down for the moment',
		advice: LATER,
		retry: 'open',
	},
	{
		code: 'isp.GATEWAY_ERROR',
		stage: 'server',
		message: 'The gateway had an error of its own',
		advice: LATER,
		retry: 'open',
	},
	{
		// What begins so is no fault of the caller's.
		code: 'isp.*',
		stage: 'server',
		message: 'The service had an error of its own',
		advice: LATER,
		retry: 'open',
	},
];

/** A code that the table does not know. */
export const UNKNOWN: Refusal = {
	code: '*',
	stage: 'request',
	message: 'The service refused the call',
	advice: `The vendor's error center explains the code. If it is about values: ${CHECK_VALUES}`,
};
