import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import {
	openDownload,
	type DownloadOptions,
} from '../../../nodes/AlibabaCloudVms/gateway/download';
import type { Failure } from '../../../nodes/AlibabaCloudVms/gateway/failure';
import { createFence } from '../../../nodes/AlibabaCloudVms/gateway/ownNetwork';

const VENDOR = 'https://dyvmsapi.aliyuncs.com';
const SIGNED = '?X-Amz-Signature=0cda4389ecc743acc71d76a320705afd';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** A host of recordings on loopback, with what it was asked. */
async function serve(answer: Answer) {
	const asked: IncomingMessage[] = [];
	const server = createServer((request, response) => {
		asked.push(request);
		answer(request, response);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	return {
		port,
		asked,
		url: `http://127.0.0.1:${port}`,
		async close() {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

interface Outcome {
	bytes?: Buffer;
	contentType?: string;
	message?: string;
	failure?: Failure;
}

/** What came of an address: the bytes, or the failure. */
async function download(address: string, more: Partial<DownloadOptions> = {}): Promise<Outcome> {
	const options = { endpoint: 'http://127.0.0.1:1', timeoutMs: 2000, ...more };
	const opened = await openDownload(address, options);
	if (!opened.ok) return { message: opened.failure.message, failure: opened.failure };
	const { body, contentType, explain } = opened.value;
	return await buffer(body).then(
		(bytes) => ({ bytes, contentType }),
		(error: unknown) => ({ message: explain(error).message, failure: explain(error) }),
	);
}

async function withHost<T>(
	answer: Answer,
	work: (host: Awaited<ReturnType<typeof serve>>) => Promise<T>,
) {
	const host = await serve(answer);
	try {
		return await work(host);
	} finally {
		await host.close();
	}
}

const audio: Answer = (_request, response) => {
	response.writeHead(200, { 'content-type': 'audio/mpeg; x=y' }).end('sound');
};

test('gives the bytes, and sends nothing but the address', async () => {
	await withHost(audio, async ({ url, asked }) => {
		const { bytes, contentType } = await download(`${url}/a.mp3${SIGNED}`);
		expect(bytes?.toString()).toBe('sound');
		expect(contentType).toBe('audio/mpeg');
		expect(asked[0]?.url).toBe(`/a.mp3${SIGNED}`);
		expect(Object.keys(asked[0]?.headers ?? {}).sort()).toEqual([
			'accept',
			'accept-encoding',
			'connection',
			'host',
		]);
	});
});

test('follows a redirect, also a relative one', async () => {
	const answer: Answer = (request, response) => {
		if (request.url === '/b') audio(request, response);
		else response.writeHead(302, { location: '/b' }).end();
	};
	await withHost(answer, async ({ url }) => {
		expect((await download(`${url}/a${SIGNED}`)).bytes?.toString()).toBe('sound');
	});
});

describe('what leads into the own network', () => {
	test.each([
		'http://127.0.0.1:1/',
		'http://127.1/',
		'http://0x7f000001/',
		'http://2130706433/',
		'https://10.1.2.3/',
		'https://172.16.0.1/',
		'https://192.168.1.1/',
		'http://100.100.100.200/latest/meta-data/',
		'http://169.254.169.254/latest/meta-data/',
		'http://0.0.0.0/',
		'http://[::1]/',
		'http://[::ffff:127.0.0.1]/',
		'http://[::ffff:10.0.0.1]/',
		'http://[fd00::1]/',
		'http://[fe80::1]/',
	])('is not asked: %s', async (address) => {
		const { message } = await download(address, { endpoint: VENDOR });
		expect(message).toMatch(/lies in the own network of this n8n$/);
	});

	test('is not asked by its name either', async () => {
		await withHost(audio, async ({ port, asked }) => {
			const { message } = await download(`http://localhost:${port}/`, { endpoint: VENDOR });
			expect(message).toMatch(
				/^The recording could not be read from localhost:\d+: that host lies in/,
			);
			expect(asked).toEqual([]);
		});
	});

	test.each([
		'http://10.0.0.1/x',
		'http://localhost:PORT/x',
		'//[::1]/x',
		'http://169.254.169.254/',
	])('is not asked over a redirect: %s', async (target) => {
		const answer: Answer = ({ socket }, response) => {
			const location = target.replace('PORT', String(socket.localPort));
			response.writeHead(307, { location }).end();
		};
		await withHost(answer, async ({ url, asked }) => {
			const { message } = await download(`${url}/a${SIGNED}`);
			expect(message).toMatch(/lies in the own network of this n8n$/);
			expect(asked).toHaveLength(1);
		});
	});

	test('is where a name may lead that has other addresses as well', async () => {
		const fence = createFence((_host, _options, found) =>
			found(null, [
				{ address: '203.0.113.5', family: 4 },
				{ address: '10.0.0.1', family: 4 },
			]),
		);
		const found = await new Promise<unknown>((resolve) =>
			fence.lookup('mixed.example', { all: true }, (error) => resolve(error)),
		);
		expect(found).toBeInstanceOf(Error);
		expect(['203.0.113.5', '2001:4860::1', 'name.example'].map(fence.isInside)).toEqual([
			false,
			false,
			false,
		]);
	});
});

describe('is refused, and no message has the address', () => {
	test.each<[string, Answer, RegExp]>([
		[
			'a recording that is gone',
			(_request, response) =>
				void response.writeHead(403, { 'content-type': 'application/xml' }).end('<Error/>'),
			/: it answered with HTTP 403$/,
		],
		[
			'an answer without a body',
			(_request, response) => void response.writeHead(204).end(),
			/: it answered with HTTP 204$/,
		],
		[
			'a redirect to nowhere',
			(_request, response) => void response.writeHead(302).end(),
			/: it answered with HTTP 302$/,
		],
		[
			'a page',
			(_request, response) =>
				void response.writeHead(200, { 'content-type': 'text/html' }).end('<html>'),
			/: what came is no audio, but a text$/,
		],
		[
			'something packed',
			(_request, response) => void response.writeHead(200, { 'content-encoding': 'gzip' }).end('x'),
			/: it comes packed$/,
		],
		['nothing', (_request, response) => void response.writeHead(200).end(), /: it is empty$/],
		[
			'a file that says it is too long',
			(_request, response) =>
				void response.writeHead(200, { 'content-length': 300 * 2 ** 20 }).write('x'),
			/: it is longer than 200 MB$/,
		],
		[
			'half a file',
			(_request, response) => {
				response.writeHead(200, { 'content-length': 10 }).write('half');
				setImmediate(() => response.destroy());
			},
			/: the connection broke/,
		],
		[
			'a line that breaks',
			(request) => void request.socket.destroy(),
			/: the connection broke \(ECONNRESET\)$/,
		],
		['silence', () => {}, /: nothing came within 0.3 s$/],
		[
			'silence in the middle',
			(_request, response) => void response.writeHead(200).write('x'),
			/: nothing came within 0.3 s$/,
		],
		[
			'a redirect for ever',
			(_request, response) => void response.writeHead(301, { location: '/again' }).end(),
			/: it leads on more than 5 times$/,
		],
		[
			'a redirect out of the web',
			(_request, response) =>
				void response.writeHead(301, { location: 'file:///etc/passwd' }).end(),
			/: it is not on the web$/,
		],
		[
			'a redirect to nonsense',
			(_request, response) => void response.writeHead(301, { location: 'http://:0:0' }).end(),
			/: its address is none$/,
		],
	])('%s', async (_what, answer, expected) => {
		await withHost(answer, async ({ url }) => {
			const { message, failure } = await download(`${url}/a${SIGNED}`, { timeoutMs: 300 });
			expect(message).toMatch(expected);
			expect(JSON.stringify(failure)).not.toMatch(/Signature|0cda4389|\/a\?/);
		});
	});

	test('a file that goes on and on, whatever it said', async () => {
		const megabyte = Buffer.alloc(2 ** 20);
		let written = 0;
		const answer: Answer = (_request, response) => {
			response.writeHead(200, { 'content-type': 'audio/wav' });
			const more = () => {
				while (!response.destroyed && response.write(megabyte)) written++;
			};
			response.on('drain', more);
			more();
		};
		await withHost(answer, async ({ url }) => {
			const opened = await openDownload(url, { endpoint: url, timeoutMs: 2000 });
			if (!opened.ok) throw new Error(opened.failure.message);
			const { body, explain } = opened.value;
			let read = 0;
			const ended = await new Promise<unknown>((resolve) => {
				body.on('data', (chunk: Buffer) => (read += chunk.length)).on('error', resolve);
			});
			expect(explain(ended).message).toMatch(/: it is longer than 200 MB$/);
			expect(read).toBeLessThanOrEqual(200 * 2 ** 20);
			expect(written).toBeLessThan(260);
		});
	});

	test.each([
		['nothing', ''],
		['a name', 'recording.mp3'],
		['another protocol', 'ftp://files.example/a'],
	])('%s for an address', async (_what, address) => {
		expect((await download(address)).message).toMatch(
			/: its address is none$|: it is not on the web$/,
		);
	});

	test('a host that is not there', async () => {
		const { message } = await download('https://nowhere.invalid/a', { endpoint: VENDOR });
		expect(message).toMatch(
			/^The recording could not be read from nowhere.invalid: the connection broke \((ENOTFOUND|EAI_AGAIN)\)$/,
		);
	});
});

test('stops with the execution', async () => {
	const stop = new AbortController();
	const answer: Answer = (_request, response) => {
		response.writeHead(200).write('x');
		setImmediate(() => stop.abort());
	};
	await withHost(answer, async ({ url }) => {
		const { failure } = await download(url, { cancelled: stop.signal });
		expect(failure).toMatchObject({ kind: 'cancelled', message: 'The execution was stopped' });
	});
});
