import type { INodeProperties } from 'n8n-workflow';
import type { Fields } from '../parameter';
import { entriesOf } from '../encoders/list';
import { plainText } from '../encoders/scalar';
import { quote } from '../words';
import { groupOf, structured } from './json';
import type { Reader } from './reader';

interface Round {
	round: number;
	/** days-hours-minutes */
	time: string;
}
interface BasicStrategy {
	retry: number;
	strategy: Round[];
}
interface RetryRule extends BasicStrategy {
	condition: { sipCause: number[] };
	sort: number;
}
type RetryStrategy = BasicStrategy | RetryRule[];

const ROUND: INodeProperties[] = [
	{
		displayName: 'Days',
		name: 'days',
		type: 'number',
		required: true,
		typeOptions: { minValue: 0, numberPrecision: 0 },
		default: 0,
		description: 'Days to wait before this round',
	},
	{
		displayName: 'Hours',
		name: 'hours',
		type: 'number',
		required: true,
		typeOptions: { minValue: 0, maxValue: 23, numberPrecision: 0 },
		default: 0,
		description: 'Hours to wait before this round, on top of the days. From 0 to 23.',
	},
	{
		displayName: 'Minutes',
		name: 'minutes',
		type: 'number',
		required: true,
		typeOptions: { minValue: 0, maxValue: 59, numberPrecision: 0 },
		default: 30,
		description: 'Minutes to wait before this round, on top of days and hours. From 0 to 59.',
	},
];

const RULE: INodeProperties[] = [
	{
		displayName: 'Call Results',
		name: 'sipCause',
		type: 'multiOptions',
		default: [],
		description: 'Results of a call after which this rule calls the number again',
		options: [
			{ name: 'Busy (710)', value: 710 },
			{ name: 'Call Assistant (723)', value: 723 },
			{ name: 'Empty Number (713)', value: 713 },
			{ name: 'Incoming-Call Notice (721)', value: 721 },
			{ name: 'Line Fault or Unreachable (715)', value: 715 },
			{ name: 'No Answer (718)', value: 718 },
			{ name: 'No Longer Used (722)', value: 722 },
			{ name: 'On Another Call (719)', value: 719 },
			{ name: 'Out of Service (716)', value: 716 },
			{ name: 'Rejected (712)', value: 712 },
			{ name: 'Restricted (717)', value: 717 },
			{ name: 'Service Suspended (720)', value: 720 },
			{ name: 'Switched Off (714)', value: 714 },
			{ name: 'Temporarily No Answer (711)', value: 711 },
			{ name: 'Unknown or Silence (183)', value: 183 },
			{ name: 'Wrong Format (724)', value: 724 },
		],
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

export const retryStrategyProperty: INodeProperties = {
	displayName: 'Retry Strategy',
	name: 'retryStrategy',
	type: 'fixedCollection',
	default: {},
	placeholder: 'Add Round or Rule',
	description:
		'When numbers that were not reached are called again. Add rounds for all of them alike, or rules by call result, which need the service for call-result recognition. Rounds and rules cannot be mixed.',
	typeOptions: { multipleValues: true, sortable: true },
	options: [
		{ displayName: 'Round', name: 'rounds', values: ROUND },
		{ displayName: 'Rule by Call Result', name: 'rules', values: RULE },
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

/** The documented structure of what the builder holds; both kinds together make neither shape. */
export function retryStrategyFromBuilder(builder: unknown): unknown {
	const rounds = groupOf(builder, 'rounds');
	const rules = groupOf(builder, 'rules');
	if (rules.length === 0) return numbered(rounds);
	if (rounds.length > 0) return { rounds, rules };
	return rules.map((rule, index) => ({
		condition: { sipCause: [rule.sipCause ?? [], typedCodes(rule.otherCodes)].flat() },
		...numbered(groupOf(rule.rounds, 'round')),
		sort: index + 1,
	}));
}

const RESULT_CODES = [100, 999] as const;
const MINUTES_OF = { day: 24 * 60, hour: 60 };

/** Minutes of `days-hours-minutes`; NaN where it is not such a text. */
function minutesOf(time: string): number {
	const [, days, hours, minutes] = /^(\d{1,4})-(\d{1,2})-(\d{1,2})$/.exec(time)?.map(Number) ?? [];
	if (days === undefined || hours === undefined || minutes === undefined) return Number.NaN;
	if (hours > 23 || minutes > 59) return Number.NaN;
	return days * MINUTES_OF.day + hours * MINUTES_OF.hour + minutes;
}

function readRounds(value: unknown, retry: unknown, where: string, reader: Reader): Round[] {
	const inRule = where === '' ? '' : `${where}, `;
	const rounds = reader.array(value, `${inRule}strategy`, 1).map((entry, index) => {
		const place = `${inRule}round ${index + 1}`;
		const round = reader.object(entry, place, ['round', 'time']);
		const time = plainText(round?.time);
		if (round && !(minutesOf(time) > 0)) {
			reader.note(
				place,
				`time is ${quote(round.time)}; give days-hours-minutes, more than 0-0-0, with hours up to 23 and minutes up to 59`,
			);
		}
		return { round: reader.integer(round?.round, `${place}, number`, 1), time };
	});
	// A rule by call result may start at a later round, as in the vendor's own example.
	const first = where === '' ? 1 : (rounds[0]?.round ?? 1);
	const numbers = rounds.map(({ round }) => round);
	if (!numbers.includes(Number.NaN) && numbers.some((round, index) => round !== first + index)) {
		reader.note(
			where,
			`rounds are numbered ${numbers.join(', ')}; number them ${where === '' ? 'from 1 ' : ''}without gaps`,
		);
	}
	const count = reader.integer(retry, `${inRule}retry`, 0);
	if (!Number.isNaN(count) && count !== rounds.length) {
		reader.note(where, `retry is ${count}; it must be the number of rounds, ${rounds.length}`);
	}
	return rounds;
}

function readRule(value: unknown, index: number, reader: Reader): RetryRule {
	const where = `rule ${index + 1}`;
	const rule = reader.object(value, where, ['condition', 'retry', 'sort', 'strategy']) ?? {};
	const condition = reader.object(rule.condition, `${where}, condition`, ['sipCause']) ?? {};
	const codes = reader.array(condition.sipCause, `${where}, call results`);
	if (codes.length === 0) reader.note(where, 'names no call result; give at least one');
	const strategy = readRounds(rule.strategy, rule.retry, where, reader);
	return {
		condition: {
			sipCause: codes.map((code) => reader.integer(code, `${where}, result code`, ...RESULT_CODES)),
		},
		retry: strategy.length,
		sort: reader.integer(rule.sort, `${where}, sort`, 1),
		strategy,
	};
}

export const retryStrategy = structured<RetryStrategy>((structure, reader) => {
	if (Array.isArray(structure)) {
		const rules = reader.array(structure, '', 1).map((rule, i) => readRule(rule, i, reader));
		const sorts = rules.map(({ sort }) => sort);
		if (new Set(sorts).size < sorts.length) reader.note('', 'gives the same sort twice');
		return rules;
	}
	if (groupOf(structure, 'rules').length > 0) {
		reader.note('', 'mixes rounds with rules by call result; keep one kind');
		return { retry: 0, strategy: [] };
	}
	const basic = reader.object(structure, '', ['retry', 'strategy']) ?? {};
	const strategy = readRounds(basic.strategy, basic.retry, '', reader);
	return { retry: strategy.length, strategy };
});

/** Counted from the first call, a round that is not later than the one before would never come. */
export function growingRounds(fields: Fields): string[] {
	const strategy = fields.value('retryStrategy') as RetryStrategy | '' | undefined;
	if (!strategy || fields.value('retryStrategyTimeType') === 2) return [];
	return [strategy].flat().flatMap(({ strategy: rounds }, rule) =>
		rounds.slice(1).flatMap(({ round, time }, index) => {
			const before = rounds[index]?.time ?? '';
			if (minutesOf(time) > minutesOf(before)) return [];
			const inRule = Array.isArray(strategy) ? `rule ${rule + 1}, ` : '';
			return `'${fields.label('retryStrategy')}' ${inRule}round ${round}: time ${time} is not later than ${before} of the round before; give growing times, or set '${fields.label('retryStrategyTimeType')}' to count from the previous call`;
		}),
	);
}
