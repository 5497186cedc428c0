import { issueOf, rowOf, sent } from './catalogue';
import { ADVANCED_RETRY, CHOICES, EXAMPLES, FLAGS, JSON_PARAMETERS, RANGES } from './vendorPage';

describe('the examples of the vendor page', () => {
	const plain = EXAMPLES.filter(([api]) => !JSON_PARAMETERS.includes(api) && api !== 'Quotiety');
	test.each(plain)('%s is sent as %s', (api, example) => {
		expect(sent(api, example)).toBe(example);
	});

	const structured = [
		...EXAMPLES.filter(([api]) => JSON_PARAMETERS.includes(api)),
		['RetryStrategy', ADVANCED_RETRY] as const,
	];
	test.each(structured)('%s is sent as compact JSON of the same value: %s', (api, example) => {
		const compact = JSON.stringify(JSON.parse(example));
		expect(sent(api, example)).toBe(compact);
		expect(sent(api, JSON.parse(example))).toBe(compact);
	});
});

describe.each(RANGES)('%s, a whole number from %d to %d', (api, least, most) => {
	test.each([least, most])('takes %d, as number and as text', (value) => {
		expect(sent(api, value)).toBe(String(value));
		expect(sent(api, String(value))).toBe(String(value));
	});

	test.each([least - 1, most + 1, -least, least + 0.5])('refuses %d', (value) => {
		const issue = `is ${value}; give a whole number from ${least} to ${most}`;
		expect(issueOf(api, value)).toBe(issue);
		expect(issueOf(api, String(value))).toContain(`give a whole number from ${least} to ${most}`);
	});
});

test.each([
	[0, '0'],
	['1', '1'],
	[2147483647, '2147483647'],
	[-1, 'refused: is -1; give a whole number, 0 or more'],
	[0.5, 'refused: is 0.5; give a whole number, 0 or more'],
])('Concurrency %p: %s', (value, result) => {
	expect(sent('Concurrency', value)).toBe(result);
});

test.each([
	[0.01, '0.01'],
	[20, '20'],
	['19.00', '19'],
	['0.330', '0.33'],
	[1.5, '1.5'],
])('Quotiety, above 0 to 20 with two decimals, takes %p', (value, result) => {
	expect(sent('Quotiety', value)).toBe(result);
});

test.each([0, -1, 20.01, 1.234, '0.001', '0.00', 21])('Quotiety refuses %p', (value) => {
	expect(issueOf('Quotiety', value)).toBe(
		`is ${JSON.stringify(value)}; give a number with at most 2 decimals from 0.01 to 20`,
	);
});

describe.each(CHOICES)('%s, one of %j', (api, accepted) => {
	test('takes each value as number and as text, and by its name in the editor', () => {
		for (const value of accepted) {
			const option = rowOf(api).property.options?.find(
				(one) => 'value' in one && one.value === value,
			);
			expect(
				[value, String(value), option?.name, option?.name.toUpperCase()].map((one) =>
					sent(api, one),
				),
			).toEqual(Array(4).fill(String(value)));
		}
	});

	test('refuses every other value and names the accepted ones', () => {
		const others = [-1, 0, 1, 2, 3, 4, 5, 6, 1.5].filter((value) => !accepted.includes(value));
		for (const value of [...others, true, 'x', '', '1,2', [accepted[0]], {}]) {
			expect(issueOf(api, value)).toMatch(/^is .+; give one of/s);
		}
		for (const value of accepted) expect(issueOf(api, 'x')).toContain(`${value} (`);
	});
});

test.each(FLAGS)('%s is sent as 0 or 1', (api) => {
	expect([true, false, 1, 0, '1', '0'].map((value) => sent(api, value))).toEqual([
		'1',
		'0',
		'1',
		'0',
		'1',
		'0',
	]);
	expect(issueOf(api, 2)).toBe('is 2; give on or off (true or false, 1 or 0, 是 or 否)');
});

describe.each([
	['Name', 49],
	['Description', 199],
])('%s has at most %d characters', (api, longest) => {
	test.each(['a', '名', '😀', '，'])('of %s', (character) => {
		const fits = character.repeat(longest);
		expect(sent(api, fits)).toBe(fits);
		expect(issueOf(api, fits + character)).toMatch(
			new RegExp(`^has ${longest + 1} characters .*; give at most ${longest}$`, 's'),
		);
	});
});

describe('lists of the vendor that have a limit', () => {
	const value = (length: number) => '字'.repeat(length);
	const variables = (count: number) =>
		Array.from({ length: count }, (_, index) => ({ name: `v${index}`, value: '1' }));

	test('five call variables, not six', () => {
		expect(sent('CallVariables', variables(5))).toBe(JSON.stringify(variables(5)));
		expect(issueOf('CallVariables', variables(6))).toBe('has 6 variables; give at most 5');
	});

	test('values of up to 1000 characters in call variables and user fields', () => {
		for (const length of [0, 1000]) {
			const fields = [{ city: value(length) }];
			const variable = [{ name: 'city', value: value(length) }];
			expect(sent('UserFields', fields)).toBe(JSON.stringify(fields));
			expect(sent('CallVariables', variable)).toBe(JSON.stringify(variable));
		}
		const issue = 'entry 1, value: has 1001 characters; give at most 1000';
		expect(issueOf('UserFields', [{ city: value(1001) }])).toBe(issue);
		expect(issueOf('CallVariables', [{ name: 'city', value: value(1001) }])).toBe(issue);
	});
});
