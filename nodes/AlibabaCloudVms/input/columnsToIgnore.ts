import type { Encoder } from '../parameters/parameter';
import { doubledName, headerOf, plainName } from '../parameters/header';
import { parseList } from '../parameters/structured/json';
import { quote } from '../text';

/** A name in quotes, in which signs are part of the name, or one that ends at a separator or a line. */
const NAMES =
	/\s*(?:"((?:[^"]|"")*)"|“([^”]*)”|「([^」]*)」|([^,，;；、\r\n]+))\s*(?:[,，;；、\r\n]+|$)/gu;

const split = (text: string): string[] =>
	[...text.matchAll(NAMES)].map(([, quoted, curly, corner, plain]) =>
		(quoted?.replaceAll('""', '"') ?? curly ?? corner ?? plain ?? '').trim(),
	);

/**
 * Names in a text that is split, or in an array (also as JSON) whose entries are names as they are.
 * @returns undefined for anything else
 */
export function namesIn(value: unknown): string[] | undefined {
	const given = parseList(value);
	const names: unknown[] = Array.isArray(given)
		? given
		: typeof value === 'string'
			? split(value)
			: [undefined];
	return names.every((name) => typeof name === 'string')
		? names.map((name) => name.trim()).filter(Boolean)
		: undefined;
}

/** Names of columns. */
export const columnNames: Encoder = (value) => {
	const names = namesIn(value);
	return names
		? { value: names }
		: {
				issue: `is ${quote(value)}; give names of columns separated by commas, or an array of them`,
			};
};

/** What names are compared by: those without letters and digits are told apart by their signs. */
interface Keys {
	/** The name as it stands. */
	own: string;
	/** The same without units and formats, and of a doubled column the name that it doubles. */
	core: string;
}

const keysOf = (name: string): Keys => {
	const own = plainName(name) || name.trim();
	return { own, core: plainName(doubledName(name) ?? '') || headerOf(name).bare || own };
};

/** Which columns of an item are left out. */
type IsLeftOut = (name: string) => boolean;

const NONE: IsLeftOut = () => false;

/** Which columns the items leave out by their names, and which of these names no item had. */
export class ColumnsToIgnore {
	/** Every name that was given, by what it is compared by. */
	private readonly given = new Map<string, string>();

	private readonly found = new Set<string>();

	private readonly keys = new Map<string, Keys>();

	private keysFor(name: string): Keys {
		const known = this.keys.get(name);
		if (known) return known;
		const keys = keysOf(name);
		this.keys.set(name, keys);
		return keys;
	}

	/**
	 * A name means the column that is called so; where the item has none, those that differ in a unit or in
	 * the number of a doubled column.
	 */
	of(item: object, names: readonly string[]): IsLeftOut {
		if (names.length === 0) return NONE;
		const wanted = new Set(names.map((name) => this.keysFor(name).own));
		for (const name of names) this.given.set(this.keysFor(name).own, name);
		const columns = new Set(Object.keys(item).map((name) => this.keysFor(name).own));
		return (name) => {
			const { own, core } = this.keysFor(name);
			const met = wanted.has(own) ? own : !columns.has(core) && wanted.has(core) ? core : undefined;
			if (met !== undefined) this.found.add(met);
			return met !== undefined;
		};
	}

	/** The names that no item had. */
	get unmet(): string[] {
		return [...this.given].flatMap(([key, name]) => (this.found.has(key) ? [] : [name]));
	}
}
