import type { Socket } from 'node:net';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { TEST_KEYS } from '../../emulator';
import { credentialOf, useBench } from '../support/bench';
import { head, startRawGateway, type RawGateway } from '../support/rawGateway';

const bench = useBench();
let gateway: RawGateway;
afterEach(() => gateway.close());

const MAY_BE_APPLIED = 'The change may have been applied: read the task back before you repeat it.';
const MEGABYTE = 2 ** 20;
const CRLF = Buffer.from('\r\n');
const DONE = JSON.stringify({ Code: 'OK', Message: 'OK', RequestId: 'R1', Data: {} });
const TOO_LONG = 'answered with more than 4 MB, which was not read to its end';
const UNPACKABLE = 'answered with something that is packed and cannot be unpacked';
const BROKE = /^The connection to 127\.0\.0\.1:\d+ broke before the answer was complete/;

/** With a time-out that would hold the test up for too long. */
const options = { timeout: 300, maximumAttempts: 1 };

const credential = () => credentialOf(TEST_KEYS.active, { endpoint: gateway.url });
const failure = async () => await bench.failure({ options }, { credential: credential() });

const whole = (body: Buffer | string, headers: Record<string, string> = {}) => {
	const bytes = Buffer.from(body);
	return (socket: Socket) => {
		socket.write(head(200, { 'content-length': bytes.length, ...headers }));
		socket.write(bytes);
	};
};

const packed = (encoding: string, body: Buffer) => whole(body, { 'content-encoding': encoding });

describe('a packed answer', () => {
	test.each([
		['gzip', gzipSync(DONE)],
		['GZIP', gzipSync(DONE)],
		['x-gzip', gzipSync(DONE)],
		['deflate', deflateSync(DONE)],
		['br', brotliCompressSync(DONE)],
		['identity', Buffer.from(DONE)],
	])('%s is read, and its connection kept', async (encoding, body) => {
		gateway = await startRawGateway(packed(encoding, body));
		const { output } = await bench.run({ options }, { items: [{}, {}], credential: credential() });
		expect(output.map(({ json }) => json.RequestId)).toEqual(['R1', 'R1']);
		expect([gateway.asked, gateway.accepted]).toEqual([2, 1]);
	});

	test.each([
		['gzip that is none', packed('gzip', Buffer.from(DONE))],
		['deflate that is none', packed('deflate', Buffer.from(DONE))],
		['brotli that is none', packed('br', Buffer.from(`{${DONE}`))],
		['gzip that breaks off in the middle', packed('gzip', Buffer.from([0x1f, 0x8b, 8, 0, 255]))],
		['gzip with a wrong sum', packed('gzip', wrongSum(gzipSync(DONE)))],
		['an encoding that nobody knows', packed('zstd', Buffer.from(DONE))],
		['two encodings', packed('gzip, gzip', gzipSync(gzipSync(DONE)))],
	])('%s is told at once, and its connection given up', async (name, answer) => {
		gateway = await startRawGateway(answer);
		const error = await failure();
		expect(error.message).toMatch(name.includes('breaks off') ? BROKE : new RegExp(UNPACKABLE));
		expect(error.description).toContain(MAY_BE_APPLIED);
		expect(error.description).toContain('HTTP 200.');
		await gateway.emptied();
	});

	test('that is cut off with its connection is told at once', async () => {
		gateway = await startRawGateway((socket) => {
			const body = gzipSync(DONE);
			socket.write(head(200, { 'content-length': body.length, 'content-encoding': 'gzip' }));
			socket.end(body.subarray(0, body.length / 2));
		});
		const error = await failure();
		expect(error.message).toMatch(BROKE);
		expect(error.description).toContain(MAY_BE_APPLIED);
	});

	test('that is empty is an answer that is not JSON', async () => {
		gateway = await startRawGateway(packed('gzip', Buffer.alloc(0)));
		expect((await failure()).message).toContain('answered with something that is not JSON');
	});
});

/** The same with another check sum at its end. */
function wrongSum(body: Buffer): Buffer {
	return Buffer.concat([body.subarray(0, -8), Buffer.alloc(8, 1)]);
}

describe('an answer that is too long', () => {
	const endless = (socket: Socket) => {
		socket.write(head(200, { 'transfer-encoding': 'chunked' }));
		const chunk = Buffer.concat([Buffer.from('100000\r\n'), Buffer.alloc(MEGABYTE, 32), CRLF]);
		const more = () => {
			while (!socket.destroyed && socket.write(chunk));
		};
		socket.on('drain', more);
		more();
	};
	test.each<[string, (socket: Socket) => unknown]>([
		['as it is', whole(Buffer.alloc(5 * MEGABYTE, 32))],
		['without an end', endless],
		['as gzip of 200 KB', packed('gzip', gzipSync(Buffer.alloc(200 * MEGABYTE, 32)))],
		['as brotli', packed('br', brotliCompressSync(Buffer.alloc(50 * MEGABYTE, 32)))],
		['gzip of noise that unpacks to nothing', packed('gzip', longName(5 * MEGABYTE))],
	])('%s is cut', async (_name, answer) => {
		gateway = await startRawGateway(answer);
		const error = await failure();
		expect(error.message).toContain(TOO_LONG);
		expect(error.description).toContain(MAY_BE_APPLIED);
		await gateway.emptied();
	});

	test('is one beyond 4 MB, and up to there it is read', async () => {
		const blanks = ' '.repeat(4 * MEGABYTE - DONE.length);
		gateway = await startRawGateway(whole(blanks + DONE));
		const { output } = await bench.run({ options }, { credential: credential() });
		expect(output[0]?.json).toMatchObject({ RequestId: 'R1' });
	});
});

/** A gzip whose head holds a file name of that length. */
function longName(length: number): Buffer {
	const [start, rest] = [gzipSync(DONE).subarray(0, 10), gzipSync(DONE).subarray(10)];
	const named = Buffer.from(start);
	named[3] = 8;
	return Buffer.concat([named, Buffer.alloc(length, 97), Buffer.alloc(1), rest]);
}

describe('an answer that is none', () => {
	test.each<[string, (socket: Socket) => unknown, string | RegExp]>([
		[
			'another protocol',
			(socket) => socket.write(head(101, { connection: 'upgrade', upgrade: 'websocket' })),
			'answered by changing to another protocol',
		],
		[
			'no HTTP',
			(socket) => socket.write('220 mail.example ESMTP\r\n'),
			/^The host 127\.0\.0\.1:\d+ answered with something that is not HTTP \(HPE_/,
		],
		[
			'headers without an end',
			(socket) => socket.write(`HTTP/1.1 200 OK\r\nx: ${'y'.repeat(20_000)}`),
			'HPE_HEADER_OVERFLOW',
		],
	])('%s is told at once, and its connection given up', async (_name, answer, message) => {
		gateway = await startRawGateway(answer);
		const error = await failure();
		expect(error.message).toMatch(message instanceof RegExp ? message : new RegExp(message));
		expect(error.description).toContain(MAY_BE_APPLIED);
		await gateway.emptied();
	});
});
