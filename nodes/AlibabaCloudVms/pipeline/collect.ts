import type { IExecuteFunctions, INodePropertyCollection } from 'n8n-workflow';
import { isRecord } from '../guards';
import { identity, sections } from '../parameters';
import type { Row } from '../parameters/parameter';
import { twinLabel, twinName } from '../parameters/properties';

/** What the user gave for one row: a value ('' for an emptied field), or the reason why there is none. */
export interface Given {
	row: Row;
	/** The label under which it was given: the field's, or its JSON twin's. */
	label: string;
	value?: unknown;
	/** Why no value could be had, as the rest of a sentence that begins with the label. */
	problem?: string;
}

/** Turns what a builder holds into the documented structure; that structure itself passes through. */
function fromBuilder(row: Row, value: unknown): unknown {
	if (!row.structured || !isRecord(value)) return value;
	const groups = (row.property.options ?? []) as INodePropertyCollection[];
	const held = Object.keys(value).filter((name) => !isEmptyGroup(value[name]));
	if (held.length === 0) return '';
	return held.every((name) => groups.some((group) => group.name === name))
		? row.structured.fromBuilder(value)
		: value;
}

const isEmptyGroup = (group: unknown): boolean => Array.isArray(group) && group.length === 0;

/** Reads one field; an expression that fails is the field's problem, not the whole item's. */
function readField(
	context: IExecuteFunctions,
	path: string,
	itemIndex: number,
	row: Row,
	label = row.property.displayName,
): Given[] {
	try {
		const value: unknown = context.getNodeParameter(path, itemIndex, null);
		if (value === null || value === undefined) return [];
		const isEmpty = typeof value === 'string' ? value.trim() === '' : isEmptyGroup(value);
		if (isEmpty) return [{ row, label, value: '' }];
		return [{ row, label, value: fromBuilder(row, value) }];
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		return [{ row, label, problem: `has an expression that fails: ${reason}` }];
	}
}

/** A builder and its JSON twin are one parameter: at most one of them is filled in. */
function oneOfTwins(row: Row, given: Given[]): Given[] {
	const filled = given.filter(({ value }) => value !== '');
	const [first, second] = filled;
	if (first && second) {
		const problem = `and '${second.label}' are both filled in; keep one of them`;
		return [{ row, label: first.label, problem }];
	}
	return first ? [first] : given.slice(0, 1);
}

/**
 * The values of one item, in the catalogue's order. What is absent (not added, `undefined`, `null`) is
 * left out; an emptied field is '' and stays only where the user chose to send empty values.
 */
export function collect(
	context: IExecuteFunctions,
	itemIndex: number,
	sendEmptyValues: boolean,
): Given[] {
	const top = identity.flatMap((row) => readField(context, row.property.name, itemIndex, row));
	const added = sections.flatMap(({ property: { name: section }, rows }) => {
		const stored = context.getNodeParameter(section, itemIndex, {}, { rawExpressions: true });
		const has = (name: string) => isRecord(stored) && name in stored;
		return rows.flatMap((row) => {
			const { name } = row.property;
			const field = has(name) ? readField(context, `${section}.${name}`, itemIndex, row) : [];
			if (!row.structured || !has(twinName(row))) return field;
			const path = `${section}.${twinName(row)}`;
			return oneOfTwins(row, [
				...field,
				...readField(context, path, itemIndex, row, twinLabel(row)),
			]);
		});
	});
	return [...top, ...added].filter(({ value }) => sendEmptyValues || value !== '');
}
