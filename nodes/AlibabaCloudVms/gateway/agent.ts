import { Agent as PlainAgent, type Agent } from 'node:http';
import { Agent as TlsAgent, type AgentOptions } from 'node:https';
import { checkEgress, type Egress } from './egress';
import type { Result } from './failure';
import { proxyFor, type Proxy } from './proxy';
import { TunnelAgent } from './tunnel';

/** The way to an endpoint. */
export interface Line {
	agent: Agent;
	/** The environment variable that sets a proxy on the way. */
	proxyVariable?: string;
}

/** The most requests that are under way at one time. */
export const MOST_CONCURRENCY = 50;

/** An idle connection is closed before the gateway does it. */
const OPTIONS = { keepAlive: true, maxSockets: MOST_CONCURRENCY, timeout: 4000 };

/**
 * Agents by what guards them, and by endpoint and proxy. Executions share them, because a loop in the
 * workflow runs the node once an item. They hold connections, never a key.
 */
const agents = new WeakMap<object, Map<string, Agent>>();
const UNGUARDED = {};

/** Connections to an origin, through a proxy if there is one. */
export function createAgent(
	endpoint: string,
	proxy: URL | undefined,
	options: AgentOptions,
): Agent {
	if (proxy) return new TunnelAgent(proxy, options);
	return endpoint.startsWith('https:') ? new TlsAgent(options) : new PlainAgent(options);
}

/** The proxy on the way to an origin, where there is one; a failure where n8n does not allow the way. */
export async function proxyOnWay(
	endpoint: string,
	egress?: Egress,
): Promise<Result<Proxy | undefined>> {
	const proxy = proxyFor(endpoint);
	if (!proxy.ok) return proxy;
	const allowed = egress && (await checkEgress(endpoint, proxy.value, egress));
	return allowed?.ok === false ? allowed : proxy;
}

/**
 * The keep-alive connections to an endpoint, which pop-core's own would open past the proxy.
 * @param egress what has to allow them
 */
export async function lineTo(endpoint: string, egress?: Egress): Promise<Result<Line>> {
	const proxy = await proxyOnWay(endpoint, egress);
	if (!proxy.ok) return proxy;
	const { url, variable } = proxy.value ?? {};
	const guard = egress?.createSecureLookup ? egress : UNGUARDED;
	const guarded = agents.get(guard) ?? new Map<string, Agent>();
	agents.set(guard, guarded);
	const key = `${endpoint} ${url?.href ?? ''}`;
	const agent =
		guarded.get(key) ??
		createAgent(endpoint, url, { ...OPTIONS, lookup: egress?.createSecureLookup?.() });
	guarded.set(key, agent);
	return { ok: true, value: { agent, proxyVariable: variable } };
}
