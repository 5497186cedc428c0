import fc from 'fast-check';
import { parse } from 'json-bigint';
import { plain } from '../../../nodes/AlibabaCloudVms/gateway/plain';
import { quicklyRead } from '../../../nodes/AlibabaCloudVms/gateway/quick';
import { readAllTheSame } from '../../../nodes/AlibabaCloudVms/gateway/unreadable';

const asIs = (text: string) => text;

/** What is made of a body by pop-core's parser: all there is to know of it, the order of names included. */
function byPopCore(text: string): string {
	let body: unknown;
	try {
		body = parse(text);
	} catch (error) {
		body = readAllTheSame(error);
	}
	return inFull(plain(body, asIs));
}

const inFull = (value: unknown): string =>
	JSON.stringify(value, (_name, one: unknown) => (Object.is(one, -0) ? 'minus zero' : one));

const digits = (min: number, max: number) =>
	fc.stringMatching(new RegExp(`^[0-9]{${min},${max}}$`));

/** Numbers around the length at which they are kept digit by digit, and as nobody should write them. */
const number = fc.oneof(
	fc.double({ noNaN: true }).map(String),
	fc.bigInt().map(String),
	fc.constantFrom('0', '-0', '0.0', '-0.0', '1e5', '1E400', '-1e-400', '01', '1.', '.5', '-', '+1'),
	fc
		.tuple(fc.constantFrom('', '-'), digits(1, 18), fc.constantFrom('', '.'), digits(0, 18))
		.map((parts) => parts.join('')),
	fc
		.tuple(digits(1, 3), fc.constantFrom('e', 'E'), fc.constantFrom('', '+', '-'), digits(1, 3))
		.map((parts) => parts.join('')),
);

const name = fc.oneof(
	fc.constantFrom('a', 'b', '1', '0', 'Code', '__proto__', 'constructor', 'toFixed', 'a__proto__b'),
	fc.string(),
);

/** A text as it may stand in a document: plain, and with every character escaped. */
const quoted = (text: fc.Arbitrary<string>) =>
	fc.tuple(text, fc.boolean()).map(([value, isEscaped]) => {
		if (!isEscaped) return JSON.stringify(value);
		const codes = Array.from({ length: value.length }, (_one, index) =>
			value.charCodeAt(index).toString(16).padStart(4, '0'),
		);
		return `"${codes.map((code) => `\\u${code}`).join('')}"`;
	});

const text = fc.oneof(
	fc.string({ unit: 'binary' }),
	fc.constantFrom('": 12345678901234567890', ', -1e9', '\\', '\\"', '[0123456789012345678]'),
);

const blank = fc.constantFrom('', ' ', '\n\t', '\r', '\u00a0', '\f');

const { body } = fc.letrec<{ body: string; value: string }>((tie) => ({
	value: fc.oneof(
		{ depthSize: 'small' },
		number,
		quoted(text),
		fc.constantFrom('true', 'false', 'null', 'nul', ''),
		fc
			.tuple(fc.array(tie('value'), { maxLength: 3 }), blank)
			.map(([values, space]) => `[${values.join(`,${space}`)}]`),
		tie('body'),
	),
	body: fc
		.tuple(fc.array(fc.tuple(quoted(name), blank, tie('value')), { maxLength: 4 }), blank)
		.map(
			([members, space]) =>
				`{${members.map(([key, gap, value]) => `${key}${gap}:${gap}${value}`).join(`,${space}`)}}`,
		),
}));

test('whatever is read quickly is what the parser of pop-core makes of it', () => {
	let read = 0;
	fc.assert(
		fc.property(body, (document) => {
			const quick = quicklyRead(document);
			if (quick === undefined) return;
			read++;
			expect(inFull(plain(quick, asIs))).toBe(byPopCore(document));
		}),
		{ numRuns: 2000 },
	);
	expect(read).toBeGreaterThan(100);
});

const RECORD = {
	Tel: '13800138000',
	UniqueId: 'medias_1-1777564800.1234567890123',
	Start: 1777564800,
};

test.each<[string, string]>([
	['records', JSON.stringify({ Code: 'OK', Data: { List: [RECORD, RECORD], Ms: 1777564800123 } })],
	['fifteen digits', '{"a":123456789012345,"b":-12345678901234,"c":1.2345678901234}'],
	['long numbers and exponents in a text', '{"a":"12345678901234567890","b":"1e5","c":"-1E400"}'],
	['minus zero', '{"a":-0}'],
	['a name twice', '{"b":1,"a":2,"b":3}'],
	['a name that is no data', '{"__proto__":{"a":1},"b":{"constructor":2}}'],
	['nothing', '{}'],
])('%s are read quickly', (_what, document) => {
	const quick = quicklyRead(document);
	expect(quick).toBeDefined();
	expect(inFull(plain(quick, asIs))).toBe(byPopCore(document));
});

test.each([
	'{"a":1234567890123456}',
	'{"a":-123456789012345}',
	'{"a": 1234567890123456}',
	'{"a":[1,1234567890123456]}',
	'{"a":[1234567890123456]}',
	'{"a":0.12345678901234}',
	'{"a":1e5}',
	'{"a":1E400}',
	'{"a":-0.5e-7}',
	'{"a":01}',
	'{"a":"\n"}',
	'{"a":1',
	'[1]',
	'null',
	'1234567890123456',
	'\ufeff{}',
	'',
])('%j is left to pop-core', (document) => {
	expect(quicklyRead(document)).toBeUndefined();
});
