import { inUse } from '../../nodes/AlibabaCloudVms/sending/accounts';
import { startEmulator, TEST_KEYS, type Emulator } from '../../emulator';
import { FROM_ROW, rows as loadRows, tasks } from '../soak/support/load';
import { startProxy } from '../support/proxy';
import { Bench, CONTINUE, credentialOf, errorsOf, useBench } from '../support/bench';

const ALLOWED = { allowUpdateWhileRunning: true, allowUpdateAfterEnd: true };
const NAMED = { taskId: '={{ $json.id }}', details: { name: '={{ $json.name }}' } };

const bench = useBench({ settings: ALLOWED });
afterEach(() => expect(inUse()).toBe(0));

const rows = (count: number, tag = 'row') =>
	Array.from({ length: count }, (_none, index) => ({
		id: bench.emulator.store.list()[index % 25]?.Id ?? '',
		name: `${tag} ${index}`,
	}));

describe('several executions at once', () => {
	test.each([
		['one key', [TEST_KEYS.active, TEST_KEYS.active, TEST_KEYS.active, TEST_KEYS.active]],
		['two keys', [TEST_KEYS.active, TEST_KEYS.temporary, TEST_KEYS.active, TEST_KEYS.temporary]],
	])('wait for a connection without a time-out, with %s', async (_name, keys) => {
		const many = await Bench.open({ seed: tasks(200), settings: { latencyMs: 2000 } });
		// Shorter than the four rounds it takes, and far longer than one of them.
		const options = { concurrentRequests: 50, maximumAttempts: 1, timeout: 7 };
		// A task of its own for each row.
		const items = loadRows(200, 200);
		const each = keys.map(async (key, execution) => {
			const own = items.slice(execution * 50, (execution + 1) * 50);
			const run = { items: own, node: CONTINUE, credential: credentialOf(key) };
			return (await many.run({ ...FROM_ROW, options }, run)).output;
		});
		const outputs = await Promise.all(each);
		await many.close();
		expect(outputs.flatMap(errorsOf)).toEqual([]);
		expect(outputs.map(({ length }) => length)).toEqual([50, 50, 50, 50]);
	});

	test('one that is stopped leaves its turns to the others', async () => {
		bench.emulator.settings.latencyMs = 20;
		const controller = new AbortController();
		const stopped = bench.run(
			{ ...NAMED, options: { requestsPerSecond: 5 } },
			{ items: rows(100, 'stopped'), node: CONTINUE, signal: controller.signal },
		);
		const other = bench.run(NAMED, { items: rows(100, 'other'), node: CONTINUE });
		while (bench.sent.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
		controller.abort();
		expect(errorsOf((await other).output)).toEqual([]);
		expect((await stopped).output.length).toBeLessThan(100);
	});
});

describe('a gateway that takes no connections', () => {
	/** A gateway that is away, and comes back at the same address. */
	const away = async () => {
		const gone = await Bench.open({ settings: ALLOWED });
		await gone.close();
		const { port } = gone.emulator;
		const seed = gone.emulator.store.list();
		return { gone, back: async () => await startEmulator({ port, seed, settings: ALLOWED }) };
	};

	test('costs no row while the execution waits for it, and no attempt', async () => {
		const { gone, back } = await away();
		const started = new Promise<Emulator>((resolve) => {
			setTimeout(() => resolve(back()), 1500);
		});
		const { output, hints } = await gone.run(
			{ ...NAMED, options: { maximumAttempts: 1, longestWait: 0.2, waitForTheGateway: 300 } },
			{ items: rows(60), node: CONTINUE },
		);
		const emulator = await started;
		await emulator.close();
		expect(errorsOf(output)).toEqual([]);
		expect(emulator.requests).toHaveLength(60);
		expect(hints[0]?.message).toMatch(/^60 updated, \d+\.\d s waited for the gateway, /);
	});

	test('is given up after Wait for the Gateway, with an answer for each row', async () => {
		const { gone } = await away();
		const { output } = await gone.run(
			{ ...NAMED, options: { waitForTheGateway: 0.4, longestWait: 0.1 } },
			{ items: rows(200), node: CONTINUE },
		);
		expect(errorsOf(output)).toHaveLength(200);
		for (const error of errorsOf(output)) {
			expect(error.message).toMatch(/refused the connection/);
			expect(error.description).toMatch(
				/Nothing was sent\. .*The node waited 0\.4 s for the gateway, as 'Wait for the Gateway' under Options says\.$/,
			);
		}
	});

	test('is tried by one request at a time, also beside an execution that does not wait', async () => {
		const environment = { ...process.env };
		const proxy = await startProxy(503);
		Object.assign(process.env, { HTTPS_PROXY: proxy.url, NO_PROXY: '' });
		const credential = credentialOf(TEST_KEYS.active, { endpoint: 'https://localhost:9' });
		const controller = new AbortController();
		// Tasks of their own for both.
		const items = rows(25);
		const waiting = bench.run(
			{ ...NAMED, options: { waitForTheGateway: 300, longestWait: 30 } },
			{ items: items.slice(0, 10), node: CONTINUE, credential, signal: controller.signal },
		);
		await proxy.asked(10);
		const hasty = { waitForTheGateway: 0, maximumAttempts: 5, longestWait: 0.01 };
		const run = { items: items.slice(10), node: CONTINUE, credential };
		const { output } = await bench.run({ ...NAMED, options: hasty }, run);
		controller.abort();
		await waiting;
		const tries = proxy.seen.length - 15 * hasty.maximumAttempts;
		await proxy.close();
		process.env = environment;
		expect(errorsOf(output)).toHaveLength(15);
		// Ten did not know; the waits in between double.
		expect(tries).toBeLessThan(20);
	});

	test('stops no execution from being stopped', async () => {
		const { gone } = await away();
		const controller = new AbortController();
		setTimeout(() => controller.abort(), 50);
		const { output } = await gone.run(
			{ ...NAMED, options: { waitForTheGateway: 300 } },
			{ items: rows(50), node: CONTINUE, signal: controller.signal },
		);
		expect(errorsOf(output)).toHaveLength(output.length);
		expect(output.length).toBeLessThan(50);
	});
});
