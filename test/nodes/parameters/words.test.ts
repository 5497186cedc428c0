import { valueWords } from '../../../nodes/AlibabaCloudVms/parameters/words';
import { anyOf, quote } from '../../../nodes/AlibabaCloudVms/text';
import { rowOf } from './catalogue';

const circular: Record<string, unknown> = {};
circular.self = circular;

test.each<[unknown, string]>([
	['08:00', '"08:00"'],
	['', '""'],
	['say "hi"', '"say "hi""'],
	['C:\\temp', '"C:\\temp"'],
	['a\nb', '"a\\nb"'],
	[5, '5'],
	[false, 'false'],
	[{ a: [1] }, '{"a":[1]}'],
	[null, 'null'],
	[undefined, 'undefined'],
	[Number.NaN, 'NaN'],
	[10n, '10'],
	[new Date(Number.NaN), 'Invalid Date'],
	[circular, 'an object'],
	['x'.repeat(100), `"${'x'.repeat(79)}…`],
	['😀'.repeat(100), `"${'😀'.repeat(79)}…`],
])('%p is quoted as %s', (value, words) => {
	expect(quote(value)).toBe(words);
});

test.each([
	[[], ''],
	[['a'], 'a'],
	[['a', 'b'], 'a or b'],
	[['a', 'b', 'c'], 'a, b or c'],
])('any of %j reads %j', (words, sentence) => {
	expect(anyOf(words)).toBe(sentence);
});

test.each<[string, unknown, string]>([
	['AutoStart', true, 'on'],
	['AutoStart', false, 'off'],
	['CustomerClidsCategory', 4, "set to 'Number Pool'"],
	['IvrId', '13', 'set to "13"'],
	['RetryStrategy', '', 'empty'],
])('%s at %p is %s', (api, value, words) => {
	expect(valueWords(rowOf(api).property, value)).toBe(words);
});
