import { TEST_KEYS, startEmulator, type AccessKey, type Emulator } from '../../emulator';
import { callV1, exchange, timestamp, type CallOptions, type Params } from './sign';

let emulator: Emulator;
const target = { EnterpriseId: '7000002', TaskId: '133224' };
const stranger: AccessKey = { ...TEST_KEYS.active, accessKeyId: 'nobody' };
const ago = (minutes: number) => timestamp(Date.now() - minutes * 60_000);

beforeAll(async () => {
	emulator = await startEmulator();
});
afterAll(() => emulator.close());
beforeEach(() => emulator.reset());

interface Case {
	what: string;
	code: string;
	status: number;
	message: string | RegExp;
	action?: string;
	params?: Params;
	options?: CallOptions;
}

const missing = (name: string): Case => ({
	what: `no ${name}`,
	code: 'MissingParameter',
	status: 400,
	message: `The input parameter "${name}" that is mandatory for processing this request is not supplied.`,
	options: { common: { [name]: undefined } },
});

const cases: Case[] = [
	...[
		'Action',
		'Version',
		'AccessKeyId',
		'SignatureMethod',
		'SignatureVersion',
		'SignatureNonce',
		'Timestamp',
	].map(missing),
	{
		what: 'no signature',
		code: 'IncompleteSignature',
		status: 400,
		message: 'The request signature does not conform to Aliyun standards.',
		options: { tamper: { Signature: undefined } },
	},
	{
		what: 'another signature method',
		code: 'IncompleteSignature',
		status: 400,
		message: 'The request signature does not conform to Aliyun standards.',
		options: { common: { SignatureMethod: 'HMAC-MD5' } },
	},
	{
		what: 'an unknown key',
		code: 'InvalidAccessKeyId.NotFound',
		status: 404,
		message: 'Specified access key is not found.',
		options: { key: stranger },
	},
	{
		what: 'a disabled key',
		code: 'InvalidAccessKeyId.Inactive',
		status: 400,
		message: 'Specified access key is disabled.',
		options: { key: TEST_KEYS.disabled },
	},
	{
		what: 'a temporary key without its token',
		code: 'MissingSecurityToken',
		status: 400,
		message: 'SecurityToken is mandatory for this action.',
		options: { key: { ...TEST_KEYS.temporary, securityToken: undefined } },
	},
	{
		what: 'a token with blanks',
		code: 'InvalidSecurityToken.Malformed',
		status: 400,
		message: 'Specified SecurityToken is malformed.',
		options: { key: { ...TEST_KEYS.temporary, securityToken: 'not a token' } },
	},
	{
		what: "another key's token",
		code: 'InvalidSecurityToken.MismatchWithAccessKey',
		status: 400,
		message: 'Specified SecurityToken mismatch with the AccessKey.',
		options: { key: { ...TEST_KEYS.active, securityToken: TEST_KEYS.temporary.securityToken } },
	},
	{
		what: 'an expired token',
		code: 'InvalidSecurityToken.Expired',
		status: 400,
		message: 'Specified SecurityToken is expired.',
		options: { key: TEST_KEYS.expired },
	},
	{
		what: 'the method PUT',
		code: 'UnsupportedHTTPMethod',
		status: 400,
		message: 'This http method not supported.',
		options: { method: 'PUT' },
	},
	...['2026-11-22 10:00:00', '2026-02-30T00:00:00Z', '2026-13-01T00:00:00Z'].map((Timestamp) => ({
		what: `the timestamp ${Timestamp}`,
		code: 'InvalidTimeStamp.Format',
		status: 400,
		message: 'Specified time stamp or date value is not well formatted.',
		options: { common: { Timestamp } },
	})),
	...[16, -16].map((minutes) => ({
		what: `a timestamp ${minutes} minutes old`,
		code: 'InvalidTimeStamp.Expired',
		status: 400,
		message: 'Specified time stamp or date value is expired.',
		options: { common: { Timestamp: ago(minutes) } },
	})),
	{
		what: 'a wrong secret',
		code: 'SignatureDoesNotMatch',
		status: 400,
		message:
			/^Specified signature is not matched with our calculation\. server string to sign is:POST&%2F&AccessKeyId%3Dtestid%26/,
		options: { key: { ...TEST_KEYS.active, accessKeySecret: 'wrong' } },
	},
	{
		what: 'another version',
		code: 'InvalidVersion',
		status: 400,
		message: 'Specified parameter Version is not valid.',
		options: { common: { Version: '2021-10-15' } },
	},
	{
		what: 'an unknown action',
		code: 'InvalidAction.NotFound',
		status: 404,
		message: 'Specified api is not found, please check your url and method.',
		action: 'CloudFooTask',
	},
	{
		what: 'another path',
		code: 'InvalidApi.NotFound',
		status: 404,
		message: 'Specified api is not found, please check your url and method.',
		options: { path: '/v1/tasks' },
	},
	{
		what: 'a key without permission',
		code: 'NoPermission',
		status: 403,
		message: /not authorized/,
		options: { key: TEST_KEYS.withoutPermission },
	},
	{
		what: 'no EnterpriseId',
		code: 'MissingEnterpriseId',
		status: 400,
		message: 'EnterpriseId is mandatory for this action.',
		params: {},
	},
	{
		what: 'an empty TaskId',
		code: 'MissingTaskId',
		status: 400,
		message: 'TaskId is mandatory for this action.',
		params: { ...target, TaskId: '' },
	},
];

test.each(cases)('$what: $code', async ({ code, status, message, action, params, options }) => {
	const received = await callV1(emulator, action ?? 'CloudUpdateTask', params ?? target, options);
	expect(received.body).toMatchObject({
		Code: code,
		Message: typeof message === 'string' ? message : expect.stringMatching(message),
		HostId: 'dyvmsapi.aliyuncs.com',
		RequestId: expect.stringMatching(/^[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}$/),
		Recommend: expect.stringContaining('https://api.aliyun.com/'),
	});
	expect(received.status).toBe(status);
	expect(received.headers['x-acs-request-id']).toBe(received.body.RequestId);
	expect(emulator.journal).toEqual([]);
	expect(emulator.requests.at(-1)).toMatchObject({ code, status });
});

test('NoPermission explains itself', async () => {
	const { body } = await callV1(emulator, 'CloudUpdateTask', target, {
		key: TEST_KEYS.withoutPermission,
	});
	expect(body.AccessDeniedDetail).toEqual({
		AuthAction: 'dyvms:CloudUpdateTask',
		AuthPrincipalType: 'SubUser',
		AuthPrincipalOwnerId: expect.any(String),
		AuthPrincipalDisplayName: TEST_KEYS.withoutPermission.accessKeyId,
		NoPermissionType: 'ImplicitDeny',
		PolicyType: expect.any(String),
		EncodedDiagnosticMessage: expect.any(String),
	});
});

test('a bare GET, as a browser sends it, lacks a parameter', async () => {
	const { status, body } = await exchange(emulator.url);
	expect([status, body.Code]).toEqual([400, 'MissingParameter']);
});

/** Each fault of the list in the documented order; a request with two gets the earlier code. */
interface OrderedFault {
	code: string;
	options?: CallOptions;
	action?: string;
	params?: Params;
	prepare?: () => void;
}

const ordered: OrderedFault[] = [
	{ code: 'MissingParameter', options: { common: { SignatureNonce: undefined } } },
	{ code: 'IncompleteSignature', options: { tamper: { Signature: undefined } } },
	{ code: 'InvalidAccessKeyId.NotFound', options: { common: { AccessKeyId: 'nobody' } } },
	{
		code: 'InvalidSecurityToken.MismatchWithAccessKey',
		options: { common: { SecurityToken: 'STS.other' } },
	},
	{ code: 'UnsupportedHTTPMethod', options: { method: 'PUT' } },
	{ code: 'InvalidTimeStamp.Format', options: { common: { Timestamp: 'now' } } },
	{ code: 'InvalidTimeStamp.Expired', options: { common: { Timestamp: ago(60) } } },
	{ code: 'SignatureDoesNotMatch', options: { tamper: { Name: 'changed' } } },
	{ code: 'SignatureNonceUsed', options: { common: { SignatureNonce: 'used' } } },
	{ code: 'InvalidVersion', options: { common: { Version: '2021-10-15' } } },
	{ code: 'InvalidAction.NotFound', action: 'CloudFooTask' },
	{
		code: 'Forbidden.RAM',
		prepare: () => (emulator.settings.permissionDenied = 'Forbidden.RAM'),
	},
	{
		code: 'Throttling.Api',
		prepare: () => (emulator.settings.throttle = { code: 'Throttling.Api', httpStatus: 400 }),
	},
	{ code: 'MissingTaskId', params: { EnterpriseId: '7000002' } },
	{ code: 'isv.INVALID_PARAMETERS', params: { ...target, AutoStart: '7' } },
];

const pairs = ordered.slice(0, -1).map((first, index) => {
	// Two timestamps cannot be wrong at once: the later fault of such a pair is the next but one.
	const sameField = first.code === 'InvalidTimeStamp.Format' ? 2 : 1;
	return { first, second: ordered[index + sameField] ?? first };
});

test.each(pairs)('$first.code comes before $second.code', async ({ first, second }) => {
	const used = { common: { SignatureNonce: 'used' } };
	await callV1(emulator, 'CloudGetTask', target, used);
	second.prepare?.();
	first.prepare?.();
	const { body } = await callV1(
		emulator,
		first.action ?? second.action ?? 'CloudUpdateTask',
		first.params ?? second.params ?? target,
		{
			...second.options,
			...first.options,
			common: { ...second.options?.common, ...first.options?.common },
			tamper: { ...second.options?.tamper, ...first.options?.tamper },
		},
	);
	expect(body.Code).toBe(first.code);
});
