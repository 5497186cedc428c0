import { issueOf, reading, sent } from '../catalogue';

describe.each(['CustomerClids', 'Cnos', 'AgentGroup', 'TimeStrategy', 'AutoTriggerTimeStrategy'])(
	'the list %s',
	(api) => {
		test.each<[string, unknown, string]>([
			['one entry', '1111', '1111'],
			['a number', 1111, '1111'],
			['commas', '1111,2222', '1111,2222'],
			['blanks around entries', ' 1111 , 2222\n', '1111,2222'],
			['Chinese commas', '1111，2222、3333', '1111,2222,3333'],
			['full-width digits', '１１１１，２２２２', '1111,2222'],
			['an array', ['1111', 2222], '1111,2222'],
			['the JSON of a list', ' ["1111", 2222]', '1111,2222'],
			['an array of lists', ['1111,2222', '3333'], '1111,2222,3333'],
		])('takes %s', (_what, value, wire) => {
			expect(reading(api, value)).toEqual({ value: wire.split(','), wire });
		});

		test.each(['1111,', ',1111', '1111,,2222', '1111, ,2222', ',', ['1111', '']])(
			'refuses the empty entry of %j',
			(value) => {
				expect(issueOf(api, value)).toMatch(
					/^is .* and has an empty entry; give .+ separated by commas, without empty entries$/,
				);
			},
		);

		test.each(['1111 2222', '1111;2222', '1111；2222', '1111|2222', '1111/2222', '1111\n2222'])(
			'refuses %j, which is separated by something else',
			(value) => {
				expect(issueOf(api, value)).toContain(
					`has the entry ${JSON.stringify(value.normalize('NFKC'))}`,
				);
			},
		);

		test.each(['undefined', 'null', 'NaN', '[object Object]', '1111,undefined', 'true'])(
			'refuses %j, which a broken expression yields',
			(value) => {
				expect(issueOf(api, value)).toMatch(/^is ".+" and has the entry ".+"; give /);
			},
		);

		test.each(['[{"cno":"1111"}]', '[9007199254740993]', '[["1111"]]', '["1111"', '[]'])(
			'refuses the JSON %s',
			(value) => {
				expect(issueOf(api, value)).toMatch(/^is "\[.*; give .+ separated by commas/);
			},
		);

		test.each([
			['{}', {}],
			['[{"cno":"1111"}]', [{ cno: '1111' }]],
			['[["1111"]]', [['1111']]],
			['[null]', [null]],
			['[true]', [true]],
			['[]', []],
		])('has nothing to send for %s', (shown, value) => {
			const { wire, issue } = reading(api, value);
			expect(issue).toContain(`is ${shown}; give `);
			expect(wire).toBeUndefined();
		});
	},
);

test('a toggle is no entry', () => {
	expect(issueOf('Cnos', true)).toContain('is true; give agent IDs');
	expect(issueOf('Cnos', ['1111', false])).toContain('is ["1111",false]; give agent IDs');
});

test('hyphens that look like the one of the keyboard are one', () => {
	expect(sent('CustomerClids', '400\u2011810\u20101234,010\u221264203667')).toBe(
		'400-810-1234,010-64203667',
	);
});

test('agent IDs keep their zeros', () => {
	expect(sent('Cnos', '0012,12')).toBe('0012,12');
});

test.each([
	['CustomerClids', '6420x', 'phone numbers of at least 4 digits'],
	['CustomerClids', '64203667,110', 'phone numbers of at least 4 digits'],
	['CustomerClids', '+86-1', 'phone numbers of at least 4 digits'],
	['AgentGroup', '6,undefined', 'numbers of outbound groups'],
	['Cnos', 'A12', 'agent IDs'],
	['TimeStrategy', '0', 'IDs of time conditions'],
	['TimeStrategy', '-9', 'IDs of time conditions'],
])('%s %j is refused', (api, value, expected) => {
	expect(issueOf(api, value)).toContain(`; give ${expected} separated by commas`);
});

test.each([
	['CustomerClids', '+8664203667,010-64203667'],
	['AgentGroup', 'WH124,6'],
	['AgentGroup', '华东组,VIP'],
])('%s %j is sent as it is', (api, value) => {
	expect(sent(api, value)).toBe(value);
});

describe('one number with thousands separators', () => {
	test.each([
		['CustomerClids', '64,203,667', '64203667'],
		['CustomerClids', '6,420,366', '6420366'],
		['CustomerClids', '13,800,138,000', '13800138000'],
		['CustomerClids', '95，588', '95588'],
		['CustomerClids', ' 64,203,667.00 ', '64203667'],
		['CustomerClids', '４，００１，２３４，５６７', '4001234567'],
		['CustomerClids', ['23434294', '64,203,667'], '64203667'],
		['Cnos', '2,000', '2000'],
		['Cnos', '12,345', '12345'],
		['Cnos', '111,222,333', '111222333'],
		['Cnos', '1,001,1,002', '1001 and 1002'],
		['Cnos', '2,000、12,345、2,001', '2000 and 12345 and 2001'],
		['CustomerClids', '64,203,667，23,434,294', '64203667 and 23434294'],
	])('%s %j is refused, with the guess', (api, value, digits) => {
		expect(issueOf(api, value)).toContain(
			`which may be ${digits} with thousands separators; format the column as text`,
		);
	});

	test.each([
		['AgentGroup', '6,124', 'numbers of outbound groups', '6124'],
		['TimeStrategy', '9,221', 'IDs of time conditions', '9221'],
		['AutoTriggerTimeStrategy', '1,234,567', 'IDs of time conditions', '1234567'],
		['Cnos', '111,222', 'agent IDs', '111222'],
	])('%s %j may be a list: with a warning', (api, value, entries, digits) => {
		const count = value.split(',').length;
		expect(reading(api, value)).toEqual({
			value: value.split(','),
			wire: value,
			warning: `is ${JSON.stringify(value)} and taken for ${count} ${entries}; ${digits} with thousands separators looks the same`,
		});
	});

	test.each([
		['CustomerClids', '64203667,23434294'],
		['Cnos', '2, 000'],
		['Cnos', ['2', '000']],
		['Cnos', '2000,001'],
		['Cnos', '12,13,114,115'],
		['Cnos', '1, 001, 1, 002'],
		['Cnos', '0,001'],
		['TimeStrategy', '9,22'],
		['AgentGroup', '6,7'],
	])('%s %j is a list', (api, value) => {
		const wire = String(value).replace(/ /g, '');
		expect(reading(api, value)).toEqual({ value: wire.split(','), wire });
	});

	test('inside structured values', () => {
		const weights = (number: string) => [{ number, weight: 5 }];
		expect(issueOf('CustomerClidWeight', weights('64,203,667'))).toBe(
			'entry 1, numbers: is "64,203,667", which may be 64203667 with thousands separators; format the column as text, or put a blank behind each comma of a list',
		);
		expect(issueOf('CustomerClidWeight', weights('12'))).toContain('entry 1, numbers: is "12"');
		expect(issueOf('CallLimitStrategy', [{ cnos: '2,000', limit: 5 }])).toContain('may be 2000');
		expect(issueOf('CallLimitStrategy', [{ cnos: ['2', '000'], limit: 5 }])).toBe('');
	});
});
