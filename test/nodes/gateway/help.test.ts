import fc from 'fast-check';
import { denialIn, helpFor } from '../../../nodes/AlibabaCloudVms/gateway/help';
import { redactor } from '../../../nodes/AlibabaCloudVms/gateway/redact';

const CENTER =
	'https://api.aliyun.com/troubleshoot?q=isv.NEW%26x%3D1&product=Dyvmsapi&requestId=R-1';
const helpOf = (Recommend: unknown) =>
	helpFor({ Recommend } as never, 'R-1', { code: 'isv.NEW&x=1' });

test.each([
	'https://api.aliyun.com/troubleshoot?q=X&product=Dyvmsapi&requestId=R-2',
	'https://next.api.aliyun.com/troubleshoot?q=X#part',
	'https://help.aliyun.com/zh/vms/',
	'https://www.alibabacloud.com/help/en/vms',
	'https://aliyun.com/',
	'https://a-b.c1.alibabacloud.com/x/../y'.replace('x/../', ''),
])('%s is recommended', (address) => {
	expect(helpOf(address)).toBe(address);
});

test('a page keeps its address, but for signs that markup would take for its own', () => {
	expect(helpOf('https://HELP.aliyun.com/"><script>alert(1)</script>')).toBe(
		'https://help.aliyun.com/%22%3E%3Cscript%3Ealert(1)%3C/script%3E',
	);
});

test.each([
	['a script', 'javascript:alert(1)//https://api.aliyun.com/'],
	['data', 'data:text/html,https://api.aliyun.com/'],
	['no TLS', 'http://api.aliyun.com/troubleshoot'],
	['another host', 'https://evil.example/'],
	['a host that begins so', 'https://aliyun.com.evil.example/'],
	['a host that ends so', 'https://evilaliyun.com/'],
	['a label that ends so', 'https://x.notalibabacloud.com/'],
	['a login', 'https://user:password@aliyun.com/'],
	['a login that looks like a host', 'https://aliyun.com@evil.example/'],
	['a port', 'https://api.aliyun.com:8443/'],
	['a backslash', 'https://aliyun.com\\@evil.example/'],
	['a backslash in place of a slash', 'https:\\\\evil.example/.aliyun.com/'],
	['no scheme', '//api.aliyun.com/'],
	['a Cyrillic letter', 'https://\u0430liyun.com/'],
	['full width letters', 'https://ａｌｉｙｕｎ.com/'],
	['a dot that is none', 'https://api.aliyun\u3002com/'],
	['a punycoded host', 'https://xn--liyun-7fg.com/'],
	['a turned text', 'https://\u202emoc.nuyila.evil.example/aliyun.com'],
	['a dot behind the host', 'https://aliyun.com./'],
	['two dots', 'https://api..aliyun.com/'],
	['a line break', 'https://aliyun.com\n.evil.example/'],
	['a tab', 'https://aliyun.com\t.evil.example/'],
	['a space before it', ' https://api.aliyun.com/'],
	['Chinese behind it', 'https://api.aliyun.com/中文'],
	['too much', `https://api.aliyun.com/${'x'.repeat(2000)}`],
	['an object', { href: 'https://api.aliyun.com/' }],
	['a number', 7],
	['nothing', undefined],
	['null', null],
])('%s is not, so the error center is', (_name, recommended) => {
	expect(helpOf(recommended)).toBe(CENTER);
});

test('whatever is recommended, the address leads to the vendor', () => {
	const host = fc.constantFrom('aliyun.com', 'evil.example', '@', '.', '/', '\\', ':', '%2e', 'а');
	const pieces = fc.array(fc.oneof(host, fc.string({ unit: 'grapheme', maxLength: 3 })), {
		maxLength: 8,
	});
	fc.assert(
		fc.property(fc.constantFrom('https://', 'https:', 'http://', ''), pieces, (scheme, rest) => {
			const { protocol, hostname, username, password, port } = new URL(
				helpOf(`${scheme}${rest.join('')}`) ?? '',
			);
			expect({ protocol, username, password, port }).toEqual({
				protocol: 'https:',
				username: '',
				password: '',
				port: '',
			});
			expect(hostname).toMatch(/(?:^|\.)(?:aliyun|alibabacloud)\.com$/);
		}),
	);
});

test('without an ID there is nothing to look for', () => {
	expect(helpFor({ Recommend: 'https://api.aliyun.com/' }, undefined)).toBeUndefined();
});

test('another product is not called by the name of this one, and OK is no code to look for', () => {
	expect(helpFor({}, 'R-1', { code: 'X', product: '' })).toBe(
		'https://api.aliyun.com/troubleshoot?q=X&requestId=R-1',
	);
	expect(helpFor({}, 'R-1', { code: 'OK' })).toBe(
		'https://api.aliyun.com/troubleshoot?product=Dyvmsapi&requestId=R-1',
	);
});

describe('a permission that is lacking', () => {
	const PARTS = ['LTAI5tZebraQuartz', 'wombatViolin7Kq+/=', 'STS.yakMarimba+/='] as const;
	const [accessKeyId, accessKeySecret, securityToken] = PARTS;
	const redact = redactor({ accessKeyId, accessKeySecret, securityToken });
	const NEEDED = {
		AuthAction: 'dyvms:CloudUpdateTask',
		NoPermissionType: 'ImplicitDeny',
		EncodedDiagnosticMessage: 'AQEAAAAAZRdf+/Q=',
	};
	const DETAIL = { ...NEEDED, AuthPrincipalDisplayName: 'somebody' };
	const known = (more: object) =>
		denialIn({ AccessDeniedDetail: { ...DETAIL, ...more } }, redact) ?? {};

	test('is kept with what whoever grants it needs', () => {
		expect(known({})).toEqual(NEEDED);
	});

	test.each(PARTS)('and never with %s, at whatever place it is encoded', (part) => {
		for (const before of ['', 'x', 'xy', 'xyz']) {
			for (const alphabet of ['base64', 'base64url'] as const) {
				const EncodedDiagnosticMessage = Buffer.from(`${before}${part} and more`).toString(
					alphabet,
				);
				expect(known({ EncodedDiagnosticMessage })).not.toHaveProperty('EncodedDiagnosticMessage');
			}
		}
	});

	test.each([
		['words', 'You are not allowed <b>this</b>'],
		['an object', {}],
		['nothing', ''],
		['a megabyte', 'A'.repeat(1_000_000)],
	])('%s is no such message', (_name, EncodedDiagnosticMessage) => {
		expect(known({ EncodedDiagnosticMessage })).not.toHaveProperty('EncodedDiagnosticMessage');
	});

	test.each([undefined, null, 'ImplicitDeny', [], {}])('%p says nothing of it', (detail) => {
		expect(denialIn({ AccessDeniedDetail: detail } as never, redact)).toBeUndefined();
	});
});
