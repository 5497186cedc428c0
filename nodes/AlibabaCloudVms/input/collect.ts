import type { IExecuteFunctions } from 'n8n-workflow';
import { isRecord } from '../guards';
import type { Catalogue } from '../parameters/catalogue';
import type { Companion } from '../parameters/companions';
import type { Row } from '../parameters/parameter';
import { twinLabel, twinName } from '../parameters/properties';
import { fromBuilder } from './builder';
import { isEmptyFor, onceForEach } from './cells';
import type { Given } from './given';
import type { Columns } from './leftOut';
import { chosenIn, valueIn } from './locator';
import type { Resolved, Stored } from './resolve';
import { createResolver, failedWith, hasExpression } from './resolve';

/** What stands beside the values of an item. */
export interface Beside {
	companion: Companion;
	/** Where it comes from. */
	column?: string;
	value?: unknown;
	/** Whether the column has one key alone of what is an object. */
	isPiece?: boolean;
	/** Why no value could be had, as the rest of a sentence that begins with the label. */
	problem?: string;
}

/** The values that an item gives, and what there is to say about its columns where it was mapped. */
export interface Collected {
	given: Given[];
	beside?: readonly Beside[];
	columns?: Columns;
}

/** A field of the node that the user added, where the workflow stores it. */
interface Field extends Stored {
	row: Row;
	label: string;
}

/** The added fields, in the catalogue's order; a builder stands before its JSON twin. */
function addedFields(context: IExecuteFunctions, { identity, sections }: Catalogue): Field[] {
	const stored = (name: string): unknown =>
		context.getNodeParameter(name, 0, null, { rawExpressions: true });
	const top = identity.map((row): Field => {
		const { name, displayName } = row.property;
		return { row, label: displayName, ...chosenIn({ path: name, raw: stored(name) }) };
	});
	const added = sections.flatMap(({ property: { name: section }, rows }) => {
		const values = stored(section);
		return rows.flatMap((row) => {
			const { name, displayName } = row.property;
			const fields = [{ name, label: displayName }];
			if (row.structured) fields.push({ name: twinName(row), label: twinLabel(row) });
			return fields.flatMap((field): Field[] =>
				isRecord(values) && field.name in values
					? [
							{
								row,
								label: field.label,
								...chosenIn({ path: `${section}.${field.name}`, raw: values[field.name] }),
							},
						]
					: [],
			);
		});
	});
	return [...top, ...added];
}

/** A field's value for one item. */
function givenFor({ row, label }: Field, value: unknown): Given | undefined {
	if (value === null || value === undefined) return undefined;
	if (isEmptyFor(row, value)) return { row, label, value: '' };
	const isTwin = label !== row.property.displayName;
	return { row, label, ...(isTwin ? { value } : fromBuilder(row, value)) };
}

/** An expression that fails is the field's problem, not the item's. */
function failedFor({ row, label }: Field, error: unknown): Given {
	return { row, label, problem: failedWith(error) };
}

/** What is given for one row, from the resolved values of an item. */
type Giver = (resolved: readonly Resolved[]) => Given | undefined;

function giverFor(field: Field, place: number): Giver {
	const give = onceForEach((value) => givenFor(field, valueIn(value)));
	return (all) => {
		const resolved = all[place];
		if (!resolved) return undefined;
		return 'error' in resolved ? failedFor(field, resolved.error) : give(resolved.value);
	};
}

/** A builder and its JSON twin are one parameter: at most one of them is filled in. */
function oneOfTwins(builder: Given | undefined, twin: Given | undefined): Given | undefined {
	if (!builder || !twin) return builder ?? twin;
	if (twin.value === '') return builder;
	if (builder.value === '') return twin;
	const problem = `and '${twin.label}' are both filled in; keep one of them`;
	return { row: builder.row, label: builder.label, problem };
}

/** One giver for each row that was added, in the fields' order. */
function giversFor(fields: readonly Field[]): Giver[] {
	const byRow = new Map<Row, Giver>();
	fields.forEach((field, place) => {
		const give = giverFor(field, place);
		const before = byRow.get(field.row);
		byRow.set(field.row, before ? (all) => oneOfTwins(before(all), give(all)) : give);
	});
	return [...byRow.values()];
}

/** A field that was added, whatever it gives. */
export interface Added {
	row: Row;
	label: string;
	/** Whether it holds the same for all items. */
	isFixed: boolean;
}

/**
 * The values of one item, in the catalogue's order. What is absent (not added, `undefined`, `null`) is
 * left out; an emptied field is '' and stays only where the user chose to send empty values.
 */
interface Collector {
	/** What was added beside the two fields that say which task. */
	added: readonly Added[];
	collect(itemIndex: number, sendEmptyValues: boolean): Given[];
	/** Whether any field was added beside the two that say which task. */
	givesValues: boolean;
	/** Whether all items give the same, since no field is an expression. */
	isSame: boolean;
}

/** A collector for the items of one execution; which fields were added is the same for all of them. */
export function createCollector(context: IExecuteFunctions, catalogue: Catalogue): Collector {
	const fields = addedFields(context, catalogue);
	const resolve = createResolver(context, fields);
	const givers = giversFor(fields);
	const added = fields.filter(({ row }) => !row.identifies);
	return {
		added: added.map(({ row, label, raw }) => ({ row, label, isFixed: !hasExpression(raw) })),
		givesValues: added.length > 0,
		isSame: !fields.some(({ raw }) => hasExpression(raw)),
		collect(itemIndex, sendEmptyValues) {
			const resolved = resolve(itemIndex);
			const collected: Given[] = [];
			for (const give of givers) {
				const given = give(resolved);
				if (given && (sendEmptyValues || given.value !== '')) collected.push(given);
			}
			return collected;
		},
	};
}
