import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { TEST_KEYS } from '../../../emulator';
import { CONTINUE, credentialOf, errorsOf, useBench } from '../../support/bench';
import { selfSigned } from '../../support/certificate';
import { startProxy, type ProxyMode, type TestProxy } from '../../support/proxy';
import { startRawGateway } from '../../support/rawGateway';
import { runInChild } from '../../support/runInChild';

const NOT_SENT = 'Nothing was sent.';
/** One attempt, and no wait for a gateway that takes no connections. */
const AT_ONCE = { maximumAttempts: 1, waitForTheGateway: 0 };
const TLS_ENDPOINT = 'https://localhost:9';

let certificate: Awaited<ReturnType<typeof selfSigned>>;
let proxy: TestProxy;
const environment = { ...process.env };
beforeAll(async () => {
	certificate = await selfSigned();
});
const bench = useBench();
const secure = useBench(() => ({ tls: certificate.tls }));
afterEach(async () => {
	process.env = { ...environment };
	await proxy?.close();
});

/** Starts a proxy for https://. */
async function behind(mode: ProxyMode, variable = 'HTTPS_PROXY'): Promise<void> {
	proxy = await startProxy(mode);
	Object.assign(process.env, { [variable]: proxy.url, NO_PROXY: '' });
}

const at = (endpoint: string) => credentialOf(TEST_KEYS.active, { endpoint });

/** The failure of one attempt. */
const failure = async (endpoint = TLS_ENDPOINT) =>
	await bench.failure({ options: { ...AT_ONCE, timeout: 1 } }, { credential: at(endpoint) });

const trusting = () => ({ NODE_EXTRA_CA_CERTS: certificate.file, NO_PROXY: '' });

describe('a plain endpoint, which is on this machine', () => {
	test.each(['HTTP_PROXY', 'http_proxy', 'ALL_PROXY', 'npm_config_proxy'])(
		'is reached directly whatever %s says, and nothing unencrypted leaves the machine',
		async (variable) => {
			await behind('works', variable);
			await bench.run({ details: { name: '名 称' } }, { items: [{}, {}, {}] });
			expect(bench.sent).toHaveLength(3);
			expect(proxy.accepted).toBe(0);
		},
	);

	test('does not mind an address of a proxy that is no use', async () => {
		process.env.HTTP_PROXY = 'socks5://127.0.0.1:1';
		await bench.run();
		expect(bench.sent).toHaveLength(1);
	});
});

describe('a proxy', () => {
	test.each(['HTTPS_PROXY', 'https_proxy', 'ALL_PROXY', 'all_proxy', 'npm_config_https_proxy'])(
		'is asked for a tunnel where %s sets it, which is told of',
		async (variable) => {
			await behind(403, variable);
			const error = await failure();
			expect(proxy.seen).toEqual(['CONNECT localhost:9']);
			expect(error.description).toContain(`Check ${variable} of this n8n`);
		},
	);

	test.each([
		['the host', 'localhost'],
		['the host with its port', 'localhost:9'],
		['all', '*'],
	])('is passed by where NO_PROXY names %s', async (_what, hosts) => {
		await behind('works');
		process.env.NO_PROXY = hosts;
		expect((await failure()).message).toBe('The host localhost:9 refused the connection [item 0]');
		expect(proxy.accepted).toBe(0);
	});

	test('is asked where NO_PROXY names another host', async () => {
		await behind(403);
		process.env.NO_PROXY = 'example.com,.local';
		await failure();
		expect(proxy.seen).toHaveLength(1);
	});

	test('gets the user name and password of its address', async () => {
		await behind(407);
		process.env.HTTPS_PROXY = proxy.url.replace('//', '//us%40er:p%3A%E5%AF%86@');
		await failure();
		const [authorization = ''] = proxy.authorizations;
		const [scheme, login = ''] = authorization.split(' ');
		expect([scheme, Buffer.from(login, 'base64').toString()]).toEqual(['Basic', 'us@er:p:密']);
	});

	test.each([
		[407, /^It wants a user name and a password\. Check HTTPS_PROXY/, 1],
		[403, /^Check HTTPS_PROXY/, 1],
		[404, /^Check HTTPS_PROXY/, 1],
		[301, /^Check HTTPS_PROXY/, 1],
		[500, /^Check HTTPS_PROXY/, 1],
		[502, /^Check HTTPS_PROXY/, 2],
		[503, /^Check HTTPS_PROXY/, 2],
		[504, /^Check HTTPS_PROXY/, 2],
	])('that refuses with %d lets nothing through', async (status, advice, attempts) => {
		await behind(status);
		const options = { ...AT_ONCE, maximumAttempts: 2, longestWait: 1 };
		const error = await bench.failure({ options }, { credential: at(TLS_ENDPOINT) });
		expect(error.message).toBe('The proxy refused to connect to localhost:9 [item 0]');
		expect(error.description).toMatch(advice);
		expect(error.description).toContain(`${NOT_SENT} HTTP ${status}.`);
		expect(proxy.seen).toHaveLength(attempts);
		await proxy.emptied();
	});

	test.each<[ProxyMode, string]>([
		['works', 'The connection to the proxy for localhost:9 broke'],
		['hangsUp', 'The connection to the proxy for localhost:9 broke'],
		['resets', 'The connection to the proxy for localhost:9 broke'],
		['babbles', 'The proxy for localhost:9 answered with something that is not HTTP'],
		['silent', 'No connection to localhost:9 within 1 s'],
	])('that %s, where no tunnel comes about', async (mode, message) => {
		await behind(mode);
		const error = await failure();
		expect(error.message).toContain(message);
		expect(error.description).toContain(NOT_SENT);
		expect(error.description).toContain('HTTPS_PROXY');
		await proxy.emptied();
	});
});

describe('a proxy that hangs', () => {
	// More than the connections that there are at one time.
	const items = Array.from({ length: 60 }, (_, index) => ({ TaskId: String(133224 + index) }));
	const run = { items, credential: at(TLS_ENDPOINT), node: CONTINUE };
	const parameters = {
		taskId: '={{ $json.TaskId }}',
		options: { ...AT_ONCE, timeout: 1, concurrentRequests: 50 },
	};

	test('gets back its connections, and serves the next rows when it is well again', async () => {
		await behind('silent');
		const { output } = await bench.run(parameters, run);
		expect(errorsOf(output).map(({ message }) => message)).toEqual(
			Array(60).fill(expect.stringMatching(/: No connection to localhost:9 within 1 s/)),
		);
		await proxy.emptied();
		const before = proxy.seen.length;
		proxy.mode = 'works';
		// It gets through the tunnel, as far as the certificate.
		const error = await failure(secure.emulator.url);
		expect(error.message).toContain('its certificate is signed by nobody that n8n trusts');
		const again = await bench.run(parameters, run);
		expect(errorsOf(again.output)).toHaveLength(60);
		expect(proxy.seen.length - before).toBe(61);
		await proxy.emptied();
	});

	test('is given up when the execution is stopped', async () => {
		await behind('silent');
		const stop = new AbortController();
		const ended = bench.run(parameters, { ...run, signal: stop.signal });
		await proxy.asked(50);
		stop.abort();
		expect(errorsOf((await ended).output)[0]?.message).toContain('The execution was stopped');
		await proxy.emptied();
	});
});

describe('tunnels to a gateway', () => {
	test('are opened for all items of an execution, and closed when they are idle', async () => {
		await behind('works');
		const endpoint = secure.emulator.url;
		const { output, error } = await runInChild(
			{ credential: at(endpoint), items: 3 },
			{ ...trusting(), HTTPS_PROXY: proxy.url },
			() => proxy.emptied(),
		);
		expect(error).toBeUndefined();
		expect(output).toHaveLength(3);
		expect(secure.sent).toHaveLength(3);
		expect(proxy.seen).toEqual([`CONNECT ${new URL(endpoint).host}`]);
	});

	test('are opened by a proxy that is itself spoken to by TLS', async () => {
		proxy = await startProxy('works', { tls: certificate.tls });
		const { output, error } = await runInChild(
			{ credential: at(secure.emulator.url), items: 3 },
			{ ...trusting(), HTTPS_PROXY: proxy.url },
			() => proxy.emptied(),
		);
		expect(error).toBeUndefined();
		expect(output).toHaveLength(3);
		expect(proxy.seen).toHaveLength(1);
	});

	test.each(['http', 'https'])(
		'are given up where nobody answers the handshake behind them, by an %s:// proxy that hangs too',
		async (scheme) => {
			const silent = await startRawGateway(() => {});
			await behind('works');
			const hanging = new URL(silent.url).host;
			if (scheme === 'https') process.env.HTTPS_PROXY = `https://${hanging}`;
			const error = await failure(`https://${hanging}`);
			expect(error.message).toContain(`No connection to ${hanging} within 1 s`);
			expect(error.description).toContain(NOT_SENT);
			await proxy.emptied();
			await silent.emptied();
			await silent.close();
		},
	);

	test('are not opened by a proxy whose certificate nobody trusts', async () => {
		proxy = await startProxy('works', { tls: certificate.tls });
		Object.assign(process.env, { HTTPS_PROXY: proxy.url, NO_PROXY: '' });
		const error = await failure();
		expect(error.message).toBe(
			'The proxy for localhost:9 could not be trusted: its certificate is signed by nobody that n8n trusts [item 0]',
		);
		expect(error.description).toContain(NOT_SENT);
		expect(proxy.seen).toEqual([]);
	});
});

test.each([
	['closes at once', (close: () => void) => close()],
	['closes after the first byte', (close: () => void, data: Promise<unknown>) => data.then(close)],
])('an https:// proxy that %s in the handshake is an error of the item', async (_what, act) => {
	const server = createServer((socket) => {
		socket.on('error', () => socket.destroy());
		void act(() => socket.end(), once(socket, 'data'));
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	// In a process of its own, which an exception that nobody catches would end.
	const { output, error } = await runInChild(
		{
			credential: at(TLS_ENDPOINT),
			items: 3,
			onError: CONTINUE.onError,
			parameters: { options: { ...AT_ONCE, timeout: 5 } },
		},
		{ HTTPS_PROXY: `https://127.0.0.1:${port}`, NO_PROXY: '' },
	);
	server.close();
	expect(error).toBeUndefined();
	expect(errorsOf(output ?? []).map(({ message }) => message)).toEqual(
		Array(3).fill(expect.stringMatching(/: The connection to the proxy for localhost:9 broke/)),
	);
});

describe('an address of a proxy that is no use', () => {
	test.each([
		'n o n s e n s e',
		'socks5://127.0.0.1:1080',
		'http://user:p%w@127.0.0.1:9',
		'http://:999999',
	])('%s is told without showing it', async (address) => {
		for (const variable of ['HTTPS_PROXY', 'ALL_PROXY']) {
			process.env = { ...environment, [variable]: address, NO_PROXY: '' };
			const error = await failure();
			expect(error.message).toBe(
				'The proxy set for this n8n is not an http:// or https:// address [item 0]',
			);
			expect(error.description).toContain(`Correct the environment variable ${variable}`);
			expect(error.description).toContain(NOT_SENT);
			expect(`${error.message} ${error.description}`).not.toContain(address);
		}
	});

	test.each([
		['http://does-not-exist.invalid:3128', 'was not found'],
		['http://127.0.0.1:9', 'refused the connection'],
	])('%s: the proxy %s', async (address, message) => {
		Object.assign(process.env, { HTTPS_PROXY: address, NO_PROXY: '' });
		const error = await failure();
		expect(error.message).toBe(`The proxy for localhost:9 ${message} [item 0]`);
		expect(error.description).toMatch(/^Check HTTPS_PROXY of this n8n/);
		expect(error.description).toContain(NOT_SENT);
	});
});
