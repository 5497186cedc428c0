import type { IDataObject } from 'n8n-workflow';
import { isRecord } from '../guards';
import { rows } from '../parameters';
import { recordOf } from '../records';
import type { Ignored } from './read';

/** Answered fields that are no parameters of the update, yet numbers. */
const MORE_NUMBERS = ['Status', 'Type', 'IsRandom'];

/** The gateway answers numbers and flags as texts in some actions and as numbers in others. */
const NUMBERS = new Set([
	...MORE_NUMBERS,
	...rows
		.filter(({ property }) => ['number', 'boolean', 'options'].includes(property.type))
		.map(({ api }) => api),
]);

const IDS = new Set(['EnterpriseId', 'TaskId', 'Id', 'IvrId']);

/** What a person looks for first in a table: which task, then what can be changed. */
const FIRST = ['Id', 'Name', 'Status', 'Type', ...rows.map(({ api }) => api)];

function simple(name: string, value: IDataObject[string]): IDataObject[string] {
	if (IDS.has(name) && typeof value === 'number') return String(value);
	if (typeof value !== 'string' || !NUMBERS.has(name)) return value;
	return /^-?\d{1,15}(?:\.\d+)?$/.test(value) ? Number(value) : value;
}

const inOrder = (names: readonly string[]): string[] => [
	...new Set([...FIRST.filter((name) => names.includes(name)), ...names]),
];

/** The names of the answer before, and their order: the answers of an execution have the same. */
let before: { names: readonly string[]; ordered: readonly string[] } = { names: [], ordered: [] };

function ordered(names: readonly string[]): readonly string[] {
	const isSame =
		names.length === before.names.length &&
		names.every((name, index) => name === before.names[index]);
	if (!isSame) before = { names, ordered: inOrder(names) };
	return before.ordered;
}

/** The data of an answer under the API's own names: numbers as numbers, IDs as strings. */
function simplify(body: IDataObject): IDataObject {
	const data = isRecord(body.Data) ? (body.Data as IDataObject) : {};
	const names = ordered(Object.keys(data));
	return recordOf([
		...names.map((name) => [name, simple(name, data[name])] as const),
		['RequestId', body.RequestId],
	]);
}

export interface ShapeOptions {
	simplify: boolean;
	/** The parameters that were sent, where the output shall have them. */
	request?: Record<string, string>;
	ignored: readonly Ignored[];
}

/** The item's JSON: the answer, and under lower-case names what the node itself has to say. */
export function shape(body: IDataObject, options: ShapeOptions): IDataObject {
	const json: IDataObject = options.simplify ? simplify(body) : recordOf(Object.entries(body));
	if (options.request) json.request = options.request;
	if (options.ignored.length > 0) json.ignored = options.ignored.map((one) => ({ ...one }));
	return json;
}
