import type { Break } from '../../../nodes/AlibabaCloudVms/transport/errors';
import * as errors from '../../../nodes/AlibabaCloudVms/transport/errors';
import { told } from '../../support/told';

const explainBreak = told(errors.explainBreak);
const explainProxyRefusal = told(errors.explainProxyRefusal);

describe('a break', () => {
	const circumstances: Break = {
		sent: false,
		refusedByProxy: false,
		viaProxy: false,
		connection: {
			endpoint: 'https://dyvmsapi.aliyuncs.com',
			accessKeyId: 'LTAI5tExample',
			accessKeySecret: 'topsecret',
		},
		timeoutMs: 30_000,
		cancelled: false,
	};
	const error = (name: string, code?: string) =>
		Object.assign(new Error('POST https://x/?Signature=topsecret failed'), { name, code });
	const HOST = 'dyvmsapi.aliyuncs.com';

	test.each([
		['ENOTFOUND', `The host ${HOST} was not found`, 'DNS'],
		['EAI_AGAIN', `The host ${HOST} was not found`, 'DNS'],
		['ECONNREFUSED', `The host ${HOST} refused the connection`, 'Endpoint'],
		[
			'EHOSTUNREACH',
			`The host ${HOST} cannot be reached from the machine that runs n8n`,
			'firewall',
		],
		[
			'ENETUNREACH',
			`The host ${HOST} cannot be reached from the machine that runs n8n`,
			'firewall',
		],
		[
			'DEPTH_ZERO_SELF_SIGNED_CERT',
			`${HOST} could not be trusted: the TLS connection failed`,
			'NODE_EXTRA_CA_CERTS',
		],
		[
			'CERT_HAS_EXPIRED',
			`${HOST} could not be trusted: the TLS connection failed`,
			'NODE_EXTRA_CA_CERTS',
		],
		[
			'ERR_TLS_CERT_ALTNAME_INVALID',
			`${HOST} could not be trusted: the TLS connection failed`,
			'Endpoint',
		],
		[
			'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
			`${HOST} could not be trusted: the TLS connection failed`,
			'NODE_EXTRA_CA_CERTS',
		],
		['ECONNRESET', `The connection to ${HOST} broke before the answer was complete`, ''],
	])('%s', (code, message, advice) => {
		const failure = explainBreak(error('Error', code), circumstances);
		expect(failure.kind).toBe('connection');
		expect(failure.message).toContain(message);
		expect(failure.description).toContain(advice);
		expect(failure.description).toContain('Nothing was sent.');
		expect(JSON.stringify(failure)).not.toContain('topsecret');
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

	test.each(['ENOTFOUND', 'ECONNREFUSED', 'EHOSTUNREACH'])(
		'%s through a proxy is the proxy, and the endpoint may be right',
		(code) => {
			const failure = explainBreak(error('Error', code), { ...circumstances, viaProxy: true });
			expect(failure.message).toMatch(new RegExp(`^The proxy for ${HOST} `));
			expect(failure.description).toMatch(/HTTPS_PROXY.*NO_PROXY/);
			expect(failure.description).not.toContain("'Endpoint'");
		},
	);

	test.each([
		[407, 'user name'],
		[502, 'HTTP_PROXY'],
	])('a proxy that refuses with HTTP %d has let nothing through', (httpStatus, words) => {
		const watch = { ...circumstances, refusedByProxy: true, httpStatus };
		expect(explainProxyRefusal(circumstances.connection, watch)).toMatchObject({
			kind: 'connection',
			message: `The proxy refused to connect to ${HOST}`,
			description: expect.stringMatching(
				new RegExp(`${words}.*Nothing was sent\\. HTTP ${httpStatus}\\.$`),
			),
		});
	});

	test('the host is shown with its port', () => {
		const connection = { ...circumstances.connection, endpoint: 'http://127.0.0.1:7080' };
		const failure = explainBreak(error('Error', 'ECONNREFUSED'), { ...circumstances, connection });
		expect(failure.message).toBe('The host 127.0.0.1:7080 refused the connection');
	});
});
