import { readConnection, readEndpoint } from '../../../nodes/AlibabaCloudVms/transport/connection';

describe('the endpoint', () => {
	test.each([
		['https://dyvmsapi.aliyuncs.com', 'https://dyvmsapi.aliyuncs.com'],
		['https://dyvmsapi.aliyuncs.com/', 'https://dyvmsapi.aliyuncs.com'],
		['  https://dyvmsapi.aliyuncs.com \n', 'https://dyvmsapi.aliyuncs.com'],
		['HTTPS://DYVMSAPI.ALIYUNCS.COM', 'https://dyvmsapi.aliyuncs.com'],
		['dyvmsapi.aliyuncs.com', 'https://dyvmsapi.aliyuncs.com'],
		['https://dyvmsapi.vpc-proxy.aliyuncs.com', 'https://dyvmsapi.vpc-proxy.aliyuncs.com'],
		['dyvmsapi.vpc-proxy.aliyuncs.com', 'https://dyvmsapi.vpc-proxy.aliyuncs.com'],
		['https://dyvmsapi.aliyuncs.com:443', 'https://dyvmsapi.aliyuncs.com'],
		['https://gateway.example:8443', 'https://gateway.example:8443'],
		['localhost:7443', 'https://localhost:7443'],
		['http://localhost:7080', 'http://localhost:7080'],
		['http://LOCALHOST:7080/', 'http://localhost:7080'],
		['http://127.0.0.1:7080', 'http://127.0.0.1:7080'],
		['http://127.1', 'http://127.0.0.1'],
		['http://127.255.255.254:80', 'http://127.255.255.254'],
		['http://[::1]:7080', 'http://[::1]:7080'],
		['http://[0:0:0:0:0:0:0:1]', 'http://[::1]'],
	])('%j is %s', (typed, origin) => {
		expect(readEndpoint(typed)).toEqual({ ok: true, value: origin });
	});

	test.each([
		['http://dyvmsapi.aliyuncs.com', 'https://dyvmsapi.aliyuncs.com'],
		['http://localhost.example.com', 'https://localhost.example.com'],
		['http://127.0.0.1.example.com', 'https://127.0.0.1.example.com'],
		['http://10.0.0.5:7080', 'https://10.0.0.5:7080'],
		['http://0.0.0.0:7080', 'https://0.0.0.0:7080'],
		['http://[::2]:7080', 'https://[::2]:7080'],
		['http://128.0.0.1', 'https://128.0.0.1'],
	])('%s would not be encrypted', (typed, better) => {
		expect(readEndpoint(typed)).toEqual({
			ok: false,
			failure: {
				kind: 'input',
				message: `'Endpoint' in the credential is ${typed}, which is not encrypted`,
				description: `Use ${better}. Plain http:// is only for a gateway on this machine, like http://127.0.0.1:7080.`,
			},
		});
	});

	test.each([
		'',
		'   ',
		'https://',
		'https://dyvmsapi.aliyuncs.com/rpc',
		'https://dyvmsapi.aliyuncs.com/?Action=CloudStartTask',
		'https://dyvmsapi.aliyuncs.com/#x',
		'dyvmsapi.aliyuncs.com/rpc',
		'https://user@dyvmsapi.aliyuncs.com',
		'https://user:secret@dyvmsapi.aliyuncs.com',
		'https://:secret@dyvmsapi.aliyuncs.com',
		'http://user:secret@127.0.0.1:7080',
		'user:secret@dyvmsapi.aliyuncs.com',
		'https://dyvmsapi.aliyuncs.com\\@evil.example',
		'ftp://dyvmsapi.aliyuncs.com',
		'ws://127.0.0.1',
		'file:///etc/hosts',
		'javascript:alert(1)',
		'https://two hosts',
		'https:/dyvmsapi.aliyuncs.com',
		'https://dyvmsapi.aliyuncs.com:99999',
	])('%j is not the address of a gateway', (typed) => {
		const endpoint = readEndpoint(typed);
		expect(endpoint).toMatchObject({
			ok: false,
			failure: {
				kind: 'input',
				message: "'Endpoint' in the credential is not the address of a gateway",
				description: expect.stringContaining('like https://dyvmsapi.aliyuncs.com'),
			},
		});
		expect(JSON.stringify(endpoint)).not.toContain('secret');
	});
});

describe('the credential', () => {
	const credential = {
		accessKeyId: ' LTAI5tExample ',
		accessKeySecret: '\tsecret\n',
		securityToken: '',
		endpoint: 'https://dyvmsapi.aliyuncs.com',
		enterpriseId: '7000002',
	};

	test('is read without the blanks that come with pasting', () => {
		expect(readConnection(credential)).toEqual({
			ok: true,
			value: {
				endpoint: 'https://dyvmsapi.aliyuncs.com',
				accessKeyId: 'LTAI5tExample',
				accessKeySecret: 'secret',
				securityToken: undefined,
			},
		});
	});

	test('may hold the token of temporary keys', () => {
		const connection = readConnection({ ...credential, securityToken: ' CAIS== ' });
		expect(connection).toMatchObject({ value: { securityToken: 'CAIS==' } });
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
		expect(readConnection({ ...credential, endpoint: 'http://evil.example' })).toMatchObject({
			failure: { message: expect.stringContaining('not encrypted') },
		});
	});
});
