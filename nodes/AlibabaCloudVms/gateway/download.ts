import { request as plainRequest, type Agent, type IncomingMessage } from 'node:http';
import { request as tlsRequest } from 'node:https';
import { PassThrough, pipeline, type Readable } from 'node:stream';
import { isRecord } from '../guards';
import { createAgent, proxyOnWay } from './agent';
import { codeOf } from './breaks';
import { explainForbidden, isForbidden, type Egress } from './egress';
import { fail, STOPPED, type Failure, type Result } from './failure';
import { createFence, OwnNetworkError, type Fence } from './ownNetwork';

const MOST_REDIRECTS = 5;

/** More than an hour of two voices, uncompressed. */
export const MOST_MEGABYTES = 200;
const MOST_BYTES = MOST_MEGABYTES * 2 ** 20;

/** A file that comes drop by drop is given up. */
const LONGEST_MS = 15 * 60 * 1000;

export interface DownloadOptions {
	/** The gateway's address: what lies beside it is meant, wherever it is. */
	endpoint: string;
	egress?: Egress;
	/** For each sign of life. */
	timeoutMs: number;
	cancelled?: AbortSignal;
}

/** A file on its way in. */
export interface Download {
	body: Readable;
	/** As the other side calls it, in lower case; '' where it does not. */
	contentType: string;
	/** What became of it where the body broke. */
	explain(error: unknown): Failure;
}

/** Why a file did not come, as the rest of a sentence. */
class DownloadError extends Error {}

const failed = (host: string, why: string, more: Partial<Failure> = {}): Failure => ({
	kind: 'connection',
	message: `The recording could not be read from ${host}: ${why}`,
	description: 'Its address holds for about two hours, and is asked for anew at every run.',
	...more,
});

/** Causes of a line that breaks which may be over at the next attempt. */
const PASSING =
	/^(?:ECONN(?:RESET|REFUSED|ABORTED)|EPIPE|ETIMEDOUT|EAI_AGAIN|E(?:HOST|NET)UNREACH|ERR_STREAM_PREMATURE_CLOSE)$/;

/** The same of answers: a host that has no time, or an error of its own. */
const mayPass = (httpStatus: number): boolean => httpStatus >= 500 || httpStatus === 429;

function explain(error: unknown, host: string, { cancelled, timeoutMs }: DownloadOptions): Failure {
	if (cancelled?.aborted) return STOPPED;
	if (isForbidden(error)) return { ...explainForbidden(host), fate: undefined };
	if (error instanceof OwnNetworkError) {
		return failed(host, 'that host lies in the own network of this n8n');
	}
	if (error instanceof DownloadError) return failed(host, error.message);
	if (isRecord(error) && error.name === 'TimeoutError') {
		return failed(host, `nothing came within ${timeoutMs / 1000} s`, { retry: true });
	}
	const code = codeOf(error);
	return failed(host, `the connection broke${code && ` (${code})`}`, { retry: PASSING.test(code) });
}

/** Where a file is, if it may be asked for. */
function placeOf(address: string, before: URL | undefined, fence: Fence, home: URL): Result<URL> {
	const refuse = (host: string, why: string) => fail(failed(host, why));
	const url = URL.canParse(address, before?.href) ? new URL(address, before?.href) : undefined;
	if (!url) return refuse(before?.host ?? 'its host', 'its address is none');
	if (!/^https?:$/.test(url.protocol))
		return refuse(url.host || 'its host', 'it is not on the web');
	if (before?.protocol === 'https:' && url.protocol === 'http:') {
		return refuse(before.host, 'it leads on to an address that is not encrypted');
	}
	if (url.hostname !== home.hostname && fence.isInside(url.hostname)) {
		return refuse(url.host, 'that host lies in the own network of this n8n');
	}
	return { ok: true, value: url };
}

/** Connections to one host, which hold for one request. */
async function agentFor(
	url: URL,
	fence: Fence,
	{ egress, endpoint }: DownloadOptions,
): Promise<Result<Agent>> {
	const proxy = await proxyOnWay(url.origin, egress);
	if (!proxy.ok) return proxy;
	// What the proxy may reach is for the proxy to say.
	const isTrusted = proxy.value !== undefined || url.hostname === new URL(endpoint).hostname;
	const lookup = isTrusted ? egress?.createSecureLookup?.() : fence.lookup;
	return { ok: true, value: createAgent(url.origin, proxy.value?.url, { lookup }) };
}

/** The head of an answer. No key, no cookie and no address of a page goes along. */
async function headOf(url: URL, agent: Agent, signal: AbortSignal, timeoutMs: number) {
	return await new Promise<IncomingMessage>((resolve, reject) => {
		const send = url.protocol === 'https:' ? tlsRequest : plainRequest;
		const headers = { accept: '*/*', 'accept-encoding': 'identity' };
		let answer: IncomingMessage | undefined;
		const sent = send(url, { agent, headers, signal }, (given) => resolve((answer = given)));
		sent.setTimeout(timeoutMs, () =>
			(answer ?? sent).destroy(new DOMException('', 'TimeoutError')),
		);
		sent.on('error', reject);
		sent.end();
	});
}

/** What speaks against a file by its head, '' where nothing does. */
function doubtAbout({ statusCode, headers }: IncomingMessage): string {
	if (statusCode !== 200) return `it answered with HTTP ${statusCode}`;
	const { 'content-encoding': encoding = 'identity', 'content-type': type = '' } = headers;
	if (encoding !== 'identity') return 'it comes packed';
	if (/html|xml|json|^text\//i.test(type)) return 'what came is no audio, but a text';
	if (Number(headers['content-length'] ?? 0) > MOST_BYTES) return tooLong;
	return '';
}

const tooLong = `it is longer than ${MOST_MEGABYTES} MB`;

/** The body, no longer than a bound. */
function bounded(answer: IncomingMessage): Readable {
	let length = 0;
	const body = new PassThrough({
		transform(chunk: Buffer, _encoding, done) {
			length += chunk.length;
			if (length > MOST_BYTES) done(new DownloadError(tooLong));
			else done(null, chunk);
		},
		flush(done) {
			done(length === 0 ? new DownloadError('it is empty') : null);
		},
	});
	// Either end that breaks ends the other one.
	pipeline(answer, body, () => {});
	return body;
}

/**
 * Opens a file that somebody else's address leads to, over redirects, none of which leads into the own
 * network. No message has the address, since whoever has it has the file. The body is not read yet.
 */
export async function openDownload(
	address: string,
	options: DownloadOptions,
): Promise<Result<Download>> {
	const { endpoint, egress, timeoutMs, cancelled } = options;
	const fence = createFence(egress?.createSecureLookup?.());
	const deadline = AbortSignal.timeout(LONGEST_MS);
	const signal = cancelled ? AbortSignal.any([cancelled, deadline]) : deadline;
	let before: URL | undefined;
	let next = address;
	for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
		const place = placeOf(next, before, fence, new URL(endpoint));
		if (!place.ok) return place;
		const url = place.value;
		const agent = await agentFor(url, fence, options);
		if (!agent.ok) return agent;
		const head = await headOf(url, agent.value, signal, timeoutMs).catch((error: unknown) =>
			fail(explain(error, url.host, options)),
		);
		if ('ok' in head) return head;
		const { statusCode = 0, headers } = head;
		if (statusCode >= 300 && statusCode < 400 && headers.location !== undefined) {
			head.destroy();
			before = url;
			next = headers.location;
			continue;
		}
		const doubt = doubtAbout(head);
		if (doubt !== '') {
			head.destroy();
			return fail(failed(url.host, doubt, { httpStatus: statusCode, retry: mayPass(statusCode) }));
		}
		return {
			ok: true,
			value: {
				body: bounded(head),
				contentType: (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '',
				explain: (error) => explain(error, url.host, options),
			},
		};
	}
	return fail(failed(before?.host ?? '', `it leads on more than ${MOST_REDIRECTS} times`));
}
