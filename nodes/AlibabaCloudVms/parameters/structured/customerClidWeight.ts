import { WEIGHTED_PHONE } from '../encoders/list';
import type { Structured } from '../parameter';
import { entriesBuilder, entriesIn } from './entries';
import { structured } from './json';

interface Weight {
	/** Numbers with commas between. */
	number: string;
	weight: string;
}

export const customerClidWeightProperty = entriesBuilder(
	{
		displayName: 'Caller ID Weights',
		name: 'customerClidWeight',
		placeholder: 'Add Weight',
		description: 'How often each caller ID number is used',
		displayOptions: { hide: { customerClidsCategory: [2, 4, 5], customerClidWeightFlag: [false] } },
	},
	{
		displayName: 'Weight',
		name: 'weight',
		first: { number: '', weight: 1 },
		values: [
			{
				displayName: 'Numbers',
				name: 'number',
				type: 'string',
				required: true,
				default: '',
				placeholder: 'e.g. 64203667,23434294',
				description: 'Caller ID numbers that share this weight, separated by commas',
			},
			{
				displayName: 'Weight',
				name: 'weight',
				type: 'number',
				required: true,
				typeOptions: { minValue: 0, numberPrecision: 0 },
				default: 1,
				description: 'Share of the calls, in proportion to the other weights',
			},
		],
	},
);

export const customerClidWeightStructure: Structured = {
	fromBuilder: (builder) =>
		entriesIn(builder, 'weight').map(({ number, weight }) => ({ number, weight })),
	example: '[{"number":"123,345","weight":"5"},{"number":"567,789","weight":"5"}]',
	advanced: '[{"number":"64203667","weight":"3"},{"number":"23434294,23434295","weight":"1"}]',
	keys: [
		{
			key: '[].number',
			en: 'the numbers that share the weight, separated by commas',
			zh: '使用这一比例的外显号码，多个用英文逗号分隔',
		},
		{
			key: '[].weight',
			en: 'their share of the calls, in proportion to the other weights',
			zh: '比例，相对于其他比例',
		},
	],
	words: clidWeightWords,
};

export const customerClidWeight = structured<Weight[]>((structure, reader) =>
	reader.array(structure, '', 1).map((entry, index) => {
		const where = `entry ${index + 1}`;
		const weight = reader.object(entry, where, ['number', 'weight']) ?? {};
		return {
			number: reader.entries(weight.number, `${where}, numbers`, WEIGHTED_PHONE).join(','),
			weight: String(reader.integer(weight.weight, `${where}, weight`, 0)),
		};
	}),
);

/** `123, 345: weight 5`, for each entry. */
function clidWeightWords(value: unknown): string {
	return (value as Weight[])
		.map(({ number, weight }) => `${number.split(',').join(', ')}: weight ${weight}`)
		.join('; ');
}
