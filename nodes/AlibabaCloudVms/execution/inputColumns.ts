import type { IDataObject } from 'n8n-workflow';
import { ROW_NUMBER } from './place';

/**
 * Columns of an input that never stand in an output: under these names results stand that only some items
 * have, or an error, for which the column would be taken; and the one name that is no data.
 */
const NEVER: ReadonlySet<string> = new Set([
	'error',
	'notVerified',
	'record',
	'request',
	'resumed',
	'undo',
	'undoLacks',
	'verified',
	'__proto__',
]);

const ROW_ALONE = [ROW_NUMBER];

/**
 * Puts an item's own columns behind its result: all of them, or the number of its row alone. None takes the
 * place of a result.
 * @param json is changed
 * @returns whether there were any
 */
export function addInput(json: IDataObject, input: IDataObject, isAll: boolean): boolean {
	let isAdded = false;
	for (const name of isAll ? Object.keys(input) : ROW_ALONE) {
		if (!Object.hasOwn(input, name) || Object.hasOwn(json, name) || NEVER.has(name)) continue;
		json[name] = input[name];
		isAdded = true;
	}
	return isAdded;
}
