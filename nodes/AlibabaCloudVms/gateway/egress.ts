import type { NodeEgressFilter, RequestHelperFunctions } from 'n8n-workflow';
import { isRecord } from '../guards';
import { fail, type Failure, type Result } from './failure';
import type { Proxy } from './proxy';

/**
 * n8n's protection against requests into its own network. What is allowed by its name or address is checked
 * before the first request, and where a look-up is given, again for each address that a name turns out to
 * have.
 */
export type Egress = Pick<NodeEgressFilter, 'validateUrl'> &
	Partial<Pick<NodeEgressFilter, 'createSecureLookup'>>;

/** The protection of this n8n; older ones have none for nodes that send by themselves. */
export const egressOf = (
	helpers: Partial<Pick<RequestHelperFunctions, 'getSecureEgressFilter'>>,
): Egress | undefined => helpers.getSecureEgressFilter?.();

/** Whether an error, or what is behind it, is n8n's word that a destination is not allowed. */
export const isForbidden = (error: unknown): boolean =>
	isRecord(error) && (/^SsrfBlocked/.test(String(error.name)) || isForbidden(error.cause));

/** @param called the host that is not allowed, or the proxy, as a sentence goes on with it */
export const explainForbidden = (called: string): Failure => ({
	kind: 'connection',
	message: `This n8n does not let requests go to ${called}`,
	description:
		'It is protected against requests into its own network (N8N_SSRF_PROTECTION_ENABLED). If this address is meant, the administrator of n8n adds it to N8N_SSRF_ALLOWED_IP_RANGES, or its name to N8N_SSRF_ALLOWED_HOSTNAMES.',
	fate: 'notSent',
});

/** How a proxy is called where it must not show its address, which may hold a password. */
export const calledProxy = (variable: string): string => `the proxy that ${variable} sets`;

/** Whether the way to an endpoint is allowed, by the proxy if there is one. */
export async function checkEgress(
	endpoint: string,
	proxy: Proxy | undefined,
	egress: Egress,
): Promise<Result<undefined>> {
	const { host } = new URL(endpoint);
	const stops = [
		...(proxy ? [{ url: proxy.url.origin, called: calledProxy(proxy.variable) }] : []),
		{ url: endpoint, called: host },
	];
	for (const { url, called } of stops) {
		const found: unknown = await egress.validateUrl(url).then(
			(result) => (result.ok ? undefined : result.error),
			(error: unknown) => error,
		);
		if (isForbidden(found)) return fail(explainForbidden(called));
		// Without a proxy, the connection looks the host up again, and says what is wrong, or waits.
		if (found !== undefined && proxy && url === endpoint) {
			return fail({
				kind: 'connection',
				message: `The host ${host} could not be looked up`,
				description:
					'Because of N8N_SSRF_PROTECTION_ENABLED, n8n looks it up itself, also behind a proxy. Check the DNS of the machine that runs n8n.',
				fate: 'notSent',
			});
		}
	}
	return { ok: true, value: undefined };
}
