import { readFileSync } from 'node:fs';
import path from 'node:path';
import { packageFolder } from '../../../engine/environment';
import { valueIn } from '../../../nodes/AlibabaCloudVms/input/locator';
import { operationFor, operations, properties } from '../../../nodes/AlibabaCloudVms/operations';
import { SENDING } from '../../../nodes/AlibabaCloudVms/operations/options';

const read = (file: string) => readFileSync(path.join(packageFolder, file), 'utf8');

describe.each(operations.map((operation) => [operation.option.value, operation] as const))(
	'%s',
	(value, { resource, option, fields, options, deeds }) => {
		test('is found by what a workflow stores', () => {
			expect(operationFor(resource, value)?.option).toBe(option);
			expect(value).toMatch(/^[a-z][A-Za-z]*$/);
		});

		test('has a label, an action that names what it is about, and a description for an agent', () => {
			expect(option.name).toMatch(/^[A-Z]\w*(?: (?:or|[A-Z]\w*))*$/);
			expect(option.action).toMatch(/^[A-Z].*(?:call task|API call)/);
			// It stands alone where an agent reads it.
			expect(option.description).toMatch(/outbound call task/);
		});

		test('offers how its requests are sent', () => {
			for (const [name, one] of Object.entries(SENDING)) expect(options[name]).toBe(one);
		});

		test('keeps each option under the name of its property, with a default that can be read', () => {
			for (const [name, { property, read: readOption }] of Object.entries(options)) {
				expect(property.name).toBe(name);
				expect(readOption(valueIn(property.default), property).issue).toBeUndefined();
			}
		});

		test('says what it does', () => {
			const words = Object.values(deeds).map((deed) => deed.words);
			expect(words.length).toBeGreaterThan(0);
			expect(new Set(words).size).toBe(words.length);
		});

		test('shows its fields with those who share them, and its options for itself alone', () => {
			const own = properties.filter(({ displayOptions }) =>
				displayOptions?.show?.operation?.includes(value),
			);
			expect(own.map(({ name }) => name)).toEqual([...fields.map(({ name }) => name), 'options']);
			for (const [index, { displayOptions }] of own.entries()) {
				const field = fields[index];
				const sharing = operations.filter((one) => one.fields.some((other) => other === field));
				const shown = field ? sharing.map(({ option: { value: name } }) => name) : [value];
				expect(displayOptions?.show).toMatchObject({ resource: [resource], operation: shown });
			}
		});

		test('asks for what it needs before anything that may be left out', () => {
			const shownIn = (mode: string) =>
				fields.filter(({ type, displayOptions }) => {
					const modes = displayOptions?.show?.fields;
					return !['hidden', 'notice'].includes(type) && (modes?.includes(mode) ?? true);
				});
			for (const mode of ['setBelow', 'mapFromInput']) {
				// How the fields are given, and what is shown of it, stands above them all.
				const asked = shownIn(mode).filter(({ name }) => !['fields', 'columns'].includes(name));
				const needed = asked.filter(({ required }) => required);
				expect(asked.slice(0, needed.length)).toEqual(needed);
			}
		});

		test.each(['README.md', 'README.zh-CN.md'])('has a line in %s', (file) => {
			expect(read(file)).toMatch(new RegExp(`^\\| \\*\\*${option.name}\\*\\* +\\| \\S`, 'm'));
		});
	},
);

test('what an option may be stands under its number, and nowhere else', () => {
	const shown = properties
		.filter(({ name }) => name === 'options')
		.flatMap(({ options }) => options);
	const numbers = shown.flatMap((one) =>
		one && 'type' in one && one.type === 'number' ? [one] : [],
	);
	expect(numbers.length).toBeGreaterThan(operations.length);
	for (const { displayName, hint, description } of numbers) {
		expect(`${displayName}: ${hint}`).toMatch(/: A (?:whole )?number/);
		expect(hint?.endsWith(', in seconds')).toBe(/seconds (?:to|of)\b/i.test(description ?? ''));
		expect(description).not.toMatch(/\bfrom \d+ to \d|up to \d/);
	}
});

test('no two operations are stored by one name', () => {
	const stored = operations.map(({ resource, option }) => `${resource}/${option.value}`);
	expect(new Set(stored).size).toBe(stored.length);
});

/** What the vendor's pages do or do not say, and an agent has to know before it chooses. */
test.each([
	['update', /\breal people are called\b.*\bnot documented\b/i],
	['createOrUpdate', /\breal people are called\b.*\bnot documented\b/i],
	['start', /calls real people/],
	['pause', /Pause Duration is over.*\b30 days\b/],
	['end', /can never start again/],
	['delete', /with all its phone numbers, for good/],
	['importNumbers', /people are called when the task runs/],
	['deleteNumbers', /for good.*Given numbers are taken out of a running task too.*not documented/],
	['getCallRecords', /predictive.*automatic tasks are among them is not documented/],
	['getRecording', /two hours unless set otherwise/],
])('the description of %s says no more than is known, and no less', (value, said) => {
	expect(operationFor('callTask', value)?.option.description).toMatch(said);
});

test.each(
	operations.flatMap(({ option, deeds }) =>
		Object.values(deeds).some(({ isChange }) => isChange) ? [] : [option],
	),
)('an agent reads of $name that it changes nothing', ({ description }) => {
	expect(description).toMatch(/nothing is changed and nobody is called/i);
});
