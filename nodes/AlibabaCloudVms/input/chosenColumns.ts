import type { IDataObject } from 'n8n-workflow';
import { plainText } from '../parameters/encoders/scalar';
import { isAddress } from '../parameters/encoders/taskId';
import type { Catalogue } from '../parameters/catalogue';
import { isNamedAs } from '../parameters/columns';
import { plainName } from '../parameters/header';
import { nearestName } from '../parameters/nearNames';
import type { Row } from '../parameters/parameter';
import { listOf, quote } from '../text';
import { isEmptyFor } from './cells';
import type { FieldsObject } from './fieldsObject';
import type { Given } from './given';
import type { Lack } from './leftOut';
import { chosenIn, valueIn } from './locator';
import { pathIn } from './paths';
import type { Reads } from './reads';
import { createResolver, failedWith, type Stored } from './resolve';

/** What a field says of one item, in place of the columns that mean its row by their names. */
export interface Choice {
	row: Row;
	given: Given;
	/** The column that it takes, which then means nothing else. */
	column?: string;
	/** Whether it is one value for all items: a column that says another one contradicts it. */
	isFixed: boolean;
	lack?: Lack;
}

/** Digits are an ID, and no column's name; n8n stores text that was never an expression as it is. */
const isId = (text: string): boolean => /^\d+(?:\.0+)?$/.test(text);

const isExpression = (raw: unknown): boolean =>
	typeof raw === 'string' && raw.startsWith('=') && raw.includes('{{');

/** The column that a person means by a name: as it stands, or in other spelling where only one is so called. */
function columnNamed(typed: string, names: readonly string[]): string | undefined {
	if (names.includes(typed)) return typed;
	const plain = plainName(typed) || typed.trim();
	const alike = names.filter((name) => (plainName(name) || name.trim()) === plain);
	return alike.length === 1 ? alike[0] : undefined;
}

const lackOf = (why: string): Lack => ({ why, isWithoutColumn: false });

/** A field in which one task, or one call center, was chosen for all items. */
function forAll(row: Row, text: string): Choice {
	const { displayName: label } = row.property;
	const { wire = text, issue: problem } = isAddress(text) ? row.encode(text, row.property) : {};
	return { row, given: { row, label, value: wire, problem }, isFixed: true };
}

/** A field in which the name of a column was typed. */
function byName(row: Row, typed: string, object: FieldsObject) {
	const { displayName: label } = row.property;
	return (source: IDataObject): Choice => {
		const own = Object.keys(source);
		const elsewhere = () => [...new Set([...own, ...object.names()])];
		const column = columnNamed(typed, own) ?? columnNamed(typed, elsewhere());
		if (column === undefined) {
			const names = elsewhere();
			const named = names.map((name) => ({ row, name, plain: plainName(name) }));
			const meant = nearestName(typed, named, []);
			const others = names.length > 0 ? `There are: ${listOf(names)}` : 'The item has no columns';
			const hint = meant === undefined ? '.' : `; did you mean ${quote(meant)}?`;
			const problem = `is ${quote(typed)}, which is neither an ID nor a column${hint} ${others}`;
			return { row, given: { row, label, problem }, isFixed: false };
		}
		const cell: unknown = Object.hasOwn(source, column) ? source[column] : undefined;
		const given = {
			row,
			label,
			column: isNamedAs(column, row) ? undefined : column,
			value: isEmptyFor(row, cell) ? '' : cell,
		};
		const lack = lackOf(`; its column ${quote(column)} is empty`);
		return { row, given, column, isFixed: false, lack };
	};
}

/** What an expression gave for an item. */
function resolvedTo(row: Row, resolved: unknown): Pick<Choice, 'given' | 'lack'> {
	const { displayName: label } = row.property;
	const value = valueIn(resolved);
	return {
		given: { row, label, value: isEmptyFor(row, value) ? '' : value },
		lack: lackOf('; its expression gave nothing for this item'),
	};
}

/** What fields of the editor say of columns. */
interface ChosenColumns {
	/** Whether none of them names a column, or says something else for each item. */
	isFixed: boolean;
	of(itemIndex: number, source: IDataObject): Choice[];
}

/**
 * The fields of the editor that say which column, or which value, a row has where columns are mapped. Those
 * that are empty say nothing: their rows are found by the columns' names.
 */
export function chosenColumns(
	context: Reads,
	{ identity }: Catalogue,
	object: FieldsObject,
): ChosenColumns {
	const fields = identity.flatMap((row) => {
		const path = row.property.name;
		const raw: unknown = context.getNodeParameter(path, 0, '', { rawExpressions: true });
		return row.whenMapped
			? [{ row, ...chosenIn({ path, raw }) } satisfies Stored & { row: Row }]
			: [];
	});
	const evaluated = fields.filter(({ raw }) => isExpression(raw));
	const resolve = createResolver(context, evaluated);
	const typed = fields.flatMap(({ row, raw }) => {
		if (isExpression(raw)) return [];
		const text = plainText(raw).replace(/^=/, '').trim();
		if (text === '') return [];
		if (!isId(text) && !isAddress(text)) return [byName(row, text, object)];
		return [() => forAll(row, text)];
	});
	/** A column that was dragged into the field. */
	const dragged = evaluated.map(({ raw }) => {
		const path = object.isWholeItem ? pathIn(raw) : undefined;
		return path?.length === 1 ? path[0] : undefined;
	});
	if (evaluated.length + typed.length === 0) return { isFixed: true, of: () => [] };
	const isFixed = evaluated.length === 0 && typed.every((choose) => choose({}).isFixed);
	const of: ChosenColumns['of'] = (itemIndex, source) => {
		const resolved = evaluated.length > 0 ? resolve(itemIndex) : [];
		return [
			...typed.map((choose) => choose(source)),
			...evaluated.map(({ row }, place): Choice => {
				const one = resolved[place];
				const column = dragged[place];
				if (one && 'error' in one) {
					const problem = failedWith(one.error);
					const given = { row, label: row.property.displayName, problem };
					return { row, given, column, isFixed: false };
				}
				return { row, ...resolvedTo(row, one?.value), column, isFixed: false };
			}),
		];
	};
	return { isFixed, of };
}
