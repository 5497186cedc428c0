import type { INodeProperties } from 'n8n-workflow';
import { entriesOf } from '../encoders/list';
import { flag } from '../encoders/scalar';
import { choices } from '../words';
import { CALL_RESULTS } from './callResults';
import { groupOf } from './json';

const ROUND: INodeProperties[] = [
	{
		displayName: 'Days',
		name: 'days',
		type: 'number',
		required: true,
		typeOptions: { minValue: 0, numberPrecision: 0 },
		default: 0,
		description: "Days before this round, counted as 'Retry Time Counts From' says",
	},
	{
		displayName: 'Hours',
		name: 'hours',
		type: 'number',
		required: true,
		typeOptions: { minValue: 0, maxValue: 23, numberPrecision: 0 },
		default: 0,
		description: 'Hours before this round, on top of the days. From 0 to 23.',
	},
	{
		displayName: 'Minutes',
		name: 'minutes',
		type: 'number',
		required: true,
		typeOptions: { minValue: 0, maxValue: 59, numberPrecision: 0 },
		default: 30,
		description: 'Minutes before this round, on top of days and hours. From 0 to 59.',
	},
];

const RULE: INodeProperties[] = [
	{
		displayName: 'Call Results',
		name: 'sipCause',
		type: 'multiOptions',
		default: [],
		description: 'Results of a call after which this rule calls the number again',
		options: choices(CALL_RESULTS),
	},
	{
		displayName: 'Other Result Codes',
		name: 'otherCodes',
		type: 'string',
		default: '',
		placeholder: 'e.g. 800,801',
		description: 'Codes that the list above does not name, separated by commas',
	},
	{
		displayName: 'Rounds',
		name: 'rounds',
		type: 'fixedCollection',
		default: {},
		placeholder: 'Add Round',
		description: 'One entry for each further attempt, in order',
		typeOptions: { multipleValues: true, sortable: true },
		options: [{ displayName: 'Round', name: 'round', values: ROUND }],
	},
];

/** The switch of a builder that stands for no rounds at all. */
export const NO_RETRIES: INodeProperties = {
	displayName: 'No Retries',
	name: 'noRetries',
	type: 'boolean',
	required: true,
	default: true,
	description: "Whether no number is called again. The vendor's page does not describe this.",
};

export const retryStrategyProperty: INodeProperties = {
	displayName: 'Retry Strategy',
	name: 'retryStrategy',
	type: 'fixedCollection',
	default: {},
	placeholder: 'Add Round or Rule',
	description:
		'When numbers that were not reached are called again: rounds for all of them alike, or rules by call result. Rounds and rules cannot be mixed. No Retries stands alone.',
	typeOptions: { multipleValues: true, sortable: true },
	options: [
		{ displayName: 'Round', name: 'rounds', values: ROUND },
		{ displayName: 'Rule by Call Result', name: 'rules', values: RULE },
		{ displayName: 'No Retries', name: 'none', values: [NO_RETRIES] },
	],
};

const numbered = (rows: Array<Record<string, unknown>>) => ({
	retry: rows.length,
	strategy: rows.map((row, index) => ({
		round: index + 1,
		time: [row.days, row.hours, row.minutes].join('-'),
	})),
});

/** The codes typed beside the list; what is no list of them stands as it is, to be refused. */
const typedCodes = (codes: unknown): unknown[] =>
	codes === '' || codes === null || codes === undefined ? [] : (entriesOf(codes) ?? [codes]);

const isOff = ({ noRetries }: Record<string, unknown>): boolean =>
	flag(noRetries, NO_RETRIES).value === false;

/** The documented structure of what the builder holds; several kinds together make none. */
export function retryStrategyFromBuilder(builder: unknown): unknown {
	const rounds = groupOf(builder, 'rounds');
	const rules = groupOf(builder, 'rules');
	const none = groupOf(builder, 'none').filter((row) => !isOff(row));
	if ([rounds, rules, none].filter(({ length }) => length > 0).length > 1)
		return { rounds, rules, none };
	if (none.length > 0) return none[0];
	// Switched off, it says nothing.
	if (rules.length === 0) return rounds.length > 0 ? numbered(rounds) : '';
	return rules.map((rule, index) => ({
		condition: { sipCause: [rule.sipCause ?? [], typedCodes(rule.otherCodes)].flat() },
		...numbered(groupOf(rule.rounds, 'round')),
		sort: index + 1,
	}));
}
