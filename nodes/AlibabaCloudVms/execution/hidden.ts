import { isRecord } from '../guards';
import { recordOf } from '../records';

/** Anything else, such as a date, holds no text of its own. */
function isPlain(value: object): boolean {
	const prototype: unknown = Object.getPrototypeOf(value);
	return prototype === null || Object.getPrototypeOf(prototype) === null;
}

/** Whether nothing is to be taken out of a value. It makes nothing: nearly all values are so. */
function isClean(value: unknown, hide: (text: string) => string): boolean {
	if (typeof value === 'string') return hide(value) === value;
	if (typeof value !== 'object' || value === null) return true;
	// Without closures, which took most of the time of an update's output.
	if (Array.isArray(value)) {
		for (const entry of value) if (!isClean(entry, hide)) return false;
		return true;
	}
	if (!isRecord(value) || !isPlain(value)) return true;
	for (const name of Object.keys(value)) {
		if (hide(name) !== name || !isClean(value[name], hide)) return false;
	}
	return true;
}

function without(value: unknown, hide: (text: string) => string): unknown {
	if (typeof value === 'string') return hide(value);
	if (isClean(value, hide)) return value;
	if (Array.isArray(value)) return value.map((entry) => without(entry, hide));
	if (!isRecord(value)) return value;
	const names = Object.keys(value);
	return recordOf(names.map((name) => [hide(name), without(value[name], hide)] as const));
}

/**
 * A value with something taken out of its texts and names, at any depth; the same one where nothing was in it,
 * as in nearly all.
 */
export const hidden = <T>(value: T, hide: (text: string) => string): T => without(value, hide) as T;
