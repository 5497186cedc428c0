import { isRecord } from '../../guards';
import { anyOf, quote } from '../../text';
import { asOneNumber, entriesOf, groupedIn } from '../encoders/list';
import { plainText, writtenText } from '../encoders/scalar';

/**
 * Reads a structured value part by part into the documented shape and notes what does not fit, each
 * note as the rest of a sentence that begins with the field's label. `where` names the part for the
 * user: `entry 2`, `rule 1, round 3`.
 */
export class Reader {
	readonly problems: string[] = [];

	/** What is allowed, and yet worth a second look, in the same form. */
	readonly hints: string[] = [];

	note(where: string, problem: string): void {
		this.problems.push([where, problem].filter((part) => part !== '').join(': '));
	}

	/** An object that has all of `keys`, and nothing else unless it is among `optional`. */
	object(
		value: unknown,
		where: string,
		keys: readonly string[],
		optional: readonly string[] = [],
	): Record<string, unknown> | undefined {
		if (!isRecord(value)) {
			this.note(where, `is ${quote(value)}; give an object with ${keys.join(', ')}`);
			return undefined;
		}
		const missing = keys.filter((key) => !(key in value));
		const unknown = Object.keys(value).filter((key) => ![...keys, ...optional].includes(key));
		if (missing.length > 0) this.note(where, `lacks ${missing.join(', ')}`);
		if (unknown.length > 0) {
			this.note(where, `has ${unknown.map(quote).join(', ')}; only ${keys.join(', ')} belong here`);
		}
		return missing.length > 0 ? undefined : value;
	}

	array(value: unknown, where: string, least = 0): unknown[] {
		if (Array.isArray(value)) {
			if (value.length < least) this.note(where, `is an empty list; give at least ${least} entry`);
			return value;
		}
		this.note(where, `is ${quote(value)}; give a list in square brackets`);
		return [];
	}

	/** A whole number from `least` to `most`; digits as text count. */
	integer(value: unknown, where: string, least: number, most = Number.MAX_SAFE_INTEGER): number {
		const typed = typeof value === 'boolean' ? '' : plainText(value);
		const read = /^\d+$/.test(typed) ? Number(typed) : Number.NaN;
		if (read >= least && read <= most) return read;
		const range =
			most === Number.MAX_SAFE_INTEGER ? `${least} or more` : `from ${least} to ${most}`;
		this.note(where, `is ${quote(value)}; give a whole number, ${range}`);
		return Number.NaN;
	}

	/** One of a few values; digits as text count. */
	oneOf<T extends string | number>(value: unknown, where: string, accepted: readonly T[]): T {
		const found = accepted.find((one) => String(one) === plainText(value));
		if (found !== undefined) return found;
		this.note(where, `is ${quote(value)}; give ${anyOf(accepted.map(quote))}`);
		return accepted[0] as T;
	}

	/** A name: text that is not empty. */
	name(value: unknown, where: string): string {
		const read = writtenText(value)?.trim() ?? '';
		if (read === '') this.note(where, `is ${quote(value)}; give a text that is not empty`);
		return read;
	}

	/** Text of at most `longest` characters (by code point), possibly empty. */
	text(value: unknown, where: string, longest: number): string {
		const read = writtenText(value);
		const length = [...(read ?? '')].length;
		if (read === undefined) this.note(where, `is ${quote(value)}; give a text`);
		if (length > longest) this.note(where, `has ${length} characters; give at most ${longest}`);
		return read ?? '';
	}

	/** Entries of a comma list or an array, at least one, each of which looks like `entry`. */
	entries(value: unknown, where: string, entry: RegExp): string[] {
		const read = entriesOf(value);
		const grouped = groupedIn(value);
		if (grouped?.isLikely) {
			this.note(where, asOneNumber(value, grouped));
			return [];
		}
		if (read && read.length > 0 && read.every((one) => entry.test(one))) return read;
		this.note(where, `is ${quote(value)}; give numbers separated by commas, none of them empty`);
		return [];
	}
}
