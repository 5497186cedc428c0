import { getEventListeners } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { startEmulator, TEST_KEYS, type Emulator } from '../../../emulator';
import { readConnection } from '../../../nodes/AlibabaCloudVms/gateway/connection';
import { createClient, type Client } from '../../../nodes/AlibabaCloudVms/gateway/client';

const { accessKeyId, accessKeySecret } = TEST_KEYS.active;
const TASK = { EnterpriseId: '7000002', TaskId: '133224' };

let emulator: Emulator;
beforeAll(async () => {
	emulator = await startEmulator();
});
afterAll(() => emulator.close());
beforeEach(() => emulator.reset());

async function withClient<T>(
	use: (client: Client) => Promise<T>,
	cancelled?: AbortSignal,
	endpoint = emulator.url,
) {
	const connection = readConnection({ endpoint, accessKeyId, accessKeySecret });
	if (!connection.ok) throw new Error(connection.failure.message);
	const client = await createClient(connection.value, { timeoutMs: 300_000, cancelled });
	if (!client.ok) throw new Error(client.failure.message);
	return await use(client.value);
}

test.each(['CloudUpdateTask', 'CloudGetTask', 'CloudStartTask', 'CloudPauseTask'])(
	'%s is signed and sent under its own name',
	async (action) => {
		await withClient(async (client) => await client.send(action, TASK));
		expect(emulator.requests).toMatchObject([{ action, params: TASK, method: 'POST', url: '/' }]);
		expect(emulator.requests[0]?.code).not.toBe('SignatureDoesNotMatch');
	},
);

test('an answer comes back as plain objects', async () => {
	const answer = await withClient(async (client) => await client.send('CloudGetTask', TASK));
	expect(answer).toEqual({ ok: true, value: expect.objectContaining({ Code: 'OK' }) });
	expect(Object.getPrototypeOf(answer.ok && answer.value.Data)).toBe(Object.prototype);
});

test('neither key nor signature stands in the address', async () => {
	await withClient(async (client) => await client.send('CloudGetTask', TASK));
	const [{ url, headers } = {}] = emulator.requests;
	expect(url).toBe('/');
	expect(headers?.['content-type']).toBe('application/x-www-form-urlencoded');
});

test('each call is signed anew, with a nonce of its own', async () => {
	await withClient(async (client) => {
		for (let call = 0; call < 5; call++) await client.send('CloudGetTask', TASK);
	});
	const nonces = emulator.requests.map(({ params }) => params.SignatureNonce);
	expect(new Set(nonces).size).toBe(5);
	expect(emulator.requests.map(({ code }) => code)).toEqual(Array(5).fill('OK'));
});

test('several calls at a time do not mix up', async () => {
	emulator.settings.latencyMs = { min: 0, max: 20 };
	const ids = Array.from({ length: 20 }, (_, index) => String(133224 + index));
	const answers = await withClient(
		async (client) =>
			await Promise.all(
				ids.map(async (TaskId) => await client.send('CloudGetTask', { ...TASK, TaskId })),
			),
	);
	const idOf = (answer: (typeof answers)[number]) =>
		answer.ok && (answer.value.Data as { TaskProperty: { Id: string } }).TaskProperty.Id;
	expect(answers.map(idOf)).toEqual(ids);
});

test('a call on a client whose execution was stopped sends nothing', async () => {
	const answer = await withClient(
		async (client) => await client.send('CloudGetTask', TASK),
		AbortSignal.abort(),
	);
	expect(answer).toMatchObject({
		ok: false,
		failure: { kind: 'cancelled', message: 'The execution was stopped' },
	});
	expect(emulator.requests).toEqual([]);
});

test('calls leave no listener behind on the signal of the execution', async () => {
	const { signal } = new AbortController();
	await withClient(async (client) => {
		for (let call = 0; call < 30; call++) await client.send('CloudGetTask', TASK);
	}, signal);
	expect(getEventListeners(signal, 'abort')).toEqual([]);
});

test('a call that is stopped before its request was made sends nothing', async () => {
	const stop = new AbortController();
	const answer = await withClient(async (client) => {
		const sent = client.send('CloudGetTask', TASK);
		stop.abort();
		return await sent;
	}, stop.signal);
	expect(answer).toMatchObject({ ok: false, failure: { kind: 'cancelled' } });
	await withClient(async (client) => await client.send('CloudQueryTask', { Type: '1' }));
	expect(emulator.requests.map(({ action }) => action)).toEqual(['CloudQueryTask']);
});

describe('whoever sends is told', () => {
	const tellsOf = async (client: Client, params: Record<string, string>): Promise<string[]> => {
		const tells: string[] = [];
		const answer = await client.send('CloudImportTaskTel', params, {
			underWay: () => tells.push(`sent, ${emulator.requests.length} answered`),
		});
		return [...tells, answer.ok ? 'answered' : answer.failure.kind];
	};

	test.each([
		['short', '[]'],
		['long', JSON.stringify(Array(20_000).fill({ Tel: '13800000001' }))],
	])('when all of a %s request is on its way, before the answer', async (_size, TaskTelList) => {
		emulator.settings.latencyMs = 30;
		const params = { ...TASK, Name: 'spring', TaskTelList };
		const tells = await withClient(async (client) => await tellsOf(client, params));
		expect(tells).toEqual(['sent, 0 answered', TaskTelList === '[]' ? 'gateway' : 'answered']);
	});

	test('of nothing where no connection comes about', async () => {
		const endpoint = 'http://127.0.0.1:1';
		const tells = await withClient(
			async (client) => await tellsOf(client, TASK),
			undefined,
			endpoint,
		);
		expect(tells).toEqual(['connection']);
	});
});

test('all calls under way are given up together, by one listener', async () => {
	emulator.failNext('hang', 20);
	const stop = new AbortController();
	await withClient(async (client) => {
		const calls = Array.from({ length: 20 }, async () => await client.send('CloudGetTask', TASK));
		while (emulator.requests.length < 20) await sleep(1);
		expect(getEventListeners(stop.signal, 'abort')).toHaveLength(1);
		stop.abort();
		for (const answer of await Promise.all(calls)) {
			expect(answer).toMatchObject({ ok: false, failure: { kind: 'cancelled' } });
		}
		expect(getEventListeners(stop.signal, 'abort')).toEqual([]);
	}, stop.signal);
});

test.each([1, 10])('%p side by side need no more connections than that', async (workers) => {
	const before = emulator.connections;
	await withClient(async (client) => {
		const work = async () => {
			for (let call = 0; call < 50; call++) await client.send('CloudGetTask', TASK);
		};
		await Promise.all(Array.from({ length: workers }, work));
	});
	expect(emulator.requests).toHaveLength(workers * 50);
	expect(emulator.connections - before).toBeLessThanOrEqual(workers);
});

test('keys that are renewed sign the next attempt, and all of them stay out of texts', async () => {
	const [before, after] = [TEST_KEYS.active, TEST_KEYS.temporary];
	let now = before;
	const connection = {
		endpoint: emulator.url,
		keys: { id: 'role', current: async () => ({ ok: true as const, value: now }) },
	};
	const client = await createClient(connection, { timeoutMs: 300_000 });
	if (!client.ok) throw new Error(client.failure.message);
	const params = { EnterpriseId: '7000002', TaskId: '133224' };
	expect((await client.value.send('CloudGetTask', params)).ok).toBe(true);
	now = after;
	expect((await client.value.send('CloudGetTask', params)).ok).toBe(true);
	const signedBy = emulator.requests.slice(-2).map(({ params: sent }) => sent.AccessKeyId);
	expect(signedBy).toEqual([before.accessKeyId, after.accessKeyId]);
	const secrets = [before, after].map(({ accessKeySecret }) => accessKeySecret);
	expect(client.value.redact(secrets.join(' '))).toBe('*** ***');
});

test('where no keys can be had, nothing is opened', async () => {
	const failure = { kind: 'input', message: 'No role', description: '' } as const;
	const keys = { id: 'role', current: async () => ({ ok: false as const, failure }) };
	const client = await createClient({ endpoint: emulator.url, keys }, { timeoutMs: 300_000 });
	expect(client).toEqual({ ok: false, failure });
});

test('where keys can be had no longer, nothing is sent', async () => {
	const failure = { kind: 'input', message: 'The role is gone', description: '' } as const;
	let isGone = false;
	const keys = {
		id: 'role',
		current: async () =>
			isGone ? { ok: false as const, failure } : { ok: true as const, value: TEST_KEYS.active },
	};
	const client = await createClient({ endpoint: emulator.url, keys }, { timeoutMs: 300_000 });
	if (!client.ok) throw new Error(client.failure.message);
	isGone = true;
	const before = emulator.requests.length;
	expect(await client.value.send('CloudGetTask', {})).toEqual({ ok: false, failure });
	expect(emulator.requests).toHaveLength(before);
});
