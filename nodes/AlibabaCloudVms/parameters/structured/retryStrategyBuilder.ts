import type { INodeProperties } from 'n8n-workflow';
import { entriesOf } from '../encoders/list';
import { choice, plainText } from '../encoders/scalar';
import { choices } from '../words';
import { CALL_RESULTS } from './callResults';
import { ALONE, entriesField } from './entries';
import { groupOf } from './json';
import { waitOf } from './retryStrategy';

const UNIT: INodeProperties = {
	displayName: 'Unit',
	name: 'unit',
	type: 'options',
	required: true,
	default: 'hours',
	description: 'What the wait is counted in',
	options: choices([
		{ name: 'Minutes', value: 'minutes', zh: '分钟', also: ['minute'] },
		{ name: 'Hours', value: 'hours', zh: '小时', also: ['hour'] },
		{ name: 'Days', value: 'days', zh: '天', also: ['day'] },
	]),
};

const MINUTES_OF = new Map<unknown, number>([
	['minutes', 1],
	['hours', 60],
	['days', 24 * 60],
]);

/** The round that is there from the start; each further one opens with a later time. */
const FIRST = { amount: 5, unit: 'minutes' };

const ROUNDS: INodeProperties = entriesField(
	{
		displayName: 'Rounds',
		placeholder: 'Add Round',
		description: 'One entry for each further attempt, in order',
	},
	{
		displayName: 'Round',
		name: 'round',
		first: FIRST,
		values: [
			{
				displayName: 'Wait',
				name: 'amount',
				type: 'number',
				required: true,
				typeOptions: { minValue: 1, numberPrecision: 0 },
				default: 2,
				description: "How long before this round, counted as 'Retry Time Counts From' says",
			},
			UNIT,
		],
	},
);

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
	ROUNDS,
];

/** What numbers are called again by. */
const KIND: INodeProperties = {
	displayName: 'Retry',
	name: 'kind',
	type: 'options',
	required: true,
	default: 'rounds',
	description: 'Which numbers are called again',
	options: choices([
		{ name: 'All Numbers Alike', value: 'rounds', zh: '基础模式' },
		{
			name: 'By Call Result',
			value: 'rules',
			zh: '高级模式',
			description: 'Rules, each for some results of a call',
		},
		{
			name: 'No Retries',
			value: 'none',
			zh: '不重试',
			description: "No number is called again, which the vendor's page does not describe",
		},
	]),
};

const only = (field: INodeProperties, kind: string): INodeProperties => ({
	...field,
	displayOptions: { show: { [KIND.name]: [kind] } },
});

const RULES = entriesField(
	{
		displayName: 'Rules',
		placeholder: 'Add Rule',
		description: 'Each for some results of a call, in order',
	},
	{
		displayName: 'Rule',
		name: 'rule',
		first: { otherCodes: '' },
		values: RULE,
	},
);

export const retryStrategyProperty: INodeProperties = {
	displayName: 'Retry Strategy',
	name: 'retryStrategy',
	type: 'fixedCollection',
	default: { [ALONE]: { kind: 'rounds', round: { round: [FIRST] } } },
	placeholder: 'Set Retry Strategy',
	description:
		'When numbers that were not reached are called again: rounds for all of them alike, or rules by call result',
	options: [
		{
			displayName: 'Retry Strategy',
			name: ALONE,
			values: [KIND, only(ROUNDS, 'rounds'), only(RULES, 'rules')],
		},
	],
};

/** days-hours-minutes of a round; what has none stands as it is, to be refused. */
function timeOf({ amount, unit }: Record<string, unknown>): string {
	const typed = plainText(amount);
	const factor = MINUTES_OF.get(choice(unit, UNIT).value);
	if (!/^\d{1,7}$/.test(typed) || factor === undefined) return `${typed} ${plainText(unit)}`;
	return waitOf(Number(typed) * factor);
}

const numbered = (rows: Array<Record<string, unknown>>) => ({
	retry: rows.length,
	strategy: rows.map((row, index) => ({ round: index + 1, time: timeOf(row) })),
});

/** The codes typed beside the list; what is no list of them stands as it is, to be refused. */
const typedCodes = (codes: unknown): unknown[] =>
	codes === '' || codes === null || codes === undefined ? [] : (entriesOf(codes) ?? [codes]);

/** The documented structure of what the builder holds; '' where it says nothing. */
export function retryStrategyFromBuilder(builder: unknown): unknown {
	const [all = {}] = groupOf(builder, ALONE);
	const rounds = groupOf(all.round, 'round');
	const rules = groupOf(all.rule, 'rule');
	const kind = choice(all.kind ?? KIND.default, KIND).value;
	if (kind === 'none') return { retry: 0, strategy: [] };
	// All entries taken away: nothing is said, and not that there are no retries.
	if (kind === 'rounds') return rounds.length > 0 ? numbered(rounds) : '';
	if (kind !== 'rules') return plainText(all.kind);
	if (rules.length === 0) return '';
	return rules.map((rule, index) => ({
		condition: { sipCause: [rule.sipCause ?? [], typedCodes(rule.otherCodes)].flat() },
		...numbered(groupOf(rule.round, 'round')),
		sort: index + 1,
	}));
}
