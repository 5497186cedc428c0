import type { IExecuteFunctions } from 'n8n-workflow';
import { isRecord } from '../guards';
import { identity, sections } from '../parameters';
import type { Row } from '../parameters/parameter';
import { twinLabel, twinName } from '../parameters/properties';
import { fromBuilder } from './builder';
import type { Resolved } from './resolve';
import { createResolver } from './resolve';

/** What the user gave for one row: a value ('' for an emptied field), or the reason why there is none. */
export interface Given {
	row: Row;
	/** The label under which it was given: the field's, or its JSON twin's. */
	label: string;
	/** The column it comes from, where that has another name. */
	column?: string;
	value?: unknown;
	/** Why no value could be had, as the rest of a sentence that begins with the label. */
	problem?: string;
}

/** A field of the node that the user added, where the workflow stores it. */
interface Field {
	row: Row;
	label: string;
	path: string;
	raw: unknown;
}

/** The added fields, in the catalogue's order; a builder stands before its JSON twin. */
function addedFields(context: IExecuteFunctions): Field[] {
	const stored = (name: string): unknown =>
		context.getNodeParameter(name, 0, null, { rawExpressions: true });
	const top = identity.map((row): Field => {
		const { name, displayName } = row.property;
		return { row, label: displayName, path: name, raw: stored(name) };
	});
	const added = sections.flatMap(({ property: { name: section }, rows }) => {
		const values = stored(section);
		return rows.flatMap((row) => {
			const { name, displayName } = row.property;
			const fields = [{ name, label: displayName }];
			if (row.structured) fields.push({ name: twinName(row), label: twinLabel(row) });
			return fields.flatMap((field): Field[] =>
				isRecord(values) && field.name in values
					? [{ row, label: field.label, path: `${section}.${field.name}`, raw: values[field.name] }]
					: [],
			);
		});
	});
	return [...top, ...added];
}

const isEmptyList = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

/** A field's value for one item; an expression that fails is the field's problem, not the item's. */
function givenFor({ row, label }: Field, resolved: Resolved): Given[] {
	if ('error' in resolved) {
		const { error } = resolved;
		const reason = error instanceof Error ? error.message : String(error);
		return [{ row, label, problem: `has an expression that fails: ${reason}` }];
	}
	const { value } = resolved;
	if (value === null || value === undefined) return [];
	const isEmpty = typeof value === 'string' ? value.trim() === '' : isEmptyList(value);
	if (isEmpty) return [{ row, label, value: '' }];
	const isTwin = label !== row.property.displayName;
	return [{ row, label, ...(isTwin ? { value } : fromBuilder(row, value)) }];
}

/** Most values of a field that are kept for later items. */
const MOST_KEPT = 1000;

/** The same for many items: cells of a column repeat, and equal ones come as one object, to be read once. */
function giverFor(field: Field): (resolved: Resolved) => Given[] {
	const kept = new Map<unknown, Given[]>();
	return (resolved) => {
		if ('error' in resolved || typeof resolved.value === 'object') return givenFor(field, resolved);
		const known = kept.get(resolved.value);
		if (known) return known;
		if (kept.size >= MOST_KEPT) kept.clear();
		const given = givenFor(field, resolved);
		kept.set(resolved.value, given);
		return given;
	};
}

/** A builder and its JSON twin are one parameter: at most one of them is filled in. */
function oneOfTwins(given: readonly Given[]): Given[] {
	const [first, second] = given.filter(({ value }) => value !== '');
	if (!first || !second) return first ? [first] : given.slice(0, 1);
	const problem = `and '${second.label}' are both filled in; keep one of them`;
	return [{ row: first.row, label: first.label, problem }];
}

/**
 * The values of one item, in the catalogue's order. What is absent (not added, `undefined`, `null`) is
 * left out; an emptied field is '' and stays only where the user chose to send empty values.
 */
export type Collector = (itemIndex: number, sendEmptyValues: boolean) => Given[];

/** A collector for the items of one execution; which fields were added is the same for all of them. */
export function createCollector(context: IExecuteFunctions): Collector {
	const fields = addedFields(context);
	const resolve = createResolver(context, fields);
	const givers = fields.map((field) => ({ row: field.row, give: giverFor(field) }));
	return (itemIndex, sendEmptyValues) => {
		const byRow = new Map<Row, Given[]>();
		resolve(itemIndex).forEach((resolved, index) => {
			const giver = givers[index];
			if (!giver) return;
			const { row, give } = giver;
			byRow.set(row, [...(byRow.get(row) ?? []), ...give(resolved)]);
		});
		return [...byRow.values()]
			.flatMap(oneOfTwins)
			.filter(({ value }) => sendEmptyValues || value !== '');
	};
}
