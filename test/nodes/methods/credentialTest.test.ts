import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import '../../../engine/environment';
import 'reflect-metadata';
import { CredentialTestContext } from 'n8n-core';
import { setImmediate } from 'node:timers/promises';
import { TEST_KEYS, type AccessKey } from '../../../emulator';
import { AlibabaCloudVms } from '../../../nodes/AlibabaCloudVms/AlibabaCloudVms.node';
import { Bench, CREDENTIAL_TYPE, credentialOf } from '../../support/bench';
import { selfSigned } from '../../support/certificate';
import { ACCESS_FAILURES, GATEWAY_FAILURES, type GatewayFailure } from '../../support/failures';
import { startProxy } from '../../support/proxy';

const { active, withoutPermission } = TEST_KEYS;
const OK = { status: 'OK', message: 'The key is right and may manage call tasks' };
const environment = { ...process.env };

let bench: Bench;
beforeAll(async () => {
	bench = await Bench.open();
});
afterAll(() => bench.close());
beforeEach(() => bench.reset());
afterEach(() => {
	jest.useRealTimers();
	process.env = { ...environment };
});

/** The test by the name under which the node's description announces it, as n8n calls it. */
async function testCredential(data: ICredentialDataDecryptedObject) {
	const { description, methods } = new AlibabaCloudVms();
	const named = description.credentials?.find(({ name }) => name === CREDENTIAL_TYPE)?.testedBy;
	const test = methods.credentialTest[named as keyof typeof methods.credentialTest];
	return await test.call(new CredentialTestContext(), {
		id: '1',
		name: 'Key',
		type: CREDENTIAL_TYPE,
		data: { endpoint: bench.emulator.url, ...data },
	});
}

const withKey = async (key: AccessKey, more: ICredentialDataDecryptedObject = {}) =>
	await testCredential(credentialOf(key, more));

describe('a key that is right', () => {
	test.each([
		['with a default enterprise', '7000002'],
		['without one', ''],
		['with blanks in its place', '  '],
	])('%s is OK', async (_what, enterpriseId) => {
		expect(await withKey(active, { enterpriseId })).toEqual(OK);
	});

	test('is tested with a call that changes nothing', async () => {
		await withKey(active);
		expect(bench.emulator.requests.map(({ action }) => action)).toEqual(['CloudQueryTask']);
		expect(bench.sent).toEqual([{ EnterpriseId: '7000002', Type: '1', Limit: '1' }]);
		expect(bench.emulator.journal).toEqual([]);
	});

	test('may be pasted with blanks around it', async () => {
		const { accessKeyId, accessKeySecret } = active;
		const padded = { accessKeyId: ` ${accessKeyId}\n`, accessKeySecret: `${accessKeySecret} ` };
		expect(await testCredential({ ...padded, enterpriseId: '' })).toEqual(OK);
	});

	test('that is temporary is OK with its token', async () => {
		expect(await withKey(TEST_KEYS.temporary)).toEqual(OK);
	});

	test('with a wrong default enterprise is not OK', async () => {
		expect((await withKey(active, { enterpriseId: 'seven' })).status).toBe('Error');
	});

	test('without permission is not OK, with or without an enterprise', async () => {
		for (const enterpriseId of ['', '7000002']) {
			const { status, message } = await withKey(withoutPermission, { enterpriseId });
			expect(status).toBe('Error');
			expect(message).toMatch(/^The key has no permission for this call/);
		}
	});
});

describe('what the gateway refuses', () => {
	const expectTold = async (expected: GatewayFailure, enterpriseId: string) => {
		expected.arrange?.(bench);
		const credential = { ...(expected.credential ?? credentialOf(active)), enterpriseId };
		const { status, message } = await testCredential(credential);
		expect(status).toBe('Error');
		const told = message.replace("The key is right, but not 'Default Enterprise ID': ", '');
		expect(`${told.split('. ')[0]} [item 0]`).toMatch(expected.message);
		expect(message).toContain(`Code ${expected.code}`);
	};

	test.each(GATEWAY_FAILURES.filter(({ taskId, code }) => !taskId && code !== 'OK'))(
		'$name is told in plain words',
		async (expected) => await expectTold(expected, '7000002'),
	);

	test.each(ACCESS_FAILURES)('$name is told without an enterprise too', async (expected) => {
		await expectTold(expected, '');
	});
});

describe('a way to the gateway that does not work', () => {
	test.each([
		['no key', { accessKeyId: '' }, /^'AccessKey ID' in the credential is empty\. /],
		['http to elsewhere', { endpoint: 'http://dyvmsapi.aliyuncs.com' }, /is not encrypted/],
		['a page', { endpoint: 'https://example.com/console' }, /is not the address of a gateway/],
		['no endpoint', { endpoint: '' }, /is not the address of a gateway/],
		['an unknown host', { endpoint: 'https://does-not-exist.invalid' }, /was not found/],
		['a closed port', { endpoint: 'http://127.0.0.1:9' }, /refused the connection/],
	])('%s', async (_name, more, message) => {
		expect(await withKey(active, more)).toEqual({
			status: 'Error',
			message: expect.stringMatching(message),
		});
		expect(bench.emulator.requests).toEqual([]);
	});

	test('a certificate that is not trusted', async () => {
		const { tls } = await selfSigned();
		const secure = await Bench.open({ tls });
		const { message } = await withKey(active, { endpoint: secure.emulator.url });
		await secure.close();
		expect(message).toMatch(/could not be trusted.*NODE_EXTRA_CA_CERTS/);
	});

	test('a page in place of an answer', async () => {
		bench.emulator.failNext('notJson');
		expect((await withKey(active)).message).toMatch(/answered with something that is not JSON/);
	});

	test('a proxy that refuses', async () => {
		const proxy = await startProxy('refuses');
		process.env.HTTP_PROXY = proxy.url;
		const { message } = await withKey(active);
		await proxy.close();
		expect(message).toMatch(/^The proxy refused to connect to .*user name and a password/);
		expect(bench.emulator.requests).toEqual([]);
	});

	test('a gateway that never answers is given up after 10 seconds', async () => {
		bench.emulator.failNext('hang');
		jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'queueMicrotask'] });
		const ended = withKey(active);
		while (bench.emulator.requests.length === 0) await setImmediate();
		await jest.advanceTimersByTimeAsync(10_000);
		expect(await ended).toEqual({
			status: 'Error',
			message: expect.stringMatching(/did not answer within 10 s\. /),
		});
	});
});
