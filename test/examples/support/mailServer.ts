import net, { type AddressInfo, type Socket } from 'node:net';

export interface MailServer {
	port: number;
	/** Every letter with its head, as it came. */
	letters: string[];
	close(): Promise<void>;
}

const END = '\r\n.\r\n';

/** Takes every letter, in the words of SMTP. */
export async function startMailServer(): Promise<MailServer> {
	const letters: string[] = [];
	const sockets = new Set<Socket>();
	const server = net.createServer((socket) => {
		sockets.add(socket);
		let text = '';
		let isLetter = false;
		const answer = (line: string) => socket.write(`${line}\r\n`);
		const next = (end: string): string | undefined => {
			const at = text.indexOf(end);
			if (at < 0) return undefined;
			const part = text.slice(0, at);
			text = text.slice(at + end.length);
			return part;
		};
		socket.on('error', () => socket.destroy());
		socket.on('data', (chunk) => {
			text += String(chunk);
			for (;;) {
				const part = next(isLetter ? END : '\r\n');
				if (part === undefined) return;
				if (isLetter) letters.push(part);
				const isData = !isLetter && part.toUpperCase() === 'DATA';
				isLetter = isData;
				answer(isData ? '354 Go on' : part.toUpperCase() === 'QUIT' ? '221 Bye' : '250 OK');
			}
		});
		answer('220 Ready');
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		port: (server.address() as AddressInfo).port,
		letters,
		async close() {
			for (const socket of sockets) socket.destroy();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}
