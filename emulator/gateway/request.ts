import type { IncomingHttpHeaders } from 'node:http';

/** A request as the checks see it: everything received, nothing believed yet. */
export interface GatewayRequest {
	method: string;
	/** As on the request line, e.g. "/?Action=CloudGetTask" */
	url: string;
	path: string;
	headers: IncomingHttpHeaders;
	body: Buffer;
	/** Parameters of the query only. */
	query: ReadonlyMap<string, string>;
	/** Parameters of query and form body together. */
	params: ReadonlyMap<string, string>;
}

/**
 * Decodes like a form: + is a space, a broken %-sequence stays as it is (its signature will not
 * match). Of a name given twice the first value counts.
 */
function decodeForm(text: string): Map<string, string> {
	const params = new Map<string, string>();
	for (const [name, value] of new URLSearchParams(text)) {
		if (!params.has(name)) params.set(name, value);
	}
	return params;
}

/** @param url the request target of the request line */
export function readRequest(
	method: string,
	url: string,
	headers: IncomingHttpHeaders,
	body: Buffer,
): GatewayRequest {
	const mark = url.indexOf('?');
	const path = mark < 0 ? url : url.slice(0, mark);
	const query = decodeForm(mark < 0 ? '' : url.slice(mark + 1));
	const contentType = headers['content-type'] ?? '';
	const isForm = contentType.toLowerCase().startsWith('application/x-www-form-urlencoded');
	const form = decodeForm(isForm ? body.toString('utf8') : '');
	return { method, url, path, headers, body, query, params: new Map([...form, ...query]) };
}
