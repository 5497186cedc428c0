import type { IDataObject } from 'n8n-workflow';
import { isRecord } from '../guards';
import { quote } from '../parameters/words';
import type { Watch } from './agent';
import type { Connection } from './connection';
import type { Failure } from './failure';
import { refusalFor } from './refusals';

const LONGEST_QUOTE = 300;

/** An error of the server's own may be over at the next attempt, and leaves open what was done. */
const isServersOwn = (httpStatus = 0): boolean => httpStatus >= 500;

const textOf = (value: unknown): string =>
	typeof value === 'string' || typeof value === 'number' ? String(value) : '';

const sentences = (...parts: string[]): string => parts.filter((part) => part !== '').join(' ');

/** What speaks against an answer with Code OK, '' where nothing does. */
export function doubtAbout(body: IDataObject, { httpStatus }: Pick<Watch, 'httpStatus'>): string {
	const { Result: result = 0 } = isRecord(body.Data) ? body.Data : {};
	if (String(result) !== '0') return `Data.Result ${textOf(result) || quote(result)}`;
	return httpStatus === undefined || httpStatus < 300 ? '' : `HTTP ${httpStatus}`;
}

/** A body with a Code other than OK, or OK without having done it. The body is redacted already. */
export function explainRefusal(body: IDataObject, { httpStatus, ...watch }: Watch): Failure {
	const code = textOf(body.Code).slice(0, LONGEST_QUOTE);
	const requestId = textOf(body.RequestId).slice(0, LONGEST_QUOTE) || (watch.requestId ?? '');
	const isOpen = isServersOwn(httpStatus);
	const known = {
		kind: 'gateway',
		code: code || undefined,
		requestId: requestId || undefined,
		httpStatus,
		retry: isOpen,
	} as const;
	if (code === '') {
		return {
			...known,
			fate: 'open',
			message: 'The answer has no Code, so nothing proves that the call was done',
			description: '',
		};
	}
	if (code === 'OK') {
		return {
			...known,
			fate: 'refused',
			message: `The answer says OK, but with ${doubtAbout(body, { httpStatus })}: the call was not done`,
			description: 'Look at the state of the task in the console.',
		};
	}
	const { stage, message, advice, retry } = refusalFor(code);
	// The gateway's own words help where values are refused; to a wrong secret it may add what was signed.
	const words = stage === 'key' ? '' : textOf(body.Message).slice(0, LONGEST_QUOTE).trim();
	return {
		...known,
		fate: (retry ?? (isOpen ? 'open' : undefined)) === 'open' ? 'open' : 'refused',
		message:
			words === '' || words === 'OK' ? message : `${message}: ${words.replace(/[.。]$/, '')}`,
		description: advice,
		retry: retry !== undefined || isOpen,
		isThrottled: stage === 'load' && retry !== undefined,
		retryAfterMs: watch.retryAfterMs,
	};
}

/** An answer with Code OK whose deed is not to be seen. */
export const explainUnproven = (
	{ RequestId }: IDataObject,
	message: string,
	description = '',
): Failure => ({
	kind: 'gateway',
	message,
	description,
	code: 'OK',
	requestId: textOf(RequestId).slice(0, LONGEST_QUOTE) || undefined,
});

/** A body that is JSON, but no object. */
export const explainStrangeBody = ({ httpStatus, requestId }: Watch): Failure => ({
	kind: 'gateway',
	message: 'The answer is not the JSON object that the gateway gives',
	description:
		"Check 'Endpoint' in the credential, and whether a proxy or firewall answers in its place.",
	fate: 'open',
	requestId,
	httpStatus,
	retry: isServersOwn(httpStatus),
});

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
	const { sent, httpStatus, requestId, connection, viaProxy, timeoutMs, cancelled } = circumstances;
	const name = isRecord(error) ? textOf(error.name) : '';
	const code = isRecord(error) ? textOf(error.code) : '';
	const { host } = new URL(connection.endpoint);
	const failure = (message: string, advice: string, lasts = false): Failure => ({
		kind: 'connection',
		retry: !lasts,
		fate: sent ? 'open' : 'notSent',
		message,
		description: advice,
		requestId,
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
	if (/^(Syntax|Type|Range)Error/.test(name)) return explainNotJson(circumstances);
	const known = BREAKS.find(({ codes }) => codes.test(code));
	if (known) {
		const peer = viaProxy ? `The proxy for ${host}` : `The host ${host}`;
		const advice = viaProxy && known.message.includes('PEER') ? CHECK_PROXY : known.advice;
		return failure(known.message.replace('PEER', peer).replace('HOST', host), advice, known.lasts);
	}
	return failure(`The connection to ${host} broke before the answer was complete`, '');
}

/**
 * pop-core throws a SyntaxError for a body that is not JSON, a TypeError for `null`, and a RangeError where
 * it is nested too deeply.
 */
function explainNotJson(circumstances: Break): Failure {
	const { host } = new URL(circumstances.connection.endpoint);
	const strange = explainStrangeBody(circumstances);
	return { ...strange, message: `${host} answered with something that is not JSON` };
}
