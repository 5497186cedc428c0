import type { INodeParameters, INodeProperties } from 'n8n-workflow';
import { NodeHelpers } from 'n8n-workflow';
import type { Catalogue } from '../parameters/catalogue';
import type { Reading, Row } from '../parameters/parameter';
import { valueWords } from '../parameters/words';
import type { Given, Ignored, Read } from './given';
import { fillHalves } from './halves';
import { onlyMeant } from './meant';

const isShown = (property: INodeProperties, values: INodeParameters): boolean =>
	NodeHelpers.displayParameter(values, property, null, null, values);

function readingOf({ row, value, problem }: Given, zone?: string): Reading {
	if (problem !== undefined) return { issue: problem };
	return value === ''
		? { value: '', wire: '' }
		: onlyMeant(row.encode(value, row.property, zone), value, row);
}

/** The given value itself, with what was made of it: so it is not read again for a later item. */
export const readOne = (given: Given, zone?: string): Read =>
	Object.assign(given, { reading: given.reading ?? readingOf(given, zone) });

/**
 * What hides a row, as the end of a sentence: the first of its controllers that does so by itself.
 * @param values of its controllers, by their names, as they were read
 * @returns undefined where it applies
 */
export function hiddenBy(
	row: Row,
	values: INodeParameters,
	{ rowNamed }: Catalogue,
): string | undefined {
	if (!row.property.displayOptions || isShown(row.property, values)) return undefined;
	const hide = row.property.displayOptions.hide ?? {};
	const controller = Object.keys(hide).find((name) => {
		const property = { ...row.property, displayOptions: { hide: { [name]: hide[name] } } };
		return !isShown(property, values);
	});
	const property = rowNamed(controller ?? '')?.property;
	return controller && property
		? `while '${property.displayName}' is ${valueWords(property, values[controller])}`
		: 'here';
}

/**
 * Reads the given values, and leaves out what does not apply. n8n has hidden fields by the same display
 * rules, but not where a controller is an expression: so they are asked again with the values as read.
 * @param zone the workflow's time zone
 */
export function read(
	given: readonly Given[],
	catalogue: Catalogue,
	zone?: string,
): { fields: Read[]; ignored: Ignored[] } {
	const fields: Read[] = [];
	const ignored: Ignored[] = [];
	const values: INodeParameters = {};
	for (const one of given) {
		const { property, api } = one.row;
		const hidden = hiddenBy(one.row, values, catalogue);
		if (hidden !== undefined && !one.isKept) {
			ignored.push({ field: one.label, parameter: api, reason: `does not apply ${hidden}` });
			continue;
		}
		const field = readOne(one, zone);
		fields.push(field);
		if (catalogue.controllers.has(property.name) && field.reading.value !== undefined) {
			values[property.name] = field.reading.value as INodeParameters[string];
		}
	}
	fillHalves(fields, catalogue);
	return { fields, ignored };
}
