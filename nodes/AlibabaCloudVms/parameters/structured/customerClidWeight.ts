import type { INodeProperties } from 'n8n-workflow';
import { WEIGHTED_PHONE } from '../encoders/list';
import { groupOf, structured } from './json';

export const customerClidWeightProperty: INodeProperties = {
	displayName: 'Caller ID Weights',
	name: 'customerClidWeight',
	type: 'fixedCollection',
	default: {},
	placeholder: 'Add Weight',
	description: 'How often each caller ID number is used',
	displayOptions: { hide: { customerClidsCategory: [2, 4, 5], customerClidWeightFlag: [false] } },
	typeOptions: { multipleValues: true, sortable: true },
	options: [
		{
			displayName: 'Weight',
			name: 'weights',
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
	],
};

export const customerClidWeightFromBuilder = (builder: unknown): unknown =>
	groupOf(builder, 'weights').map(({ number, weight }) => ({ number, weight }));

export const customerClidWeight = structured((structure, reader) =>
	reader.array(structure, '', 1).map((entry, index) => {
		const where = `entry ${index + 1}`;
		const weight = reader.object(entry, where, ['number', 'weight']) ?? {};
		return {
			number: reader.entries(weight.number, `${where}, numbers`, WEIGHTED_PHONE).join(','),
			weight: String(reader.integer(weight.weight, `${where}, weight`, 0)),
		};
	}),
);
