import * as fc from 'fast-check';
import { freeText, isBlank, seen } from '../../../nodes/AlibabaCloudVms/unseen';
import { quote } from '../../../nodes/AlibabaCloudVms/text';

describe('what is seen of an ID, a number, a date or a list', () => {
	test.each([
		['\u202d13800138000\u202c', '13800138000'],
		['133\u200b224', '133224'],
		['\ufeff133224', '133224'],
		['133224\u00a0', '133224'],
		['\u3000133224\u3000', '133224'],
		['64203667\u00ad', '64203667'],
		['\u2066+8664203667\u2069', '+8664203667'],
		['133224\0', '133224'],
		['2030-12-01\u202f08:30', '2030-12-01 08:30'],
		['133224\u3000133225', '133224 133225'],
		['133\u00a0224', '133 224'],
		['1\u2028', '1'],
		['1111\ufe0f', '1111'],
	])('of %j is %j', (typed, text) => expect(seen(typed)).toBe(text));
});

describe('what is seen of a text', () => {
	test.each([
		['春季\u200b续约', '春季续约'],
		['\ufeff春季续约', '春季续约'],
		['春季续约\u200e', '春季续约'],
		['春季\u00a0续约', '春季 续约'],
		['春季\u3000续约', '春季\u3000续约'],
		['\u3000春季续约 \u3000', '春季续约'],
		[' \u00a0春季续约', '春季续约'],
		[' two  blanks ', ' two  blanks '],
		['one\ntwo\tthree\r\n', 'one\ntwo\tthree\r\n'],
		['one\u2028two\u000bthree', 'one\ntwo\nthree'],
		['so\u00adft', 'soft'],
		['\u3164', ''],
		['a\u200db', 'ab'],
		['1\ufe0f', '1'],
		['文\ufe0f', '文'],
		['a\u202eb\u202c', 'ab'],
		['图\ufffc', '图'],
		['a\u001a', 'a'],
	])('%j is %j', (typed, text) => expect(freeText(typed)).toBe(text));

	test.each([
		'👩‍👩‍👧 一家',
		'👩🏽‍💻',
		'❤️',
		'❤️‍🔥',
		'🏳️‍🌈',
		'1️⃣ 第一批',
		'🏴󠁧󠁢󠁥󠁮󠁧󠁿',
		'می‌خواهم',
		'क्‍ष',
		'ന്‍',
		'葛\u{e0100}',
		'ภาษา\u200bไทย',
		'\u200fשלום\u200f (2)',
		'🇨🇳',
		'é ñ ü',
	])('%s keeps what joins its parts', (text) => expect(freeText(text)).toBe(text));

	test('is the same when it is read once more, whatever it is', () => {
		const odd = fc.constantFrom(
			...['\u200b', '\u200d', '\ufe0f', '\u00a0', '\u3000', '\u2028', '\u202d', '\ufeff', '\0'],
			...['\u061c', '\u180b', '\u180e', '\u{e0041}', '\u{e007f}', '\ufe00', '\u{e0100}'],
			...[' ', '\n', '👩', '❤', '🏴', '文', 'ا', 'क', 'ᠠ', 'ไ', '1', '\u20e3'],
		);
		fc.assert(
			fc.property(fc.array(fc.oneof(odd, fc.string({ unit: 'binary' }))), (parts) => {
				const text = parts.join('');
				expect(freeText(freeText(text))).toBe(freeText(text));
				expect(seen(seen(text))).toBe(seen(text));
				expect(isBlank(text)).toBe(seen(text) === '');
			}),
			{ numRuns: 2000 },
		);
	});
});

test.each(['', ' ', '\u200b', '\ufeff \u3000\n', '\u2800', '\u3164', '\0\0', '\u202a\u202c'])(
	'%j is empty',
	(text) => expect(isBlank(text)).toBe(true),
);

test.each(['.', '0', '\u0301', '👩', '　x'])('%j is not', (text) =>
	expect(isBlank(text)).toBe(false),
);

test.each([
	['133\u200b224', '"133‹U+200B›224"'],
	['133\u00a0224', '"133‹U+00A0›224"'],
	['a\u3000b', '"a‹U+3000›b"'],
	['a\u0085b\u007f', '"a‹U+0085›b‹U+007F›"'],
	['a\u{e0041}', '"a‹U+E0041›"'],
	['👩‍👩‍👧 ❤️', '"👩‍👩‍👧 ❤️"'],
	['tab\t', '"tab\\t"'],
])('a message shows %j as %s', (text, shown) => expect(quote(text)).toBe(shown));
