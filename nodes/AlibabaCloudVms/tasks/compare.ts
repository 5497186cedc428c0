import type { IDataObject } from 'n8n-workflow';
import { isRecord } from '../guards';
import type { Read } from '../input/given';
import type { Catalogue } from '../parameters/catalogue';
import type { Reading, Row, Same } from '../parameters/parameter';
import { holds } from '../parameters/same';
import { parse } from '../parameters/structured/json';
import { choiceOf } from '../parameters/words';
import { cut } from '../text';
import type { TaskState } from './state';

/** A given value against what the task has. */
export interface Comparison {
	field: Read;
	/** `unknown` where the value can't be read back, `unread` where the task was not read. */
	verdict: 'same' | 'differs' | 'unknown' | 'unread';
	/** What the task has; absent where that can't be read. */
	stored?: Reading;
}

/** A stored value as the API's text; the lists have numbers as numbers. */
export function textOf(stored: unknown): string {
	if (typeof stored === 'object' && stored !== null) return JSON.stringify(stored);
	return String(stored ?? '');
}

const EMPTY: Reading = { value: '', wire: '' };

/** A stored value as the catalogue reads it, like a given one; what it can't read stays as it is. */
export function readStored({ encode, same, property, structured }: Row, stored: unknown): Reading {
	const wire = textOf(stored);
	if (holds(same(wire), same(''))) return EMPTY;
	const reading = encode(stored, property);
	if (reading.value !== undefined) return reading;
	const value = structured ? parse(stored) : stored;
	return { value: value ?? stored, wire, issue: 'is not as the page describes it' };
}

/** Whether a field says which task, and not what changes. */
export const isIdentity = ({ row }: Read): boolean => row.identifies === true;

/** What a task has once the values are given: of the item, else of the task; undefined where unknown. */
export function effectiveIn(
	fields: readonly Read[],
	state: TaskState | undefined,
	{ rowNamed }: Catalogue,
): (name: string) => unknown {
	return (name) => {
		const given = fields.find(({ row }) => row.property.name === name);
		if (given) return given.reading.value;
		const row = rowNamed(name);
		return row && state && row.api in state.fields
			? readStored(row, state.fields[row.api]).value
			: undefined;
	};
}

/** When two values of a row mean the same, once the values are given. */
export function sameIn(
	fields: readonly Read[],
	state: TaskState,
	catalogue: Catalogue,
): (row: Row) => Same {
	const effective = effectiveIn(fields, state, catalogue);
	return ({ same, ordered }) =>
		ordered && (effective(ordered.while) ?? ordered.is) === ordered.is ? ordered.same : same;
}

/** The given values, but for the two that say which task, where the task is not read. */
export const uncompared = (fields: readonly Read[]): Comparison[] =>
	fields.filter((field) => !isIdentity(field)).map((field) => ({ field, verdict: 'unread' }));

/** The same against the task as it was read. */
export function compare(
	fields: readonly Read[],
	state: TaskState,
	catalogue: Catalogue,
): Comparison[] {
	const sameOf = sameIn(fields, state, catalogue);
	return fields
		.filter((field) => !isIdentity(field))
		.map((field): Comparison => {
			const { row, reading } = field;
			if (row.readBack === 'never' || !(row.api in state.fields)) {
				return { field, verdict: 'unknown' };
			}
			const stored = state.fields[row.api];
			const same = sameOf(row);
			const isSame = holds(same(textOf(stored)), same(reading.wire ?? ''));
			return {
				field,
				verdict: isSame ? 'same' : 'differs',
				stored: readStored(row, stored),
			};
		});
}

/** A read value for people and programs: numbers as numbers, structures as such, null for none. */
function shown({ value, wire }: Reading): IDataObject[string] {
	if (wire === '') return null;
	if (typeof value === 'boolean' || typeof value === 'number') return Number(wire ?? value);
	const isStructure = isRecord(value) || (Array.isArray(value) && value.some(isRecord));
	return isStructure ? (value as IDataObject) : (wire ?? String(value));
}

const unknownAs = (why: string): string => `${why}, so it may be the same already`;
const UNREAD = unknownAs('the task was not read');
const NEVER_READ = unknownAs("can't be read back");
const UNANSWERED = unknownAs('was not in the answer');

/** Why nothing is known of what the task has. */
function unknownNote({ field: { row }, verdict }: Comparison): string {
	if (verdict === 'unread') return UNREAD;
	return row.readBack === 'never' ? NEVER_READ : UNANSWERED;
}

/** A value that would change, from what to what, for programs. */
export interface Change extends IDataObject {
	/** The API's name. */
	field: string;
	label: string;
	from: IDataObject[string];
	to: IDataObject[string];
	/** From what to what, as a person reads it. */
	words: string;
}

export function changeOf(comparison: Comparison): Change {
	const { field, stored } = comparison;
	const change: Change = {
		field: field.row.api,
		label: field.row.property.displayName,
		from: stored ? shown(stored) : null,
		to: shown(field.reading),
		words: valuesWords(comparison),
	};
	if (!stored) change.note = unknownNote(comparison);
	return change;
}

/** A read value as a person says it: a choice by its label, a structure in a sentence, the rest as it is. */
function spokenWords({ property, structured }: Row, reading: Reading): string {
	const { value, wire = '', issue } = reading;
	if (wire === '') return '(empty)';
	if (typeof value === 'boolean') return value ? 'on' : 'off';
	if (structured && value !== undefined && issue === undefined) return structured.words(value);
	return choiceOf(property, value)?.name ?? wire;
}

/** A sentence about a structure may be longer than a name. */
const LONGEST_WORDS = 60;
const LONGEST_SENTENCE = 200;

/** Few texts have several lines, which one look finds out sooner. */
const inOneLine = (text: string): string =>
	/[\r\n]/.test(text) ? text.replaceAll(/\s*[\r\n]\s*/g, ' ') : text;

export const spoken = (row: Row, reading: Reading): string =>
	cut(inOneLine(spokenWords(row, reading)), row.structured ? LONGEST_SENTENCE : LONGEST_WORDS);

/** What becomes of a value as a person reads it: `20 → 45`, `? → 45`, `→ 45` where the task was not read. */
function valuesWords({ field: { row, reading }, stored, verdict }: Comparison): string {
	const to = `→ ${spoken(row, reading)}`;
	if (verdict === 'unread') return to;
	return `${stored ? spoken(row, stored) : '?'} ${to}`;
}

/** A change as a person reads it: `Start Date 2026-11-01 → 2026-12-01`. */
export const changeWords = ({ label, words }: Change): string => `${label} ${words}`;
