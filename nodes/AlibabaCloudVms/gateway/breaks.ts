import { isRecord } from '../guards';
import { explainNoObject, requestIdOf } from './answers';
import { BodyError, LongBodyError } from './body';
import { calledProxy, explainForbidden, isForbidden } from './egress';
import { OWN_ENDPOINT, VPC_ENDPOINT_HOST } from './endpoint';
import { STOPPED, type Failure } from './failure';
import { ProxyError } from './tunnel';
import type { Watch } from './watch';

const CHECK_ENDPOINT = `Check ${OWN_ENDPOINT}.`;
const CHECK_DNS = 'Check the DNS of the machine that runs n8n.';
const CHECK_TRUST = `Check ${OWN_ENDPOINT}; behind a proxy that opens TLS, give its certificate to n8n with NODE_EXTRA_CA_CERTS.`;

/** What is at fault, and so what to look at where a proxy is between. */
type Site = 'peer' | 'machine';

/**
 * A cause: what happened, and what to look at. `PEER` stands for the end that was spoken to at the start of
 * a sentence, `HOST` for its name elsewhere, and `CODE` for the code, where the sentence covers several.
 */
interface Cause {
	/** Node's error codes. */
	codes: RegExp;
	message: string;
	advice: string;
	/** `machine` where the advice holds whatever the peer is. */
	site: Site;
	/** Whether it may well last: an address or a certificate does not mend itself. */
	lasts?: true;
}

const CAUSES: readonly Cause[] = [
	{
		codes: /^ENOTFOUND$/,
		site: 'peer',
		lasts: true,
		message: 'PEER was not found',
		advice: `Check ${OWN_ENDPOINT} and the DNS of the machine that runs n8n.`,
	},
	{
		codes: /^EAI_/,
		site: 'machine',
		message: 'PEER could not be looked up: the DNS gave no answer (CODE)',
		advice: CHECK_DNS,
	},
	{
		codes: /^ECONNREFUSED$/,
		site: 'peer',
		message: 'PEER refused the connection',
		advice: CHECK_ENDPOINT,
	},
	{
		codes: /^E(HOST|NET)(UNREACH|DOWN)$|^EADDRNOTAVAIL$/,
		site: 'peer',
		message: 'PEER cannot be reached from the machine that runs n8n',
		advice: 'Check its network, firewall and proxy settings.',
	},
	{
		codes: /^E[MN]FILE$/,
		site: 'machine',
		message: 'The machine that runs n8n has no more files and connections to give (CODE)',
		advice: 'Raise the limit of open files of n8n (ulimit -n), and see what holds so many.',
	},
	{
		codes: /^E(NOBUFS|NOMEM)$/,
		site: 'machine',
		message: 'The machine that runs n8n has no more memory for connections (CODE)',
		advice: 'See what else runs on it.',
	},
	{
		codes: /^E(ACCES|PERM)$/,
		site: 'machine',
		message: 'The machine that runs n8n does not allow the connection to HOST (CODE)',
		advice: 'Check its firewall, and what the process of n8n may do.',
	},
	{
		codes: /^CERT_HAS_EXPIRED$/,
		site: 'peer',
		lasts: true,
		message: 'HOST could not be trusted: its certificate has expired',
		advice:
			'Have it renewed. If others reach the same host, check the clock of the machine that runs n8n.',
	},
	{
		codes: /^CERT_NOT_YET_VALID$/,
		site: 'peer',
		lasts: true,
		message: 'HOST could not be trusted: its certificate is not valid yet',
		advice: 'Check the clock of the machine that runs n8n.',
	},
	{
		codes: /^ERR_TLS_CERT_ALTNAME/,
		site: 'peer',
		lasts: true,
		message: 'HOST could not be trusted: its certificate is for another host',
		advice: `${CHECK_ENDPOINT} Something else may answer under that address.`,
	},
	{
		codes: /SELF_SIGNED|^UNABLE_TO_(VERIFY|GET_ISSUER)|^CERT_UNTRUSTED$/,
		site: 'peer',
		lasts: true,
		message: 'HOST could not be trusted: its certificate is signed by nobody that n8n trusts',
		advice: CHECK_TRUST,
	},
	{
		codes: /^ERR_TLS|^ERR_SSL|CERT|CRL|^EPROTO$/,
		site: 'peer',
		lasts: true,
		message: 'HOST could not be trusted: the TLS connection failed (CODE)',
		advice: CHECK_TRUST,
	},
	{
		codes: /^HPE_/,
		site: 'peer',
		message: 'PEER answered with something that is not HTTP (CODE)',
		advice: CHECK_ENDPOINT,
	},
	{
		codes: /^/,
		site: 'machine',
		message: 'The connection to HOST broke before the answer was complete (CODE)',
		advice: '',
	},
];

export interface Break extends Watch {
	/** Origin without a trailing slash. */
	endpoint: string;
	/** The environment variable that sets the proxy on the way, if there is one. */
	proxyVariable?: string;
	timeoutMs: number;
	cancelled: boolean;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const checkProxy = (variable = 'HTTPS_PROXY'): string =>
	`Check ${variable} of this n8n, or add the endpoint's host to NO_PROXY.`;

const LOGIN_WANTED = 407;

/** A proxy that is down, or has no time, or finds the gateway so, may let the next one through. */
const PASSING = new Set([408, 425, 429, 502, 503, 504]);

/** The answer of a proxy that let nothing through. */
const explainProxyRefusal = (httpStatus: number, { endpoint, proxyVariable }: Break): Failure => ({
	kind: 'connection',
	message: `The proxy refused to connect to ${new URL(endpoint).host}`,
	description: `${httpStatus === LOGIN_WANTED ? 'It wants a user name and a password. ' : ''}${checkProxy(proxyVariable)}`,
	fate: 'notSent',
	httpStatus,
	retry: PASSING.has(httpStatus),
});

/** The cause of a line that broke as Node.js names it, in capital letters; '' for anything else. */
export function codeOf(error: unknown): string {
	const code = isRecord(error) ? textOf(error.code) : '';
	return /^[A-Z][A-Z\d_]{1,40}$/.test(code) ? code : '';
}

/** The cause of a line that broke, by its code; its text is not shown. */
function causeOf(error: unknown, { endpoint, proxyVariable }: Break) {
	const code = codeOf(error);
	const { host, hostname } = new URL(endpoint);
	const cause = CAUSES.find(({ codes }) => codes.test(code));
	const isProxy = error instanceof ProxyError;
	const { message = '', advice = '', site, lasts = false } = cause ?? {};
	const told = message
		.replace('PEER', isProxy ? `The proxy for ${host}` : `The host ${host}`)
		.replace('HOST', isProxy ? `the proxy for ${host}` : host)
		.replace(' (CODE)', code && ` (${code})`);
	const isVpc = code === 'ENOTFOUND' && !isProxy && hostname === VPC_ENDPOINT_HOST;
	return {
		message: told.replace(/^the/, 'The'),
		advice: isVpc
			? 'This endpoint exists in VPCs of China (Shanghai) only. Anywhere else, use https://dyvmsapi.aliyuncs.com.'
			: isProxy && (site === 'peer' || advice === '')
				? checkProxy(proxyVariable)
				: advice,
		lasts,
	};
}

/** What is thrown while a body is read that came in whole. */
const STRANGE_BODIES = [
	// pop-core throws the first for what is no JSON, and the second for `null`.
	{ names: /^(Syntax|Type)Error/, called: 'something that is not JSON' },
	// Reading a body goes as deep as the body does, and the stack ends.
	{ names: /^RangeError/, called: 'something that is nested too deeply to be read' },
] as const;

/** No answer that could be read: what pop-core or the line threw, told apart. Its text is not shown. */
export function explainBreak(error: unknown, circumstances: Break): Failure {
	const { sent, httpStatus, endpoint, proxyVariable, timeoutMs, cancelled } = circumstances;
	const name = isRecord(error) ? textOf(error.name) : '';
	const { host } = new URL(endpoint);
	const failure = (message: string, advice: string, lasts = false): Failure => ({
		kind: 'connection',
		retry: !lasts,
		fate: sent ? 'open' : 'notSent',
		message,
		description: advice,
		requestId: requestIdOf(circumstances),
		httpStatus,
	});
	if (cancelled) return { ...failure('', '', true), ...STOPPED };
	if (isForbidden(error)) {
		const isProxy = error instanceof ProxyError && proxyVariable !== undefined;
		return explainForbidden(isProxy ? calledProxy(proxyVariable) : host);
	}
	if (error instanceof ProxyError && error.httpStatus !== undefined) {
		return explainProxyRefusal(error.httpStatus, circumstances);
	}
	if (/Timeout|AbortError/.test(name)) {
		const seconds = `within ${timeoutMs / 1000} s`;
		if (sent) {
			const advice = "Raise 'Timeout' under Options if this happens often.";
			return failure(`${host} did not answer ${seconds}`, advice);
		}
		return failure(
			`No connection to ${host} ${seconds}`,
			`Check the machine's network${proxyVariable ? `, and ${proxyVariable}, which sets the proxy` : ', and HTTPS_PROXY if n8n runs behind a proxy'}.`,
		);
	}
	if (error instanceof BodyError) {
		const explained = explainNoObject(circumstances, `${host} ${error.message}`);
		return error instanceof LongBodyError ? { ...explained, isTooLong: true } : explained;
	}
	const strange = STRANGE_BODIES.find(({ names }) => names.test(name));
	if (strange) return explainNoObject(circumstances, `${host} answered with ${strange.called}`);
	const { message, advice, lasts } = causeOf(error, circumstances);
	return failure(message, advice, lasts);
}
