import * as fc from 'fast-check';
import { plain } from '../../../nodes/AlibabaCloudVms/gateway/plain';

const asIs = (text: string) => text;

/** As pop-core's parser makes them: objects without a prototype. */
function bare(entries: Record<string, unknown>): object {
	return Object.assign(Object.create(null) as object, entries);
}

/** As pop-core's parser makes integers of more than 15 digits. */
class BigNumber {
	constructor(private readonly digits: string) {}
	isInteger() {
		return !this.digits.includes('.');
	}
	toFixed() {
		return this.digits;
	}
	toString() {
		return this.isInteger() ? '1e+19' : '1e-9999999';
	}
}

test('long integers become text, digit by digit', () => {
	expect(plain(new BigNumber('12345678901234567890'), asIs)).toBe('12345678901234567890');
	expect(plain(bare({ Data: bare({ Id: new BigNumber('600000115335269188') }) }), asIs)).toEqual({
		Data: { Id: '600000115335269188' },
	});
	expect(plain(new BigNumber('-12345678901234567890'), asIs)).toBe('-12345678901234567890');
});

test('a fraction of a million digits is not written out', () => {
	expect(plain(new BigNumber('0.000001'), asIs)).toBe('1e-9999999');
});

test('objects get a prototype, at any depth', () => {
	const body = plain(bare({ Data: bare({ List: [bare({ Id: 1 }), [bare({})]] }) }), asIs);
	expect(body).toStrictEqual({ Data: { List: [{ Id: 1 }, [{}]] } });
});

test.each([null, true, false, 0, 1.5, 'text', ''])('%p stays as it is', (value) => {
	expect(plain(value, asIs)).toBe(value);
});

test('every text is redacted, at any depth', () => {
	const body = bare({
		Message: 'secret',
		Data: bare({ List: ['a secret', bare({ x: 'secret' })] }),
	});
	const clean = plain(body, (text) => text.replaceAll('secret', '***'));
	expect(JSON.stringify(clean)).not.toContain('secret');
});

test('names are redacted like texts', () => {
	const clean = plain(bare({ Data: bare({ 'a secret': 1 }) }), (text) =>
		text.replaceAll('secret', '***'),
	);
	expect(clean).toStrictEqual({ Data: { 'a ***': 1 } });
});

test('what stands below a named member is redacted in another way', () => {
	const body = bare({
		Data: bare({ x: 'x', List: ['x'] }),
		Message: 'x',
		Other: bare({ Data: 'x' }),
	});
	const clean = plain(body, (text) => text.replace('x', '1'), { Data: (text) => `${text}2` });
	expect(clean).toStrictEqual({
		Data: { x2: 'x2', List2: ['x2'] },
		Message: '1',
		Other: { Data: '1' },
	});
});

test('a body cannot change prototypes', () => {
	const hostile = JSON.parse('{"__proto__":{"polluted":1},"a":{"__proto__":{"polluted":2},"b":1}}');
	expect(plain(hostile, asIs)).toStrictEqual({ a: { b: 1 } });
	expect({}).not.toHaveProperty('polluted');
});

test('names that objects have of their own are names like others', () => {
	const body = bare({ toFixed: 2, constructor: 'x', hasOwnProperty: 1, toString: null });
	expect(plain(body, asIs)).toEqual({
		toFixed: 2,
		constructor: 'x',
		hasOwnProperty: 1,
		toString: null,
	});
});

test('whatever the body, the result is plain JSON and nothing is thrown', () => {
	const digits = fc.stringMatching(/^[1-9]\d{15,24}$/);
	const leaf = fc.oneof(
		fc.string(),
		fc.integer(),
		fc.boolean(),
		fc.constant(null),
		digits.map((text) => new BigNumber(text)),
	);
	const name = fc.oneof(
		fc.string(),
		fc.constantFrom('__proto__', 'toFixed', 'constructor', 'toJSON'),
	);
	const { body } = fc.letrec((tie) => ({
		body: fc.oneof({ maxDepth: 5 }, leaf, fc.array(tie('body')), tie('object')),
		object: fc.dictionary(name, tie('body'), { noNullPrototype: false }),
	}));
	const isPlain = (value: unknown): boolean => {
		if (typeof value !== 'object' || value === null) return typeof value !== 'function';
		if (Array.isArray(value)) return value.every(isPlain);
		return Object.getPrototypeOf(value) === Object.prototype && Object.values(value).every(isPlain);
	};
	fc.assert(
		fc.property(body, (value) => isPlain(plain(value, asIs))),
		{ numRuns: 300 },
	);
});
