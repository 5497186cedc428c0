import { fail, type Result } from './failure';

/** The only endpoint that answers inside a VPC, and in one region alone. */
export const VPC_ENDPOINT_HOST = 'dyvmsapi.vpc-proxy.aliyuncs.com';

/** The field of the endpoint, as sentences name it. */
export const OWN_ENDPOINT = "'Endpoint' in the credential";

const LOOPBACK = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

const LABEL = '[a-z\\d](?:[a-z\\d-]*[a-z\\d])?';

/**
 * All that an endpoint may be made of. URL parsers differ about everything else: one finds no host in
 * `https://{{$json.x}}` and takes localhost, another finds that name.
 */
const ADDRESS = new RegExp(
	`^(?:(https?)://)?(${LABEL}(?:\\.${LABEL})*|\\[[\\da-f:.]+\\])(?::(\\d{1,5}))?/?$`,
	'i',
);

const refuse = (message: string, description: string) =>
	fail({ kind: 'input', message, description });

/**
 * The endpoint as an origin: a bare host means https; plain http reaches this machine only. The host comes
 * out as it will be connected to, so that what is checked here and elsewhere is that host: an IP in a
 * spelling of its own, like 0x7f.1, is 127.0.0.1 from here on.
 * @param called the field that it is from
 */
export function readEndpoint(typed: string, called = OWN_ENDPOINT): Result<string> {
	const [, scheme = 'https', host = '', port] = ADDRESS.exec(typed.trim()) ?? [];
	const address = `${scheme}://${host}${port === undefined ? '' : `:${port}`}`;
	if (host === '' || Number(port) === 0 || !URL.canParse(address)) {
		return refuse(
			`${called} is not the address of a gateway`,
			'Give it as https:// and the host alone, like https://dyvmsapi.aliyuncs.com, without path, parameters or user name. A host is made of letters, digits, dots and hyphens, or is an IP address; an expression is not calculated unless the field is set to Expression.',
		);
	}
	const url = new URL(address);
	if (url.protocol === 'http:' && !LOOPBACK.test(url.hostname)) {
		return refuse(
			`${called} is ${url.origin}, which is not encrypted`,
			`Use https://${url.host}. Plain http:// is only for a gateway on this machine, like http://127.0.0.1:7080.`,
		);
	}
	return { ok: true, value: url.origin };
}

/** The vendor's own hosts, by the end of their names. */
const VENDOR = /^(?:[a-z\d-]+\.)+aliyuncs\.com$/;

/**
 * Another endpoint than the credential's, for the same key: one of the vendor's, which alone may learn the ID
 * of the key. An endpoint on this machine may have others beside it.
 * @param own the credential's, as an origin
 */
export function readOtherEndpoint(typed: string, called: string, own: string): Result<string> {
	const endpoint = readEndpoint(typed, called);
	if (!endpoint.ok || endpoint.value === own) return endpoint;
	const { protocol, hostname, port } = new URL(endpoint.value);
	const isVendors = protocol === 'https:' && port === '' && VENDOR.test(hostname);
	const areLocal = LOOPBACK.test(hostname) && LOOPBACK.test(new URL(own).hostname);
	if (isVendors || areLocal) return endpoint;
	return refuse(
		`${called} is ${new URL(endpoint.value).host}, which is not one of Alibaba Cloud`,
		"Give a host that ends in .aliyuncs.com, without a port, like ecs.cn-hangzhou.aliyuncs.com: a request that is signed with the credential's key goes nowhere else.",
	);
}
