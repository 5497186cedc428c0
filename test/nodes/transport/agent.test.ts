import { setTimeout as sleep } from 'node:timers/promises';
import { TEST_KEYS } from '../../../emulator';
import { Bench, credentialOf } from '../../support/bench';
import { selfSigned } from '../../support/certificate';
import { startProxy, type ProxyMode, type TestProxy } from '../../support/proxy';
import { runInChild } from '../../support/runInChild';

const NOT_SENT = 'Nothing was sent.';
const TLS_ENDPOINT = 'https://localhost:9';

let bench: Bench;
let proxy: TestProxy;
const environment = { ...process.env };

beforeAll(async () => {
	bench = await Bench.open();
});
afterAll(() => bench.close());
beforeEach(() => bench.reset());
afterEach(async () => {
	process.env = { ...environment };
	await proxy?.close();
});

/** Starts a proxy for both protocols. */
async function behind(mode: ProxyMode, login = ''): Promise<void> {
	proxy = await startProxy(mode);
	const address = proxy.url.replace('//', `//${login}`);
	Object.assign(process.env, { HTTP_PROXY: address, HTTPS_PROXY: address, NO_PROXY: '' });
}

const failure = async (endpoint = bench.emulator.url) =>
	await bench.failure(
		{ options: { timeout: 1 } },
		{ credential: credentialOf(TEST_KEYS.active, { endpoint }) },
	);

describe('a proxy for http://', () => {
	test('passes every item on over one connection, which is kept for the next execution', async () => {
		await behind('works');
		await bench.run({ details: { name: '名 称' } }, { items: [{}, {}, {}] });
		expect(proxy.seen).toEqual(Array(3).fill(`POST ${bench.emulator.url}/`));
		expect(bench.changes).toEqual({ Name: '名 称' });
		await bench.run();
		expect([proxy.accepted, proxy.open]).toEqual([1, 1]);
	});

	test('gets the user name and password of its address', async () => {
		await behind('works', 'us%40er:p%3Ass@');
		await bench.run();
		expect(proxy.authorizations).toEqual([`Basic ${btoa('us@er:p:ss')}`]);
	});

	test.each([
		['the host', '127.0.0.1'],
		['the host with its port', 'HOST'],
		['all', '*'],
	])('is passed by where NO_PROXY names %s', async (_what, hosts) => {
		await behind('works');
		process.env.NO_PROXY = hosts.replace('HOST', new URL(bench.emulator.url).host);
		await bench.run();
		expect(proxy.seen).toEqual([]);
		expect(bench.sent).toHaveLength(1);
	});

	test('is asked where NO_PROXY names another host', async () => {
		await behind('works');
		process.env.NO_PROXY = 'example.com,.local';
		await bench.run();
		expect(proxy.seen).toHaveLength(1);
	});

	test('that wants a password is told apart from the gateway', async () => {
		await behind('refuses');
		const error = await failure();
		expect(error.message).toBe(
			`The proxy refused to connect to ${new URL(bench.emulator.url).host} [item 0]`,
		);
		expect(error.description).toMatch(/^It wants a user name and a password\. Check HTTP_PROXY/);
		expect(error.description).toContain(`${NOT_SENT} HTTP 407.`);
		expect(bench.sent).toEqual([]);
	});
});

describe('a proxy for https://', () => {
	test('that wants a password lets nothing through', async () => {
		await behind('refuses');
		const error = await failure(TLS_ENDPOINT);
		expect(proxy.seen).toEqual(['CONNECT localhost:9']);
		expect(error.message).toBe('The proxy refused to connect to localhost:9 [item 0]');
		expect(error.description).toContain(`${NOT_SENT} HTTP 407.`);
	});

	test('that never answers does not hold the execution up', async () => {
		await behind('silent');
		const begun = Date.now();
		const error = await failure(TLS_ENDPOINT);
		expect(Date.now() - begun).toBeLessThan(2000);
		expect(error.message).toBe('No connection to localhost:9 within 1 s [item 0]');
		expect(error.description).toMatch(/HTTPS_PROXY.* Nothing was sent\./);
	});

	test('that never answers is given up when the execution is stopped', async () => {
		await behind('silent');
		const stop = new AbortController();
		const credential = credentialOf(TEST_KEYS.active, { endpoint: TLS_ENDPOINT });
		const begun = Date.now();
		const ended = bench.failure({}, { credential, signal: stop.signal });
		await sleep(100);
		stop.abort();
		expect((await ended).message).toBe('The execution was stopped [item 0]');
		expect(Date.now() - begun).toBeLessThan(1500);
	});

	test('that cannot reach the gateway breaks the line before anything is sent', async () => {
		await behind('works');
		const error = await failure(TLS_ENDPOINT);
		expect(error.message).toMatch(/^The connection to localhost:9 broke/);
		expect(error.description).toContain(NOT_SENT);
	});

	test('opens a tunnel for all items of an execution', async () => {
		await behind('works');
		const { tls, file } = await selfSigned();
		const secure = await Bench.open({ tls });
		const endpoint = secure.emulator.url;
		const { output, error } = await runInChild(
			{ credential: credentialOf(TEST_KEYS.active, { endpoint }), items: 3 },
			{ NODE_EXTRA_CA_CERTS: file },
		);
		await secure.close();
		expect(error).toBeUndefined();
		expect(output).toHaveLength(3);
		expect(secure.sent).toHaveLength(3);
		expect(proxy.seen).toEqual([`CONNECT ${new URL(endpoint).host}`]);
	}, 30_000);
});

describe('an address of a proxy that is no use', () => {
	test.each([
		'n o n s e n s e',
		'socks5://127.0.0.1:1080',
		'http://user:p%w@127.0.0.1:9',
		'http://:999999',
	])('%s is told without showing it', async (address) => {
		Object.assign(process.env, { HTTP_PROXY: address, HTTPS_PROXY: address, NO_PROXY: '' });
		for (const [endpoint, name] of [
			[bench.emulator.url, 'HTTP_PROXY'],
			[TLS_ENDPOINT, 'HTTPS_PROXY'],
		] as const) {
			const error = await failure(endpoint);
			expect(error.message).toBe(
				'The proxy set for this n8n is not an http:// or https:// address [item 0]',
			);
			expect(error.description).toContain(`Correct the environment variable ${name}`);
			expect(error.description).toContain(NOT_SENT);
			expect(`${error.message} ${error.description}`).not.toContain(address);
		}
	});

	test.each([
		['http://does-not-exist.invalid:3128', 'was not found'],
		['http://127.0.0.1:9', 'refused the connection'],
	])('%s: the proxy %s', async (address, message) => {
		Object.assign(process.env, { HTTP_PROXY: address, HTTPS_PROXY: address, NO_PROXY: '' });
		for (const endpoint of [bench.emulator.url, TLS_ENDPOINT]) {
			const error = await failure(endpoint);
			expect(error.message).toBe(`The proxy for ${new URL(endpoint).host} ${message} [item 0]`);
			expect(error.description).toMatch(/^Check HTTP_PROXY and HTTPS_PROXY of this n8n/);
			expect(error.description).toContain(NOT_SENT);
		}
	});
});
