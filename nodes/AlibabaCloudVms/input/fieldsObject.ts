import type { IDataObject } from 'n8n-workflow';
import { isRecord } from '../guards';
import { once } from '../once';
import { lostIn, notJson, parse } from '../parameters/structured/json';
import { quote } from '../text';
import type { Result } from '../gateway/failure';
import { fail } from '../gateway/failure';
import { cellAt, pathIn } from './paths';
import type { Reads } from './reads';

/** The field of the editor that says where the columns are. */
export const SOURCE = 'fieldsObject';
export const SOURCE_LABEL = 'Row to Map';
export const SOURCE_HINT =
	'Leave it as it is, unless the columns stand inside an object of the item';

/** Where the columns of the items are. */
export interface FieldsObject {
	/** Whether some item has a column of this name, as far as that is known without evaluating anything. */
	isColumn(name: string): boolean;
	/** The names of all columns that some item has, as far as that is known in the same way. */
	names(): ReadonlySet<string>;
	/** A column from the first item to the last, as far as that is known in the same way. */
	column(name: string): unknown[];
	/** Whether the item itself is the object. */
	isWholeItem: boolean;
	/** Whether a language model writes the object: then every key of it is meant. */
	isWrittenByModel: boolean;
	/** The object whose keys are the columns. Bad input is a failure. */
	of(itemIndex: number): Result<IDataObject>;
}

const refused = (problem: string) =>
	fail({
		kind: 'input',
		message: `'${SOURCE_LABEL}' ${problem}`,
		description: 'Nothing was sent for this item.',
	});

/** Finds the object whose columns are mapped: the item itself, unless the user says otherwise. */
export function fieldsObject(context: Reads): FieldsObject {
	const items = context.getInputData();
	const raw = context.getNodeParameter(SOURCE, 0, '', { rawExpressions: true });
	const path = pathIn(raw);
	const isWholeItem = path?.length === 0;
	const objects = once(() =>
		path ? items.map((item) => cellAt(item, path)).filter((one) => isRecord(one)) : [],
	);
	return {
		isColumn: (name) => objects().some((one) => Object.hasOwn(one, name)),
		names: once(() => new Set(objects().flatMap((one) => Object.keys(one)))),
		column: (name) => objects().map((one) => one[name]),
		isWholeItem,
		isWrittenByModel: typeof raw === 'string' && raw.includes('$fromAI'),
		of(itemIndex) {
			const given: unknown = isWholeItem
				? items[itemIndex]?.json
				: context.getNodeParameter(SOURCE, itemIndex, null);
			const lost = lostIn(given);
			if (lost !== undefined) return refused(lost);
			const broken = notJson(given);
			if (broken !== undefined) return refused(broken);
			const value = parse(given) ?? given;
			if (isRecord(value)) return { ok: true, value: value as IDataObject };
			const isEmpty = value === undefined || value === null;
			return refused(
				`is ${isEmpty ? 'empty: its expression found nothing' : quote(value)}; give an object whose keys are names of parameters`,
			);
		},
	};
}
