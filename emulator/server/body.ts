import type { IncomingMessage } from 'node:http';

/** The largest documented call is 8 MB of numbers; form encoding and the rest need some more. */
export const MAX_BODY_BYTES = 12 * 1024 * 1024;

/**
 * @returns the body; 'tooLarge' when it passes the limit (the rest is read and thrown away, so
 * that the client gets to read the answer); undefined when the client went away
 */
export function readBody(request: IncomingMessage): Promise<Buffer | 'tooLarge' | undefined> {
	return new Promise((resolve) => {
		const chunks: Buffer[] = [];
		let size = 0;
		request.on('data', (chunk: Buffer) => {
			size += chunk.length;
			if (size <= MAX_BODY_BYTES) chunks.push(chunk);
			else chunks.length = 0;
		});
		request.on('end', () => resolve(size > MAX_BODY_BYTES ? 'tooLarge' : Buffer.concat(chunks)));
		request.on('error', () => resolve(undefined));
	});
}
