import type { IDataObject } from 'n8n-workflow';
import { isRecord } from '../guards';
import { cut, quote } from '../text';
import { adviceOf, inOwnWords } from './anyCall';
import { refusalFor } from './classify';
import { OWN_ENDPOINT } from './endpoint';
import type { Failure } from './failure';
import { clockLeadIn, requestIdIn, retryAfterIn } from './headers';
import { denialIn, helpFor } from './help';
import { GRANT, THROTTLED, UNKNOWN, type Refusal } from './refusals';
import type { Watch } from './watch';

/** What answers say and prove. Bodies are redacted already. */

const LONGEST_QUOTE = 300;

/** Characters that are not seen and can turn what is seen around: of no use in a message or a log. */
const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/gu;

/** A text of an answer as it may be shown, '' for what is none. */
const shown = (value: unknown): string =>
	typeof value === 'string' || typeof value === 'number'
		? cut(
				String(value)
					.slice(0, 4 * LONGEST_QUOTE)
					.replace(UNSEEN, ' ')
					.trim(),
				LONGEST_QUOTE,
			)
		: '';

const REQUEST_ID = /^[\w-]+$/;
const LONGEST_ID = 64;

/** The ID by which the vendor finds a request: of the body or else of the header, if it looks like one. */
export function requestIdOf({ headers, redact }: Watch, body: IDataObject = {}) {
	const ofHeader = requestIdIn(headers);
	// Before it is cut: half a key would not be found.
	const ids = [body.RequestId, redact ? redact(ofHeader) : ofHeader];
	return ids.map((id) => shown(id).slice(0, LONGEST_ID)).find((id) => REQUEST_ID.test(id));
}

/** An error of the server's own may be over at the next attempt, and leaves open what was done. */
const isServersOwn = (httpStatus = 0): boolean => httpStatus >= 500;

/** HTTP statuses that prove, whatever the body says, that the request was not carried out. */
const NOT_TAKEN: Readonly<Record<number, Refusal>> = {
	408: {
		code: '',
		stage: 'server',
		message: 'The request did not reach the gateway in time',
		advice: 'Look at the network between n8n and the gateway if this happens often.',
		retry: 'refused',
	},
	425: {
		code: '',
		stage: 'server',
		message: 'The gateway does not take the request yet',
		advice: 'Run the refused items again.',
		retry: 'refused',
	},
	429: THROTTLED,
};

function knownOf(watch: Watch, body: IDataObject = {}) {
	const code = shown(body.Code) || undefined;
	const requestId = requestIdOf(watch, body);
	return {
		kind: 'gateway',
		code,
		requestId,
		httpStatus: watch.httpStatus,
		help: helpFor(body, requestId, { code, product: watch.product }),
		retryAfterMs: retryAfterIn(watch.headers),
	} as const;
}

/** What speaks against an answer with Code OK, '' where nothing does. */
function doubtAbout(body: IDataObject, { httpStatus }: Watch): string {
	const { Result: result = 0 } = isRecord(body.Data) ? body.Data : {};
	const doubts = [
		String(result) === '0' ? '' : `Data.Result ${shown(result) || quote(result)}`,
		httpStatus === undefined || httpStatus < 300 ? '' : `HTTP ${httpStatus}`,
	];
	return doubts.filter(Boolean).join(' and ');
}

/** `OK` that is not borne out. Documented is 1 for what was not done; nothing else proves that. */
function explainDoubt(body: IDataObject, watch: Watch): Failure {
	const doubt = doubtAbout(body, watch);
	const isNotDone = doubt === 'Data.Result 1';
	const asksToWait = retryAfterIn(watch.headers) !== undefined;
	return {
		...knownOf(watch, body),
		fate: isNotDone ? 'refused' : 'open',
		message: `The answer says OK, but with ${doubt}: ${isNotDone ? 'the call was not done' : 'nothing proves that the call was done'}`,
		description: isNotDone ? 'Look at the state of the task in the console.' : '',
		retry: isServersOwn(watch.httpStatus) || asksToWait,
		isThrottled: asksToWait,
		isJudged: isNotDone && !asksToWait,
	};
}

/** An answer without a Code, of which nothing else tells what it means. */
const explainNoCode = (watch: Watch, body?: IDataObject): Failure => ({
	...knownOf(watch, body),
	fate: 'open',
	message: 'The answer has no Code, so nothing proves that the call was done',
	description: '',
	retry: isServersOwn(watch.httpStatus),
	isThrottled: retryAfterIn(watch.headers) !== undefined,
});

const MINUTE_MS = 60_000;
/** Nearer than this, the clocks do not explain a refusal for the clock. */
const LEAST_LEAD_MS = 14 * MINUTE_MS;

/** How far the clock of this machine is off, as the answer's date tells it; '' where it does not. */
function clockWords({ headers }: Watch): string {
	const leadMs = clockLeadIn(headers) ?? 0;
	if (Math.abs(leadMs) < LEAST_LEAD_MS) return '';
	const minutes = Math.round(Math.abs(leadMs) / MINUTE_MS);
	const [days, hours] = [Math.floor(minutes / 1440), Math.floor((minutes % 1440) / 60)];
	const parts = [days && `${days} d`, hours && `${hours} h`, minutes % 60 && `${minutes % 60} min`];
	return `It is ${parts.filter(Boolean).join(' ')} ${leadMs > 0 ? 'ahead of' : 'behind'} the gateway's. `;
}

/** What the gateway says of a permission that does not lie in a missing grant. */
function denialWords({ AccessDeniedDetail: detail }: IDataObject): string {
	if (!isRecord(detail) || detail.NoPermissionType !== 'ExplicitDeny') return '';
	const policy = shown(detail.PolicyType).replace(/\W/g, '');
	return `A policy denies it explicitly${policy && ` (${policy})`}: that has to be changed, since granting more does not help. `;
}

/** What a refusal means here, with all that came with it. */
function meaningOf(body: IDataObject, watch: Watch): Refusal | undefined {
	const { httpStatus = 0 } = watch;
	const code = shown(body.Code);
	const status = NOT_TAKEN[httpStatus];
	if (status) return status;
	const refusal = code === '' && !body.Message ? UNKNOWN : refusalFor(code, shown(body.Message));
	// Who asks to be left alone for a while has no room now, whatever the Code.
	const asksToWait = retryAfterIn(watch.headers) !== undefined;
	if (asksToWait && !refusal.retry && !isServersOwn(httpStatus)) return THROTTLED;
	const isDenied = watch.isAnyProduct && body.Success === false;
	if (code === '' && refusal === UNKNOWN && !isDenied) return undefined;
	// A failed server did not look at the values.
	if (refusal === UNKNOWN && isServersOwn(httpStatus)) return { ...refusal, ...SERVERS_OWN };
	return refusal;
}

const SERVERS_OWN = {
	stage: 'server',
	advice: "The vendor's error center explains the code. Run the refused items again later.",
	retry: 'open',
} as const;

/** A body with a Code other than OK, or OK without having done it. */
export function explainRefusal(body: IDataObject, watch: Watch): Failure {
	const isOk = shown(body.Code) === 'OK';
	if (isOk && !NOT_TAKEN[watch.httpStatus ?? 0]) return explainDoubt(body, watch);
	const refusal = meaningOf(body, watch);
	if (!refusal) return explainNoCode(watch, body);
	const { stage, message, retry } = refusal;
	const advice = adviceOf(refusal, watch);
	const known = knownOf(watch, body);
	const isOpen = isServersOwn(watch.httpStatus);
	// The gateway's own words help where values are refused; to a wrong secret it may add what was signed.
	const words = stage === 'key' || isOk ? '' : shown(body.Message);
	const clock = stage === 'clock' ? clockWords(watch) : '';
	const isDenied = stage === 'permission';
	const denial = isDenied ? denialWords(body) : '';
	return {
		...known,
		lacksGrant: isDenied && denial === '' && advice === GRANT,
		denial: isDenied ? denialIn(body, watch.redact ?? ((text) => text)) : undefined,
		fate: (retry ?? (isOpen ? 'open' : undefined)) === 'open' ? 'open' : 'refused',
		message:
			words === '' || words === 'OK' ? message : `${message}: ${words.replace(/[.。]$/, '')}`,
		description: `${clock}${denial}${advice}`,
		retry: retry !== undefined || isOpen,
		isThrottled: (stage === 'load' && retry !== undefined) || known.retryAfterMs !== undefined,
		isJudged: stage === 'request' && refusal !== UNKNOWN && !isOpen,
	};
}

/** An answer with Code OK whose deed is not to be seen. */
export function explainUnproven(body: IDataObject, message: string, description = ''): Failure {
	const requestId = requestIdOf({ sent: true }, body);
	const help = helpFor(body, requestId);
	const became = 'unknown';
	return { kind: 'gateway', message, description, code: 'OK', requestId, help, became };
}

/** A body that is no object, or none that can be read. */
export function explainNoObject(
	watch: Watch,
	message = 'The answer is not the JSON object that the gateway gives',
): Failure {
	const known = knownOf(watch);
	const asksToWait = known.retryAfterMs !== undefined;
	// The gateway's own header is its word, whatever the body is.
	const isRefused = watch.headers?.['x-acs-retry-after'] && !isServersOwn(watch.httpStatus);
	const refusal = NOT_TAKEN[watch.httpStatus ?? 0] ?? (isRefused ? THROTTLED : undefined);
	if (refusal) {
		return {
			...known,
			fate: 'refused',
			message: refusal.message,
			description: refusal.advice,
			retry: true,
			isThrottled: refusal.stage === 'load' || asksToWait,
		};
	}
	return {
		...known,
		message,
		description: `Check ${OWN_ENDPOINT}, and whether a proxy or firewall answers in its place.`,
		fate: 'open',
		retry: isServersOwn(watch.httpStatus) || asksToWait,
		isThrottled: asksToWait,
	};
}

/** Success or refusal: neither `OK` alone nor the HTTP status alone proves that the call was done. */
export const provesDone = (body: unknown, watch: Watch): body is IDataObject =>
	isRecord(body) && body.Code === 'OK' && doubtAbout(body as IDataObject, watch) === '';

/** What a body says that does not prove the call done. */
export function explainAnswer(body: unknown, watch: Watch): Failure {
	if (!isRecord(body)) return explainNoObject(watch);
	const answer = body as IDataObject;
	return explainRefusal(watch.isAnyProduct ? inOwnWords(answer) : answer, watch);
}
