/**
 * All objects that begin as `{}` share one table of shapes with the rest of the process. In a program as
 * large as n8n it is full after the start, and what finds no place in it becomes a hash table, which takes
 * ten times as long to build. Objects of this constructor have a table of their own, and are plain objects
 * in every other respect.
 */
const Plain = function () {} as unknown as new () => Record<string, unknown>;
Plain.prototype = Object.prototype;

/** What is filled name by name becomes a hash table beyond so many names, whatever made it. */
const FEW = 12;
/** No task has so many; a sheet may, and its names are not kept. */
const MANY = 200;

const NO_DATA = '__proto__';

type Pair<T> = readonly [name: string, value: T];

/** An object that has all of some names, to be copied and filled. */
interface Shape {
	names: readonly string[];
	blank: Readonly<Record<string, unknown>>;
}

/** The last one of so many names: the objects of a list, or of a run, have mostly the same. */
const shapes = new Map<number, Shape>();

function isOf({ names }: Shape, pairs: ReadonlyArray<Pair<unknown>>): boolean {
	for (let place = 0; place < names.length; place++) {
		if (pairs[place]?.[0] !== names[place]) return false;
	}
	return true;
}

function shapeOf(pairs: ReadonlyArray<Pair<unknown>>): Shape {
	const known = shapes.get(pairs.length);
	if (known && isOf(known, pairs)) return known;
	const names = pairs.map(([name]) => name);
	const data = names.filter((name) => name !== NO_DATA);
	// What JSON.parse makes is no hash table, nor is a copy of it.
	const text = JSON.stringify(Object.fromEntries(data.map((name) => [name, null])));
	const made = { names, blank: JSON.parse(text) as Shape['blank'] };
	shapes.set(pairs.length, made);
	return made;
}

/** A plain object of many names, quickly. The one name that is no data, `__proto__`, is left out. */
export function recordOf<T>(pairs: ReadonlyArray<Pair<T>>): Record<string, T> {
	const isKept = pairs.length > FEW && pairs.length < MANY;
	const empty = isKept ? { ...shapeOf(pairs).blank } : new Plain();
	const record = empty as Record<string, T>;
	for (const [name, value] of pairs) if (name !== NO_DATA) record[name] = value;
	return record;
}
