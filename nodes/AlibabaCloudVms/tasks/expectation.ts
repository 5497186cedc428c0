import type { IDataObject } from 'n8n-workflow';
import { isRecord } from '../guards';
import { isEmptyCell } from '../input/cells';
import type { Beside } from '../input/collect';
import type { Read } from '../input/given';
import type { Catalogue } from '../parameters/catalogue';
import { AFTER, BEFORE, EXPECTED, STATUS } from '../parameters/companions';
import { defaultText } from '../parameters/defaults';
import { momentText, type ChinaTime } from '../parameters/chinaTime';
import type { Row } from '../parameters/parameter';
import { isNumeric } from '../parameters/properties';
import { holds } from '../parameters/same';
import { lostIn, notJson, parse } from '../parameters/structured/json';
import { listOf, quote } from '../text';
import { readStored, sameIn, spoken, textOf, type Comparison } from './compare';
import { statusWords, type TaskState } from './state';

/** What a task has to have still for something to be sent. */
export interface Expectation {
	/** Since when: it was shown by a preview, or left by an update. */
	after: 'preview' | 'update';
	/** A moment of the schedule that was shown and has to lie ahead still, yyyy-MM-dd HH:mm:ss in China. */
	before?: string;
	status?: number;
	/** By the API's texts. */
	values: ReadonlyArray<{ row: Row; text: string }>;
}

const GIVE = `give what the preview or the update gave, or leave the column out by 'Columns to Ignore'`;

/** A status as it stands in an expectation; undefined for what is none. */
const statusIn = (value: unknown): number | undefined =>
	(typeof value === 'string' || typeof value === 'number') && /^[0-3]$/.test(String(value))
		? Number(value)
		: undefined;

const MOMENT = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/;

/** A value as the API's text; undefined where it is none of the row's. */
function textFor({ property, structured }: Row, value: unknown): string | undefined {
	switch (typeof value) {
		case 'string':
			return value;
		case 'number':
			return Number.isFinite(value) && !structured ? String(value) : undefined;
		case 'boolean':
			return property.type === 'boolean' ? String(Number(value)) : undefined;
		default:
			return structured && typeof value === 'object' && value !== null
				? JSON.stringify(value)
				: undefined;
	}
}

/** What is expected of one parameter, or why that is nothing, as the rest of a sentence. */
function valueFor(
	name: string,
	value: unknown,
	{ rows, columns }: Catalogue,
): { row: Row; text: string } | string {
	const row = rows.find(({ api }) => api === name);
	const has = `has ${quote(name)}`;
	if (!row || row.identifies) {
		const meaning = columns.meaningOf(name);
		const meant = meaning.row ? meaning.row.api : meaning.meant;
		const hint = row || meant === undefined ? '' : `; did you mean ${quote(meant)}?`;
		return `${has}, which is no parameter that can be expected${hint}`;
	}
	if (row.readBack === 'never') return `${has}, which can't be read back`;
	const text = textFor(row, value);
	return text === undefined
		? `${has} as ${quote(value)}, which is no value of it as the service writes it`
		: { row, text };
}

/** An expectation in the form in which this node writes it; anything else is refused. */
function readOne(cell: unknown, catalogue: Catalogue): Expectation | string[] {
	if (isEmptyCell(cell)) return [`is empty; ${GIVE}`];
	const broken = lostIn(cell) ?? notJson(cell);
	if (broken !== undefined) return [`${broken}; ${GIVE}`];
	const given = parse(cell);
	if (!isRecord(given)) return [`is ${quote(cell)}; ${GIVE}`];
	const { [AFTER]: after = 'preview', [BEFORE]: before, [STATUS]: status, ...rest } = given;
	const values = Object.entries(rest).map(([name, value]) => valueFor(name, value, catalogue));
	const wrong = values.filter((one) => typeof one === 'string');
	if (after !== 'preview' && after !== 'update')
		wrong.push(`has ${quote(AFTER)} as ${quote(after)}`);
	const isMoment = typeof before === 'string' && MOMENT.test(before);
	if (BEFORE in given && !isMoment) wrong.push(`has ${quote(BEFORE)} as ${quote(before)}`);
	if (STATUS in given && statusIn(status) === undefined) {
		wrong.push(`has ${quote(STATUS)} as ${quote(status)}; give 0, 1, 2 or 3`);
	}
	// What an undo clears may be all it does.
	if (Object.keys(given).length === 0) wrong.push(`expects nothing; ${GIVE}`);
	return wrong.length > 0
		? wrong
		: {
				after: after === 'update' ? after : 'preview',
				...(isMoment ? { before } : {}),
				status: statusIn(status),
				values: values.filter((one) => typeof one !== 'string'),
			};
}

/** What an item expects of its task, and what is wrong with how it says so, in sentences. */
export function expectationIn(
	beside: readonly Beside[],
	catalogue: Catalogue,
): { expectation?: Expectation; issues: readonly string[] } {
	const all = beside.filter(({ companion }) => companion === EXPECTED);
	const [one, other] = all;
	if (!one) return { issues: [] };
	const pieces = all.flatMap(({ isPiece, column = '' }) => (isPiece ? [column] : []));
	if (pieces.length > 0) {
		const where = `stands in pieces, in the columns ${listOf(pieces)}`;
		return {
			issues: [
				`'${EXPECTED.label}' ${where}; keep it in one column, as an object or as JSON text, or leave them out by 'Columns to Ignore'`,
			],
		};
	}
	if (other) {
		const names = `${quote(one.column)} and ${quote(other.column)}`;
		return { issues: [`'${EXPECTED.label}' stands in the columns ${names}; keep one of them`] };
	}
	const read = readOne(one.value, catalogue);
	return Array.isArray(read)
		? { issues: read.map((issue) => `'${EXPECTED.label}' ${issue}`) }
		: { expectation: read, issues: [] };
}

/** A value as a person says it inside a sentence. */
function said(row: Row, stored: unknown): string {
	const reading = readStored(row, stored);
	if (reading.wire === '') return 'empty';
	const words = spoken(row, reading);
	return isNumeric(row) || row.structured ? words : quote(words);
}

const SINCE = { preview: 'when this was previewed', update: 'after the update' } as const;

interface Wanted {
	fields: readonly Read[];
	catalogue: Catalogue;
	/** Whether an attempt before may have been applied: what it may have made of the task is nobody else's. */
	isOpen?: boolean;
	/** Whether the status is not looked at, since it was changed for this. */
	isOurs?: boolean;
}

/**
 * What somebody has changed since, in sentences: what is neither as expected nor as it is wanted.
 * @param state the task as it is now
 */
export function changedSince(
	{ after, status, values }: Expectation,
	state: TaskState,
	{ fields, catalogue, isOpen = false, isOurs = false }: Wanted,
): string[] {
	const since = SINCE[after];
	const sameOf = sameIn(fields, state, catalogue);
	const changed = values.flatMap(({ row, text }) => {
		const was = `'${row.property.displayName}' was ${said(row, text)} ${since}`;
		if (!(row.api in state.fields)) return [`${was} and could not be read now`];
		const stored = state.fields[row.api];
		const isNow = (one: string) => holds(sameOf(row)(textOf(stored)), sameOf(row)(one));
		// A person, or a model, may have written it as a cell is written.
		const isMeant = () => isNow(readStored(row, text).wire ?? text);
		const wanted = fields.find((field) => field.row === row)?.reading.wire;
		// What a cleared field holds afterwards is the service's choice.
		const mayBeOurs = isOpen && wanted === '';
		const isAsCleared = after === 'update' && text === '' && isNow(defaultText(row));
		if (isNow(text) || (wanted !== undefined && isNow(wanted))) return [];
		if (mayBeOurs || isAsCleared || isMeant()) return [];
		const aim = wanted === undefined ? '' : ` (wanted: ${said(row, wanted)})`;
		return [`${was} and is ${said(row, stored)} now${aim}`];
	});
	if (isOurs || status === undefined || status === state.status) return changed;
	return [
		`The task was ${statusWords({ status })} ${since} and is ${statusWords(state)} now`,
		...changed,
	];
}

/** What is too late by now, in sentences: a moment that lay ahead when it was shown may count at once. */
export function overBy({ before }: Expectation, now: ChinaTime): string[] {
	if (before === undefined || before > momentText(now)) return [];
	return [
		`The schedule had ${before} ahead when this was previewed, and in China it is ${momentText(now)} now`,
	];
}

/** How an expectation says that an update has left the values so. */
export const LEFT_BY_UPDATE = { [AFTER]: 'update' } as const;

/** How an expectation says since when it holds, where that is not a preview. */
export const sinceOf = (expectation?: Pick<Expectation, 'after'>): IDataObject =>
	expectation?.after === 'update' ? { ...LEFT_BY_UPDATE } : {};

/**
 * What is expected of the values that would change, as it stands in a row: the API's texts.
 * @param before a moment of the schedule that has to lie ahead still, yyyy-MM-dd HH:mm:ss in China
 */
export const expectedOf = (
	{ status }: Pick<TaskState, 'status'>,
	comparisons: readonly Comparison[],
	before?: string,
): IDataObject => ({
	...(before === undefined ? {} : { [BEFORE]: before }),
	...(status === undefined ? {} : { [STATUS]: String(status) }),
	...Object.fromEntries(
		comparisons.flatMap(({ field: { row }, stored }) =>
			stored ? [[row.api, stored.wire ?? textOf(stored.value)] as const] : [],
		),
	),
});
