import { anyOf, wordAt } from '../../text';
import { counted } from '../words';
import { CALL_RESULTS } from './callResults';
import type { BasicStrategy, RetryStrategy } from './retryStrategy';

const UNITS = ['day', 'hour', 'minute'];

/** `1 day 2 hours` of `1-2-0`. */
function waitWords(time: string): string {
	const counts = time.split('-').map((count, place) => ({
		count: Number(count),
		unit: wordAt(UNITS, place),
	}));
	return counts.flatMap(({ count, unit }) => (count > 0 ? [counted(count, unit)] : [])).join(' ');
}

function roundsWords({ strategy }: BasicStrategy): string {
	const [first] = strategy;
	const from = first && first.round !== 1 ? ` from round ${first.round} on` : '';
	const waits = strategy.map(({ time }) => `after ${waitWords(time)}`).join(', ');
	return `${counted(strategy.length, 'round')}${from}: ${waits}`;
}

const resultWords = (code: number): string =>
	CALL_RESULTS.find(({ value }) => value === code)?.name ?? `result ${code}`;

/** `2 rounds: after 5 minutes, after 2 hours`, for some call results or for all. */
export function retryWords(value: unknown): string {
	const strategy = value as RetryStrategy;
	if (Array.isArray(strategy)) {
		return [...strategy]
			.sort((one, other) => one.sort - other.sort)
			.map((rule) => `on ${anyOf(rule.condition.sipCause.map(resultWords))}, ${roundsWords(rule)}`)
			.join('; ');
	}
	return strategy.strategy.length === 0 ? 'no retries' : roundsWords(strategy);
}
