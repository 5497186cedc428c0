import { EventEmitter, once } from 'node:events';
import http from 'node:http';
import https from 'node:https';
import net, { type AddressInfo, type Socket } from 'node:net';

export type ProxyMode =
	/** Opens tunnels. */
	| 'works'
	/** Takes the connection and says nothing. */
	| 'silent'
	/** Answers with something that is no HTTP. */
	| 'babbles'
	/** Closes the connection before it has said anything. */
	| 'hangsUp'
	/** The same with a reset. */
	| 'resets'
	/** Refuses with this HTTP status; 407 wants a user name and password, and likes none. */
	| number;

export interface TestProxy {
	url: string;
	/** May change while it runs. */
	mode: ProxyMode;
	/** First line of each request that came in, as `CONNECT host:port` or `POST http://...`. */
	seen: string[];
	/** `Proxy-Authorization` of each. */
	authorizations: Array<string | undefined>;
	/** Connections of clients since the start. */
	readonly accepted: number;
	/** Resolves when that many tunnels have been asked for since the start. */
	asked(count: number): Promise<void>;
	/** Resolves when no connection of a client is open any more. */
	emptied(): Promise<void>;
	close(): Promise<void>;
}

interface ProxyOptions {
	/** PEM texts, for a proxy that is spoken to by TLS. */
	tls?: { key: string; cert: string };
}

/** A forward proxy on loopback. Only tunnels: a plain request is noted and refused. */
export async function startProxy(
	mode: ProxyMode = 'works',
	{ tls }: ProxyOptions = {},
): Promise<TestProxy> {
	const sockets = new Set<Socket>();
	const changes = new EventEmitter();
	let accepted = 0;
	const until = async (holds: () => boolean) => {
		while (!holds()) await once(changes, 'change');
	};
	const note = ({ method, url, headers }: http.IncomingMessage) => {
		proxy.seen.push(`${method} ${url}`);
		proxy.authorizations.push(headers['proxy-authorization']);
		changes.emit('change');
	};
	const server = tls ? https.createServer(tls) : http.createServer();
	server.on('request', (request, response: http.ServerResponse) => {
		note(request);
		response.writeHead(405).end();
	});
	server.on('connection', (socket: Socket) => {
		accepted++;
		sockets.add(socket);
		socket
			.on('error', () => socket.destroy())
			.on('close', () => {
				sockets.delete(socket);
				changes.emit('change');
			});
		if (proxy.mode === 'hangsUp') socket.destroy();
		if (proxy.mode === 'resets') socket.resetAndDestroy();
		if (proxy.mode === 'babbles') socket.end('220 mail.example ESMTP\r\n');
	});
	server.on('tlsClientError', (_error, socket: Socket) => socket.destroy());
	server.on('connect', (request, client: Socket) => {
		note(request);
		if (typeof proxy.mode === 'number') {
			client.end(`HTTP/1.1 ${proxy.mode} No\r\ncontent-length: 4\r\n\r\nnope`);
			return;
		}
		if (proxy.mode === 'silent') {
			// Or else it would not see the client go.
			client.resume().on('end', () => client.destroy());
			return;
		}
		const { hostname, port } = new URL(`http://${request.url}`);
		const onward = net.connect(Number(port), hostname, () => {
			client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
			onward.pipe(client).pipe(onward);
		});
		onward.on('error', () => client.destroy());
		client.on('error', () => onward.destroy()).on('close', () => onward.destroy());
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

	const proxy: TestProxy = {
		url: `${tls ? 'https' : 'http'}://127.0.0.1:${(server.address() as AddressInfo).port}`,
		mode,
		seen: [],
		authorizations: [],
		get accepted() {
			return accepted;
		},
		asked: async (count) => await until(() => proxy.seen.length >= count),
		emptied: async () => await until(() => sockets.size === 0),
		async close() {
			const closed = new Promise<void>((resolve) => server.close(() => resolve()));
			for (const socket of sockets) socket.destroy();
			await closed;
		},
	};
	return proxy;
}
