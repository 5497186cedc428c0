import {
	foundTel,
	shownTel,
	tel,
	telEntriesOf,
	telOf,
	tels,
} from '../../../nodes/AlibabaCloudVms/parameters/encoders/tel';
import { tel as row } from '../../../nodes/AlibabaCloudVms/parameters/numbers';

const MOBILE = '13800000001';

describe('takes what can only be one number', () => {
	test.each<[unknown, string]>([
		[MOBILE, MOBILE],
		[13800000001, MOBILE],
		[13800000001n, MOBILE],
		['13800000001.0', MOBILE],
		["'13800000001", MOBILE],
		['="13800000001"', MOBILE],
		['" 138 0000 0001 "', MOBILE],
		['13800000001;', MOBILE],
		['13800000001 ，', MOBILE],
		['/13800000001', MOBILE],
		[' 138 0000 0001 ', MOBILE],
		['138-0000-0001', MOBILE],
		['138–0000—0001', MOBILE],
		['138.0000.0001', MOBILE],
		['\u202d13800000001\u202c', MOBILE],
		['138\u00a00000\u20030001', MOBILE],
		['\ufeff13800000001\u200b', MOBILE],
		['１３８０００００００１', MOBILE],
		['＋８６（１３８）００００－０００１', MOBILE],
		['+86 138 0000 0001', MOBILE],
		['+86-13800000001', MOBILE],
		['008613800000001', MOBILE],
		['8613800000001', MOBILE],
		['86 138 0000 0001', MOBILE],
		['013800000001', MOBILE],
		['19912345678', '19912345678'],
		['010-12345678', '01012345678'],
		['(010) 1234 5678', '01012345678'],
		['（0755）12345678', '075512345678'],
		['0755 1234567', '07551234567'],
		['021 62345678', '02162345678'],
		['+86 10 1234 5678', '01012345678'],
		['+86 (0)10 12345678', '01012345678'],
		['+86 755 1234 5678', '075512345678'],
		['0086-0755-12345678', '075512345678'],
		['8601012345678', '01012345678'],
		['400-123-4567', '4001234567'],
		['800 810 1234', '8008101234'],
		['0400-123-4567', '4001234567'],
		['86 400 123 4567', '4001234567'],
		['08001234567', '8001234567'],
	])('%p is %s', (value, expected) => expect(telOf(value)).toEqual({ tel: expected }));
});

test.each<[unknown, string | undefined]>([
	['+86 138-0000-0001', MOBILE],
	[13800000001, MOBILE],
	['0086 (021) 62345678', '02162345678'],
	['400-123-4567', '4001234567'],
	['95 559', '95559'],
	['12345', '12345'],
	['+1 212 555 0100', '+12125550100'],
	['18701051984-7538', '18701051984-7538'],
	['18701051984-75', '18701051984-75'],
	['95013123456', '95013123456'],
	[1012345678, undefined],
	['138****0001', undefined],
	['1.38E+10', undefined],
	['13800000001,13800000002', undefined],
	['01041005968转12', undefined],
	['12', undefined],
	[true, undefined],
	['', undefined],
])('%p is looked for as %p', (value, expected) => {
	const { wire, issue } = foundTel(value, row.property);
	expect(issue === undefined ? wire : undefined).toBe(expected);
});

test.each<[unknown, string | undefined]>([
	['+86 10 1234 5678', '01012345678'],
	['（010）12345678', '01012345678'],
	['+8613800000001', MOBILE],
	['400-123-4567', '4001234567'],
	['955 88', '95588'],
	['95013123456', '95013123456'],
	['9601234567', '9601234567'],
	[1012345678, undefined],
	['75512345678', undefined],
	['12', undefined],
	['01012345678,01087654321', undefined],
	['1.01E+10', undefined],
	[true, undefined],
])('%p is shown as %p', (value, expected) => {
	const { wire, issue } = shownTel(value, row.property);
	expect(issue === undefined ? wire : undefined).toBe(expected);
});

describe('refuses what may be two things, or none', () => {
	test.each<[unknown, RegExp]>([
		['1.38E+10', /shortened/],
		['1.38e10', /shortened/],
		['1E+10', /shortened/],
		['１．３８Ｅ＋１０', /shortened/],
		['13,800,000,001', /thousands separators/],
		['138****0001', /hidden/],
		['138xxxx0001', /hidden/],
		['138XXXX0001', /hidden/],
		['13800000001,13800000002', /more than one number/],
		['13800000001/13800000002', /more than one number/],
		['13800000001、13800000002', /more than one number/],
		['13800000001\n13800000002', /more than one number/],
		['13800000001 13800000002', /22 digits/],
		['"13800000001","13800000002"', /more than one number/],
		['="13800000001"&"2"', /characters/],
		['=13800000001', /characters/],
		['""', /as text/],
		[';', /characters/],
		['1380000000', /10 digits, and a mobile number has 11/],
		['138000000012', /12 digits, and a mobile number has 11/],
		['+86 1380000000', /behind \+86 it has 10 digits/],
		['12345678901', /no mobile number begins with 12/],
		['10012345678', /no mobile number begins with 10/],
		['1012345678', /lacks the 0 of its area code/],
		[1012345678, /lacks the 0 of its area code/],
		[75512345678, /lacks the 0 of its area code/],
		['7455441', /no area code/],
		['62345678', /no area code/],
		['0101234', /7 digits, and a landline/],
		['010123456789', /12 digits, and a landline/],
		['0755-1234567-8', /short group/],
		['010-12345678-801', /14 digits/],
		['010-12345678转801', /characters that belong to no phone number/],
		['110', /3 digits/],
		['95588', /5 digits/],
		['+852 2345 6789', /outside mainland China/],
		['0085223456789', /outside mainland China/],
		['+1 415 555 0100', /outside mainland China/],
		['861012345678', /12 digits/],
		['tel:13800000001', /characters/],
		['王芳', /characters/],
		['①③⑧00000001', /characters/],
		['13800000001²', /characters/],
		['', /as text/],
		[' ', /as text/],
		[true, /as text/],
		[null, /as text/],
		[{}, /as text/],
		[NaN, /as text/],
		[1.5, /digits|characters/],
		[-13800000001, /digits|characters/],
		[2 ** 60, /as text/],
	])('%p', (value, why) => {
		expect(telOf(value)).toEqual(expect.objectContaining({ why: expect.stringMatching(why) }));
	});
});

test('a whole book in a cell is refused without reading it', () => {
	const why = 'it is longer than any phone number';
	expect(telOf('x'.repeat(2_000_000))).toEqual({ why });
	expect(telOf('1-'.repeat(2_000_000))).toEqual({ why });
});

describe('an encrypted number, where the service takes such', () => {
	const read = (value: unknown) => tels(100, true)(value, row.property);

	test.each([
		'q8xK2m/4Zb+7PwTnD1cUyA==',
		'5f4dcc3b5aa765d61d8327deb882cf99',
		'5F4DCC3B5AA765D61D8327DEB882CF99',
		'q8xK2m%2F4Zb%2B7PwTnD1cUyA%3D%3D',
		'aGVsbG9Xb3JsZEFnYWlu',
	])('goes as it stands, beside others and with a warning: %s', (encrypted) => {
		const warning = 'has what is taken for an encrypted number and is sent as it stands';
		expect(read(encrypted)).toEqual({ value: [encrypted], wire: encrypted, warning });
		expect(read(`13800000001, ${encrypted} ；13800000002/13800000003`).wire).toBe(
			`13800000001,${encrypted},13800000002,13800000003`,
		);
		expect(read([encrypted, encrypted]).warning).toBe(
			'has 2 entries that are taken for encrypted numbers and are sent as they stand',
		);
		expect(tels(100)(encrypted, row.property).issue).toMatch(/^has what is no number/);
	});

	test.each([
		'138xxxx0000138xxxx0000',
		'138XXXX000XXXX0000000',
		'1380000000013800000002',
		'550e8400-e29b-41d4-a716-446655440000',
		'notanumberatallhere',
		'NOT A NUMBER AT ALL 1',
		'13800000001转801分机转801分机',
		'aGVsbG8=',
		'1.3800000001E+10',
	])('is not %s', (value) => {
		expect(read(value).issue).toMatch(/^has what is no number; entry 1 is /);
	});
});

test('what lost digits has no text that could be sent; the rest is sent as typed where nothing is checked', () => {
	expect(tel('1.38E+10', row.property)).not.toHaveProperty('wire', expect.anything());
	expect(tel('138****0001', row.property).wire).toBeUndefined();
	expect(tel(' 7455441 ', row.property)).toMatchObject({
		wire: '7455441',
		issue: expect.anything(),
	});
});

describe('lists', () => {
	test.each<[unknown, unknown[]]>([
		['1,2；3;4，5、6/7|8\n9', ['1', '2', '3', '4', '5', '6', '7', '8', '9']],
		['["1","2"]', ['1', '2']],
		[
			['1', 2, '', null, undefined, '3,4'],
			['1', 2, '3', '4'],
		],
		['', []],
		[',;', []],
		['[object Object]', ['[object Object]']],
		['["1","2"', ['["1"', '"2"']],
		['13,800,000,001', ['13,800,000,001']],
	])('%p has the entries %p', (value, entries) => expect(telEntriesOf(value)).toEqual(entries));

	test('name what is no number, each with its place, and not all of many', () => {
		const read = tels(100);
		expect(read('13800000001 ; 010-12345678', row.property)).toEqual({
			value: [MOBILE, '01012345678'],
			wire: '13800000001,01012345678',
		});
		const { issue } = read(
			Array.from({ length: 9 }, (_none, index) => `1380000000${index % 2}0x`),
			row.property,
		);
		expect(issue).toMatch(/^has what is no number; entry 1 is ".*": .* and 4 more$/);
		expect(tels(1)('13800000001,13800000002', row.property).issue).toBe(
			'has 2 numbers; give at most 1',
		);
	});
});
