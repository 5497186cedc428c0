import type { IDisplayOptions, INodeProperties } from 'n8n-workflow';
import { rangeWords } from './encoders/scalar';
import { findBeside, howOffered, offering } from './offers';
import type { Key, Row, Section, Unit } from './parameter';
import { choiceName } from './words';

/**
 * Properties that are shown only where these values hold as well. n8n's own helper for that merges whatever
 * it is given, which takes two milliseconds of those in which n8n loads the node.
 */
export const shownWhere = (
	show: NonNullable<IDisplayOptions['show']>,
	properties: readonly INodeProperties[],
): INodeProperties[] =>
	properties.map((property) => ({
		...property,
		displayOptions: {
			...property.displayOptions,
			show: { ...property.displayOptions?.show, ...show },
		},
	}));

/** Whether the API has numbers for its values: what is counted, chosen of a few, on or off. */
export const isNumeric = ({ offers, property: { type } }: Row): boolean =>
	offers === undefined && ['number', 'boolean', 'options'].includes(type);

/** The name of the JSON twin of a builder. */
export const twinName = (row: Row): string => `${row.property.name}Json`;

/** The label of the JSON twin of a builder. */
export const twinLabel = (row: Row): string => `${row.property.displayName} (JSON)`;

/** `AutoStart, 定时开始`: how readers of the vendor's page recognise the field. */
const signature = ({ api, zh }: Row): string => `${api}, ${zh}`;

const sentence = (text: string): string => (text === '' ? '' : `${text.replace(/\.$/, '')}.`);

/** What the field is for, and what speaks against it. */
export function purpose({ property, condition, predictiveOnly, discouraged }: Row): string {
	return [
		sentence(property.description ?? ''),
		sentence(condition?.en ?? ''),
		predictiveOnly ? 'For predictive tasks.' : '',
		discouraged ? 'The vendor advises against it.' : '',
	]
		.filter(Boolean)
		.join(' ');
}

const UNITS = { seconds: ' seconds', percent: ' %' } as const satisfies Record<Unit, string>;

/** What holds where nothing is given, as the editor calls it; '' where the vendor's page does not say. */
export function defaultWords({ vendorDefault, property, unit }: Row): string {
	if (vendorDefault === undefined) return '';
	if (typeof vendorDefault === 'object') return vendorDefault.en;
	if (typeof vendorDefault === 'boolean') return vendorDefault ? 'on' : 'off';
	return `${choiceName(property, vendorDefault)}${unit ? UNITS[unit] : ''}`;
}

/** The same with its default, and with how it is filled in. */
function explanation(row: Row): string {
	const standard = defaultWords(row);
	return [
		purpose(row),
		row.offers ? howOffered(row.property) : '',
		standard === '' ? '' : `By default: ${standard}.`,
	]
		.filter(Boolean)
		.join(' ');
}

/** A number's range and unit: `A whole number from 5 to 60, in seconds`. */
const rangeHint = (property: INodeProperties, unit?: Unit): string => {
	const words = rangeWords(property);
	return `${words.charAt(0).toUpperCase()}${words.slice(1)}${unit ? `, in ${unit}` : ''}`;
};

/** The editor fills decimals up to its precision: 30 would stand there as 30.000. */
function withoutDecimals({ typeOptions, ...property }: INodeProperties): INodeProperties {
	const { numberPrecision, ...others } = typeOptions ?? {};
	return { ...property, typeOptions: numberPrecision === 0 ? typeOptions : others };
}

/** The property with the range of each number in it under its field. */
export function withRanges(property: INodeProperties, unit?: Unit): INodeProperties {
	if (property.type === 'number') {
		return { ...withoutDecimals(property), hint: rangeHint(property, unit) };
	}
	if (property.type !== 'fixedCollection') return property;
	const options = (property.options ?? []).map((option) =>
		'values' in option
			? { ...option, values: option.values.map((value) => withRanges(value)) }
			: option,
	);
	return { ...property, options };
}

function withTooltip(row: Row, property: INodeProperties, text: string): INodeProperties {
	return { ...property, description: `${text} (${signature(row)})` };
}

/** A long list of choices stands in the builder beside the twin. */
const MOST_CHOICES = 4;

/** A key of a structure with what it holds. */
function keyWords({ key, en, choices = [] }: Key): string {
	if (choices.length > MOST_CHOICES) return `${key}, ${en}`;
	const listed = choices.map(({ name, value }) => `${String(value)} (${name})`).join(', ');
	return `${key}, ${en}${listed === '' ? '' : `: ${listed}`}`;
}

/** The property that the editor shows for a row, and beside a builder its JSON twin. */
export function propertiesOf(row: Row): INodeProperties[] {
	const own = row.offers ? offering(row.property) : withRanges(row.property, row.unit);
	const property = withTooltip(row, own, explanation(row));
	if (!row.structured) return [property];
	const { example, keys } = row.structured;
	const twin: INodeProperties = {
		displayName: twinLabel(row),
		name: twinName(row),
		type: 'json',
		default: '',
		placeholder: example,
		displayOptions: row.property.displayOptions,
	};
	const how = `The same as '${row.property.displayName}', as JSON text or as an object from an expression, in place of the builder. Keys: ${keys.map(keyWords).join('; ')}. Example: ${example}.`;
	return [property, withTooltip(row, twin, how)];
}

/** The same where columns are mapped: empty, unless the user says which column it is. */
export function mappedPropertiesOf(row: Row): INodeProperties[] {
	if (!row.whenMapped) return [];
	const property = { ...row.property, required: false, ...row.whenMapped };
	return [withTooltip(row, property, sentence(property.description ?? ''))];
}

/** A section's collection with its fields. */
export const collectionOf = ({ property, rows }: Section): INodeProperties => ({
	...property,
	options: [...rows.flatMap(propertiesOf), ...findBeside(rows.map(({ offers }) => offers))],
});
