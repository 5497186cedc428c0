import { isRecord, parseJson } from './jsonShapes';
import type { Problem, ValueCheck } from './problems';

/**
 * Basic: {"retry":2,"strategy":[{"round":1,"time":"1-1-1"},...]}.
 * Advanced: [{"condition":{"sipCause":[710]},"retry":1,"sort":1,"strategy":[...]},...].
 * The shape alone tells them apart.
 */

/** Codes of the vendor's number states; 800 appears only in its example. */
const SIP_CAUSES = new Set([
	183, 710, 711, 712, 713, 714, 715, 716, 717, 718, 719, 720, 721, 722, 723, 724, 800,
]);

/** @returns minutes, or undefined when the text is not days-hours-minutes */
function minutesOf(time: unknown): number | undefined {
	const parts = typeof time === 'string' ? /^(\d{1,3})-(\d{1,2})-(\d{1,2})$/.exec(time) : null;
	if (!parts) return undefined;
	const [days = 0, hours = 0, minutes = 0] = parts.slice(1).map(Number);
	return hours < 24 && minutes < 60 ? (days * 24 + hours) * 60 + minutes : undefined;
}

function checkRounds(retry: unknown, strategy: unknown): Problem | undefined {
	if (!Array.isArray(strategy) || strategy.length === 0 || !strategy.every(isRecord))
		return 'format';
	if (retry !== strategy.length) return 'value';
	const first: unknown = strategy[0]?.round;
	// Advanced rules may begin with a later round, as the documented example does.
	if (typeof first !== 'number' || !Number.isInteger(first) || first < 1) return 'value';
	if (strategy.some(({ round }, index) => round !== first + index)) return 'value';
	const times = strategy.map(({ time }) => minutesOf(time));
	if (times.includes(undefined)) return 'format';
	return times.includes(0) ? 'range' : undefined;
}

function checkCondition(condition: unknown): Problem | undefined {
	const causes = isRecord(condition) ? condition.sipCause : undefined;
	if (!Array.isArray(causes) || causes.length === 0) return 'format';
	return causes.every((cause) => SIP_CAUSES.has(cause)) ? undefined : 'value';
}

export const retryStrategy: ValueCheck = (text) => {
	const value = parseJson(text);
	if (isRecord(value)) return checkRounds(value.retry, value.strategy);
	if (!Array.isArray(value) || value.length === 0 || !value.every(isRecord)) return 'format';
	for (const rule of value) {
		const problem = checkCondition(rule.condition) ?? checkRounds(rule.retry, rule.strategy);
		if (problem) return problem;
		if (!Number.isInteger(rule.sort) || Number(rule.sort) < 1) return 'value';
	}
	const sorts = new Set(value.map(({ sort }) => sort));
	return sorts.size === value.length ? undefined : 'value';
};

/** Whether it says that there are no retries, which no page describes. */
export function isWithoutRounds(text: string): boolean {
	const value = parseJson(text);
	if (!isRecord(value) || value.retry !== 0) return false;
	return Array.isArray(value.strategy) && value.strategy.length === 0;
}

/**
 * Whether each round comes later than the one before, as it must when times count from the first
 * call.
 * @param text a valid retry strategy
 */
export function roundsAscend(text: string): boolean {
	const value = parseJson(text);
	const rules: unknown[] = Array.isArray(value) ? value : [value];
	return rules.filter(isRecord).every(({ strategy }) => {
		const rounds: unknown[] = Array.isArray(strategy) ? strategy : [];
		const times = rounds.filter(isRecord).map(({ time }) => minutesOf(time) ?? 0);
		return times.every((time, index) => index === 0 || time > (times[index - 1] ?? 0));
	});
}
