import type { INodeProperties } from 'n8n-workflow';
import { operations } from '../../../nodes/AlibabaCloudVms/operations';
import { creation, type } from '../../../nodes/AlibabaCloudVms/parameters/creation';
import { DEFAULTS_OF_A_CREATION, OTHER_PAGES } from '../parameters/vendorPage';

const isProperty = (one: object): one is INodeProperties => 'type' in one && 'name' in one;

/** A field, and those of a collection. */
const within = (property: INodeProperties): INodeProperties[] =>
	property.type === 'collection'
		? (property.options ?? []).filter(isProperty).flatMap(within)
		: [property];

/** What a person can fill in for an operation, by the names that workflows store. */
function filledIn(operation: string): Map<string, INodeProperties> {
	const found = operations.find(({ option }) => option.value === operation);
	if (!found) throw new Error(`There is no operation ${operation}`);
	const { fields, options } = found;
	const all = [...fields, ...Object.values(options).map(({ property }) => property)];
	return new Map(all.flatMap(within).map((property) => [property.name, property]));
}

const choicesOf = ({ options = [] }: INodeProperties) =>
	options.flatMap((one) => ('value' in one ? [one.value] : [])).filter((value) => value !== '');

const cases = Object.entries(OTHER_PAGES).flatMap(([operation, page]) =>
	Object.entries(page).map(([api, accepted]) => [operation, api, accepted] as const),
);

test.each(cases)(
	'%s takes %s of its page, with the values of the page',
	(operation, api, accepted) => {
		const field = filledIn(operation).get(api[0]?.toLowerCase() + api.slice(1));
		expect(field).toBeDefined();
		if (!field) return;
		if (accepted === 'flag') expect(field.type).toBe('boolean');
		else if (accepted !== 'any') expect(choicesOf(field).toSorted()).toEqual(accepted.toSorted());
		else expect(field.type).not.toBe('boolean');
	},
);

test('what only a new task takes names the documented defaults, and no others', () => {
	const told = [type, ...creation.rows].flatMap(({ api, vendorDefault }) =>
		vendorDefault === undefined ? [] : [[api, String(Number(vendorDefault))]],
	);
	expect(told).toEqual(DEFAULTS_OF_A_CREATION);
});
