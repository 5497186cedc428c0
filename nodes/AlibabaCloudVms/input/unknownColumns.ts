import type { Catalogue } from '../parameters/catalogue';
import { quote } from '../text';

/** Most columns that an error names: nobody reads more, and looking for what was meant takes its time. */
const MOST_NAMED = 20;

/** How many of the columns below have no sentence, but for the one that says how many there are. */
export const uncountedAmong = (names: readonly string[]): number =>
	Math.max(0, names.length - MOST_NAMED - 1);

/** What is wrong with columns that mean nothing, where such are refused, in sentences. */
export function unknownColumns(names: readonly string[], { columns }: Catalogue): string[] {
	const more = names.length - MOST_NAMED;
	return [
		...names
			.slice(0, MOST_NAMED)
			.map((name) => `The column ${quote(name)} is no parameter${columns.didYouMean(name, '; ')}`),
		...(more > 0 ? [`${more} more columns are no parameter`] : []),
	];
}
