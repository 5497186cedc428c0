import type { INodeProperties } from 'n8n-workflow';

/** What a call center has that parameters name by its number, and fields offer to choose from. */
export type Offer = 'timeConditions' | 'agents' | 'agentGroups' | 'ivrs';

/** Those that a call center may have by the thousands. */
const LONG: readonly Offer[] = ['agents', 'agentGroups'];

/** Narrows down what the fields beside it offer. No parameter of the API: it is never sent. */
export const FIND: INodeProperties = {
	displayName: 'Find in Lists',
	name: 'findInLists',
	type: 'string',
	default: '',
	placeholder: 'e.g. East or 20',
	description:
		'Part of the names or numbers that the lists of agents and outbound groups offer here, for call centers that have more than a list shows. It is never sent.',
};

/** The same beside fields that need it, nothing beside others. */
export const findBeside = (offers: ReadonlyArray<Offer | undefined>): INodeProperties[] =>
	offers.some((offer) => offer !== undefined && LONG.includes(offer)) ? [FIND] : [];

/** How such a field is filled in, in a sentence. */
export const howOffered = ({ type }: INodeProperties): string =>
	type === 'multiOptions'
		? 'Choose from the list, or give numbers by an expression, with commas between them.'
		: 'Choose from the list, or give its number by an expression.';

/** A field that offers what the call center has; the editor asks for that by the field's name. */
export const offering = (property: INodeProperties): INodeProperties => ({
	...property,
	description: `${property.description ?? ''}. ${howOffered(property)}`,
	// What an expression gives need not be in the list, and may be several numbers in one text.
	allowArbitraryValues: true,
	typeOptions: {
		...property.typeOptions,
		loadOptionsMethod: property.name,
		loadOptionsDependsOn: ['enterpriseId', `&${FIND.name}`],
	},
});
