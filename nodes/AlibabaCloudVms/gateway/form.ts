/** Signs that encodeURIComponent leaves as they are, and the signature does not. */
const MORE = /[!'()*]/g;

const escape = (sign: string): string => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;

/** A text as a signed form has it. */
export const formEncoded = (text: string): string => encodeURIComponent(text).replace(MORE, escape);

/** Bytes of a text in a signed form. */
export const encodedLength = (text: string): number =>
	encodeURIComponent(text).length + 2 * (text.match(MORE)?.length ?? 0);
