import { refusalFor } from '../../../nodes/AlibabaCloudVms/gateway/classify';
import { REFUSALS } from '../../../nodes/AlibabaCloudVms/gateway/refusals';

const UNKNOWN = refusalFor('Something.Else');

/** Every code that the vendor documents, what it proves, and a word of the advice. */
test.each([
	['MissingParameter', 'request', /values/],
	['MissingEnterpriseId', 'request', /values/],
	['MissingTaskId', 'request', /values/],
	['InvalidVersion', 'server', /Endpoint/],
	['InvalidAction.NotFound', 'server', /Endpoint/],
	['InvalidApi.NotFound', 'server', /Endpoint/],
	['InvalidAccessKeyId.NotFound', 'key', /AccessKey ID/],
	['InvalidAccessKeyId.Inactive', 'key', /Enable/],
	['InvalidAccessKeyId', 'key', /AccessKey ID/],
	['InvalidTimeStamp.Format', 'server', /report/],
	['InvalidTimeStamp.Expired', 'clock', /15 minutes/],
	['SignatureDoesNotMatch', 'key', /AccessKey Secret/],
	['IncompleteSignature', 'key', /AccessKey Secret/],
	['SignatureNonceUsed', 'clock', /send requests twice/],
	['InvalidSecurityToken.Expired', 'key', /STS/],
	['InvalidSecurityToken.Malformed', 'key', /Leave the token empty/],
	['InvalidSecurityToken.MismatchWithAccessKey', 'key', /STS/],
	['MissingSecurityToken', 'key', /STS/],
	['UnsupportedHTTPMethod', 'server', /report/],
	['Throttling', 'load', /fewer items/],
	['Throttling.User', 'load', /fewer items/],
	['Throttling.Api', 'load', /fewer items/],
	['Forbidden.RAM', 'permission', /dyvms:\*/],
	['NoPermission', 'permission', /dyvms:\*/],
	['InternalError', 'server', /later/],
	['ServiceUnavailable', 'server', /later/],
	['isp.RAM_PERMISSION_DENY', 'permission', /read-only policy/],
	['isv.OUT_OF_SERVICE', 'service', /console/],
	['isv.PRODUCT_UN_SUBSCRIPT', 'service', /console/],
	['isv.ACCOUNT_NOT_EXISTS', 'service', /console/],
	['isv.ACCOUNT_ABNORMAL', 'service', /console/],
	['isv.INVALID_PARAMETERS', 'request', /values/],
	['isv.BUSINESS_LIMIT_CONTROL', 'load', /fewer items/],
	['isp.SYSTEM_ERROR', 'server', /later/],
	['isp.GATEWAY_ERROR', 'server', /later/],
	['InvalidParameters', 'request', /values/],
	['100008.0', 'request', /'Enterprise ID' and 'Task ID'/],
])('%s is explained', (code, stage, advice) => {
	const refusal = refusalFor(code);
	expect(refusal.stage).toBe(stage);
	expect(refusal.advice).toMatch(advice);
	expect(refusal.message).not.toBe(UNKNOWN.message);
	expect(refusalFor(code.toUpperCase())).toBe(refusal);
});

/** Codes as gateways give them, and what each proves of the key. */
test.each([
	['Forbidden.AccessKeyDisabled', '', 'key', /^The AccessKey is disabled/],
	['Forbidden.AccessKey.Inactive', '', 'key', /^The AccessKey is disabled/],
	['InvalidAccessKeyId.Disabled', '', 'key', /^The AccessKey is disabled/],
	['InvalidAccessKeyId', 'The Access Key Id is disabled.', 'key', /^The AccessKey is disabled/],
	['Forbidden', 'Your AccessKey is inactive.', 'key', /^The AccessKey is disabled/],
	['Forbidden', 'There is a risk of leakage of this AccessKey.', 'key', /known to others/],
	['UserDisable', '', 'key', /^The user of the AccessKey is disabled/],
	['Forbidden.UserInactive', '', 'key', /^The user of the AccessKey is disabled/],
	['Forbidden.RAM', '', 'permission', /has no permission/],
	['Forbidden.NoPermission', '', 'permission', /has no permission/],
	['NoPermission.Tag', '', 'permission', /has no permission/],
	['Forbidden.RiskControl', '', 'service', /risk control/],
	['Forbidden.UserVerification', '', 'service', /not been verified/],
	['Forbidden.NotSupportRAM', '', 'permission', /^The gateway forbids this call/],
	['Forbidden.IpNotInWhitelist', '', 'permission', /^The gateway forbids this call/],
	['Forbidden', 'User not authorized.', 'permission', /^The gateway forbids this call/],
	['MissingSignature', '', 'server', /a part that every request has/],
	['MissingTimestamp', '', 'server', /a part that every request has/],
	['MissingParameter', 'The input parameter "Timestamp" is not supplied.', 'server', /a part/],
	['MissingParameter', 'The input parameter "TaskId" is not supplied.', 'request', /is missing/],
	['AuthenticationFail.NoPermission', '', 'key', /identity/],
	['IllegalTimestamp', '', 'clock', /time stamp/],
	[
		'SignatureDoesNotMatch',
		'server string to sign is:POST&%2F&Action%3DCloudUpdateTask%26Description%3Dthrottling',
		'key',
		/Secret is wrong/,
	],
	['isp.UNKNOWN', '', 'server', /an error of its own/],
	['SystemBusy', '', 'load', /too busy/],
	['RequestTimeout', '', 'server', /not finish in time/],
])('%s (%s) is one of the %s: %s', (code, words, stage, message) => {
	const refusal = refusalFor(code, words);
	expect(refusal.stage).toBe(stage);
	expect(refusal.message).toMatch(message);
	// Only a missing permission proves that the key is right.
	expect(refusal.advice.startsWith('The key is right')).toBe(
		/has no permission/.test(refusal.message),
	);
});

test('another code is said to be one of the service', () => {
	expect(UNKNOWN).toMatchObject({
		stage: 'request',
		message: 'The service refused the call',
		advice: expect.stringContaining('error center'),
	});
	expect(refusalFor('')).toBe(UNKNOWN);
});

test.each(REFUSALS)('$code is the first entry that matches its own code', (refusal) => {
	expect(refusalFor(refusal.code.replace('*', '.Rest'))).toBe(refusal);
});

test.each(REFUSALS)(
	'$code: a message without period, advice of whole sentences',
	({ message, advice }) => {
		expect(message).toMatch(/^[A-Z].*[^.]$/);
		expect(advice).toMatch(/^[A-Z].*\.$/);
	},
);
