import { isRecord } from '../guards';
import { recordOf } from '../records';

/** Anything else, such as a date, holds no text of its own. */
function isPlain(value: object): boolean {
	const prototype: unknown = Object.getPrototypeOf(value);
	return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function without(value: unknown, hide: (text: string) => string): unknown {
	if (typeof value === 'string') return hide(value);
	if (Array.isArray(value)) {
		const list: unknown[] = value.map((entry) => without(entry, hide));
		return list.some((entry, index) => entry !== value[index]) ? list : value;
	}
	if (!isRecord(value) || !isPlain(value)) return value;
	let isSame = true;
	const entries = Object.keys(value).map((name) => {
		const pair = [hide(name), without(value[name], hide)] as const;
		isSame &&= pair[0] === name && pair[1] === value[name];
		return pair;
	});
	return isSame ? value : recordOf(entries);
}

/**
 * A value with something taken out of its texts and names, at any depth; the same one where nothing was in it,
 * as in nearly all.
 */
export const hidden = <T>(value: T, hide: (text: string) => string): T => without(value, hide) as T;
