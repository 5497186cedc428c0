import type { Row, Rule } from './parameter';

/** What belongs together: a row with what hides it, and what a rule names in one breath. */
const namedTogether = (rows: readonly Row[], rules: readonly Rule[]): Array<readonly string[]> => [
	...rows.map(({ property: { name, displayOptions: { show, hide } = {} } }) => [
		name,
		...Object.keys({ ...show, ...hide }),
	]),
	...rules.flatMap(({ ties }) => (ties ? [ties] : [])),
];

/**
 * The names of all rows that hang together with each, itself among them: a switch with what depends on it,
 * and one of its dependants with the others, since the service fills in a default for what is left out
 * beside its switch.
 */
function groupsOf(
	rows: readonly Row[],
	rules: readonly Rule[],
): ReadonlyMap<string, ReadonlySet<string>> {
	const groups = new Map<string, ReadonlySet<string>>();
	for (const names of namedTogether(rows, rules)) {
		const all = new Set(names.flatMap((name) => [name, ...(groups.get(name) ?? [])]));
		for (const name of all) groups.set(name, all);
	}
	return groups;
}

/** Whether two of the rows belong together, by the reference page. */
export function tiesOf(
	rows: readonly Row[],
	rules: readonly Rule[],
): (one: Row, other: Row) => boolean {
	const groups = groupsOf(rows, rules);
	return (one, other) => groups.get(one.property.name)?.has(other.property.name) ?? false;
}
