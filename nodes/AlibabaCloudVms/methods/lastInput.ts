import type { IDataObject, ILoadOptionsFunctions } from 'n8n-workflow';
import { isRecord } from '../guards';
import { chosenIn } from '../input/locator';
import { cellAt, pathIn } from '../input/paths';
import type { Reads } from '../input/reads';
import { hasExpression } from '../input/resolve';
import { LAST_INPUT } from '../operations/columnsShown';
import { parse } from '../parameters/structured/json';

/** The items that came in last, as far as the editor has them. */
export interface LastInput {
	/** Number of all items. */
	total: number;
	/** Number of those that are looked at. */
	looked: number;
	/** Asked as an execution is. */
	reads: Reads;
}

/** A member of nested objects by its path, `options.timeout`. */
const memberAt = (value: unknown, path: string): unknown =>
	path
		.split('.')
		.reduce((one, key) => (isRecord(one) && Object.hasOwn(one, key) ? one[key] : undefined), value);

/**
 * What the field that is never shown gave the editor.
 * @param fields names of the fields that say what is mapped: for an expression in one of them the editor
 * knows the value of the first item alone
 * @returns undefined where no input is there yet
 */
export function lastInputOf(
	context: ILoadOptionsFunctions,
	fields: readonly string[],
): LastInput | undefined {
	const seen = parse(context.getCurrentNodeParameter(LAST_INPUT));
	if (!isRecord(seen) || !Array.isArray(seen.rows)) return undefined;
	const { rows, stored, total } = seen;
	const all = rows.filter(isRecord).map((json) => ({ json: json as IDataObject }));
	const isKnown = (name: string): boolean => {
		const { raw } = chosenIn({ path: name, raw: memberAt(stored, name) });
		return !hasExpression(raw) || pathIn(raw) !== undefined;
	};
	const items = fields.every(isKnown) ? all : all.slice(0, 1);
	const reads: Reads = {
		getInputData: () => items,
		getNodeParameter(path, itemIndex, fallback, { rawExpressions = false } = {}) {
			const raw = memberAt(stored, path);
			if (rawExpressions) return raw ?? fallback;
			const keys = pathIn(raw);
			const item = items[itemIndex];
			const value = keys && item ? cellAt(item, keys) : context.getCurrentNodeParameter(path);
			return value ?? fallback;
		},
		// One by one they are known from the editor.
		evaluateExpression: () => undefined,
		getTimezone: () => context.getTimezone(),
	};
	return { total: Number(total), looked: items.length, reads };
}
