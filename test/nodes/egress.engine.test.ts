import { lookup } from 'node:dns';
import { TEST_KEYS } from '../../emulator';
import { readConnection } from '../../nodes/AlibabaCloudVms/gateway/connection';
import { createClient } from '../../nodes/AlibabaCloudVms/gateway/client';
import { credentialOf, useBench } from '../support/bench';
import { startProxy, type TestProxy } from '../support/proxy';
import { runInChild } from '../support/runInChild';

// n8n reads these settings when it starts, so each run has a process of its own.
const PROTECTED = { N8N_SSRF_PROTECTION_ENABLED: 'true' };
const LOOPBACK_ALLOWED = { ...PROTECTED, N8N_SSRF_ALLOWED_IP_RANGES: '127.0.0.0/8' };

const bench = useBench();
let proxy: TestProxy;
beforeAll(async () => {
	proxy = await startProxy(403);
});
afterAll(async () => await proxy.close());
beforeEach(() => {
	proxy.seen.length = 0;
});

const port = () => new URL(bench.emulator.url).port;
const at = (endpoint: string) => credentialOf(TEST_KEYS.active, { endpoint });
const AT_ONCE = { options: { waitForTheGateway: 0, maximumAttempts: 1, timeout: 5 } };

const run = async (endpoint: string, environment: Record<string, string>) =>
	await runInChild({ credential: at(endpoint), parameters: AT_ONCE }, environment);

const refused = (called: string) => `This n8n does not let requests go to ${called} [item 0]`;

describe("n8n's protection against requests into its own network", () => {
	test('keeps this node from an address of it, and the refusal names the settings', async () => {
		const { error, output } = await run(bench.emulator.url, PROTECTED);
		expect(output).toBeUndefined();
		expect(error).toContain(refused(`127.0.0.1:${port()}`));
		expect(error).toContain('N8N_SSRF_PROTECTION_ENABLED');
		expect(error).toContain('N8N_SSRF_ALLOWED_IP_RANGES');
		expect(error).toContain('Nothing was sent.');
		expect(bench.emulator.connections).toBe(0);
	});

	test('keeps it from a name that leads there', async () => {
		const { error } = await run(`http://localhost:${port()}`, PROTECTED);
		expect(error).toContain(refused(`localhost:${port()}`));
		expect(bench.emulator.requests).toEqual([]);
	});

	test.each([
		['the address', { N8N_SSRF_ALLOWED_IP_RANGES: '10.0.0.0/8,127.0.0.0/8' }],
		['the name', { N8N_SSRF_ALLOWED_HOSTNAMES: 'localhost' }],
	])('lets through what is allowed by %s', async (_what, allowed) => {
		const { output, error } = await run(`http://localhost:${port()}`, { ...PROTECTED, ...allowed });
		expect(error).toBeUndefined();
		expect(output).toHaveLength(1);
		expect(bench.sent).toHaveLength(1);
	});

	test('keeps it from a proxy there', async () => {
		const environment = { HTTPS_PROXY: proxy.url, NO_PROXY: '', ...PROTECTED };
		const { error } = await run('https://192.88.99.1', environment);
		expect(error).toContain(refused('the proxy that HTTPS_PROXY sets'));
		expect(error).not.toContain(new URL(proxy.url).port);
		expect(proxy.accepted).toBe(0);
	});

	test('lets a proxy be asked that is allowed, and only for what is allowed', async () => {
		const environment = { HTTPS_PROXY: proxy.url, NO_PROXY: '', ...LOOPBACK_ALLOWED };
		const outside = await run('https://192.88.99.1', environment);
		expect(outside.error).toContain('The proxy refused to connect to 192.88.99.1');
		expect(proxy.seen).toEqual(['CONNECT 192.88.99.1:443']);
		const inside = await run('https://10.1.2.3', environment);
		expect(inside.error).toContain(refused('10.1.2.3'));
		expect(proxy.seen).toHaveLength(1);
	});

	test('keeps the test of a credential from it too', async () => {
		const job = { credential: at(bench.emulator.url), isCredentialTest: true };
		const { tested } = await runInChild(job, PROTECTED);
		expect(tested?.status).toBe('Error');
		expect(tested?.message).toContain('does not let requests go to 127.0.0.1');
		expect(tested?.message).toContain('N8N_SSRF_ALLOWED_IP_RANGES');
		expect(bench.emulator.requests).toEqual([]);
		const allowed = await runInChild(job, LOOPBACK_ALLOWED);
		expect(allowed.tested?.status).toBe('OK');
		// No request but the signed ones, for tasks of either kind.
		const sent = bench.emulator.requests.map(({ action, params }) => [action, params.Type]);
		expect(sent).toEqual([
			['CloudQueryTask', '1'],
			['CloudQueryTask', '2'],
		]);
	});
});

test('a name that turns out to lead elsewhere when it is connected to is refused then', async () => {
	const blocked = Object.assign(new Error('no'), { name: 'SsrfBlockedIpError' });
	const connection = readConnection(at(`http://localhost:${port()}`));
	if (!connection.ok) throw new Error(connection.failure.message);
	let isBlocked = true;
	const client = await createClient(
		connection.value,
		{ timeoutMs: 5000 },
		{
			validateUrl: async () => ({ ok: true, result: undefined }),
			createSecureLookup: () => (host, options, found) =>
				isBlocked ? found(blocked, []) : lookup(host, options, found),
		},
	);
	const send = async () =>
		client.ok ? await client.value.send('CloudQueryTask', { Type: '1' }) : client;
	expect(await send()).toMatchObject({
		ok: false,
		failure: {
			kind: 'connection',
			message: `This n8n does not let requests go to localhost:${port()}`,
			fate: 'notSent',
		},
	});
	expect(bench.emulator.requests).toEqual([]);
	isBlocked = false;
	await send();
	expect(bench.emulator.requests).toHaveLength(1);
});
