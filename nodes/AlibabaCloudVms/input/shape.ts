import type { IDataObject } from 'n8n-workflow';
import { isRecord } from '../guards';
import type { Catalogue } from '../parameters/catalogue';
import { isNumeric } from '../parameters/properties';
import { parse } from '../parameters/structured/json';
import { recordOf } from '../records';
import { forSameNames, inOrder, numberOf } from './answered';

/** Answered fields that are no parameters of the update, yet numbers. */
const MORE_NUMBERS = [
	'Status',
	'Type',
	'IsRandom',
	'CallGroupType',
	'PauseDuration',
	'StatusTriggerType',
	'AdjustStep',
	'CurlRetryTimes',
];

/** Beside the rows, the task's own. */
const ID = 'Id';

/** What a person looks for first in a table: which task, then what can be changed. */
const FIRST = [ID, 'Name', 'Status', 'Type'];

/** Brings the data of answers into the form of an output. */
export interface Shaper {
	/** A value as what it is: the gateway answers numbers and flags as texts in some actions and as numbers in others. */
	simple(name: string, value: IDataObject[string]): IDataObject[string];
	/** A text of JSON where the catalogue has a structure; anything else as it is. */
	structure(name: string, value: IDataObject[string]): IDataObject[string];
	inOrder(names: readonly string[]): readonly string[];
}

/** For answers about what the catalogue's rows set. */
export function shaperOf({ rows }: Catalogue): Shaper {
	const numbers = new Set([...MORE_NUMBERS, ...rows.filter(isNumeric).map(({ api }) => api)]);
	const ids = new Set([ID, ...rows.filter(({ isId }) => isId).map(({ api }) => api)]);
	const structures = new Set(rows.filter(({ structured }) => structured).map(({ api }) => api));
	const first = [...FIRST, ...rows.map(({ api }) => api)];
	return {
		simple(name, value) {
			if (ids.has(name) && typeof value === 'number') return String(value);
			return numbers.has(name) ? numberOf(value) : value;
		},
		structure(name, value) {
			const parsed = structures.has(name) && value !== '' ? parse(value) : undefined;
			return typeof parsed === 'object' && parsed !== null ? (parsed as IDataObject) : value;
		},
		inOrder: forSameNames((names) => inOrder(names, first)),
	};
}

type Column = readonly [string, IDataObject[string]];

/** The data of an answer under the API's own names: numbers as numbers, IDs as strings. */
function simplify(body: IDataObject, { simple, inOrder }: Shaper): Column[] {
	const data = isRecord(body.Data) ? (body.Data as IDataObject) : {};
	return [
		...inOrder(Object.keys(data)).map((name): Column => [name, simple(name, data[name])]),
		['RequestId', body.RequestId],
	];
}

/** What stands beside a value, such as the same in words; undefined where nothing does. */
type Beside = (name: string, value: IDataObject[string]) => Column | undefined;

/** A task that was read, in the same form, its structures as such. */
export function shapeTask(
	fields: IDataObject,
	{ simple, structure, inOrder }: Shaper,
	beside?: Beside,
): IDataObject {
	const columns: Column[] = [];
	for (const name of inOrder(Object.keys(fields))) {
		const value = structure(name, simple(name, fields[name]));
		columns.push([name, value]);
		const more = beside?.(name, value);
		if (more) columns.push(more);
	}
	return recordOf(columns);
}

/** What an answer says, as columns: its data, or, where it is not to be simplified, the answer as it came. */
export const shapeColumns = (body: IDataObject, shaper: Shaper, isSimple: boolean): Column[] =>
	isSimple ? simplify(body, shaper) : Object.entries(body);

/** The same as an object. */
export const shape = (body: IDataObject, shaper: Shaper, isSimple: boolean): IDataObject =>
	recordOf(shapeColumns(body, shaper, isSimple));
