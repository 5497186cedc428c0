import type { INodePropertyOptions } from 'n8n-workflow';

/**
 * What a list offers of a thing: `Spring renewals (133224, predictive, running)`. Several may have one name.
 * @param value its number, which is what is stored
 * @param facts what else tells it apart; '' for none
 */
export function entryOf(
	name: unknown,
	value: string,
	facts: readonly string[] = [],
): INodePropertyOptions {
	const named = String(name ?? '').trim() || 'Without a name';
	return { name: `${named} (${[value, ...facts].filter(Boolean).join(', ')})`, value };
}

/** By their numbers, so that 999 stands before 1000, and WH2 before WH10. */
export function sorted(options: readonly INodePropertyOptions[]): INodePropertyOptions[] {
	const { compare } = new Intl.Collator('en', { numeric: true });
	return [...options].sort((one, other) => compare(String(one.value), String(other.value)));
}
