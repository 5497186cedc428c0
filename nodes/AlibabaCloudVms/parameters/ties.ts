import { rows, sections } from '.';
import type { Row } from './parameter';

/** What belongs together: a row with what hides it, and what a rule names in one breath. */
const ties: ReadonlyArray<readonly string[]> = [
	...rows.map(({ property: { name, displayOptions: { show, hide } = {} } }) => [
		name,
		...Object.keys({ ...show, ...hide }),
	]),
	...sections.flatMap(({ rules }) => rules.flatMap((rule) => (rule.ties ? [rule.ties] : []))),
];

/**
 * The names of all rows that hang together with each, itself among them: a switch with what depends on it,
 * and one of its dependants with the others, since the service fills in a default for what is left out
 * beside its switch.
 */
function tied(): ReadonlyMap<string, ReadonlySet<string>> {
	const groups = new Map<string, ReadonlySet<string>>();
	for (const names of ties) {
		const all = new Set(names.flatMap((name) => [name, ...(groups.get(name) ?? [])]));
		for (const name of all) groups.set(name, all);
	}
	return groups;
}

const groups = tied();

/** Whether two rows belong together, by the reference page. */
export const areTied = (one: Row, other: Row): boolean =>
	groups.get(one.property.name)?.has(other.property.name) ?? false;
