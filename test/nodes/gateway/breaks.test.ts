import { BodyError } from '../../../nodes/AlibabaCloudVms/gateway/body';
import type { Break } from '../../../nodes/AlibabaCloudVms/gateway/breaks';
import * as breaks from '../../../nodes/AlibabaCloudVms/gateway/breaks';
import { ProxyError } from '../../../nodes/AlibabaCloudVms/gateway/tunnel';
import { told } from '../../support/told';

const explainBreak = told(breaks.explainBreak);

describe('a break', () => {
	const circumstances: Break = {
		sent: false,
		endpoint: 'https://dyvmsapi.aliyuncs.com',
		timeoutMs: 30_000,
		cancelled: false,
	};
	const error = (name: string, code?: string) =>
		Object.assign(new Error('POST https://x/?Signature=topsecret failed'), { name, code });
	const HOST = 'dyvmsapi.aliyuncs.com';

	const MACHINE = 'The machine that runs n8n';
	const UNTRUSTED = `${HOST} could not be trusted:`;
	const BROKE = `The connection to ${HOST} broke before the answer was complete`;

	test.each([
		['ENOTFOUND', `The host ${HOST} was not found`, 'DNS', false],
		['EAI_AGAIN', `The host ${HOST} could not be looked up: the DNS gave no answer`, 'DNS', true],
		['EAI_FAIL', `The host ${HOST} could not be looked up: the DNS gave no answer`, 'DNS', true],
		['ECONNREFUSED', `The host ${HOST} refused the connection`, 'Endpoint', true],
		['EHOSTUNREACH', `The host ${HOST} cannot be reached`, 'firewall', true],
		['ENETUNREACH', `The host ${HOST} cannot be reached`, 'firewall', true],
		['EMFILE', `${MACHINE} has no more files and connections to give (EMFILE)`, 'ulimit', true],
		['ENFILE', `${MACHINE} has no more files and connections to give (ENFILE)`, 'ulimit', true],
		['ENOBUFS', `${MACHINE} has no more memory for connections (ENOBUFS)`, 'else runs', true],
		['EACCES', `${MACHINE} does not allow the connection to ${HOST} (EACCES)`, 'firewall', true],
		['EPERM', `${MACHINE} does not allow the connection to ${HOST} (EPERM)`, 'firewall', true],
		['CERT_HAS_EXPIRED', `${UNTRUSTED} its certificate has expired`, 'renewed', false],
		['CERT_NOT_YET_VALID', `${UNTRUSTED} its certificate is not valid yet`, 'clock', false],
		[
			'ERR_TLS_CERT_ALTNAME_INVALID',
			`${UNTRUSTED} its certificate is for another host`,
			'Endpoint',
			false,
		],
		...[
			'DEPTH_ZERO_SELF_SIGNED_CERT',
			'SELF_SIGNED_CERT_IN_CHAIN',
			'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
			'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
		].map(
			(code) =>
				[
					code,
					`${UNTRUSTED} its certificate is signed by nobody that n8n trusts`,
					'NODE_EXTRA_CA_CERTS',
					false,
				] as const,
		),
		['CERT_REVOKED', `${UNTRUSTED} the TLS connection failed (CERT_REVOKED)`, 'Endpoint', false],
		['EPROTO', `${UNTRUSTED} the TLS connection failed (EPROTO)`, 'Endpoint', false],
		['HPE_INVALID_CONSTANT', `The host ${HOST} answered with something that is not HTTP`, '', true],
		['ECONNRESET', `${BROKE} (ECONNRESET)`, '', true],
		['', BROKE, '', true],
		['ESOMETHING_NEW', `${BROKE} (ESOMETHING_NEW)`, '', true],
		['Z_DATA_ERROR', `${BROKE} (Z_DATA_ERROR)`, '', true],
		['<b>', BROKE, '', true],
	] as const)('%s', (code, message, advice, retry) => {
		const failure = explainBreak(error('Error', code), circumstances);
		expect(failure).toMatchObject({ kind: 'connection', retry });
		expect(failure.message).toContain(message);
		expect(failure.message).not.toContain('<b>');
		expect(failure.description).toContain(advice);
		expect(failure.description).toContain('Nothing was sent.');
		expect(JSON.stringify(failure)).not.toContain('topsecret');
	});

	test('the endpoint of one region is told where its host is not found, and only there', () => {
		const endpoint = 'https://dyvmsapi.vpc-proxy.aliyuncs.com';
		const inVpc = { ...circumstances, endpoint };
		const advice = (code: string) => explainBreak(error('Error', code), inVpc).description;
		expect(advice('ENOTFOUND')).toBe(
			'This endpoint exists in VPCs of China (Shanghai) only. Anywhere else, use https://dyvmsapi.aliyuncs.com. Nothing was sent.',
		);
		expect(advice('ECONNREFUSED')).not.toContain('Shanghai');
	});

	test.each(['RequestTimeoutError', 'TimeoutError', 'AbortError'])(
		'%s: what the user must do depends on whether the request went out',
		(name) => {
			expect(explainBreak(error(name), circumstances)).toMatchObject({
				message: `No connection to ${HOST} within 30 s`,
				description: expect.stringMatching(/network.*Nothing was sent\.$/),
			});
			expect(explainBreak(error(name), { ...circumstances, sent: true })).toMatchObject({
				message: `${HOST} did not answer within 30 s`,
				description: expect.stringMatching(/'Timeout'.*may have been applied: read the task back/),
			});
		},
	);

	test('a connection lost after sending may have changed the task', () => {
		const failure = explainBreak(error('Error', 'ECONNRESET'), { ...circumstances, sent: true });
		expect(failure.description).toMatch(/^The change may have been applied/);
	});

	test.each([error('SyntaxError'), { name: 'SyntaxError' }, new TypeError('null')])(
		'%p is a body that is not JSON',
		(thrown) => {
			expect(explainBreak(thrown, { ...circumstances, sent: true, httpStatus: 502 })).toMatchObject(
				{
					kind: 'gateway',
					message: `${HOST} answered with something that is not JSON`,
					description: expect.stringMatching(
						/proxy or firewall.*may have been applied.*HTTP 502\.$/,
					),
					httpStatus: 502,
				},
			);
		},
	);

	test('a stopped execution is that, whatever was thrown', () => {
		const stopped = { ...circumstances, cancelled: true };
		expect(explainBreak(error('AbortError'), stopped)).toMatchObject({
			kind: 'cancelled',
			message: 'The execution was stopped',
			description: 'Nothing was sent.',
		});
		expect(explainBreak(error('AbortError'), { ...stopped, sent: true }).description).toContain(
			'may have been applied',
		);
	});

	test.each([undefined, null, 'text', 5, {}])('even %p thrown is explained', (thrown) => {
		expect(explainBreak(thrown, circumstances).message).toContain('broke');
	});

	const variable = 'ALL_PROXY';
	const behindProxy = { ...circumstances, proxyVariable: variable };

	test.each(['ENOTFOUND', 'ECONNREFUSED', 'EHOSTUNREACH', 'HPE_INVALID_CONSTANT'])(
		'%s of a proxy is the proxy, and the endpoint may be right',
		(code) => {
			const failure = explainBreak(new ProxyError(code), behindProxy);
			expect(failure.message).toMatch(new RegExp(`^The proxy for ${HOST} `));
			expect(failure.description).toBe(
				"Check ALL_PROXY of this n8n, or add the endpoint's host to NO_PROXY. Nothing was sent.",
			);
		},
	);

	test.each([
		['CERT_HAS_EXPIRED', `The proxy for ${HOST} could not be trusted: its certificate`, variable],
		['ECONNRESET', `The connection to the proxy for ${HOST} broke`, ''],
		['EMFILE', `${MACHINE} has no more files`, 'ulimit'],
		['EAI_AGAIN', `The proxy for ${HOST} could not be looked up`, 'DNS'],
	])('%s on the way to a proxy', (code, message, advice) => {
		const failure = explainBreak(new ProxyError(code), behindProxy);
		expect(failure.message).toContain(message);
		expect(failure.description).toContain(advice);
	});

	test('a certificate behind a proxy is that of the endpoint', () => {
		const failure = explainBreak(error('Error', 'CERT_HAS_EXPIRED'), behindProxy);
		expect(failure.message).toBe(`${UNTRUSTED} its certificate has expired`);
		expect(failure.description).not.toContain(variable);
	});

	test('a connection that does not come about names the variable of the proxy', () => {
		const failure = explainBreak(error('TimeoutError'), behindProxy);
		expect(failure.description).toContain('and ALL_PROXY, which sets the proxy.');
	});

	test.each([
		[407, 'It wants a user name and a password. Check ALL_PROXY', false],
		[403, 'Check ALL_PROXY', false],
		[405, 'Check ALL_PROXY', false],
		[500, 'Check ALL_PROXY', false],
		[408, 'Check ALL_PROXY', true],
		[425, 'Check ALL_PROXY', true],
		[429, 'Check ALL_PROXY', true],
		[502, 'Check ALL_PROXY', true],
		[503, 'Check ALL_PROXY', true],
		[504, 'Check ALL_PROXY', true],
	])('a proxy that refuses with HTTP %d has let nothing through', (httpStatus, words, retry) => {
		const failure = explainBreak(new ProxyError(undefined, httpStatus), behindProxy);
		expect(failure).toMatchObject({
			kind: 'connection',
			retry,
			message: `The proxy refused to connect to ${HOST}`,
		});
		expect(failure.description).toMatch(
			new RegExp(`^${words}.* Nothing was sent\\. HTTP ${httpStatus}\\.$`),
		);
	});

	test('a body that is of no use leaves open what was done', () => {
		const failure = explainBreak(new BodyError('answered with more than 4 MB'), {
			...circumstances,
			sent: true,
			httpStatus: 200,
		});
		expect(failure.message).toBe(`${HOST} answered with more than 4 MB`);
		expect(failure.description).toMatch(/may have been applied.*HTTP 200\.$/);
	});

	test('the host is shown with its port', () => {
		const endpoint = 'http://127.0.0.1:7080';
		const failure = explainBreak(error('Error', 'ECONNREFUSED'), { ...circumstances, endpoint });
		expect(failure.message).toBe('The host 127.0.0.1:7080 refused the connection');
	});
});
