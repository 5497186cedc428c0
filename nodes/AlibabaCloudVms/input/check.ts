import type { Catalogue } from '../parameters/catalogue';
import type { Fields, Row } from '../parameters/parameter';
import { valueWords } from '../parameters/words';
import { missingAmong } from './columnNames';
import { fieldName, type Read } from './given';
import type { Columns } from './leftOut';

/**
 * The values of an item as rules across fields look at them.
 * @param named what is given under the name of a property
 */
export function fieldsBy(
	named: (name: string) => Read | undefined,
	{ rowNamed }: Catalogue,
): Fields {
	return {
		has: (name) => named(name) !== undefined && named(name)?.reading.wire !== '',
		value: (name) => named(name)?.reading.value,
		label: (name) => named(name)?.label ?? rowNamed(name)?.property.displayName ?? name,
		words: (name) => {
			const property = rowNamed(name)?.property;
			return property ? valueWords(property, named(name)?.reading.value) : '';
		},
	};
}

/**
 * What an item can't do without, in sentences.
 * @param columns those that were mapped
 */
export function missing(read: readonly Read[], catalogue: Catalogue, columns?: Columns): string[] {
	return catalogue.required
		.filter((row) => !read.some((one) => one.row === row && one.reading.wire !== ''))
		.map((row) =>
			columns
				? missingAmong(row, columns, catalogue)
				: `'${row.property.displayName}' is missing${row.missing ?? ''}`,
		);
}

/** What has no text that could be sent, whether or not values are checked. */
export const unsendable = (read: readonly Read[]): string[] =>
	read.filter(({ reading }) => reading.wire === undefined).map(sentence);

/** What is wrong with the values together, whatever each of them is. */
export function unrelated(read: readonly Read[], catalogue: Catalogue): string[] {
	const byName = new Map(read.map((one) => [one.row.property.name, one]));
	const fields = fieldsBy((name) => byName.get(name), catalogue);
	return catalogue.rules.flatMap((rule) => rule(fields));
}

/** What is wrong with a value by itself, or where its column speaks of percent. */
function withIssue(one: Read, speaksOfPercent: (row: Row) => boolean): Read[] {
	const { issue, percentage, wire } = one.reading;
	if (issue !== undefined) return [one];
	if (percentage === undefined || !speaksOfPercent(one.row)) return [];
	const doubt = `is ${wire}, and its column speaks of percent, where a spreadsheet keeps ${percentage} % as ${wire}; give ${percentage}, or "${wire}%" if that is meant`;
	return [{ ...one, reading: { issue: doubt } }];
}

/**
 * What is wrong with each value of an item by itself, in sentences without the final period.
 * @param speaksOfPercent whether the column that fills a row has percentages as spreadsheets keep them
 */
export const checkEach = (
	read: readonly Read[],
	speaksOfPercent: (row: Row) => boolean = () => false,
): string[] => read.flatMap((one) => withIssue(one, speaksOfPercent)).map(sentence);

/** Everything wrong with the values of one item, in the same form. */
export const check = (read: readonly Read[], catalogue: Catalogue): string[] => [
	...checkEach(read),
	...unrelated(read, catalogue),
];

const sentence = (one: Read): string =>
	[fieldName(one), one.reading.issue].filter(Boolean).join(' ');
