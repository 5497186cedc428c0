import type { INodeProperties, INodePropertyCollection } from 'n8n-workflow';
import { callTask } from '../../../nodes/AlibabaCloudVms/parameters';
import { plainName } from '../../../nodes/AlibabaCloudVms/parameters/header';
import { batchFilters } from '../../../nodes/AlibabaCloudVms/parameters/batchFilters';
import { batch, chosenNumbers } from '../../../nodes/AlibabaCloudVms/parameters/numbers';
import { recordFilters } from '../../../nodes/AlibabaCloudVms/parameters/recordFilters';
import { recording } from '../../../nodes/AlibabaCloudVms/parameters/recording';
import { taskFilters } from '../../../nodes/AlibabaCloudVms/parameters/taskFilters';
import {
	choicesOf,
	choiceWords,
	namesOfChoice,
	zhOf,
} from '../../../nodes/AlibabaCloudVms/parameters/words';

/** A field with those of its builder. */
const fieldsIn = (property: INodeProperties): INodeProperties[] => [
	property,
	...(property.options ?? [])
		.filter((option): option is INodePropertyCollection => 'values' in option)
		.flatMap(({ values }) => values.flatMap(fieldsIn)),
];

const rows = [
	...callTask.rows,
	...[taskFilters, batch, batchFilters, chosenNumbers, recordFilters, recording].flatMap(
		(section) => section.rows,
	),
];
const dropdowns = rows.flatMap((row) =>
	fieldsIn(row.property)
		.filter((property) => choicesOf(property).length > 0)
		.map((property) => ({ name: `${row.api}, ${property.name}`, property })),
);

test('there are dropdowns of every operation, and in builders', () => {
	expect(dropdowns.map(({ name }) => name)).toEqual(
		expect.arrayContaining([
			'AutoTaskType, autoTaskType',
			'CallPriorityStrategy, desc',
			'IsRepeat, isRepeat',
			'Status, status',
		]),
	);
});

test.each(dropdowns)("each choice of $name has the vendor's word, and shows it", ({ property }) => {
	for (const choice of choicesOf(property)) {
		expect(zhOf(choice)).toMatch(/\p{Script=Han}|^(?:mp3|wav|webcall)$/u);
		expect(choice.description).toContain(zhOf(choice));
	}
});

test.each(rows.filter(({ property }) => property.type === 'options' && property.options))(
	'what refusals, pages and people show for a choice of $api is taken for it',
	({ encode, property }) => {
		for (const choice of choicesOf(property)) {
			const { name, value } = choice;
			const zh = zhOf(choice) ?? '';
			const shown = [
				choiceWords(choice),
				`${String(value)} ${zh}（${name}）`,
				`${String(value)}.${zh}`,
				`${String(value)}、${zh}`,
				`${String(value)} - ${name}`,
				`${zh} (${name})`,
				...namesOfChoice(choice),
				...namesOfChoice(choice).map((one) => ` ${one.toUpperCase()} `),
			];
			expect(shown.map((one) => [one, encode(one, property).value])).toEqual(
				shown.map((one) => [one, value]),
			);
		}
	},
);

test.each(rows.filter(({ property }) => property.type === 'options' && property.options))(
	'a word of one choice of $api behind the number of another is neither',
	({ encode, property }) => {
		const [one, other] = choicesOf(property);
		expect(encode(`${String(one?.value)} ${other?.name}`, property).issue).toMatch(/; give one of/);
		expect(encode(`${one?.name}, ${other?.name}`, property).issue).toMatch(/; give one of/);
	},
);

test.each(dropdowns)('no two choices of $name share a word', ({ property }) => {
	const words = choicesOf(property).flatMap((one) => [
		...new Set(namesOfChoice(one).map(plainName)),
	]);
	expect(words).not.toContain('');
	expect(new Set(words).size).toBe(words.length);
});
