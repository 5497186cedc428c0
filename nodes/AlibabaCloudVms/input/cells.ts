import { isRecord } from '../guards';
import type { Row } from '../parameters/parameter';
import { isBlank } from '../unseen';

/** Whether a value is what an empty cell of a sheet comes as: nothing, nothing to be seen, or an empty list. */
export const isEmptyCell = (value: unknown): boolean =>
	value === undefined ||
	value === null ||
	(typeof value === 'string'
		? isBlank(value) || /^\s*\[\s*\]\s*$/.test(value)
		: Array.isArray(value) && value.length === 0);

/** An object without members, also as text, as tasks have it in the place of a structure. */
const isEmptyObject = (value: unknown): boolean =>
	typeof value === 'string'
		? /^\s*\{\s*\}\s*$/.test(value)
		: isRecord(value) && Object.keys(value).length === 0 && !('toJSON' in value);

/** Whether a value says nothing of a row. */
export const isEmptyFor = ({ structured }: Row, value: unknown): boolean =>
	isEmptyCell(value) || (structured !== undefined && isEmptyObject(value));

/** Most cells of a column whose result is kept for later items. */
const MOST_KEPT = 1000;

/** Makes the same of equal cells, since cells of a column repeat: so each is read once. */
export function onceForEach<T>(make: (cell: unknown) => T): (cell: unknown) => T {
	const kept = new Map<unknown, T>();
	// A field that is no expression gives all items the same list or structure.
	let last: { cell: unknown; made: T } | undefined;
	return (cell) => {
		if (typeof cell === 'object') {
			if (last === undefined || last.cell !== cell) last = { cell, made: make(cell) };
			return last.made;
		}
		const known = kept.get(cell);
		if (known) return known;
		if (kept.size >= MOST_KEPT) kept.clear();
		const made = make(cell);
		kept.set(cell, made);
		return made;
	};
}
