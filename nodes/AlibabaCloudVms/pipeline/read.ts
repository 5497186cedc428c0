import type { INodeParameters } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';
import { identity, rows, sections } from '../parameters';
import type { Reading, Row } from '../parameters/parameter';
import { valueWords } from '../parameters/words';
import type { Given } from './collect';

/** A given value with what was made of it. */
export interface Read extends Given {
	reading: Reading;
}

/** A given value that does not apply to the task as it would be after the update. */
export interface Ignored {
	field: string;
	parameter: string;
	reason: string;
}

const rowNamed = (name: string): Row | undefined => rows.find((row) => row.property.name === name);

function readingOf({ row, value, problem }: Given): Reading {
	if (problem !== undefined) return { issue: problem };
	return value === '' ? { value: '', wire: '' } : row.encode(value, row.property);
}

/** What was made of a given value before; equal cells of a column come as the same object. */
const known = new WeakMap<Given, Read>();

function readOne(given: Given): Read {
	const before = known.get(given);
	if (before) return before;
	const one = { ...given, reading: readingOf(given) };
	known.set(given, one);
	return one;
}

/** Why a row is hidden: the first of its controllers that hides it by itself. */
function reasonFor(row: Row, values: INodeParameters): string {
	const hide = row.property.displayOptions?.hide ?? {};
	const controller = Object.keys(hide).find((name) => {
		const property = { ...row.property, displayOptions: { hide: { [name]: hide[name] } } };
		return !NodeHelpers.displayParameter(values, property, null, null, values);
	});
	const property = rowNamed(controller ?? '')?.property;
	if (!controller || !property) return 'does not apply';
	const words = valueWords(property, values[controller]);
	return `does not apply while '${property.displayName}' is ${words}`;
}

/**
 * Reads the given values, and leaves out what does not apply. n8n has hidden fields by the same display
 * rules, but not where a controller is an expression: so they are asked again with the values as read.
 */
export function read(given: readonly Given[]): { fields: Read[]; ignored: Ignored[] } {
	const fields: Read[] = given.filter(({ row }) => identity.includes(row)).map(readOne);
	const ignored: Ignored[] = [];
	for (const section of sections) {
		const values: INodeParameters = {};
		for (const one of given.filter(({ row }) => section.rows.includes(row))) {
			const { property, api } = one.row;
			if (NodeHelpers.displayParameter(values, property, null, null, values)) {
				const field = readOne(one);
				fields.push(field);
				if (field.reading.value !== undefined) {
					values[property.name] = field.reading.value as INodeParameters[string];
				}
			} else {
				ignored.push({ field: one.label, parameter: api, reason: reasonFor(one.row, values) });
			}
		}
	}
	return { fields, ignored };
}
