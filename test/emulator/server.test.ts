import fc from 'fast-check';
import http from 'node:http';
import https from 'node:https';
import net from 'node:net';
import { generate } from 'selfsigned';
import { createSeed, newTask, startEmulator, type Emulator } from '../../emulator';
import { MAX_BODY_BYTES } from '../../emulator/server/body';
import { callV1, encodePairs, exchange, FORM, signedV1 } from './sign';

let emulator: Emulator;
const target = { EnterpriseId: '7000002', TaskId: '133224' };

beforeAll(async () => {
	emulator = await startEmulator();
});
afterAll(() => emulator.close());
beforeEach(() => emulator.reset());

const isAlive = async () => (await callV1(emulator, 'CloudGetTask', target)).body.Code === 'OK';

describe('listening', () => {
	test.each(['0.0.0.0', '192.168.1.1', 'example.com', '::'])(
		'refuses the host %s',
		async (host) => {
			await expect(startEmulator({ host })).rejects.toThrow(
				`The emulator listens on loopback addresses only, and ${host} is none.`,
			);
		},
	);

	test('takes the loopback address of IPv6', async () => {
		const own = await startEmulator({ host: '::1' });
		expect(own.url).toBe(`http://[::1]:${own.port}`);
		expect((await callV1(own, 'CloudGetTask', target)).body.Code).toBe('OK');
		await own.close();
	});

	test('says when the port is taken', async () => {
		await expect(startEmulator({ port: emulator.port })).rejects.toThrow('EADDRINUSE');
	});

	test('serves HTTPS with a given certificate', async () => {
		const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }]);
		const own = await startEmulator({ tls: { key, cert } });
		const form = encodePairs(signedV1('CloudGetTask', target));
		const text = await new Promise<string>((resolve, reject) => {
			const options = { method: 'POST', headers: FORM, ca: cert, rejectUnauthorized: false };
			const request = https.request(own.url, options, (response) => {
				let body = '';
				response.on('data', (chunk) => (body += chunk));
				response.on('end', () => resolve(body));
			});
			request.on('error', reject);
			request.end(form);
		});
		expect(own.url).toMatch(/^https:/);
		expect(JSON.parse(text)).toMatchObject({ Code: 'OK' });
		await own.close();
	});

	test('closing cuts connections that are kept alive', async () => {
		const own = await startEmulator();
		const agent = new http.Agent({ keepAlive: true });
		await callV1(own, 'CloudGetTask', target, { agent });
		await callV1(own, 'CloudGetTask', target, { agent });
		expect(own.connections).toBe(1);
		await own.close();
		await expect(callV1(own, 'CloudGetTask', target)).rejects.toThrow('ECONNREFUSED');
		agent.destroy();
	});
});

describe('state', () => {
	test('a reset brings back tasks, journal, requests, nonces and faults', async () => {
		const common = { SignatureNonce: 'once' };
		const params = { ...target, Name: 'x' };
		await callV1(emulator, 'CloudUpdateTask', params, { common });
		emulator.failNext('internalError', 5);
		emulator.reset();
		expect(emulator.store.list()).toEqual(createSeed());
		expect([emulator.journal, emulator.requests]).toEqual([[], []]);
		const { body } = await callV1(emulator, 'CloudUpdateTask', params, { common });
		expect(body.Code).toBe('OK');
	});

	test('a seed of one task is all there is', async () => {
		const own = await startEmulator({ seed: [newTask({ EnterpriseId: '1', Id: '2', Name: 'n' })] });
		const params = { EnterpriseId: '1', TaskId: '2' };
		const { body } = await callV1(own, 'CloudGetTask', params);
		expect(body.Data?.TaskProperty).toMatchObject({ Name: 'n', Wrapup: '30', Status: '0' });
		await own.close();
	});

	test('what the store hands out can be changed without changing the store', () => {
		const task = emulator.store.find('7000002', '133224');
		if (task) task.Name = 'changed';
		for (const listed of emulator.store.list('7000002')) listed.Name = 'changed';
		expect(emulator.store.list()).toEqual(createSeed());
	});

	test('the seed has both types, all states and two enterprises', () => {
		const seed = createSeed();
		const values = (field: 'Type' | 'Status' | 'EnterpriseId' | 'CallGroupType') =>
			[...new Set(seed.map((task) => task[field]))].sort();
		expect(seed.length).toBeGreaterThanOrEqual(30);
		expect(values('Type')).toEqual(['1', '2']);
		expect(values('Status')).toEqual(['0', '1', '2', '3']);
		expect(values('CallGroupType')).toEqual(['1', '2']);
		expect(values('EnterpriseId')).toEqual(['7000002', '8001654']);
		expect(createSeed()).toEqual(seed);
	});
});

describe('hostile input', () => {
	test('the first of two values counts, so a second one breaks the signature', async () => {
		const form = encodePairs(signedV1('CloudUpdateTask', { ...target, Name: 'a' }));
		const post = (body: string) => exchange(emulator.url, { method: 'POST', headers: FORM }, body);
		expect((await post(`Name=b&${form}`)).body.Code).toBe('SignatureDoesNotMatch');
		expect((await post(`${form}&Name=b`)).body.Code).toBe('OK');
		expect(emulator.store.find('7000002', '133224')?.Name).toBe('a');
	});

	test.each(['%', '%E0%A4%A', '%zz', '%ff', '__proto__=1&constructor=2', '=&=&&', '\0'])(
		'the form %j is refused without harm',
		async (body) => {
			const received = await exchange(emulator.url, { method: 'POST', headers: FORM }, body);
			expect(received.body.Code).toBe('MissingParameter');
			expect(await isAlive()).toBe(true);
		},
	);

	test('a body above the limit is refused', async () => {
		const body = Buffer.alloc(MAX_BODY_BYTES + 1, 'a');
		const received = await exchange(emulator.url, { method: 'POST', headers: FORM }, body);
		expect([received.status, received.body.Code]).toEqual([413, 'RequestBodyTooLarge']);
		expect(await isAlive()).toBe(true);
	});

	test('a body of eight megabytes is read', async () => {
		const UserFields = 'x'.repeat(8 * 1024 * 1024);
		const options = { method: 'POST', headers: FORM };
		const { body } = await exchange(emulator.url, options, `UserFields=${UserFields}`);
		expect(body.Code).toBe('MissingParameter');
		expect(emulator.requests[0]?.params.UserFields).toHaveLength(UserFields.length);
	});

	test('a client that goes away in the middle of a request leaves no record', async () => {
		await new Promise<void>((resolve) => {
			const socket = net.connect(emulator.port, '127.0.0.1', () => {
				socket.write('POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\nabc', () => {
					socket.destroy();
				});
			});
			socket.on('close', () => resolve());
		});
		expect(await isAlive()).toBe(true);
		expect(emulator.requests).toHaveLength(1);
	});

	test('a request that is no HTTP is refused without harm', async () => {
		const answer = await new Promise<string>((resolve) => {
			const socket = net.connect(emulator.port, '127.0.0.1', () => socket.write('hello\r\n\r\n'));
			let text = '';
			socket.on('data', (chunk) => (text += chunk.toString()));
			socket.on('close', () => resolve(text));
		});
		expect(answer).toMatch(/^HTTP\/1.1 400/);
		expect(await isAlive()).toBe(true);
	});

	test('whatever a signed update says, the answer is one of the documented ones', async () => {
		const name = fc.oneof(
			fc.constantFrom('Name', 'RetryStrategy', 'UserFields', 'Cnos', 'IvrId', '__proto__'),
			fc.string({ unit: 'grapheme', minLength: 1 }),
		);
		const value = fc.oneof(fc.string({ unit: 'grapheme' }), fc.json());
		await fc.assert(
			fc.asyncProperty(fc.dictionary(name, value), async (extra) => {
				const { body } = await callV1(emulator, 'CloudUpdateTask', { ...extra, ...target });
				expect(['OK', 'isv.INVALID_PARAMETERS']).toContain(body.Code);
			}),
			{ numRuns: 150 },
		);
	});
});
