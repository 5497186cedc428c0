import type { IDataObject } from 'n8n-workflow';
import { isDeepStrictEqual } from 'node:util';
import { isRecord } from '../guards';
import { identity } from '../parameters';
import type { Reading, Row } from '../parameters/parameter';
import { cut } from '../parameters/words';
import type { Read } from '../pipeline/read';
import type { TaskState } from './state';

/** A given value against what the task has. */
export interface Comparison {
	field: Read;
	/** `unknown` where the value can't be read back. */
	verdict: 'same' | 'differs' | 'unknown';
	/** What the task has; absent where that can't be read. */
	stored?: Reading;
}

/** Equal for what means the same: 1 and "1", an object whose keys stand in another order. */
function canonical(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(canonical);
	if (!isRecord(value)) return String(value ?? '');
	return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, canonical(one)]));
}

/** A stored value as the catalogue reads it, like a given one; what it can't read stays as it is. */
export function readStored({ encode, property }: Row, stored: unknown): Reading {
	if (stored === '' || stored === null || stored === undefined) return { value: '', wire: '' };
	const reading = encode(stored, property);
	return reading.value === undefined ? { value: stored, wire: String(stored) } : reading;
}

const same = (one: Reading, other: Reading): boolean =>
	(one.wire !== undefined && one.wire === other.wire) ||
	(one.value !== undefined && isDeepStrictEqual(canonical(one.value), canonical(other.value)));

/** Whether a field says which task, and not what changes. */
export const isIdentity = ({ row }: Read): boolean => identity.includes(row);

/** The given values, but for the two that say which task, against the task as it was read. */
export const compare = (fields: readonly Read[], { fields: stored }: TaskState): Comparison[] =>
	fields
		.filter((field) => !isIdentity(field))
		.map((field): Comparison => {
			const { row, reading } = field;
			if (row.readBack === 'never' || !(row.api in stored)) return { field, verdict: 'unknown' };
			const read = readStored(row, stored[row.api]);
			return { field, verdict: same(reading, read) ? 'same' : 'differs', stored: read };
		});

/** Of lists only which entries they have: a service may keep them in an order of its own. */
function sorted(reading: Reading): Reading {
	const { value } = reading;
	const isList = Array.isArray(value) && value.every((entry) => typeof entry === 'string');
	return isList ? { value: [...(value as string[])].sort() } : reading;
}

/** The same, where a list counts as taken in whatever order it comes back. */
export const compareTaken = (fields: readonly Read[], state: TaskState): Comparison[] =>
	compare(fields, state).map((one) =>
		one.stored && same(sorted(one.field.reading), sorted(one.stored))
			? { ...one, verdict: 'same' }
			: one,
	);

/** A read value for people and programs: numbers as numbers, structures as such, null for none. */
function shown({ value, wire }: Reading): IDataObject[string] {
	if (wire === '') return null;
	if (typeof value === 'boolean' || typeof value === 'number') return Number(wire ?? value);
	const isStructure = isRecord(value) || (Array.isArray(value) && value.some(isRecord));
	return isStructure ? (value as IDataObject) : (wire ?? String(value));
}

/** A value that would change, from what to what. */
export const changeOf = ({ field, stored }: Comparison): IDataObject => ({
	field: field.row.api,
	label: field.row.property.displayName,
	from: stored ? shown(stored) : null,
	to: shown(field.reading),
	...(stored ? {} : { note: "can't be read back, so it may be the same already" }),
});

const LONGEST_WORDS = 60;

function shownWords(value: unknown): string {
	if (value === null) return '(empty)';
	return cut(typeof value === 'object' ? JSON.stringify(value) : String(value), LONGEST_WORDS);
}

/** A change as a person reads it: `Start Date 2026-11-01 → 2026-12-01`. */
export const changeWords = ({ label, from, to, note }: IDataObject): string =>
	`${String(label)} ${note ? '?' : shownWords(from)} → ${shownWords(to)}`;
