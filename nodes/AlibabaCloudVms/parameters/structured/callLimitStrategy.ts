import { AGENT } from '../encoders/list';
import { offering } from '../offers';
import type { Structured } from '../parameter';
import { counted, NOTHING } from '../words';
import { entriesBuilder, entriesIn } from './entries';
import { structured } from './json';

interface Limit {
	cnos: string[];
	limit: string;
}

export const callLimitStrategyProperty = entriesBuilder(
	{
		displayName: 'Daily Answer Limits',
		name: 'callLimitStrategy',
		placeholder: 'Add Limit',
		description:
			'Most calls that an agent answers in a day. The smaller of the limits of enterprise and task holds.',
	},
	{
		displayName: 'Limit',
		name: 'limit',
		first: { cnos: [], callsPerDay: NOTHING },
		values: [
			offering({
				displayName: 'Agent IDs',
				name: 'cnos',
				type: 'multiOptions',
				required: true,
				default: [],
				placeholder: 'e.g. 2000,2001',
				description: 'Agents under this limit',
			}),
			{
				displayName: 'Calls a Day',
				name: 'callsPerDay',
				type: 'number',
				required: true,
				typeOptions: { minValue: 0, numberPrecision: 0 },
				default: NOTHING,
				placeholder: 'e.g. 50',
				description: 'Most calls that each of these agents answers in a day',
			},
		],
	},
);

export const callLimitStrategyStructure: Structured = {
	fromBuilder: (builder) =>
		entriesIn(builder, 'limit').map(({ cnos, callsPerDay }) => ({ cnos, limit: callsPerDay })),
	example: '[{"cnos":["2000","2001"],"limit":"5"}]',
	advanced: '[{"cnos":["2000","2001"],"limit":"50"},{"cnos":["2002"],"limit":"20"}]',
	keys: [
		{ key: '[].cnos', en: 'the IDs of the agents', zh: '座席工号' },
		{
			key: '[].limit',
			en: 'most calls that each of them answers in a day',
			zh: '其中每个座席一天最多接听的通话数',
		},
	],
	words: callLimitWords,
};

export const callLimitStrategy = structured<Limit[]>((structure, reader) =>
	reader.array(structure, '').map((entry, index) => {
		const where = `entry ${index + 1}`;
		const limit = reader.object(entry, where, ['cnos', 'limit']) ?? {};
		return {
			cnos: reader.entries(limit.cnos, `${where}, agent IDs`, AGENT),
			limit: String(reader.integer(limit.limit, `${where}, limit`, 0)),
		};
	}),
);

/** `2000, 2001: at most 5 calls a day`, for each limit. */
function callLimitWords(value: unknown): string {
	return (
		(value as Limit[])
			.map(
				({ cnos, limit }) => `${cnos.join(', ')}: at most ${counted(Number(limit), 'call')} a day`,
			)
			.join('; ') || 'no limits'
	);
}
