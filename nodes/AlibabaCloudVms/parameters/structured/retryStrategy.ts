import { quote } from '../../text';
import { plainText } from '../encoders/scalar';
import type { Encoder, Fields } from '../parameter';
import { structured } from './json';
import type { Reader } from './reader';

export interface Round {
	round: number;
	/** days-hours-minutes */
	time: string;
}
export interface BasicStrategy {
	retry: number;
	strategy: Round[];
}
interface RetryRule extends BasicStrategy {
	condition: { sipCause: number[] };
	sort: number;
}
export type RetryStrategy = BasicStrategy | RetryRule[];

const UNDESCRIBED =
	"says that no number is called again, in a form that the service's page does not describe; look at the task afterwards";

/** All codes of the vendor's table and of its examples have three digits: others are slips of the hand. */
const RESULT_CODES = [100, 999] as const;
const MINUTES_OF = { day: 24 * 60, hour: 60 };

/** Minutes of `days-hours-minutes`; NaN where it is not such a text. */
function minutesOf(time: string): number {
	const [, days, hours, minutes] = /^(\d{1,4})-(\d{1,5})-(\d{1,6})$/.exec(time)?.map(Number) ?? [];
	if (days === undefined || hours === undefined || minutes === undefined) return Number.NaN;
	return days * MINUTES_OF.day + hours * MINUTES_OF.hour + minutes;
}

/** `days-hours-minutes`, with hours below a day and minutes below an hour, as all of the vendor's examples have it. */
export function waitOf(minutes: number): string {
	const { day, hour } = MINUTES_OF;
	return [Math.floor(minutes / day), Math.floor((minutes % day) / hour), minutes % hour].join('-');
}

/** The same time so written. */
function carried(time: string): string {
	const minutes = minutesOf(time);
	return Number.isNaN(minutes) ? time : waitOf(minutes);
}

function readRounds(value: unknown, retry: unknown, where: string, reader: Reader): Round[] {
	const inRule = where === '' ? '' : `${where}, `;
	const isNone = where === '' && plainText(retry) === '0';
	const rounds = reader.array(value, `${inRule}strategy`, isNone ? 0 : 1).map((entry, index) => {
		const place = `${inRule}round ${index + 1}`;
		const round = reader.object(entry, place, ['round', 'time']);
		const time = carried(plainText(round?.time));
		// Nothing on paper forbids 0-0-0, but whoever did not answer would be called again the same minute.
		if (round && !(minutesOf(time) > 0)) {
			reader.note(
				place,
				`time is ${quote(round.time)}; give days-hours-minutes, more than 0-0-0, like 0-1-30`,
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

const NONE: BasicStrategy = { retry: 0, strategy: [] };

const readStrategy = structured<RetryStrategy>((structure, reader) => {
	if (Array.isArray(structure)) {
		const rules = reader.array(structure, '', 1).map((rule, i) => readRule(rule, i, reader));
		const sorts = rules.map(({ sort }) => sort);
		if (new Set(sorts).size < sorts.length) reader.note('', 'gives the same sort twice');
		return rules;
	}
	const basic = reader.object(structure, '', ['retry', 'strategy']) ?? {};
	const strategy = readRounds(basic.strategy, basic.retry, '', reader);
	if (strategy.length === 0) reader.hints.push(UNDESCRIBED);
	return { retry: strategy.length, strategy };
});

/** What a cell of a sheet says instead of a structure. */
const NO_RETRIES_IN_WORDS = ['no retries', 'no retry', '不重试', '不重呼'];

export const retryStrategy: Encoder = (value, property) =>
	readStrategy(
		NO_RETRIES_IN_WORDS.includes(plainText(value).toLowerCase()) ? NONE : value,
		property,
	);

/** Rounds that are not later than the one before: where times count from the first call, they would never come. */
function notGrowing(fields: Fields): string[] {
	const strategy = fields.value('retryStrategy') as RetryStrategy | '' | undefined;
	if (!strategy) return [];
	return [strategy].flat().flatMap(({ strategy: rounds }, rule) =>
		rounds.slice(1).flatMap(({ round, time }, index) => {
			const before = rounds[index]?.time ?? '';
			if (minutesOf(time) > minutesOf(before)) return [];
			const inRule = Array.isArray(strategy) ? `rule ${rule + 1}, ` : '';
			return `'${fields.label('retryStrategy')}' ${inRule}round ${round}: time ${time} is not later than ${before} of the round before`;
		}),
	);
}

export function growingRounds(fields: Fields): string[] {
	if (fields.value('retryStrategyTimeType') !== 1) return [];
	return notGrowing(fields).map(
		(problem) =>
			`${problem}; give growing times, or set '${fields.label('retryStrategyTimeType')}' to count from the previous call`,
	);
}

/** The task may well count from the previous call: only with what was given is it known. */
export function mayNotGrow(fields: Fields): string[] {
	if (!fields.has('retryStrategy') || fields.has('retryStrategyTimeType')) return [];
	if (fields.value('retryStrategyTimeType') === 2) return [];
	return notGrowing(fields).map(
		(problem) =>
			`${problem}; that only works where the task counts from the previous call, as '${fields.label('retryStrategyTimeType')}' says`,
	);
}
