import { TEST_KEYS, startEmulator, type Emulator } from '../../emulator';
import { signatureV1, stringToSignV1 } from '../../emulator/gateway/signatureV1';
import {
	canonicalRequest,
	sha256Hex,
	signatureV3,
	stringToSignV3,
} from '../../emulator/gateway/signatureV3';
import vectors from '../fixtures/signature-vectors.json';
import { callV1, callV3, encodePairs, exchange, FORM, signedV1, signV1 } from './sign';

const paramsOf = (vector: (typeof vectors)[number]) => {
	const entries = Object.entries(vector.params).filter(([, value]) => value !== undefined);
	return new Map(entries.map(([name, value]) => [name, String(value)]));
};

describe('the golden vectors of signature version 1', () => {
	test.each(vectors)('$id: string to sign and signature', (vector) => {
		const stringToSign = stringToSignV1(vector.method, paramsOf(vector));
		expect(stringToSign).toBe(vector.stringToSign);
		expect(signatureV1(stringToSign, vector.accessKeySecret)).toBe(vector.signature);
	});

	test.each(vectors)('$id: the signature of the tests agrees too', (vector) => {
		const params = Object.fromEntries(paramsOf(vector));
		expect(signV1(vector.method, params, vector.accessKeySecret)).toBe(vector.signature);
	});

	const requests = vectors.filter(({ id }) => id.startsWith('vms-'));

	test.each(requests)('$id: is accepted over a socket', async (vector) => {
		const params = Object.fromEntries(paramsOf(vector));
		const emulator = await startEmulator({
			clock: () => Date.parse(params.Timestamp ?? ''),
			settings: {
				keys: [
					{
						...TEST_KEYS.active,
						accessKeySecret: vector.accessKeySecret,
						securityToken: params.SecurityToken,
					},
				],
			},
		});
		const form = encodePairs({ ...params, Signature: vector.signature });
		const { method } = vector;
		const { body } =
			method === 'GET'
				? await exchange(`${emulator.url}/?${form}`)
				: await exchange(emulator.url, { method, headers: FORM }, form);
		// Signed right; the action then refuses task 123, which is not in the seed.
		expect(body).toMatchObject({ Code: 'isv.INVALID_PARAMETERS' });
		await emulator.close();
	});
});

test("the vendor's worked example of signature version 3", () => {
	const headers = {
		host: 'ecs.cn-shanghai.aliyuncs.com',
		'x-acs-action': 'RunInstances',
		'x-acs-content-sha256': sha256Hex(''),
		'x-acs-date': '2023-10-26T10:22:32Z',
		'x-acs-signature-nonce': '3156853299f313e23d1673dc12e1703d',
		'x-acs-version': '2014-05-26',
	};
	const parts = {
		method: 'POST',
		path: '/',
		query: new Map([
			['RegionId', 'cn-shanghai'],
			['ImageId', 'win2019_1809_x64_dtc_zh-cn_40G_alibase_20230811.vhd'],
		]),
		headers,
		signedHeaders: Object.keys(headers),
		bodyHash: sha256Hex(''),
	};
	expect(sha256Hex(canonicalRequest(parts))).toBe(
		'7ea06492da5221eba5297e897ce16e55f964061054b7695beedaac1145b1e259',
	);
	expect(signatureV3(stringToSignV3(parts), 'YourAccessKeySecret')).toBe(
		'06563a9e1b43f5dfe96b81484da74bceab24a1d853912eee15083a6f0f3283c0',
	);
});

describe('requests over a socket', () => {
	let emulator: Emulator;
	const target = { EnterpriseId: '7000002', TaskId: '133224' };

	beforeAll(async () => {
		emulator = await startEmulator();
	});
	afterAll(() => emulator.close());
	beforeEach(() => emulator.reset());

	test.each(['GET', 'POST'])('version 1 by %s is accepted', async (method) => {
		const { body } = await callV1(emulator, 'CloudGetTask', target, { method });
		expect(body.Code).toBe('OK');
	});

	test('version 1 with parameters in query and form together is accepted', async () => {
		const { Action = '', Version = '', ...rest } = signedV1('CloudGetTask', target);
		const url = `${emulator.url}/?${encodePairs({ Action, Version })}`;
		const { body } = await exchange(url, { method: 'POST', headers: FORM }, encodePairs(rest));
		expect(body.Code).toBe('OK');
	});

	test('a signature made for GET is refused on POST', async () => {
		const form = encodePairs(signedV1('CloudGetTask', target, { method: 'GET' }));
		const { body } = await exchange(emulator.url, { method: 'POST', headers: FORM }, form);
		expect(body.Code).toBe('SignatureDoesNotMatch');
	});

	test.each(['query', 'form'])('version 3 with parameters in the %s is accepted', async (place) => {
		const { body } = await callV3(emulator, 'CloudGetTask', { [place]: target });
		expect(body.Code).toBe('OK');
	});

	test('version 3 by GET is accepted', async () => {
		const { body } = await callV3(emulator, 'CloudGetTask', { method: 'GET', query: target });
		expect(body.Code).toBe('OK');
	});

	test('version 3 with a temporary key is accepted', async () => {
		const { body } = await callV3(emulator, 'CloudGetTask', {
			key: TEST_KEYS.temporary,
			query: target,
		});
		expect(body.Code).toBe('OK');
	});

	test('version 3 with characters outside ASCII changes the task', async () => {
		const name = "回访 A*B~c'(1)!+";
		await callV3(emulator, 'CloudUpdateTask', { form: { ...target, Name: name } });
		expect(emulator.store.find('7000002', '133224')?.Name).toBe(name);
	});

	const form = { ...target, Name: 'a' };
	const dishonest = [
		{ what: 'a changed header', options: { tamper: { 'x-acs-action': 'CloudGetTask' } } },
		{ what: 'a changed body', options: { tamperedBody: encodePairs({ ...form, Name: 'b' }) } },
		{ what: 'a wrong secret', options: { key: { ...TEST_KEYS.active, accessKeySecret: 'x' } } },
	];
	test.each(dishonest)(
		'version 3 with $what is refused and nothing changes',
		async ({ options }) => {
			const { status, body } = await callV3(emulator, 'CloudUpdateTask', { form, ...options });
			expect([status, body.Code]).toEqual([400, 'SignatureDoesNotMatch']);
			expect(emulator.journal).toEqual([]);
		},
	);

	const incomplete = [
		{ what: 'an unknown algorithm', authorization: 'ACS3-HMAC-SM3 Credential=testid' },
		{ what: 'no signature', authorization: 'ACS3-HMAC-SHA256 Credential=testid' },
		{
			what: 'a header that is not signed',
			authorization: `ACS3-HMAC-SHA256 Credential=testid,SignedHeaders=host,Signature=${'0'.repeat(64)}`,
		},
	];
	test.each(incomplete)('version 3 with $what is incomplete', async ({ authorization }) => {
		const { body } = await callV3(emulator, 'CloudGetTask', { tamper: { authorization } });
		expect(body.Code).toBe('IncompleteSignature');
	});

	test.each(['x-acs-action', 'x-acs-version', 'x-acs-date', 'x-acs-signature-nonce'])(
		'version 3 without %s lacks a parameter',
		async (name) => {
			const { body } = await callV3(emulator, 'CloudGetTask', { headers: { [name]: undefined } });
			expect(body.Code).toBe('MissingParameter');
			expect(body.Message).toContain(`"${name}"`);
		},
	);
});
