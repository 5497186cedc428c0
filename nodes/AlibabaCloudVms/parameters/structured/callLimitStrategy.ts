import type { INodeProperties } from 'n8n-workflow';
import { AGENT } from '../encoders/list';
import { groupOf, structured } from './json';

export const callLimitStrategyProperty: INodeProperties = {
	displayName: 'Daily Answer Limits',
	name: 'callLimitStrategy',
	type: 'fixedCollection',
	default: {},
	placeholder: 'Add Limit',
	description:
		'Most calls that an agent answers in a day. Works once the enterprise setting for it is on; the smaller of the limits of enterprise and task holds.',
	typeOptions: { multipleValues: true, sortable: true },
	options: [
		{
			displayName: 'Limit',
			name: 'limits',
			values: [
				{
					displayName: 'Agent Numbers',
					name: 'cnos',
					type: 'string',
					required: true,
					default: '',
					placeholder: 'e.g. 2000,2001',
					description: 'Agents under this limit, separated by commas',
				},
				{
					displayName: 'Calls a Day',
					name: 'callsPerDay',
					type: 'number',
					required: true,
					typeOptions: { minValue: 0, numberPrecision: 0 },
					default: 50,
					description: 'Most calls that each of these agents answers in a day',
				},
			],
		},
	],
};

export const callLimitStrategyFromBuilder = (builder: unknown): unknown =>
	groupOf(builder, 'limits').map(({ cnos, callsPerDay }) => ({ cnos, limit: callsPerDay }));

export const callLimitStrategy = structured((structure, reader) =>
	reader.array(structure, '').map((entry, index) => {
		const where = `entry ${index + 1}`;
		const limit = reader.object(entry, where, ['cnos', 'limit']) ?? {};
		return {
			cnos: reader.entries(limit.cnos, `${where}, agent numbers`, AGENT),
			limit: String(reader.integer(limit.limit, `${where}, limit`, 0)),
		};
	}),
);
