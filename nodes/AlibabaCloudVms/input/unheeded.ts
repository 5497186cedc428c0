import type { Catalogue } from '../parameters/catalogue';
import { quote } from '../text';
import { isEmptyCell } from './cells';
import type { Beside } from './collect';

/**
 * What columns say that nothing here can heed, in sentences: left out in silence, it would seem to have been
 * done.
 */
export const unheeded = (beside: readonly Beside[], catalogue: Catalogue): string[] =>
	beside
		.filter(({ companion, value }) => catalogue.unheeded.includes(companion) && !isEmptyCell(value))
		.map(
			({ column, companion: { says } }) =>
				`The column ${quote(column)} says ${says}, which only Update and Preview heed; leave it out by 'Columns to Ignore'`,
		);
