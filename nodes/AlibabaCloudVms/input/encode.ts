import { recordOf } from '../records';
import type { Read } from './given';

/**
 * The flat parameters of the API, all strings, in the catalogue's order.
 * @param urlEncodeTexts encodes name and description once more, before signing does it for all
 */
export function encode(read: readonly Read[], urlEncodeTexts: boolean): Record<string, string> {
	const pairs: Array<[string, string]> = [];
	for (const { row, reading } of read) {
		if (reading.wire === undefined) continue;
		const isEncoded = urlEncodeTexts && row.urlEncoded;
		pairs.push([row.api, isEncoded ? encodeURIComponent(reading.wire) : reading.wire]);
	}
	return recordOf(pairs);
}
