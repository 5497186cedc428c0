import { distance } from 'fastest-levenshtein';
import { rows } from '.';
import type { Row } from './parameter';
import { twinLabel } from './properties';
import { quote } from './words';

/** A name without case, width, blanks and signs: `auto_start`, `Auto Start` and `AutoStart` are one. */
export const plainName = (name: string): string =>
	name
		.normalize('NFKC')
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, '');

/** Everything a column may be called to mean a parameter. */
export const namesOf = (row: Row): string[] => [
	row.api,
	row.property.displayName,
	row.zh,
	...(row.aliases ?? []),
	...(row.structured ? [twinLabel(row)] : []),
];

const named = rows.flatMap((row) => namesOf(row).map((name) => ({ row, name })));
const byName = new Map(named.map(({ row, name }) => [plainName(name), row]));

/** The parameter that a column of a sheet means, by its name alone. */
export const rowForColumn = (column: string): Row | undefined => byName.get(plainName(column));

/** Whether a column is called as its parameter is, so that naming both says nothing more. */
export const isNamedAs = (column: string, { api, property }: Row): boolean =>
	[api, property.displayName].some((name) => plainName(name) === plainName(column));

/** One wrong letter in short names, three in long ones. */
const mostWrong = (name: string): number => Math.min(3, Math.max(1, Math.floor(name.length / 4)));

/** `did you mean "AutoStartDay"?` behind what separates it from the rest, or nothing. */
export function didYouMean(column: string, separator: string): string {
	const meant = nameMeant(column);
	return meant ? `${separator}did you mean ${quote(meant)}?` : '';
}

/** Part of a Chinese name: long enough not to be a word of any sheet. */
const isPartOf = (typed: string, name: string): boolean =>
	/^\p{Script=Han}{3,}$/u.test(typed) && plainName(name).includes(typed);

/** The name that was probably meant, in the spelling of the catalogue. */
function nameMeant(column: string): string | undefined {
	const typed = plainName(column);
	if (typed.length < 3) return undefined;
	const [nearest] = named
		.map(({ name }) => ({ name, wrong: distance(typed, plainName(name)) }))
		.sort((one, other) => one.wrong - other.wrong);
	if (nearest && nearest.wrong <= mostWrong(typed)) return nearest.name;
	return named.find(({ name }) => isPartOf(typed, name))?.name;
}
