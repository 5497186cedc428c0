import http from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';

/** PEM texts. */
export interface TlsMaterial {
	key: string;
	cert: string;
}

/** The emulator takes made-up keys from anyone, so it must not be reachable from elsewhere. */
export function isLoopback(host: string): boolean {
	return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

interface ListeningServer {
	port: number;
	url: string;
	/** Connections accepted so far. */
	connections(): number;
	/** Stops listening and cuts every connection, idle or not. */
	close(): Promise<void>;
}

/** Longer than a test pauses between two calls on one kept-alive connection. */
const KEEP_ALIVE_MS = 60_000;

/** @throws Error (rejects) when the port is taken */
export async function listen(
	host: string,
	port: number,
	tls: TlsMaterial | undefined,
	listener: http.RequestListener,
): Promise<ListeningServer> {
	const server = tls ? https.createServer(tls, listener) : http.createServer(listener);
	let accepted = 0;
	server.on('connection', () => {
		accepted += 1;
	});
	server.keepAliveTimeout = KEEP_ALIVE_MS;
	await new Promise<void>((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, host, resolve);
	});
	const address = server.address() as AddressInfo;
	const name = address.family === 'IPv6' ? `[${address.address}]` : address.address;
	return {
		port: address.port,
		url: `${tls ? 'https' : 'http'}://${name}:${address.port}`,
		connections: () => accepted,
		async close() {
			const closed = new Promise<void>((resolve) => server.close(() => resolve()));
			server.closeAllConnections();
			await closed;
		},
	};
}
