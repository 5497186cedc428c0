/**
 * A number that JSON.parse does not read as pop-core's parser does: of more than 15 characters, which that
 * one keeps digit by digit, or with an exponent, which it may refuse. Inside of an object a number follows
 * one of these signs; a text that looks like it costs time and nothing else.
 */
const UNLIKE = /[\s:,[][-\d](?:[\d.]{15}|[\d.]*[eE])/;

/**
 * The body of an answer, read in a tenth of the time that pop-core's parser takes; undefined where that one
 * might read it in another way, or not at all: what is no JSON, and what is no object.
 */
export function quicklyRead(text: string): object | undefined {
	if (!text.startsWith('{') || UNLIKE.test(text)) return undefined;
	try {
		return JSON.parse(text) as object;
	} catch {
		return undefined;
	}
}
