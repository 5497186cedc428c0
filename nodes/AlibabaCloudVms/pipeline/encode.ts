import type { Read } from './read';

/** Parameters that the vendor wants URL-encoded in plain GET calls. */
const TEXTS = ['Name', 'Description'];

/**
 * The flat parameters of the API, all strings, in the catalogue's order.
 * @param urlEncodeTexts encodes name and description once more, before signing does it for all
 */
export function encode(read: readonly Read[], urlEncodeTexts: boolean): Record<string, string> {
	return Object.fromEntries(
		read.flatMap(({ row: { api }, reading: { wire } }) => {
			if (wire === undefined) return [];
			return [[api, urlEncodeTexts && TEXTS.includes(api) ? encodeURIComponent(wire) : wire]];
		}),
	);
}
