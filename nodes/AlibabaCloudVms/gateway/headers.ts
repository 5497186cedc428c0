import type { IncomingHttpHeaders } from 'node:http';

/** What the head of an answer says, read only where an answer is a failure. */

/** Node.js gives some headers as a list; of those that are joined with commas the first counts. */
const first = (value: string | string[] | undefined): string =>
	value?.toString().split(',', 1)[0]?.trim() ?? '';

/** A header that holds a date, as milliseconds since 1970; it has a comma of its own. */
function dateIn(value: string | undefined): number | undefined {
	const at = /[a-z]/i.test(value ?? '') ? Date.parse(value ?? '') : Number.NaN;
	return Number.isNaN(at) ? undefined : at;
}

/** The gateway's ID of the request, '' where there is none; as it came, unchecked. */
export const requestIdIn = (headers: IncomingHttpHeaders = {}): string =>
	first(headers['x-acs-request-id']);

const AMOUNT = /^\d+(?:\.\d+)?$/;

/**
 * How long the sender wants to be left alone, in milliseconds: the gateway's own header counts in them, the
 * standard's in seconds, or it is a date. 0 where it asks for a wait and says no time; undefined where it
 * does not ask.
 */
export function retryAfterIn(headers: IncomingHttpHeaders = {}): number | undefined {
	const own = first(headers['x-acs-retry-after']);
	if (AMOUNT.test(own)) return Number(own);
	const standard = headers['retry-after'];
	const seconds = first(standard);
	if (AMOUNT.test(seconds)) return Number(seconds) * 1000;
	const until = dateIn(standard);
	// By the sender's clock where it is told: this one may be off.
	if (until !== undefined) return Math.max(0, until - (dateIn(headers.date) ?? Date.now()));
	return own || standard ? 0 : undefined;
}

/** How far this clock is ahead of the sender's, in milliseconds, to the second; undefined if not told. */
export function clockLeadIn(headers: IncomingHttpHeaders = {}): number | undefined {
	const theirs = dateIn(headers.date);
	return theirs === undefined ? undefined : Date.now() - theirs;
}
