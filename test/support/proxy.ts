import http from 'node:http';
import net, { type AddressInfo, type Socket } from 'node:net';

export type ProxyMode =
	/** Passes on plain requests and opens tunnels. */
	| 'works'
	/** Wants a user name and password, and gets none that it likes. */
	| 'refuses'
	/** Takes the connection and says nothing. */
	| 'silent';

export interface TestProxy {
	url: string;
	/** First line of each request that came in, as `CONNECT host:port` or `POST http://...`. */
	seen: string[];
	/** `Proxy-Authorization` of each. */
	authorizations: Array<string | undefined>;
	/** Connections of clients since the start. */
	readonly accepted: number;
	/** Those of them that are open now. */
	readonly open: number;
	close(): Promise<void>;
}

/** A forward proxy on loopback. */
export async function startProxy(mode: ProxyMode = 'works'): Promise<TestProxy> {
	const seen: string[] = [];
	const authorizations: TestProxy['authorizations'] = [];
	const sockets = new Set<Socket>();
	let accepted = 0;
	const note = ({ method, url, headers }: http.IncomingMessage) => {
		seen.push(`${method} ${url}`);
		authorizations.push(headers['proxy-authorization']);
	};
	const keep = (socket: Socket) => {
		accepted++;
		sockets.add(socket);
		socket.on('error', () => socket.destroy()).on('close', () => sockets.delete(socket));
	};

	const server = http.createServer((request, response) => {
		note(request);
		if (mode === 'silent') return;
		if (mode === 'refuses') {
			request.resume();
			response.writeHead(407, { 'proxy-authenticate': 'Basic realm="proxy"' });
			response.end('<html>Proxy Authentication Required</html>');
			return;
		}
		const { method, headers } = request;
		const onward = http.request(request.url ?? '', { method, headers, agent: false }, (answer) => {
			response.writeHead(answer.statusCode ?? 502, answer.headers);
			answer.pipe(response);
		});
		onward.on('error', () => response.destroy());
		request.pipe(onward);
	});
	server.on('connection', keep);
	server.on('connect', (request, client: Socket) => {
		note(request);
		if (mode === 'silent') return;
		if (mode === 'refuses') {
			client.end('HTTP/1.1 407 Proxy Authentication Required\r\ncontent-length: 0\r\n\r\n');
			return;
		}
		const { hostname, port } = new URL(`http://${request.url}`);
		const onward = net.connect(Number(port), hostname, () => {
			client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
			onward.pipe(client).pipe(onward);
		});
		onward.on('error', () => client.destroy());
		client.on('close', () => onward.destroy());
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		seen,
		authorizations,
		get accepted() {
			return accepted;
		},
		get open() {
			return sockets.size;
		},
		async close() {
			const closed = new Promise<void>((resolve) => server.close(() => resolve()));
			for (const socket of sockets) socket.destroy();
			await closed;
		},
	};
}
