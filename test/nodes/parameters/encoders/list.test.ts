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
	expect(issueOf('Cnos', true)).toContain('is true; give agent numbers');
	expect(issueOf('Cnos', ['1111', false])).toContain('is ["1111",false]; give agent numbers');
});

test('agent numbers keep their zeros', () => {
	expect(sent('Cnos', '0012,12')).toBe('0012,12');
});

test.each([
	['CustomerClids', '+8664203667,010-64203667', undefined],
	['CustomerClids', '6420x', 'phone numbers'],
	['AgentGroup', 'WH124,6', undefined],
	['AgentGroup', '华东组,VIP', undefined],
	['AgentGroup', '6,undefined', 'numbers of outbound groups'],
	['Cnos', 'A12', 'agent numbers'],
	['TimeStrategy', '0', 'IDs of time conditions'],
	['TimeStrategy', '-9', 'IDs of time conditions'],
])('%s %j', (api, value, expected) => {
	if (expected === undefined) expect(sent(api, value)).toBe(value);
	else expect(issueOf(api, value)).toContain(`; give ${expected} separated by commas`);
});
