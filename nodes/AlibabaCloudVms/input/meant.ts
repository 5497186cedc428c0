import { isRecord } from '../guards';
import type { Reading, Row } from '../parameters/parameter';
import { unmeant } from '../parameters/unmeant';
import { quote } from '../text';

/** What is wrong with the first text, in a read value or inside it, that nobody can have meant. */
function problemIn(
	value: unknown,
	isNeeded: boolean,
	where: readonly string[] = [],
): string | undefined {
	if (typeof value === 'string') {
		const reason = unmeant(value, isNeeded);
		const place = where.length > 0 ? `${where.join(', ')}: ` : '';
		return reason && `${place}is ${quote(value)}; ${reason}`;
	}
	const parts = Array.isArray(value)
		? value.map((part: unknown, index) => [`entry ${index + 1}`, part] as const)
		: isRecord(value)
			? Object.entries(value)
			: [];
	for (const [name, part] of parts) {
		// A name that a person gave, like that of a user field, is a text of its own.
		const found =
			problemIn(part, isNeeded, [...where, name]) ??
			(isRecord(value) && problemIn(name, isNeeded, where));
		if (found) return found;
	}
	return undefined;
}

/**
 * A reading that is refused where one of its texts is none that a person means. It looks at what was read of
 * any parameter, so that no encoder has to think of it; a value that is refused already is told why.
 * @param value as it was given
 */
export function onlyMeant(
	reading: Reading,
	value: unknown,
	{ identifies, property: { required } }: Row,
): Reading {
	const isNeeded = identifies === true || required === true;
	if (reading.issue === undefined) {
		const issue = problemIn(reading.value, isNeeded);
		return issue ? { ...reading, issue } : reading;
	}
	const reason = typeof value === 'string' ? unmeant(value, isNeeded) : undefined;
	return reason ? { ...reading, issue: `${reading.issue}; ${reason}` } : reading;
}
