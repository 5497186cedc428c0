import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import '../../../engine/environment';
import 'reflect-metadata';
import { CredentialTestContext } from 'n8n-core';
import { setImmediate } from 'node:timers/promises';
import { TEST_KEYS, type AccessKey } from '../../../emulator';
import { AlibabaCloudVms } from '../../../nodes/AlibabaCloudVms/AlibabaCloudVms.node';
import { Bench, CREDENTIAL_TYPE, credentialOf, useBench } from '../../support/bench';
import { selfSigned } from '../../support/certificate';
import { ACCESS_FAILURES, GATEWAY_FAILURES, type GatewayFailure } from '../../support/failures';
import { startProxy } from '../../support/proxy';

const { active, withoutPermission } = TEST_KEYS;
const ok = (found: string) => ({
	status: 'OK',
	message: `The key is right and may manage call tasks. ${found}`,
});
const WITHOUT = ok("There is no 'Default Enterprise ID': each node has to give its own");
const FOUND = expect.objectContaining(
	ok('Call center 7000002 has 16 predictive and 16 automatic call tasks'),
);
const environment = { ...process.env };

const bench = useBench();
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
		['with a default enterprise', '7000002', FOUND],
		['with blanks around it', ' 7000002\n', FOUND],
		['without one', '', WITHOUT],
		['with blanks in its place', '  ', WITHOUT],
	])('%s is OK, and what was found is said', async (_what, enterpriseId, expected) => {
		expect(await withKey(active, { enterpriseId })).toEqual(expected);
	});

	test('is tested with a call that changes nothing', async () => {
		await withKey(active);
		const actions = bench.emulator.requests.map(({ action }) => action);
		expect(new Set(actions)).toEqual(new Set(['CloudQueryTask']));
		expect(bench.sent).toEqual([
			{ EnterpriseId: '7000002', Type: '1', Limit: '100' },
			{ EnterpriseId: '7000002', Type: '2', Limit: '100' },
		]);
		expect(bench.emulator.journal).toEqual([]);
	});

	test('may be pasted with blanks around it', async () => {
		const { accessKeyId, accessKeySecret } = active;
		const padded = { accessKeyId: ` ${accessKeyId}\n`, accessKeySecret: `${accessKeySecret} ` };
		expect(await testCredential({ ...padded, enterpriseId: '' })).toEqual(WITHOUT);
	});

	test('that is temporary is OK with its token', async () => {
		expect(await withKey(TEST_KEYS.temporary)).toEqual(FOUND);
	});

	test.each([
		['that is no number', 'seven', /^The key is right, but not 'Default Enterprise ID': /],
		[
			'that has no task',
			'7000003',
			/^The key is right, but call center 7000003 has no call task\. /,
		],
		['of markup', '<b>7</b>', /^[^<]+$/],
	])('with a default enterprise %s is not OK', async (_what, enterpriseId, message) => {
		expect(await withKey(active, { enterpriseId })).toEqual({
			status: 'Error',
			message: expect.stringMatching(message),
		});
	});

	test.each([
		[100, 0, '100 or more predictive and 0 automatic'],
		[0, 1, '0 predictive and 1 automatic'],
	])('of a call center with %d and %d tasks says %s', async (predictive, automatic, words) => {
		const [task] = bench.emulator.store.list('7000002');
		if (!task) throw new Error('The emulator begins without tasks');
		const kinds = ['1'.repeat(predictive), '2'.repeat(automatic)].join('');
		[...kinds].forEach((Type, index) => {
			bench.emulator.store.put({ ...task, EnterpriseId: '42', Id: String(index + 1), Type });
		});
		expect(await withKey(active, { enterpriseId: '42' })).toEqual(
			ok(`Call center 42 has ${words} call tasks`),
		);
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

describe('without an enterprise', () => {
	const refusedWith = async (code: string, message: string, httpStatus = 200) => {
		bench.emulator.settings.forceRefusal = { code, message, httpStatus };
		return await withKey(active, { enterpriseId: '' });
	};

	// Or else the gateway would miss it before the refusal.
	beforeEach(() => (bench.emulator.settings.missingRefusedBy = 'backend'));

	test('the backend may miss it as well as the gateway', async () => {
		for (const code of ['isv.INVALID_PARAMETERS', 'InvalidParameters']) {
			bench.emulator.settings.businessRefusal = { httpStatus: 200, code };
			expect(await withKey(active, { enterpriseId: '' })).toEqual(WITHOUT);
		}
	});

	const answeredWith = async (code: string, message: string) => {
		const body = JSON.stringify({ Code: code, Message: message, RequestId: 'R-1' });
		bench.emulator.settings.answer = { status: 400, body };
		return await withKey(active, { enterpriseId: '7000002' });
	};

	test.each([
		['isv.INVALID_PARAMETERS', '验证失败，参数[enterpriseId]取值不正确。'],
		['InvalidParameters', '参数[EnterpriseId]不能为空'],
		['MissingParameter', 'The input parameter "EnterpriseId" that is mandatory is not supplied.'],
	])('%s for it proves key and permission: %s', async (code, message) => {
		expect(await refusedWith(code, message)).toEqual(WITHOUT);
	});

	test.each([
		['MissingSignature', 'Signature is mandatory for this action.'],
		['MissingTimestamp', 'Timestamp is mandatory for this action.'],
		['MissingAccessKeyId', 'AccessKeyId is mandatory for this action.'],
		['MissingSecurityToken', 'SecurityToken is mandatory for this action.'],
		['MissingParameter', 'The input parameter "Timestamp" that is mandatory is not supplied.'],
		['InvalidVersion', 'Specified parameter Version is not valid.'],
		['isv.INVALID_PARAMETERS', '超过频次限制'],
		['Throttling.User', 'enterpriseId: Request was denied due to user flow control.'],
		['NoPermission', 'No permission for enterpriseId.'],
		['Forbidden.AccessKeyDisabled', 'enterpriseId'],
		['isv.NEW', 'enterpriseId'],
	])('%s proves nothing', async (code, message) => {
		expect(await refusedWith(code, message, 400)).toMatchObject({ status: 'Error' });
	});

	test.each([
		['isv.INVALID_PARAMETERS', '参数[enterpriseId]取值不正确', true],
		['100008.0', 'Data not available.', true],
		['isv.INVALID_PARAMETERS', '参数[limit]取值不正确', false],
		['MissingSignature', 'Signature is mandatory for this action.', false],
		['MissingParameter', 'The input parameter "Timestamp" is not supplied.', false],
	])('with one, %s (%s) is about it: %p', async (code, message, isAbout) => {
		const told = await answeredWith(code, message);
		expect(told.status).toBe('Error');
		expect(told.message.startsWith("The key is right, but not 'Default Enterprise ID'")).toBe(
			isAbout,
		);
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

	test('a gateway that writes HTML', async () => {
		const body = JSON.stringify({ Code: '<img src=x>', Message: '<a href="//evil">x</a>' });
		bench.emulator.settings.answer = { status: 400, body };
		const { message } = await withKey(active);
		expect(message).toContain('‹img src=x›');
		expect(message).not.toContain('<');
	});

	test('a page in place of an answer', async () => {
		bench.emulator.failNext('notJson');
		expect((await withKey(active)).message).toMatch(/answered with something that is not JSON/);
	});

	test('a proxy that refuses', async () => {
		const proxy = await startProxy(407);
		process.env.HTTPS_PROXY = proxy.url;
		const { message } = await withKey(active, { endpoint: 'https://localhost:9' });
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
