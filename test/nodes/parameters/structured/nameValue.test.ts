import { issueOf, reading, sent, sentFromBuilder } from '../catalogue';
import { entries } from '../../../support/builders';

describe('user fields', () => {
	test('are one pair an entry, from the builder', () => {
		const fields = [
			{ name: 'name', value: '1234' },
			{ name: 'name1', value: 12345 },
			{ name: 'city', value: '' },
			{ name: 'vip', value: true },
		];
		expect(sentFromBuilder('UserFields', entries('field', fields))).toBe(
			'[{"name":"1234"},{"name1":"12345"},{"city":""},{"vip":"true"}]',
		);
	});

	test.each<[unknown, string]>([
		[{ value: 'x' }, 'entry 1, name: is ""; give a text that is not empty'],
		[{ name: ' ', value: 'x' }, 'entry 1, name: is " "'],
		[{ name: { first: 'a' }, value: 'x' }, 'entry 1, name: is ""'],
		[{ name: 'a', value: { b: 1 } }, 'entry 1, value: is {"b":1}; give a text'],
		[{ name: 'a', value: ['b'] }, 'entry 1, value: is ["b"]; give a text'],
		[{ name: 'a', value: Number.NaN }, 'entry 1, value: is NaN; give a text'],
	])('%j in the builder is refused', (field, words) => {
		expect(sentFromBuilder('UserFields', entries('field', [field]))).toContain(words);
	});

	test.each<[string, unknown, string]>([
		['two pairs in an entry', [{ a: '1', b: '2' }], 'entry 1: is {"a":"1","b":"2"}; give one pair'],
		['an entry without a pair', [{ a: '1' }, {}], 'entry 2: is {}; give one pair'],
		['one object for all', { a: '1' }, 'is {"a":"1"}; give a list in square brackets'],
		['a text as entry', ['a'], 'entry 1: is "a"; give one pair'],
		['null as value', [{ a: null }], 'entry 1, value: is null; give a text'],
		['an object as value', '[{"a":{"b":1}}]', 'entry 1, value: is {"b":1}; give a text'],
		['half an emoji', [{ a: '\ud83d' }], 'entry 1, value: is "\\ud83d"; give a text'],
		['an empty name', [{ '': '1' }], 'entry 1, name: is ""'],
	])('%s is refused', (_what, value, words) => {
		expect(issueOf('UserFields', value)).toContain(words);
	});

	test('names that objects have of their own are names like others', () => {
		const json = '[{"__proto__":"1"},{"constructor":"2"},{"toString":"3"}]';
		expect(sent('UserFields', json)).toBe(json);
	});

	test('a list without entries is sent where it was written as such', () => {
		expect(sent('UserFields', '[]')).toBe('[]');
	});
});

describe('call variables', () => {
	test('are pairs of name and value, from the builder', () => {
		const variables = [
			{ name: 'abcdefg', value: '${cdr_enterprise_id}' },
			{ name: ' level ', value: 3 },
		];
		expect(sentFromBuilder('CallVariables', entries('variable', variables))).toBe(
			'[{"name":"abcdefg","value":"${cdr_enterprise_id}"},{"name":"level","value":"3"}]',
		);
	});

	test.each<[string, unknown, string]>([
		['a missing value', [{ name: 'a' }], 'entry 1: lacks value'],
		[
			'an unknown key',
			[{ name: 'a', value: 'b', x: 1 }],
			'entry 1: has "x"; only name, value belong here',
		],
		[
			'an empty name',
			[{ name: '', value: 'b' }],
			'entry 1, name: is ""; give a text that is not empty',
		],
		['an object as name', [{ name: {}, value: 'b' }], 'entry 1, name: is {}'],
		['an object as value', [{ name: 'a', value: {} }], 'entry 1, value: is {}; give a text'],
		[
			'pairs as in user fields beside a variable',
			[{ abcdefg: '1' }, { name: 'a', value: 'b' }],
			'entry 1: lacks name, value',
		],
		['a pair without a name', [{ '': '1' }], 'entry 1, name: is ""'],
		['an entry without a pair', [{ a: '1' }, {}], 'entry 2: is {}; give one pair'],
		['two pairs in an entry', [{ a: '1', b: '2' }], 'entry 1: is {"a":"1","b":"2"}; give one pair'],
		['an object', { name: 'a', value: 'b' }, 'give a list in square brackets'],
	])('%s is refused', (_what, value, words) => {
		expect(issueOf('CallVariables', value)).toContain(words);
		expect(reading('CallVariables', value).value).toBeUndefined();
	});

	test.each<[unknown, string]>([
		[[{ abcdefg: '1' }], '[{"name":"abcdefg","value":"1"}]'],
		[
			'[{"key1":"value1"},{"key2":2}]',
			'[{"name":"key1","value":"value1"},{"name":"key2","value":"2"}]',
		],
	])('may be given as tasks have them when they are read: %j', (value, wire) => {
		expect(sent('CallVariables', value)).toBe(wire);
		expect(sent('CallVariables', wire)).toBe(wire);
	});

	test('nothing is left out of the message: one issue an entry', () => {
		expect(issueOf('CallVariables', [{ name: '', value: 'b' }, { name: 'a' }])).toMatch(
			/entry 1, name: .+; entry 2: lacks value/,
		);
	});
});
