import { quote } from '../../../../nodes/AlibabaCloudVms/text';
import { issueOf, reading, sent } from '../catalogue';
import { shapeless } from './shapeless';

describe.each(['EnterpriseId', 'TaskId', 'IvrId'])('the identifier %s', (api) => {
	test.each<[unknown, string]>([
		[7000002, '7000002'],
		['7000002', '7000002'],
		[' 7000002\n', '7000002'],
		['７０００００２', '7000002'],
		['0013', '0013'],
		['7000002.0', '7000002'],
		['７０００００２．００', '7000002'],
		['12345678901234567890', '12345678901234567890'],
		[12345678901234567890n, '12345678901234567890'],
		[Number.MAX_SAFE_INTEGER, '9007199254740991'],
	])('reads %p as %s', (value, wire) => {
		expect(reading(api, value)).toEqual({ value: wire, wire });
	});

	test.each([
		0,
		'0',
		'000',
		-5,
		'-5',
		'+5',
		'1.5',
		'1.',
		'.0',
		'0.0',
		'1.01',
		1.5,
		'1e5',
		'12 34',
		'1,234',
		'#12',
		true,
		'abc',
		'12²',
	])('refuses %p', (value) => {
		expect(issueOf(api, value)).toBe(
			`is ${quote(value)}; give a number without signs or blanks, as text if it is longer than 15 digits`,
		);
	});

	test.each(shapeless)('refuses %s', (shown, value) => {
		expect(issueOf(api, value)).toContain(`is ${shown}; give a number`);
	});

	test('refuses a number that has lost digits, and has no text to send for it', () => {
		const { wire, issue } = reading(api, Number('60000011533526918819'));
		expect(issue).toContain('as text if it is longer than 15 digits');
		expect(wire).toBeUndefined();
	});
});

describe('a text', () => {
	test.each<[unknown, string]>([
		['任务名称-1', '任务名称-1'],
		[' two  blanks ', ' two  blanks '],
		['a+b=c&d%20', 'a+b=c&d%20'],
		["it's *(all)* ~ok~!", "it's *(all)* ~ok~!"],
		['第１组', '第１组'],
		['😀 family 👨‍👩‍👧', '😀 family 👨‍👩‍👧'],
		[2026, '2026'],
		[1.5, '1.5'],
		[true, 'true'],
	])('%p is sent unchanged', (value, wire) => {
		expect(sent('Name', value)).toBe(wire);
	});

	test.each<[string, unknown]>([
		...shapeless,
		['"2026-01-01T00:00:00.000Z"', new Date(1767225600000)],
	])('%s is refused, and nothing is made of it', (shown, value) => {
		expect(reading('Name', value)).toEqual({
			wire: undefined,
			issue: `is ${shown}; give text of at most 49 characters`,
		});
	});

	test('a number that has lost digits is refused', () => {
		expect(reading('Name', 2e21)).toEqual({
			wire: undefined,
			issue: expect.stringMatching(/^is .+; give text of at most 49 characters$/),
		});
	});

	test('a text that was cut through an emoji is refused, since it cannot be signed', () => {
		const cut = '新春😀'.slice(0, 3);
		expect(reading('Name', cut)).toEqual({
			wire: undefined,
			issue: 'is "新春\\ud83d"; give text without half an emoji',
		});
	});

	test('the path of a voice file is kept digit by digit', () => {
		expect(sent('CustomerVoice', '60000011533526918819')).toBe('60000011533526918819');
		expect(issueOf('CustomerVoice', 2 ** 60)).toContain('format the column as text');
		expect(issueOf('CustomerVoice', '6.00000115335269E+19')).toContain('format the column as text');
		expect(sent('CustomerVoice', ' 60000011533526918819 ')).toBe('60000011533526918819');
	});
});
