import { brokenJson } from '../../../../nodes/AlibabaCloudVms/parameters/structured/syntax';
import { issueOf } from '../catalogue';

const NAME = 'a name in double quotes is expected';
const VALUE = 'a value like "text", 5 or true is expected';

describe('a text that is no JSON', () => {
	test.each<[string, string]>([
		['{"retry":2,}', `at character 12, behind \`{"retry":2,\`, ${NAME}, but there is \`}\``],
		[
			'{"retry":2',
			'at character 11, behind `{"retry":2`, a comma or `}` is expected, but the text ends there',
		],
		['{retry:2}', `at character 2, behind \`{\`, ${NAME}, but there is \`retry\``],
		["{'retry':2}", `at character 2, behind \`{\`, ${NAME}, but there is \`'\``],
		['{“retry”：2}', `at character 2, behind \`{\`, ${NAME}, but there is \`“\``],
		['｛"retry":2}', 'at character 1, `{` or `[` is expected, but there is `｛`'],
		['{"retry"：2}', 'at character 9, behind `{"retry"`, a colon is expected, but there is `：`'],
		[
			'[{"a":1} {"b":2}]',
			'at character 10, behind `[{"a":1}`, a comma or `]` is expected, but there is `{`',
		],
		['[1,]', `at character 4, behind \`[1,\`, ${VALUE}, but there is \`]\``],
		['{"a":True}', `at character 6, behind \`{"a":\`, ${VALUE}, but there is \`True\``],
		['{"a":01}', `at character 6, behind \`{"a":\`, ${VALUE}, but there is \`01\``],
		['{"a":1}}', 'at character 8, behind `{"a":1}`, nothing more is expected, but there is `}`'],
		[
			'{"a":"x',
			'at character 8, behind `{"a":"x`, the closing double quote is expected, but the text ends there',
		],
		[
			'{"a":"x\ny"}',
			'in line 1, at character 8, behind `{"a":"x`, the closing double quote is expected, but the line ends there',
		],
		[
			'{"a":1,\n "b":2\n "c":3}',
			'in line 3, at character 2, behind `{"a":1,  "b":2`, a comma or `}` is expected, but there is `"`',
		],
		[
			'{"a":"\\x"}',
			'at character 7, behind `{"a":"`, a backslash written twice, or \\n, \\t or the like is expected, but there is `\\`',
		],
		[
			'{"🌸🌸":1 2}',
			'at character 9, behind `{"🌸🌸":1`, a comma or `}` is expected, but there is `2`',
		],
		['{\u200b"a":1}', `at character 2, behind \`{\`, ${NAME}, but there is \`‹U+200B›\``],
		[
			`[${'"long text", '.repeat(20)}]`,
			`at character 262, behind \`… text", "long text",\`, ${VALUE}, but there is \`]\``,
		],
		[
			'['.repeat(20000),
			'at character 102, behind `…[[[[[[[[[[[[[[[[[[[[`, no deeper structure is expected, but there is `[`',
		],
	])('says where it is broken, and what is expected: %j', (text, where) => {
		expect(brokenJson(text)).toBe(`is no JSON: ${where}`);
	});

	test.each([
		'',
		'x',
		'5',
		'[object Object]',
		'"{}"',
		' {"a":[1,-2.5e3,"\\u4efb",null,true,{}]} ',
		'[]',
	])('is told nothing where it begins as none, or is JSON: %j', (text) =>
		expect(brokenJson(text)).toBeUndefined(),
	);

	test('finds every place at which a text was cut off', () => {
		const whole = '{"retry":2,"strategy":[{"round":1,"time":"1-1-1"},{"round":-2.5,"x":[null]}]}';
		for (let end = 1; end < whole.length; end++) {
			expect(brokenJson(whole.slice(0, end))).toMatch(/^is no JSON: at character \d+, /);
		}
		expect(brokenJson(whole)).toBeUndefined();
	});
});

test('a structure quotes what was given without escapes', () => {
	expect(issueOf('UserFields', '{"a":"b"')).toBe(
		'is no JSON: at character 9, behind `{"a":"b"`, a comma or `}` is expected, but the text ends there',
	);
	expect(issueOf('UserFields', '"{"')).toBe('is ""{""; give JSON, as an object or a list');
});
