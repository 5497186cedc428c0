import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { quote } from '../text';

/** The choices of a dropdown property. */
export function choicesOf(property: INodeProperties): INodePropertyOptions[] {
	return (property.options ?? []).filter(
		(option): option is INodePropertyOptions => 'value' in option,
	);
}

/** A read value in the words that the editor shows for it. */
export function valueWords(property: INodeProperties, value: unknown): string {
	if (typeof value === 'boolean') return value ? 'on' : 'off';
	const choice = choicesOf(property).find((option) => option.value === value);
	return choice ? `set to '${choice.name}'` : value === '' ? 'empty' : `set to ${quote(value)}`;
}
