import * as fc from 'fast-check';
import {
	hasLostDigits,
	lostNumber,
} from '../../../../nodes/AlibabaCloudVms/parameters/structured/digits';

test.each([
	['[9007199254740993]', '9007199254740993'],
	['[9007199254740992]', '9007199254740992'],
	['{"a":{"b":[1,-12345678901234567890]}}', '-12345678901234567890'],
	['[60000011533526918819]', '60000011533526918819'],
	['[1e21]', '1e21'],
	['[1E400]', '1E400'],
	['[-1.5e300]', '-1.5e300'],
	['[1e-400]', '1e-400'],
	['[0.12345678901234567891]', '0.12345678901234567891'],
	['[1234567890.123456789]', '1234567890.123456789'],
	['[100000000000000000000000]', '100000000000000000000000'],
	['{"a":"\\"9007199254740993","b":9007199254740993}', '9007199254740993'],
])('%s loses digits', (json, number) => expect(lostNumber(json)).toBe(number));

test.each([
	'[9007199254740991]',
	'[-9007199254740991]',
	'[1.50e3, 15E2, 1.5e-7, 0.1, 0.10, -0, 0e5, 100.000000000000000000, 1e15]',
	'["9007199254740993", "1e400", "\\"12345678901234567890"]',
	'{"12345678901234567890":"60000011533526918819"}',
	'{"retry":2,"strategy":[{"round":1,"time":"1-1-1"}]}',
])('%s loses none', (json) => {
	expect(lostNumber(json)).toBeUndefined();
	expect(hasLostDigits(JSON.parse(json))).toBe(false);
});

test('any number that JavaScript writes is read as it stands, and no whole number beyond it', () => {
	fc.assert(
		fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
			const isKept = Math.abs(number) <= Number.MAX_SAFE_INTEGER;
			expect(lostNumber(JSON.stringify([number])) === undefined).toBe(isKept);
		}),
		{ numRuns: 2000 },
	);
	fc.assert(
		fc.property(fc.bigInt({ min: 2n ** 53n, max: 10n ** 40n }), fc.boolean(), (number, isBelow) => {
			const text = String(isBelow ? -number : number);
			expect(lostNumber(`{"a":[${text}]}`)).toBe(text);
		}),
	);
});
