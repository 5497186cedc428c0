import type { ClientRequest, Agent as HttpAgent, IncomingMessage } from 'node:http';
import { Agent as PlainAgent } from 'node:http';
import { Agent as TlsAgent } from 'node:https';
import { HttpProxyAgent } from 'http-proxy-agent';
import { HttpsProxyAgent } from 'https-proxy-agent';
import { getProxyForUrl } from 'proxy-from-env';
import type { Result } from './failure';
import { fail } from './failure';

/**
 * The keep-alive agent for an endpoint. pop-core's own agent would go past HTTP_PROXY, HTTPS_PROXY and
 * NO_PROXY, which n8n honours everywhere else.
 */
export function agentFor(endpoint: string): Result<HttpAgent> {
	const isTls = endpoint.startsWith('https:');
	const options = { keepAlive: true };
	const proxy = getProxyForUrl(endpoint);
	if (!proxy) return { ok: true, value: isTls ? new TlsAgent(options) : new PlainAgent(options) };
	if (!URL.canParse(proxy) || !/^https?:$/.test(new URL(proxy).protocol)) {
		// The address may hold a password: it is not shown.
		return fail({
			kind: 'connection',
			message: 'The proxy set for this n8n is not an http:// or https:// address',
			description: `Correct the environment variable ${isTls ? 'HTTPS_PROXY' : 'HTTP_PROXY'}, or add the endpoint's host to NO_PROXY.`,
		});
	}
	const agent = isTls ? new HttpsProxyAgent(proxy, options) : new HttpProxyAgent(proxy, options);
	return { ok: true, value: agent };
}

/** What became known of one request while it was under way. */
export interface Watch {
	/** Whether all of it was handed to the network: only then the gateway may have acted on it. */
	sent: boolean;
	httpStatus?: number;
}

/** The method that Node.js calls on an agent; it is not in the published types. */
interface AddsRequests {
	addRequest(request: ClientRequest, options: object): void;
}

/**
 * The same agent, for one request that is watched: pop-core's errors say neither the HTTP status of a
 * body that is not JSON nor whether anything was sent before the line broke.
 */
export function watched(agent: HttpAgent, watch: Watch): HttpAgent {
	const addRequest: AddsRequests['addRequest'] = (request, options) => {
		request.once('finish', () => (watch.sent = true));
		request.once('response', ({ statusCode }: IncomingMessage) => (watch.httpStatus = statusCode));
		(agent as HttpAgent & AddsRequests).addRequest(request, options);
	};
	return Object.assign(Object.create(agent) as HttpAgent, { addRequest });
}
