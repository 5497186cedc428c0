import type { INodeProperties } from 'n8n-workflow';
import { rangeWords } from './encoders/scalar';
import type { Row, Section } from './parameter';

/** The name of the JSON twin of a builder. */
export const twinName = (row: Row): string => `${row.property.name}Json`;

/** The label of the JSON twin of a builder. */
export const twinLabel = (row: Row): string => `${row.property.displayName} (JSON)`;

/** `AutoStart, 定时开始`: how readers of the vendor's page recognise the field. */
const signature = ({ api, zh }: Row): string => `${api}, ${zh}`;

/** What the field is for, and what speaks against it. */
export function purpose({ property, predictiveOnly, discouraged }: Row): string {
	const text = (property.description ?? '').replace(/\.$/, '');
	const forWhich = predictiveOnly ? ' For predictive tasks.' : '';
	return `${text}.${forWhich}${discouraged === true ? ' The vendor advises against it.' : ''}`;
}

/** The same with its range. */
function explanation(row: Row): string {
	const range = row.property.type === 'number' ? ` Give ${rangeWords(row.property)}.` : '';
	return `${purpose(row)}${range}`;
}

function withTooltip(row: Row, property: INodeProperties, text: string): INodeProperties {
	return { ...property, description: `${text} (${signature(row)})` };
}

/** The property that the editor shows for a row, and beside a builder its JSON twin. */
export function propertiesOf(row: Row): INodeProperties[] {
	const property = withTooltip(row, row.property, explanation(row));
	if (!row.structured) return [property];
	const twin: INodeProperties = {
		displayName: twinLabel(row),
		name: twinName(row),
		type: 'json',
		default: '',
		placeholder: row.structured.example,
		displayOptions: row.property.displayOptions,
	};
	const how = `The same as '${row.property.displayName}', as JSON text or as an object from an expression, in place of the builder. Example: ${row.structured.example}.`;
	return [property, withTooltip(row, twin, how)];
}

/** The same where columns are mapped: empty, unless the user says which column it is. */
export function mappedPropertiesOf(row: Row): INodeProperties[] {
	if (!row.whenMapped) return [];
	const property = { ...row.property, required: false, ...row.whenMapped };
	return [withTooltip(row, property, `${property.description ?? ''}.`)];
}

/** A section's collection with its fields. */
export const collectionOf = ({ property, rows }: Section): INodeProperties => ({
	...property,
	options: rows.flatMap(propertiesOf),
});
