import { getProxyForUrl } from 'proxy-from-env';
import { fail, type Result } from './failure';

export interface Proxy {
	url: URL;
	/** The environment variable that its address is from. */
	variable: string;
}

/** Where `getProxyForUrl` looks for the proxy of an https:// address, the first one first. */
const VARIABLES = [
	'npm_config_https_proxy',
	'https_proxy',
	'npm_config_proxy',
	'all_proxy',
].flatMap((name) => [name, name.toUpperCase()]);

/** The address of a proxy that can be worked with: over TCP, with a login that can be read. */
function readAddress(address: string): URL | undefined {
	try {
		const url = new URL(address);
		decodeURIComponent(url.username + url.password);
		return /^https?:$/.test(url.protocol) ? url : undefined;
	} catch {
		return undefined;
	}
}

/**
 * The proxy for an endpoint by the environment variables that n8n honours everywhere else. A plain endpoint
 * is on this machine, and is reached without one: nothing unencrypted leaves the machine.
 */
export function proxyFor(endpoint: string): Result<Proxy | undefined> {
	const address = endpoint.startsWith('https:') ? getProxyForUrl(endpoint) : '';
	if (address === '') return { ok: true, value: undefined };
	const variable = VARIABLES.find((name) => process.env[name]) ?? 'HTTPS_PROXY';
	const url = readAddress(address);
	if (url) return { ok: true, value: { url, variable } };
	// The address may hold a password: it is not shown.
	return fail({
		kind: 'connection',
		message: 'The proxy set for this n8n is not an http:// or https:// address',
		description: `Correct the environment variable ${variable}, or add the endpoint's host to NO_PROXY.`,
		fate: 'notSent',
	});
}
