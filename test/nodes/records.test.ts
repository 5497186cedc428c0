import fc from 'fast-check';
import { recordOf } from '../../nodes/AlibabaCloudVms/records';

/** Names as answers and sheets have them: of this kind of object, numbers, Chinese, twice. */
const name = fc.oneof(
	fc.constantFrom('Id', 'Name', '任务名称', '', ' ', '0', '42', '-1', '4294967296'),
	fc.constantFrom('__proto__', 'constructor', 'toString', 'hasOwnProperty', 'toJSON'),
	fc.string(),
);
const value = fc.jsonValue();
const pairsOf = (size: fc.ArrayConstraints) => fc.array(fc.tuple(name, value), size);

const naive = (pairs: ReadonlyArray<readonly [string, unknown]>): Record<string, unknown> =>
	Object.fromEntries(pairs.filter(([one]) => one !== '__proto__'));

const hasAll = (pairs: ReadonlyArray<readonly [string, unknown]>): void => {
	const made = recordOf(pairs);
	expect(made).toEqual(naive(pairs));
	expect(Object.keys(made)).toEqual(Object.keys(naive(pairs)));
	expect(Object.getPrototypeOf(made)).toBe(Object.prototype);
};

test.each([
	['few', { maxLength: 12 }],
	['many', { minLength: 13, maxLength: 60 }],
	['very many', { minLength: 190, maxLength: 210 }],
])('has the values of %s names, in their order', (_, size) => {
	fc.assert(fc.property(pairsOf(size), hasAll));
});

test('has nothing of an object of the same names, or of as many', () => {
	const two = fc.integer({ min: 13, max: 40 }).chain((length) => {
		const many = { minLength: length, maxLength: length };
		return fc.record({
			names: fc.array(name, many),
			others: fc.array(name, many),
			values: fc.array(fc.array(value, many), { minLength: 3, maxLength: 3 }),
		});
	});
	fc.assert(
		fc.property(two, ({ names, others, values: [first = [], second = [], third = []] }) => {
			const pairs = (those: string[], these: unknown[]) =>
				those.map((one, place) => [one, these[place]] as const);
			const made = recordOf(pairs(names, first));
			for (const one of Object.keys(made)) made[one] = 'changed afterwards';
			hasAll(pairs(names, second));
			hasAll(pairs(others, third));
			hasAll(pairs(names, second));
		}),
	);
});
