import { createServer, type AddressInfo, type Socket } from 'node:net';

export interface RawGateway {
	url: string;
	/** Requests so far. */
	readonly asked: number;
	/** Connections so far. */
	readonly accepted: number;
	/** Resolves when no connection is open any more. */
	emptied(): Promise<void>;
	close(): Promise<void>;
}

/** The head of an answer on one connection, with the empty line behind it. */
export const head = (status: number, headers: Record<string, string | number> = {}): string =>
	[
		`HTTP/1.1 ${status} Said`,
		...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
		'\r\n',
	].join('\r\n');

/** A server on loopback that writes bytes of any kind in answer to each request. */
export async function startRawGateway(answer: (socket: Socket) => unknown): Promise<RawGateway> {
	const sockets = new Set<Socket>();
	let asked = 0;
	let accepted = 0;
	let noticed = () => {};
	const server = createServer({ allowHalfOpen: false }, (socket) => {
		accepted++;
		sockets.add(socket);
		socket
			.on('error', () => socket.destroy())
			.on('close', () => {
				sockets.delete(socket);
				noticed();
			})
			.on('data', (bytes) => {
				if (!bytes.includes('POST / HTTP/1.1')) return;
				asked++;
				answer(socket);
			});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		get asked() {
			return asked;
		},
		get accepted() {
			return accepted;
		},
		async emptied() {
			while (sockets.size > 0) await new Promise<void>((resolve) => (noticed = resolve));
		},
		async close() {
			for (const socket of sockets) socket.destroy();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}
