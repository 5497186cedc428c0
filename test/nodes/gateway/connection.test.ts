import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { readConnection } from '../../../nodes/AlibabaCloudVms/gateway/connection';

describe('the credential', () => {
	const credential = {
		accessKeyId: ' LTAI5tExample ',
		accessKeySecret: '\tsecret\n',
		securityToken: '',
		endpoint: 'https://dyvmsapi.aliyuncs.com',
		enterpriseId: '7000002',
	};

	/** Where to send, and the keys to sign with. */
	async function readIn(given: ICredentialDataDecryptedObject) {
		const connection = readConnection(given);
		if (!connection.ok) return connection.failure;
		const { endpoint, keys } = connection.value;
		return { endpoint, keys: await keys.current() };
	}

	test('is read without the blanks that come with pasting', async () => {
		expect(await readIn(credential)).toEqual({
			endpoint: 'https://dyvmsapi.aliyuncs.com',
			keys: {
				ok: true,
				value: {
					accessKeyId: 'LTAI5tExample',
					accessKeySecret: 'secret',
					securityToken: undefined,
				},
			},
		});
	});

	test('is one object for the whole execution, so that its signer is made once', async () => {
		const connection = readConnection(credential);
		if (!connection.ok) throw new Error(connection.failure.message);
		const [one, other] = [
			await connection.value.keys.current(),
			await connection.value.keys.current(),
		];
		expect(one.ok && other.ok && one.value === other.value).toBe(true);
	});

	test('may hold the token of temporary keys', async () => {
		const read = await readIn({ ...credential, securityToken: ' CAIS== ' });
		expect(read).toMatchObject({ keys: { value: { securityToken: 'CAIS==' } } });
	});

	test.each(['\u200b', '\ufeff', '\u00a0', '\u202d', '\r\n', '\u0000'])(
		'is read without %j around its parts',
		async (stray) => {
			const pasted = (text: string) => `${stray}${text} ${stray}`;
			expect(
				await readIn({
					...credential,
					accessKeyId: pasted('LTAI5tExample'),
					accessKeySecret: pasted('secret'),
					securityToken: pasted('CAIS=='),
				}),
			).toMatchObject({
				keys: {
					value: {
						accessKeyId: 'LTAI5tExample',
						accessKeySecret: 'secret',
						securityToken: 'CAIS==',
					},
				},
			});
		},
	);

	test.each([
		['securityToken', "'Security Token'"],
		['accessKeyId', "'AccessKey ID'"],
		['accessKeySecret', "'AccessKey Secret'"],
	])('%s with something foreign inside is refused, and what it is', (name, label) => {
		for (const [foreign, called] of [
			['\n', 'a line break'],
			['\r\n  ', 'a line break'],
			['\u2028', 'a line break'],
			[' ', 'a blank'],
			['\t', 'a blank'],
			['\u3000', 'a blank'],
			['\u200b', 'the character U+200B'],
			['\u0000', 'the character U+0000'],
			['ｅ', 'the character U+FF45'],
			['😀', 'the character U+1F600'],
		] as const) {
			const connection = readConnection({ ...credential, [name]: `Hush${foreign}Hush` });
			expect(connection).toMatchObject({
				ok: false,
				failure: {
					kind: 'input',
					message: `${label} in the credential has ${called} inside, behind its character 4`,
					description: expect.stringMatching(/^Copy it again as one piece/),
				},
			});
			expect(JSON.stringify(connection)).not.toContain('Hush');
		}
	});

	test.each([
		[{ accessKeyId: '' }, "'AccessKey ID' in the credential is empty"],
		[{ accessKeySecret: ' ' }, "'AccessKey Secret' in the credential is empty"],
		[
			{ accessKeyId: '', accessKeySecret: '' },
			"'AccessKey ID' and 'AccessKey Secret' in the credential are empty",
		],
	])('%j is refused before anything is sent', (changes, message) => {
		expect(readConnection({ ...credential, ...changes })).toMatchObject({
			ok: false,
			failure: { kind: 'input', message, description: expect.stringContaining('RAM user') },
		});
	});

	test('without any field it is refused too, and a wrong endpoint is told', () => {
		expect(readConnection({}).ok).toBe(false);
		const { accessKeyId, accessKeySecret } = credential;
		expect(readConnection({ accessKeyId, accessKeySecret }).ok).toBe(false);
		expect(readConnection({ ...credential, endpoint: 'http://evil.example' })).toMatchObject({
			failure: { message: expect.stringContaining('not encrypted') },
		});
	});
});
