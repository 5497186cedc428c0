import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { quote } from '../text';

/** A choice of the vendor's: its label in the editor, and the vendor's own word for it. */
export interface Choice extends INodePropertyOptions {
	zh: string;
	/** What people write for it besides its value, its label and `zh`. */
	also?: readonly string[];
}

/** Options of a dropdown that carry their Chinese words along, and show them as tooltips show those of fields. */
export const choices = (list: readonly Choice[]): INodePropertyOptions[] =>
	list.map((one) => ({
		...one,
		description: one.description ? `${one.description} (${one.zh})` : one.zh,
	}));

/** The default of a number that is always a choice: the page names none, and an invented one would be sent. */
export const NOTHING = '';

const isChoice = (option: INodePropertyOptions): option is Choice => 'zh' in option;

/** The choices of a dropdown property. */
export function choicesOf(property: INodeProperties): INodePropertyOptions[] {
	return (property.options ?? []).filter(
		(option): option is INodePropertyOptions => 'value' in option,
	);
}

/** The vendor's word for a choice; undefined for one that is this node's own. */
export const zhOf = (option: INodePropertyOptions): string | undefined =>
	isChoice(option) ? option.zh : undefined;

/** What a choice may be called. */
export const namesOfChoice = (option: INodePropertyOptions): string[] =>
	isChoice(option) ? [option.name, option.zh, ...(option.also ?? [])] : [option.name];

/** The choice of a dropdown property that stands for a value. */
export const choiceOf = (
	{ options }: INodeProperties,
	value: unknown,
): INodePropertyOptions | undefined =>
	options?.find(
		(option): option is INodePropertyOptions => 'value' in option && option.value === value,
	);

/** What the editor calls a value of a dropdown; the value itself where it is none of its choices. */
export const choiceName = (property: INodeProperties, value: unknown): string =>
	choiceOf(property, value)?.name ?? String(value);

/** `0 (Continuous, 连续呼叫)`. */
export const choiceWords = (option: INodePropertyOptions): string =>
	`${String(option.value)} (${[option.name, zhOf(option)].filter(Boolean).join(', ')})`;

/** A read value in the words that the editor shows for it. */
export function valueWords(property: INodeProperties, value: unknown): string {
	if (typeof value === 'boolean') return value ? 'on' : 'off';
	const choice = choiceOf(property, value);
	return choice ? `set to '${choice.name}'` : value === '' ? 'empty' : `set to ${quote(value)}`;
}

/** `1 round`, `2 rounds`. */
export const counted = (count: number, what: string): string =>
	`${count} ${what}${count === 1 ? '' : 's'}`;
