import type {
	ClientRequest,
	Agent as HttpAgent,
	IncomingHttpHeaders,
	IncomingMessage,
} from 'node:http';
import { Agent as PlainAgent } from 'node:http';
import { Agent as TlsAgent } from 'node:https';
import type { Socket } from 'node:net';
import { HttpProxyAgent } from 'http-proxy-agent';
import { HttpsProxyAgent } from 'https-proxy-agent';
import { getProxyForUrl } from 'proxy-from-env';
import type { Result } from './failure';
import { fail } from './failure';

/** The way to an endpoint. */
export interface Line {
	agent: HttpAgent;
	viaProxy: boolean;
}

/** Whether the proxy agents can work with an address: what they can't read they throw at n8n itself. */
function isProxyAddress(address: string): boolean {
	try {
		const { protocol, username, password } = new URL(address);
		return /^https?:$/.test(protocol) && decodeURIComponent(username + password) !== undefined;
	} catch {
		return false;
	}
}

/** The most requests that are under way at one time. */
export const MOST_CONCURRENCY = 50;

/** An idle connection is closed before the gateway does it. */
const OPTIONS = { keepAlive: true, maxSockets: MOST_CONCURRENCY, timeout: 4000 };

/**
 * Agents by endpoint and proxy. Executions share them, because a loop in the workflow runs the node once
 * an item. They hold connections, never a key.
 */
const agents = new Map<string, HttpAgent>();

/**
 * The keep-alive connections to an endpoint. pop-core's own agent would go past HTTP_PROXY, HTTPS_PROXY
 * and NO_PROXY, which n8n honours everywhere else.
 */
export function lineTo(endpoint: string): Result<Line> {
	const isTls = endpoint.startsWith('https:');
	const proxy = getProxyForUrl(endpoint);
	if (proxy && !isProxyAddress(proxy)) {
		// The address may hold a password: it is not shown.
		return fail({
			kind: 'connection',
			message: 'The proxy set for this n8n is not an http:// or https:// address',
			description: `Correct the environment variable ${isTls ? 'HTTPS_PROXY' : 'HTTP_PROXY'}, or add the endpoint's host to NO_PROXY. Nothing was sent.`,
		});
	}
	const key = `${endpoint} ${proxy}`;
	let agent = agents.get(key);
	if (!agent) {
		const direct = () => (isTls ? new TlsAgent(OPTIONS) : new PlainAgent(OPTIONS));
		const proxied = () =>
			isTls ? new HttpsProxyAgent(proxy, OPTIONS) : new HttpProxyAgent(proxy, OPTIONS);
		agent = proxy ? proxied() : direct();
		agents.set(key, agent);
	}
	return { ok: true, value: { agent, viaProxy: proxy !== '' } };
}

/** What became known of one request while it was under way. */
export interface Watch {
	/** Whether all of it was handed to the network: only then the gateway may have acted on it. */
	sent: boolean;
	/** Whether its connection is there for the next one. */
	isFree?: boolean;
	/** Whether a proxy answered in place of the gateway, which got nothing then. */
	refusedByProxy: boolean;
	httpStatus?: number;
	/** The head of the answer. */
	headers?: IncomingHttpHeaders;
	/** Takes secrets out of a text of the head. */
	redact?(text: string): string;
}

/** The method that Node.js calls on an agent; it is not in the published types. */
interface AddsRequests {
	addRequest(request: ClientRequest, options: object): void;
}

/** True until TLS stands, absent without TLS; Node.js has it, the published types do not. */
interface MayBeSecuring {
	secureConnecting?: boolean;
}

const PROXY_WANTS_LOGIN = 407;

/** The way of one request, and the means to give it up. */
export interface WatchedAgent {
	agent: HttpAgent;
	giveUp(): void;
}

/**
 * The same agent, for one request that is watched: pop-core's errors say neither the HTTP status of a
 * body that is not JSON nor whether anything was sent before the line broke. Nor can pop-core stop: an
 * AbortSignal a request would cost more than signing it.
 */
export function watched(agent: HttpAgent, watch: Watch): WatchedAgent {
	let underWay: ClientRequest | undefined;
	let isGivenUp = false;
	const addRequest: AddsRequests['addRequest'] = (request, options) => {
		underWay = request;
		request.on('finish', () => {
			// Node.js also finishes a request whose TLS connection fails: its bytes never left.
			const socket = request.socket as (Socket & MayBeSecuring) | null;
			watch.sent = socket !== null && !socket.secureConnecting;
		});
		request.on('proxyConnect', ({ statusCode }: { statusCode: number }) => {
			watch.refusedByProxy = statusCode !== 200;
		});
		request.on('response', ({ statusCode, headers }: IncomingMessage) => {
			watch.httpStatus = statusCode;
			watch.headers = headers;
			watch.refusedByProxy ||= statusCode === PROXY_WANTS_LOGIN;
		});
		// Node.js emits it just before it gives the connection back.
		request.on('close', () => {
			watch.isFree = true;
		});
		// pop-core hands a request over a moment after it was called.
		if (isGivenUp) request.destroy();
		(agent as HttpAgent & AddsRequests).addRequest(request, options);
	};
	return {
		agent: Object.assign(Object.create(agent) as HttpAgent, { addRequest }),
		giveUp() {
			isGivenUp = true;
			underWay?.destroy();
		},
	};
}
