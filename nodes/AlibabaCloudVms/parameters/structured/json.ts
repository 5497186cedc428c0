import { isRecord } from '../../guards';
import { cut, quote } from '../../text';
import { textOf } from '../encoders/scalar';
import type { Encoder } from '../parameter';
import { hasLostDigits, lostNumber } from './digits';
import { Reader } from './reader';
import { brokenJson } from './syntax';

const LONGEST_NUMBER = 40;

/** What JSON text stands for; anything but text as it is, and nothing for text that is not JSON. */
export function parse(value: unknown): unknown {
	if (typeof value !== 'string') return value;
	try {
		return JSON.parse(value);
	} catch {
		return undefined;
	}
}

/** The same of text that begins as a list; any other text as it is. */
export const parseList = (value: unknown): unknown =>
	typeof value === 'string' && value.trim().startsWith('[') ? parse(value) : value;

/** Where a text that should be JSON is broken, as the rest of a sentence; undefined for any other value. */
export const notJson = (value: unknown): string | undefined =>
	typeof value === 'string' && parse(value) === undefined ? brokenJson(value) : undefined;

/** JSON of what was given, where it has one that says the same. */
function jsonOf(value: unknown, structure: unknown): string | undefined {
	const isLost = typeof value === 'string' ? lostNumber(value) : hasLostDigits(structure);
	return isLost ? undefined : JSON.stringify(structure);
}

/** What is wrong with the numbers of a JSON text, as the rest of a sentence; undefined for any other value. */
export function lostIn(value: unknown): string | undefined {
	const lost = typeof value === 'string' ? lostNumber(value) : undefined;
	return lost === undefined
		? undefined
		: `has the number ${cut(lost, LONGEST_NUMBER)}, which loses digits when it is read; give it in double quotes`;
}

/**
 * A structured value, from JSON text or from the structure itself; sent as compact JSON. A number in it that
 * is too long to be kept has no text, whether or not values are checked.
 * @param read brings the structure into the documented shape and notes what does not fit
 */
export const structured =
	<T>(read: (structure: unknown, reader: Reader) => T): Encoder =>
	(value) => {
		const structure = parse(value);
		if (!isRecord(structure) && !Array.isArray(structure)) {
			return {
				wire: typeof value === 'string' ? textOf(value) : undefined,
				issue: notJson(value) ?? `is ${quote(value)}; give JSON, as an object or a list`,
			};
		}
		const reader = new Reader();
		const shaped = read(structure, reader);
		const lost = lostIn(value);
		// What else was found may be about the number as it was read, which nobody wrote.
		const problems = lost === undefined ? reader.problems : [lost];
		if (problems.length > 0) return { wire: jsonOf(value, structure), issue: problems.join('; ') };
		const warning = reader.hints.length > 0 ? reader.hints.join('; ') : undefined;
		return { value: shaped, wire: JSON.stringify(shaped), ...(warning ? { warning } : {}) };
	};

/**
 * The rows of a builder's group: what n8n stores under the group's name, or none. A row that is no object
 * is one without cells, to be refused for what it lacks.
 */
export function groupOf(builder: unknown, name: string): Array<Record<string, unknown>> {
	const group = isRecord(builder) ? builder[name] : undefined;
	if (group === undefined || group === null) return [];
	return (Array.isArray(group) ? group : [group]).map((row) => (isRecord(row) ? row : {}));
}
