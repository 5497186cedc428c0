import { dataRedactor, redactor } from '../../../nodes/AlibabaCloudVms/gateway/redact';

const LONG_PART = 'sEcr+t/wIth=sIgns';
const SHORT_LIVED_PART = 'CAIS/token+part==';
const ID_PART = 'LTAI5tExampleKey';

const keys = {
	accessKeyId: ID_PART,
	accessKeySecret: LONG_PART,
	securityToken: SHORT_LIVED_PART,
};
const redact = redactor(keys);
const redactData = dataRedactor(keys);
const once = encodeURIComponent;
const twice = (text: string) => once(once(text));

describe.each([
	['the secret', LONG_PART],
	['the token', SHORT_LIVED_PART],
	['the key', ID_PART],
])('%s', (_what, value) => {
	test.each([
		['as it is', value],
		['percent-encoded', once(value)],
		['percent-encoded twice', twice(value)],
	])('is hidden %s, wherever it stands', (_how, text) => {
		const clean = redact(`POST&%2F&${text}&x=${text},"${text}"`);
		expect(clean).not.toContain(text);
		expect(clean.match(/\*\*\*/g)).toHaveLength(3);
	});
});

test.each([
	'Signature=XgBr4aD1vL0fJz6qS8tYw2Hk5Mo%2B%3D&Action=CloudUpdateTask',
	'https://host/?a=1&Signature=XgBr4aD1vL0fJz6qS8tYw2Hk5Mo%2B%3D',
	'"Signature":"XgBr4aD1vL0fJz6qS8tYw2Hk5Mo+="',
	'{"Signature": "XgBr4aD1vL0fJz6qS8tYw2Hk5Mo+="}',
	"Signature: 'XgBr4aD1vL0fJz6qS8tYw2Hk5Mo+='",
	'Signature%3DXgBr4aD1vL0fJz6qS8tYw2Hk5Mo%252B%253D',
	'signature=XgBr4aD1vL0fJz6qS8tYw2Hk5Mo+=',
	'Credential=x,SignedHeaders=a;b,Signature=XgBr4aD1vL0fJz6qS8tYw2Hk5Mo+=',
])('the signature in %s is hidden', (text) => {
	const clean = redact(text);
	expect(clean).toContain('***');
	expect(clean).not.toContain('XgBr');
});

test('the rest of the text stays', () => {
	expect(
		redact(
			'Action=CloudUpdateTask&SignatureMethod=HMAC-SHA1&Signature=XgBr4aD1vL0fJz6qS8tYw2Hk5Mo%3D&TaskId=1',
		),
	).toBe('Action=CloudUpdateTask&SignatureMethod=HMAC-SHA1&Signature=***&TaskId=1');
	const words = 'Specified signature is not matched with our calculation.';
	expect(redact(words)).toBe(words);
	expect(redact('任务不存在')).toBe('任务不存在');
	expect(redact('')).toBe('');
});

test('a permanent key has no token to hide', () => {
	const plain = redactor({ accessKeyId: ID_PART, accessKeySecret: LONG_PART });
	expect(plain(`${ID_PART} undefined ${LONG_PART}`)).toBe('*** undefined ***');
});

test.each([
	['the secret', LONG_PART],
	['the token', SHORT_LIVED_PART],
	['the key', ID_PART],
])('%s is hidden where the text holds nothing else', (_what, value) => {
	expect(redact(value)).toBe('***');
	expect(redact(value.toLowerCase())).toBe('***');
});

test.each(['k', 'short', 'with/sign'])('a key as short as %s is hidden too', (value) => {
	const hide = redactor({ accessKeyId: value, accessKeySecret: LONG_PART });
	expect(hide(value)).toBe('***');
	expect(hide(twice(value))).toBe('***');
});

test('one text after the other is redacted', () => {
	const texts = [LONG_PART, `x ${ID_PART}`, SHORT_LIVED_PART, twice(LONG_PART), LONG_PART];
	expect(texts.map(redact)).toEqual(['***', 'x ***', '***', '***', '***']);
});

test('the shortest text with a signature is redacted', () => {
	const digest = 'XgBr4aD1vL0fJz6qS8tY';
	expect(redact(`Signature=${digest}`)).toBe('Signature=***');
	expect(redact(`signature ${digest}`)).toBe('signature ***');
	const last = digest.slice(1);
	expect(redact(`Signature=${last}`)).toBe(`Signature=${last}`);
});

describe("in a task's own data", () => {
	test.each([LONG_PART, SHORT_LIVED_PART, ID_PART])('%s is hidden as well', (value) => {
		for (const text of [value, once(value), twice(value)]) {
			expect(redactData(`回访 ${text}, ${text}`)).toBe('回访 ***, ***');
		}
	});

	test.each([
		'https://oss.example/a.wav?Expires=1&OSSAccessKeyId=x&Signature=XgBr4aD1vL0fJz6qS8tYw2Hk5Mo%3D',
		'Signature: XgBr4aD1vL0fJz6qS8tYw2Hk5Mo+= of somebody else',
		'signature electronic-contract-2026',
		'',
	])('%j stays', (text) => {
		expect(redactData(text)).toBe(text);
	});

	test.each(['k', 'test', 'testsecret', 'spring-campaign'])(
		'a key as short as %s may be a word of it',
		(value) => {
			const hide = dataRedactor({
				accessKeyId: value,
				accessKeySecret: value,
				securityToken: value,
			});
			expect(hide(`${value} ${ID_PART}`)).toBe(`${value} ${ID_PART}`);
		},
	);
});
