import { isRecord } from '../guards';

/** A text, or a number, of a JSON document. */
const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d[\d.eE+-]*/g;

/** An integer of so many digits is no longer exact as a number. */
const LONG = /^-?\d{16,}$/;

/**
 * pop-core's parser refuses whole bodies in which a name is `constructor` or `__proto__`, which a variable of
 * a campaign may well be called. Such a body is read by JSON.parse, with long integers as texts.
 * @throws what it was given, if it is something else
 */
export function readAllTheSame(error: unknown): unknown {
	const isForbidden =
		isRecord(error) &&
		/ forbidden \w+ property$/.test(String(error.message)) &&
		typeof error.text === 'string';
	if (!isForbidden) throw error;
	const text = String(error.text).replace(TOKEN, (token) =>
		LONG.test(token) ? `"${token}"` : token,
	);
	return JSON.parse(text);
}
