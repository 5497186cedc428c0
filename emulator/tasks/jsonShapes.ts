import type { Problem, ValueCheck } from './problems';

/** Checks of the JSON parameters other than the retry strategy. All expect a non-empty text. */

type JsonRecord = Record<string, unknown>;

/** @returns undefined when the text is not JSON */
export function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

export function isRecord(value: unknown): value is JsonRecord {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A JSON array of objects, each of which passes `check`. */
function arrayOf(
	check: (element: JsonRecord) => Problem | undefined,
	maxLength = Infinity,
): ValueCheck {
	return (text) => {
		const list = parseJson(text);
		if (!Array.isArray(list) || !list.every(isRecord)) return 'format';
		if (list.length > maxLength) return 'range';
		return list.map(check).find((problem) => problem !== undefined);
	};
}

/** Documented examples write these numbers as texts. */
function isCount(value: unknown): boolean {
	return /^[1-9]\d*$/.test(typeof value === 'number' ? String(value) : textOf(value));
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const MAX_FIELD_LENGTH = 1000;

/** One pair an element; of more, the backend takes the first. */
export const userFields = arrayOf((element) => {
	const [pair] = Object.entries(element);
	if (!pair?.[0]) return 'format';
	if (typeof pair[1] !== 'string' && typeof pair[1] !== 'number') return 'format';
	return String(pair[1]).length > MAX_FIELD_LENGTH ? 'range' : undefined;
});

const MAX_CALL_VARIABLES = 5;

export const callVariables = arrayOf(({ name, value }) => {
	if (!textOf(name) || typeof value !== 'string') return 'format';
	return value.length > MAX_FIELD_LENGTH ? 'range' : undefined;
}, MAX_CALL_VARIABLES);

export const callLimitStrategy = arrayOf(({ cnos, limit }) => {
	if (!Array.isArray(cnos) || cnos.length === 0) return 'format';
	return cnos.every((cno) => /^\d+$/.test(textOf(cno))) && isCount(limit) ? undefined : 'format';
});

export const customerClidWeight = arrayOf(({ number, weight }) =>
	/^\d[\d-]*(,\d[\d-]*)*$/.test(textOf(number)) && isCount(weight) ? undefined : 'format',
);

/** Further keys are allowed: the documentation ends its list with "and so on". */
export const clidProperty: ValueCheck = (text) => {
	const value = parseJson(text);
	if (!isRecord(value)) return 'format';
	const { defaultAreaCode = '0', isMatchCapital = '0' } = value;
	if (!/^\d+$/.test(textOf(defaultAreaCode))) return 'format';
	return ['0', '1'].includes(String(isMatchCapital)) ? undefined : 'value';
};

/** Which key orders the numbers of a kind, and its values. */
const ORDERS: Record<string, { key: string; allowed: readonly unknown[] }> = {
	retryCall: { key: 'desc', allowed: [0, 1] },
	firstCall: { key: 'orderType', allowed: [0, 1, 2] },
};

export const callPriorityStrategy: ValueCheck = (text) => {
	const value = parseJson(text);
	const list = isRecord(value) ? value.strategy : undefined;
	if (!Array.isArray(list) || list.length === 0 || !list.every(isRecord)) return 'format';
	for (const element of list) {
		const order = ORDERS[textOf(element.type)];
		if (!order?.allowed.includes(element[order.key])) return 'value';
		if (element.sort !== 1 && element.sort !== 2) return 'value';
	}
	const distinct = (key: string) => new Set(list.map((element) => element[key])).size;
	return distinct('type') === list.length && distinct('sort') === list.length ? undefined : 'value';
};
