import { parse } from 'node:url';
import fc from 'fast-check';
import { readEndpoint } from '../../../nodes/AlibabaCloudVms/gateway/endpoint';

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
		// Spellings of an IP are read once, and that reading is what is connected to.
		['http://0x7f.1', 'http://127.0.0.1'],
		['http://2130706433:7080', 'http://127.0.0.1:7080'],
		['http://0177.0.0.1', 'http://127.0.0.1'],
		['https://0x7f.1', 'https://127.0.0.1'],
		['https://xn--fiqs8s.example', 'https://xn--fiqs8s.example'],
		['https://gateway.example:00443', 'https://gateway.example'],
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
		['http://[::ffff:7f00:1]', 'https://[::ffff:7f00:1]'],
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
		'https://dyvmsapi.aliyuncs.com:0',
		'https://dyvmsapi.aliyuncs.com:',
		'https://dyvmsapi.aliyuncs.com:44３',
		'https://dyvmsapi.aliyuncs.com.',
		'https://dyvmsapi..aliyuncs.com',
		'https://.aliyuncs.com',
		'https://-dyvmsapi.aliyuncs.com',
		'https://dyvmsapi_1.aliyuncs.com',
		'https://1.2.3.256',
		'https://0x7g.1',
		'https://[::1',
		'https://[::1%eth0]',
		'https://[::ffff:127.0.0.1.]',
		'http://[dyvmsapi.aliyuncs.com]',
		'https://{{$json.x}}',
		'https://{{ $json.host }}',
		'{{$json.x}}',
		'=https://dyvmsapi.aliyuncs.com',
		'https://例え.example',
		'http://１２７.0.0.1',
		'http://127。0。0。1',
		'http://ⓛocalhost',
		'https://dyvms%61pi.aliyuncs.com',
		'http://%6c%6fcalhost',
		'https://dyvms\tapi.aliyuncs.com',
		'https://dyvmsapi.aliyuncs.com\nevil.example',
		'https:\\\\dyvmsapi.aliyuncs.com',
		'https://dyvmsapi.aliyuncs.com\\',
		'https://dyvmsapi.aliyuncs.com;evil.example',
		'https://dyvmsapi.aliyuncs.com`evil.example',
		'https://dyvmsapi.aliyuncs.com\u200b',
		'https://@dyvmsapi.aliyuncs.com',
		'https://dyvmsapi.aliyuncs.com//',
		'https://https://dyvmsapi.aliyuncs.com',
		'//dyvmsapi.aliyuncs.com',
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

	test('whatever is accepted means one host to every parser on the way', () => {
		const piece = fc.constantFrom(
			...['https://', 'http://', 'HTTP:', '//', '/', '\\', '@', ':', '.', '-', '_', '%', '#', '?'],
			...[
				'[',
				']',
				'{{$json.x}}',
				' ',
				'\t',
				'\n',
				'\0',
				'::1',
				'127',
				'0x7f',
				'0177',
				'1',
				'443',
				'0',
			],
			...[
				'localhost',
				'a',
				'B.example',
				'xn--',
				'é',
				'。',
				'\u200b',
				'\u00ad',
				';',
				'`',
				"'",
				'*',
				'$',
			],
		);
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 7 }), (pieces) => {
				const endpoint = readEndpoint(pieces.join(''));
				if (!endpoint.ok) return;
				const { hostname, origin } = new URL(endpoint.value);
				expect(origin).toBe(endpoint.value);
				// As pop-core and the look-up of the proxy take it apart.
				expect(parse(`${endpoint.value}/`).hostname).toBe(hostname.replace(/^\[|\]$/g, ''));
				expect(hostname).toMatch(/^(?:[a-z\d.-]+|\[[\da-f:]+\])$/);
			}),
			{ numRuns: 5000 },
		);
	});
});
