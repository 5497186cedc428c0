import { Agent as PlainAgent, type Agent } from 'node:http';
import { Agent as TlsAgent } from 'node:https';
import type { Result } from './failure';
import { proxyFor } from './proxy';
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
 * Agents by endpoint and proxy. Executions share them, because a loop in the workflow runs the node once
 * an item. They hold connections, never a key.
 */
const agents = new Map<string, Agent>();

function createAgent(endpoint: string, proxy: URL | undefined): Agent {
	if (proxy) return new TunnelAgent(proxy, OPTIONS);
	return endpoint.startsWith('https:') ? new TlsAgent(OPTIONS) : new PlainAgent(OPTIONS);
}

/** The keep-alive connections to an endpoint; pop-core's own would go past the proxy. */
export function lineTo(endpoint: string): Result<Line> {
	const proxy = proxyFor(endpoint);
	if (!proxy.ok) return proxy;
	const { url, variable } = proxy.value ?? {};
	const key = `${endpoint} ${url?.href ?? ''}`;
	const agent = agents.get(key) ?? createAgent(endpoint, url);
	agents.set(key, agent);
	return { ok: true, value: { agent, proxyVariable: variable } };
}
