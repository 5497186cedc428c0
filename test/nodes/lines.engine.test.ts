import { NodeApiError } from 'n8n-workflow';
import { createServer, type AddressInfo } from 'node:net';
import { TEST_KEYS, type Fault } from '../../emulator';
import { Bench, credentialOf, useBench } from '../support/bench';
import { selfSigned } from '../support/certificate';
import { runInChild } from '../support/runInChild';

const bench = useBench({ settings: { dripMs: 5 } });

const MAY_BE_APPLIED = 'The change may have been applied: read the task back before you repeat it.';
const NOT_SENT = 'Nothing was sent.';

const at = (endpoint: string) => credentialOf(TEST_KEYS.active, { endpoint });
const host = () => new URL(bench.emulator.url).host;

/** A port on which nobody listens. */
async function closedPort(): Promise<number> {
	const server = createServer();
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	await new Promise((resolve) => server.close(resolve));
	return port;
}

describe('a line that breaks after the request was sent', () => {
	const BROKEN =
		'The connection to HOST broke before the answer was complete (ECONNRESET) [item 0]';
	const LATE = 'HOST did not answer within 1 s [item 0]';

	test.each<[Fault, string, boolean]>([
		['dropBeforeApply', BROKEN, false],
		['dropAfterApply', BROKEN, true],
		['truncated', BROKEN, true],
		['hang', LATE, false],
		['hangAfterApply', LATE, true],
		['slowDrip', LATE, true],
		['notJson', 'HOST answered with something that is not JSON [item 0]', false],
		['emptyBody', 'HOST answered with something that is not JSON [item 0]', true],
	])('%s: nobody knows whether the change was applied', async (fault, message, applied) => {
		bench.emulator.failNext(fault);
		const error = await bench.failure({ details: { name: 'new' }, options: { timeout: 1 } });
		expect(error).toBeInstanceOf(NodeApiError);
		expect(error.message).toBe(message.replace('HOST', host()));
		expect(error.description).toContain(MAY_BE_APPLIED);
		expect(bench.emulator.journal).toHaveLength(applied ? 1 : 0);
		expect(bench.emulator.requests).toHaveLength(1);
	});

	test('does not trouble the next item', async () => {
		bench.emulator.failNext('dropBeforeApply');
		const node = { onError: 'continueRegularOutput' as const };
		const { output } = await bench.run({}, { items: [{}, {}], node });
		expect(output.map(({ json }) => 'error' in json)).toEqual([true, false]);
	});
});

describe('a line that never comes about', () => {
	test('a closed port', async () => {
		const port = await closedPort();
		const error = await bench.failure(
			{ options: { waitForTheGateway: 0 } },
			{ credential: at(`http://127.0.0.1:${port}`) },
		);
		expect(error.message).toBe(`The host 127.0.0.1:${port} refused the connection [item 0]`);
		expect(error.description).toContain(NOT_SENT);
		expect(error.message).not.toContain('ECONNREFUSED');
	});

	test('an unknown host', async () => {
		const error = await bench.failure({}, { credential: at('https://does-not-exist.invalid') });
		expect(error.message).toBe('The host does-not-exist.invalid was not found [item 0]');
		expect(error.description).toMatch(/^Check 'Endpoint' in the credential and the DNS/);
		expect(error.description).toContain(NOT_SENT);
	});

	test.each(['https://{{$json.x}}', 'http://{{ $json.host }}', 'https://'])(
		'an endpoint that names no host, %s, is nobody, and not this machine',
		async (endpoint) => {
			const error = await bench.failure({}, { credential: at(endpoint), items: [{ x: 'y' }] });
			expect(error.message).toBe(
				"'Endpoint' in the credential is not the address of a gateway [item 0]",
			);
			expect(error.description).toContain('an expression is not calculated');
		},
	);

	test('a server without TLS', async () => {
		const endpoint = bench.emulator.url.replace('http:', 'https:');
		const error = await bench.failure({}, { credential: at(endpoint) });
		expect(error.message).toBe(
			`${host()} could not be trusted: the TLS connection failed (EPROTO) [item 0]`,
		);
		expect(error.description).toContain(NOT_SENT);
		expect(bench.emulator.requests).toEqual([]);
	});
});

describe('a gateway with a certificate of its own', () => {
	let certificate: Awaited<ReturnType<typeof selfSigned>>;
	beforeAll(async () => {
		certificate = await selfSigned();
	});
	const secure = useBench(() => ({ tls: certificate.tls }));

	test('is not trusted', async () => {
		const error = await secure.failure();
		expect(error.message).toMatch(/^127\.0\.0\.1:\d+ could not be trusted/);
		expect(error.description).toContain('NODE_EXTRA_CA_CERTS');
		expect(error.description).toContain(NOT_SENT);
		expect(secure.emulator.requests).toEqual([]);
	});

	test.each([
		['that has expired', { until: new Date('2021-01-01') }, 'its certificate has expired'],
		['for another host', { hosts: ['other.example'] }, 'its certificate is for another host'],
	])('is not trusted %s, whoever has signed it', async (_what, certified, message) => {
		const { tls, file: trusted } = await selfSigned(certified);
		const other = await Bench.open({ tls });
		const job = { credential: at(other.emulator.url) };
		const { error } = await runInChild(job, { NODE_EXTRA_CA_CERTS: trusted });
		expect(error).toContain(`${new URL(other.emulator.url).host} could not be trusted: ${message}`);
		expect(error).toContain(NOT_SENT);
		expect(other.emulator.requests).toEqual([]);
		await other.close();
	});

	test('is trusted where NODE_EXTRA_CA_CERTS names it', async () => {
		const job = { credential: at(secure.emulator.url), items: 3 };
		const { output, error } = await runInChild(job, { NODE_EXTRA_CA_CERTS: certificate.file });
		expect(error).toBeUndefined();
		expect(output).toHaveLength(3);
		expect(secure.emulator.requests.map(({ status }) => status)).toEqual([200, 200, 200]);
		expect(secure.emulator.connections).toBe(1);
	});
});
