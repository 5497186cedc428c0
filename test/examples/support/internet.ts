import http, { type IncomingMessage, type RequestListener } from 'node:http';
import https from 'node:https';
import net, { type AddressInfo, type Socket } from 'node:net';
import { selfSigned } from '../../support/certificate';

/** What came in for a host, as its handler sees it. */
export interface Asked {
	method: string;
	url: URL;
	headers: IncomingMessage['headers'];
	/** Parsed JSON; undefined where there was none. */
	body: unknown;
}

/** The JSON that a host answers, or a status and JSON. */
export type Host = (asked: Asked) => unknown;

export interface Internet {
	/** What a process needs to take the hosts for the real ones. */
	environment: Record<string, string>;
	/** `METHOD https://host/path` of each request, oldest first. */
	seen: string[];
	close(): Promise<void>;
}

async function jsonOf(request: IncomingMessage): Promise<unknown> {
	let text = '';
	for await (const chunk of request) text += String(chunk);
	return text === '' ? undefined : JSON.parse(text);
}

const portOf = (server: net.Server): number => (server.address() as AddressInfo).port;

/**
 * Hosts of the internet on this machine: a proxy leads every tunnel to one server, whose certificate is for
 * those hosts. A host that is not among them answers 404.
 */
export async function startInternet(hosts: Record<string, Host>): Promise<Internet> {
	const { tls, file } = await selfSigned({ hosts: Object.keys(hosts) });
	const seen: string[] = [];
	const sockets = new Set<Socket>();
	const listener: RequestListener = (request, response) => {
		const url = new URL(request.url ?? '/', `https://${request.headers.host}`);
		const { method = 'GET', headers } = request;
		seen.push(`${method} ${url.href}`);
		void jsonOf(request).then((body) => {
			const answer = hosts[url.hostname]?.({ method, url, headers, body });
			response.writeHead(answer === undefined ? 404 : 200, { 'content-type': 'application/json' });
			response.end(JSON.stringify(answer ?? { error: { code: 404, message: 'Not found' } }));
		});
	};
	const server = https.createServer(tls, listener);
	const proxy = http.createServer((_request, response) => response.writeHead(405).end());
	proxy.on('connect', (_request, client: Socket) => {
		const onward = net.connect(portOf(server), '127.0.0.1', () => {
			client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
			onward.pipe(client).pipe(onward);
		});
		onward.on('error', () => client.destroy());
		client.on('error', () => onward.destroy()).on('close', () => onward.destroy());
	});
	for (const one of [server, proxy]) {
		one.on('connection', (socket: Socket) => {
			sockets.add(socket);
			socket.on('close', () => sockets.delete(socket));
		});
		await new Promise<void>((resolve) => one.listen(0, '127.0.0.1', resolve));
	}
	return {
		environment: {
			HTTPS_PROXY: `http://127.0.0.1:${portOf(proxy)}`,
			NO_PROXY: '',
			NODE_EXTRA_CA_CERTS: file,
		},
		seen,
		async close() {
			for (const socket of sockets) socket.destroy();
			await Promise.all(
				[server, proxy].map(async (one) => await new Promise((resolve) => one.close(resolve))),
			);
		},
	};
}
