import { isRecord } from '../../guards';
import { byEntries, byFlag, byNumber, byText, byWord } from '../same';
import type { Meaning, Same } from '../parameter';
import { lostNumber } from './digits';
import { parse } from './json';

/** A member of a structure as what it means; `undefined` where it is missing. */
type Read = (value: unknown) => Meaning;

/** Any value; a number and the same number as text are one. */
const plain: Read = (value) => {
	if (Array.isArray(value)) return value.map(plain);
	if (!isRecord(value)) return byText(String(value ?? ''));
	return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, plain(one)]));
};

const as =
	(same: Same): Read =>
	(value) =>
		isRecord(value) || Array.isArray(value) ? plain(value) : same(String(value ?? ''));

const number = as(byNumber);
const word = as(byWord);

/** A list as an array or as a text with commas. */
const entries: Read = (value) =>
	Array.isArray(value) ? byEntries(value.map(String).join(',')) : as(byEntries)(value);

/** A record with these members first, and with what else is in it. */
const record =
	(members: Readonly<Record<string, Read>>): Read =>
	(value) => {
		if (!isRecord(value)) return plain(value);
		const known = Object.entries(members).map(([name, read]) => [name, read(value[name])] as const);
		const more = Object.entries(value)
			.filter(([name]) => !Object.hasOwn(members, name))
			.map(([name, one]) => [name, plain(one)] as const);
		return Object.fromEntries([...known, ...more]);
	};

const listOf =
	(read: Read) =>
	(value: unknown): Meaning[] =>
		(Array.isArray(value) ? value : [value]).map(read);

const membersIn = (meaning: Meaning | undefined): readonly Meaning[] =>
	Array.isArray(meaning) ? meaning : [];
const memberOf = (meaning: Meaning, name: string): Meaning | undefined =>
	typeof meaning === 'string' || !isRecord(meaning) ? undefined : meaning[name];

/** Entries that say their place themselves, in the order of their places. */
const placedBy =
	(name: string, read: Read): Read =>
	(value) => {
		const placeOf = (one: Meaning) => Number(memberOf(one, name));
		return listOf(read)(value).sort((one, other) => placeOf(one) - placeOf(other) || 0);
	};

const textOf = (meaning: Meaning): string => JSON.stringify(meaning);

/** Each entry once. */
const distinct = (list: readonly Meaning[]): Meaning[] => [
	...new Map(list.map((one) => [textOf(one), one])).values(),
];

/** Entries in any order, unless one thing stands in two of them: then the first or the last may count. */
function unordered(
	list: readonly Meaning[],
	thingsOf: (one: Meaning) => readonly Meaning[],
): Meaning {
	const once = distinct(list);
	const things = once.flatMap(thingsOf);
	const isClear = new Set(things.map(textOf)).size === things.length;
	return isClear ? once.sort((one, other) => (textOf(one) < textOf(other) ? -1 : 1)) : once;
}

/** JSON text; where it is none, or has numbers that lose digits by reading, the text itself. */
const structure =
	(read: Read): Same =>
	(text) => {
		const json = parse(text);
		if ((!isRecord(json) && !Array.isArray(json)) || lostNumber(text) !== undefined) {
			return text.trim();
		}
		return Object.keys(json).length === 0 ? '' : read(json);
	};

const MINUTES = [24 * 60, 60, 1];

/** Days-hours-minutes as minutes: 0-1-0 and 0-0-60. */
const byWait: Same = (text) => {
	const parts = /^\s*(\d{1,6})-(\d{1,6})-(\d{1,6})\s*$/.exec(text)?.slice(1);
	if (!parts) return text.trim();
	return String(parts.reduce((sum, part, index) => sum + Number(part) * (MINUTES[index] ?? 0), 0));
};

const strategy = placedBy('round', record({ round: number, time: as(byWait) }));
const ROUNDS = { retry: number, strategy };
const basic = record(ROUNDS);
const rule = record({ condition: record({ sipCause: entries }), sort: number, ...ROUNDS });
const rules = placedBy('sort', rule);

const isWithoutRounds = (json: unknown): boolean =>
	isRecord(json) && Array.isArray(json.strategy) && json.strategy.length === 0;

/** Rounds, alike for all numbers or by rules; none are `{}`, an empty text or a list without rounds. */
export const byRounds: Same = structure((json) => {
	if (Array.isArray(json)) return rules(json);
	return isWithoutRounds(json) ? '' : basic(json);
});

const step: Read = (value) => {
	const own = isRecord(value) && value.type === 'retryCall' ? 'desc' : 'orderType';
	return record({ sort: number, type: word, [own]: number })(value);
};

/** Steps by their sort; numbers in them are texts after an update. */
export const bySteps: Same = structure(record({ strategy: placedBy('sort', step) }));

/** Agents with their limits. */
export const byLimits: Same = structure((json) =>
	unordered(listOf(record({ cnos: entries, limit: number }))(json), (one) =>
		membersIn(memberOf(one, 'cnos')),
	),
);

/** Caller IDs with their weights. */
export const byWeights: Same = structure((json) =>
	unordered(listOf(record({ number: entries, weight: number }))(json), (one) =>
		membersIn(memberOf(one, 'number')),
	),
);

export const byAreaRule: Same = structure(
	record({ defaultAreaCode: word, isMatchCapital: as(byFlag) }),
);

const pair = (name: string, value: unknown): Meaning => ({
	name: name.trim(),
	value: plain(value),
});

const pairsIn = (value: unknown): Meaning[] =>
	isRecord(value) ? Object.entries(value).map(([name, one]) => pair(name, one)) : [plain(value)];

/** Fields in their order: `[{"name":"value"}, ...]`. */
export const byPairs: Same = structure((json) => distinct([json].flat().flatMap(pairsIn)));

/** Variables, as name and value, or as the documented answers have them: `[{"name":"value"}]`. */
export const byVariables: Same = structure((json) =>
	unordered(
		[json].flat().flatMap((one: unknown) => {
			const isNamed = isRecord(one) && 'name' in one && 'value' in one;
			return isNamed ? [record({ name: word, value: plain })(one)] : pairsIn(one);
		}),
		(one) => [memberOf(one, 'name') ?? one],
	),
);
