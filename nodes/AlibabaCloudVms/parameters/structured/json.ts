import { isRecord } from '../../guards';
import { textOf } from '../encoders/scalar';
import type { Encoder } from '../parameter';
import { quote } from '../words';
import { Reader } from './reader';

/** What JSON text stands for; anything but text as it is, and nothing for text that is not JSON. */
export function parse(value: unknown): unknown {
	if (typeof value !== 'string') return value;
	try {
		return JSON.parse(value);
	} catch {
		return undefined;
	}
}

/**
 * A structured value, from JSON text or from the structure itself; sent as compact JSON.
 * @param read brings the structure into the documented shape and notes what does not fit
 */
export const structured =
	<T>(read: (structure: unknown, reader: Reader) => T): Encoder =>
	(value) => {
		const structure = parse(value);
		if (!isRecord(structure) && !Array.isArray(structure)) {
			return {
				wire: typeof value === 'string' ? textOf(value) : undefined,
				issue: `is ${quote(value)}; give JSON, as an object or a list`,
			};
		}
		const reader = new Reader();
		const shaped = read(structure, reader);
		return reader.problems.length === 0
			? { value: shaped, wire: JSON.stringify(shaped) }
			: { wire: JSON.stringify(structure), issue: reader.problems.join('; ') };
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
