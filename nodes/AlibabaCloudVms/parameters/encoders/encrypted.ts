/** Letters and digits, longer than any number, as base64, hexadecimal or URL-encoded text have them. */
const ENCRYPTED = /^(?=.*[a-z])(?=.*[\dA-Z+/%=])(?:[a-zA-Z\d+/_-]|%[\dA-Fa-f]{2}){16,}={0,2}$/;
const UPPER_HEX = /^(?=.*[A-F])[\dA-F]{16,}$/;
const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/**
 * Whether a text may be an encrypted number. What such look like is not documented; what hides digits behind
 * one letter, and the ID of something else, are none.
 */
export function mayBeEncrypted(text: string): boolean {
	const letters = new Set(text.toLowerCase().match(/[a-z]/g));
	const isLikely = ENCRYPTED.test(text) || UPPER_HEX.test(text);
	return isLikely && letters.size > 1 && !UUID.test(text);
}
