import { TEST_KEYS } from '../../../emulator';
import { Memory } from '../../../nodes/AlibabaCloudVms/methods/memory';
import { credentialOf, useBench } from '../../support/bench';
import { fill, ids } from '../tasks/requests';

const { active, withoutPermission, disabled } = TEST_KEYS;
const bench = useBench(() => ({ seed: [] }));

type Asked = Parameters<typeof bench.search>[1];

const search = async (asked?: Asked) => await bench.search('searchCallTasks', asked);

const names = async (asked?: Asked) => (await search(asked)).results.map(({ name }) => name);

/** What the editor gets of an error in the place of a list: n8n sends its own members. */
async function errorOf(asked?: Asked) {
	const error: unknown = await search(asked).then(
		() => undefined,
		(thrown: unknown) => thrown,
	);
	const { message, description } = Object(error) as { message: string; description: string };
	return { kind: (error as Error).name, text: `${message} | ${description}` };
}

describe('why there is no list', () => {
	test.each([
		[
			'the key lacks the permission',
			{ credential: credentialOf(withoutPermission) },
			/^The key has no permission for this call.* \| Grant its RAM user or role dyvms:CloudQueryTask, or all of the service: dyvms:\*\. The read-only policy is not enough\. Code NoPermission, Request ID [\w-]+, HTTP 403\.$/,
		],
		[
			'the key is unknown',
			{ credential: credentialOf({ ...active, accessKeyId: 'LTAI-other' }) },
			/^The AccessKey ID is not known \| Check the AccessKey ID .*Code InvalidAccessKeyId\.NotFound/,
		],
		[
			'the key is disabled',
			{ credential: credentialOf(disabled) },
			/^The AccessKey is disabled \| Enable /,
		],
		[
			'the secret is wrong',
			{ credential: credentialOf({ ...active, accessKeySecret: 'other' }) },
			/^The AccessKey Secret is wrong: .* \| Copy /,
		],
		[
			'no call center is chosen',
			{ credential: credentialOf(active, { enterpriseId: ' ' }) },
			/^No call center is chosen, so there is nothing to list \| Fill in 'Enterprise ID' in this node, or 'Default Enterprise ID' in the credential\.$/,
		],
		[
			'the call center is the name of a column',
			{ parameters: { enterpriseId: 'Company No' } },
			/^'Enterprise ID' is "Company No".* \| The list needs one call center/,
		],
		[
			'the expression of the call center fails, as there is no item yet',
			{ parameters: { enterpriseId: null as unknown as string } },
			/^'Enterprise ID' is an expression that has no value here yet \| The list needs one call center/,
		],
		[
			"the credential's call center is no number",
			{ credential: credentialOf(active, { enterpriseId: 'seven' }) },
			/^'Default Enterprise ID' in the credential is "seven".* \| Fill in/,
		],
		[
			'there is nothing',
			{ parameters: { enterpriseId: '8001654' } },
			/^Call center 8001654 has no call tasks \| Create one .* check 'Enterprise ID' in this node/,
		],
		[
			'nobody answers',
			{ credential: credentialOf(active, { endpoint: 'http://127.0.0.1:9' }) },
			/127\.0\.0\.1:9.* \| .*'Endpoint'/,
		],
	])('%s', async (_why, asked, expected) => {
		const { kind, text } = await errorOf(asked);
		// n8n sends the description of this kind of error alone.
		expect(kind).toBe('NodeApiError');
		expect(text).toMatch(expected);
		// The editor cuts a message at its hyphens.
		expect(text.split(' | ')[0]).not.toMatch(/[-–—]/);
		expect(text).not.toMatch(/testsecret|Signature=/);
	});

	test('there is an answer of another kind', async () => {
		bench.emulator.settings.fault = 'notJson';
		expect((await errorOf()).text).toMatch(
			/answered with something that is not JSON \| Check 'Endpoint'/,
		);
	});

	test("nobody answers in the time that the node's options give", async () => {
		bench.emulator.settings.fault = 'hang';
		const { text } = await errorOf({ parameters: { options: { timeout: 1 } } });
		expect(text).toMatch(/did not answer within 1 s \| Raise 'Timeout' under Options/);
	});
});

describe('a list', () => {
	beforeEach(() => fill(bench.emulator, 4));

	test('is read once in several seconds for one key, endpoint and call center', async () => {
		const first = await names();
		expect(await names()).toEqual(first);
		expect(await names({ typed: 'No. 2' })).toHaveLength(1);
		expect(bench.sent).toHaveLength(2);
	});

	test('is read once for questions that come together', async () => {
		await Promise.all([names(), names(), names({ typed: '3' })]);
		expect(bench.sent).toHaveLength(2);
	});

	test.each([
		['call center', { parameters: { enterpriseId: '8001654' } }, /has no call tasks/],
		[
			'secret',
			{ credential: credentialOf({ ...active, accessKeySecret: 'other' }) },
			/Secret is wrong/,
		],
		['key', { credential: credentialOf(withoutPermission) }, /no permission/],
	])('of one %s is not shown for another', async (_what, asked, expected) => {
		await names();
		expect((await errorOf(asked)).text).toMatch(expected);
	});

	test('of one endpoint is not shown for another', async () => {
		await names();
		await bench.start({ seed: [] });
		expect((await errorOf()).text).toMatch(/has no call tasks/);
	});

	test('that failed is read again', async () => {
		bench.emulator.settings.fault = 'notJson';
		expect((await errorOf()).text).toMatch(/is not JSON/);
		bench.emulator.settings.fault = null;
		expect(await names()).toHaveLength(4);
	});

	test('is repeated where the gateway has no room, and stays away from changes', async () => {
		bench.emulator.failNext('throttled', 1);
		expect(await names()).toHaveLength(4);
		expect(bench.emulator.journal).toEqual([]);
	});
});

describe('a memory', () => {
	const answer = (value: number) => async () => ({ ok: true as const, value });

	test('forgets after its time, and holds no more than fifty answers', async () => {
		const none = new Memory<number>(-1);
		await none.get('a', answer(1));
		expect(await none.get('a', answer(2))).toEqual({ ok: true, value: 2 });
		const memory = new Memory<number>(60_000);
		for (const id of ids(60)) await memory.get(String(id), answer(id));
		expect(memory.size).toBeLessThanOrEqual(51);
		expect(await memory.get('60', answer(0))).toEqual({ ok: true, value: 60 });
		expect(await memory.get('1', answer(0))).toEqual({ ok: true, value: 0 });
	});

	test('keeps nothing of what was thrown', async () => {
		const memory = new Memory<number>(60_000);
		const broken = async () => await Promise.reject(new Error('broken'));
		await expect(memory.get('a', broken)).rejects.toThrow('broken');
		expect(await memory.get('a', answer(1))).toEqual({ ok: true, value: 1 });
	});
});
