import { isRecord } from '../guards';
import type { Watch } from './agent';
import { explainNoObject, requestIdOf } from './answers';
import type { Connection } from './connection';
import type { Failure } from './failure';

/** A gateway or proxy that is down, or has no time, may be there at the next attempt. */
const isAway = (httpStatus = 0): boolean => [408, 425, 429, 502, 503, 504].includes(httpStatus);

const textOf = (value: unknown): string =>
	typeof value === 'string' || typeof value === 'number' ? String(value) : '';

const sentences = (...parts: string[]): string => parts.filter((part) => part !== '').join(' ');

const CHECK_PROXY =
	"Check HTTP_PROXY and HTTPS_PROXY of this n8n, or add the endpoint's host to NO_PROXY.";

/** The answer of a proxy that let nothing through. */
export const explainProxyRefusal = ({ endpoint }: Connection, { httpStatus }: Watch): Failure => ({
	kind: 'connection',
	message: `The proxy refused to connect to ${new URL(endpoint).host}`,
	description: sentences(
		httpStatus === 407 ? 'It wants a user name and a password.' : '',
		CHECK_PROXY,
	),
	fate: 'notSent',
	httpStatus,
	retry: isAway(httpStatus),
});

/**
 * Causes by Node's error code: what happened, and what to look at. `PEER` stands for the end that is
 * connected to, the proxy if there is one, and `HOST` for the endpoint's host.
 */
const BREAKS: ReadonlyArray<{
	codes: RegExp;
	message: string;
	advice: string;
	/** Whether it may well last: an address or a certificate does not mend itself. */
	lasts?: true;
}> = [
	{
		codes: /^ENOTFOUND$|^EAI_/,
		lasts: true,
		message: 'PEER was not found',
		advice: "Check 'Endpoint' in the credential and the DNS of the machine that runs n8n.",
	},
	{
		codes: /^ECONNREFUSED$/,
		message: 'PEER refused the connection',
		advice: "Check 'Endpoint' in the credential.",
	},
	{
		codes: /^E(HOST|NET)UNREACH$|^EADDRNOTAVAIL$/,
		message: 'PEER cannot be reached from the machine that runs n8n',
		advice: 'Check its network, firewall and proxy settings.',
	},
	{
		lasts: true,
		codes: /^ERR_TLS|^ERR_SSL|CERT|^DEPTH_ZERO|^UNABLE_TO_VERIFY|^EPROTO$/,
		message: 'HOST could not be trusted: the TLS connection failed',
		advice:
			"Check 'Endpoint' in the credential; behind a proxy that opens TLS, give its certificate to n8n with NODE_EXTRA_CA_CERTS.",
	},
];

export interface Break extends Watch {
	connection: Connection;
	viaProxy: boolean;
	timeoutMs: number;
	cancelled: boolean;
}

/** No answer that could be read: what pop-core or the line threw, told apart. Its text is not shown. */
export function explainBreak(error: unknown, circumstances: Break): Failure {
	const { sent, httpStatus, connection, viaProxy, timeoutMs, cancelled } = circumstances;
	const name = isRecord(error) ? textOf(error.name) : '';
	const code = isRecord(error) ? textOf(error.code) : '';
	const { host } = new URL(connection.endpoint);
	const failure = (message: string, advice: string, lasts = false): Failure => ({
		kind: 'connection',
		retry: !lasts,
		fate: sent ? 'open' : 'notSent',
		message,
		description: advice,
		requestId: requestIdOf(circumstances),
		httpStatus,
	});
	if (cancelled) return { ...failure('The execution was stopped', '', true), kind: 'cancelled' };
	if (/Timeout|AbortError/.test(name)) {
		return failure(
			sent
				? `${host} did not answer within ${timeoutMs / 1000} s`
				: `No connection to ${host} within ${timeoutMs / 1000} s`,
			sent
				? "Raise 'Timeout' under Options if this happens often."
				: "Check the machine's network, and HTTP_PROXY and HTTPS_PROXY if n8n runs behind a proxy.",
		);
	}
	if (/^(Syntax|Type)Error/.test(name)) return explainNotJson(circumstances);
	if (/^RangeError/.test(name)) return explainTooDeep(circumstances);
	const known = BREAKS.find(({ codes }) => codes.test(code));
	if (known) {
		const peer = viaProxy ? `The proxy for ${host}` : `The host ${host}`;
		const advice = viaProxy && known.message.includes('PEER') ? CHECK_PROXY : known.advice;
		return failure(known.message.replace('PEER', peer).replace('HOST', host), advice, known.lasts);
	}
	// Node.js names causes in capital letters.
	const named = /^[A-Z][A-Z\d_]{1,40}$/.test(code) ? ` (${code})` : '';
	return failure(`The connection to ${host} broke before the answer was complete${named}`, '');
}

const hostOf = ({ connection }: Break): string => new URL(connection.endpoint).host;

/** pop-core throws a SyntaxError for a body that is not JSON, and a TypeError for `null`. */
const explainNotJson = (circumstances: Break): Failure =>
	explainNoObject(
		circumstances,
		`${hostOf(circumstances)} answered with something that is not JSON`,
	);

/** Reading a body goes as deep as the body does, and the stack ends. */
const explainTooDeep = (circumstances: Break): Failure =>
	explainNoObject(
		circumstances,
		`${hostOf(circumstances)} answered with something that is nested too deeply to be read`,
	);
