import type { INodeProperties } from 'n8n-workflow';
import { groupOf } from './json';

/** The group of a builder that stands alone in it. */
export const ALONE = 'all';

/** What kind of entries a list has. */
interface Entry {
	/** `Limit`, which the editor numbers. */
	displayName: string;
	name: string;
	values: INodeProperties[];
	/** What the entry holds that the builder opens with. */
	first: Record<string, string | number | string[]>;
}

/** Entries, each with the same cells; the first one is there from the start. */
export const entriesField = (
	property: Pick<INodeProperties, 'displayName' | 'placeholder' | 'description' | 'displayOptions'>,
	{ displayName, name, values, first }: Entry,
): INodeProperties => ({
	...property,
	name,
	type: 'fixedCollection',
	default: { [name]: [first] },
	typeOptions: { multipleValues: true, sortable: true },
	options: [{ displayName, name, values }],
});

/**
 * A builder of entries. In a collection n8n adds one of several values empty, whatever its default is, and
 * forgets it with the next edit; one that stands alone opens with its default and stays. So the entries
 * stand inside of that.
 */
export const entriesBuilder = (
	property: Pick<
		INodeProperties,
		'displayName' | 'name' | 'placeholder' | 'description' | 'displayOptions'
	>,
	entry: Entry,
): INodeProperties => ({
	...property,
	type: 'fixedCollection',
	default: { [ALONE]: { [entry.name]: { [entry.name]: [entry.first] } } },
	options: [
		{
			displayName: property.displayName,
			name: ALONE,
			values: [
				entriesField(
					{
						displayName: `${entry.displayName}s`,
						placeholder: property.placeholder,
						description: property.description,
					},
					entry,
				),
			],
		},
	],
});

/** The entries of such a builder. */
export const entriesIn = (builder: unknown, name: string): Array<Record<string, unknown>> =>
	groupOf(builder, ALONE).flatMap((all) => groupOf(all[name], name));
