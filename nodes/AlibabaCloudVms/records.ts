/**
 * All objects that begin as `{}` share one table of shapes with the rest of the process. In a program as
 * large as n8n it is full after the start, and what finds no place in it becomes a hash table, which takes
 * ten times as long to build. Objects of this constructor have a table of their own, and are plain objects
 * in every other respect.
 */
const Plain = function () {} as unknown as new () => Record<string, unknown>;
Plain.prototype = Object.prototype;

/** A plain object of many names, quickly. The one name that is no data, `__proto__`, is left out. */
export function recordOf<T>(pairs: ReadonlyArray<readonly [string, T]>): Record<string, T> {
	const record = new Plain() as Record<string, T>;
	for (const [name, value] of pairs) {
		if (name !== '__proto__') record[name] = value;
	}
	return record;
}
