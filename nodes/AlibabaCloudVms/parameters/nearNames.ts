import { distance } from 'fastest-levenshtein';
import { coreName } from './header';

/** A name that a column may have meant. */
export interface Named {
	/** In the spelling of the catalogue. */
	name: string;
	plain: string;
}

/** One wrong letter in short names, three in long ones. */
const mostWrong = (name: string): number => Math.min(3, Math.max(1, Math.floor(name.length / 4)));

/** Part of a Chinese name: long enough not to be a word of any sheet. */
const isPartOf = (typed: string, plain: string): boolean =>
	/^\p{Script=Han}{3,}$/u.test(typed) && plain.includes(typed);

/** A name with more around it, as in 是否定时开始: long enough not to be a word of any sheet. */
const hasPart = (typed: string, { name, plain }: Named): boolean =>
	(/^\p{Script=Han}{4,}$/u.test(plain) || /\w \w/.test(name)) && typed.includes(plain);

/** The longest of the names that a column has as a part of it. */
const longestPart = (typed: string, named: readonly Named[]): Named | undefined =>
	named
		.filter((one) => hasPart(typed, one))
		.sort((one, other) => other.plain.length - one.plain.length)[0];

/**
 * The name that was probably meant by a column that means no parameter, in the spelling of the catalogue.
 * @param suggested names that people use and that are not taken, with the name to use in their place
 */
export function nearestName(
	column: string,
	named: readonly Named[],
	suggested: readonly Named[],
): string | undefined {
	const typed = coreName(column);
	const exact = [...suggested, ...named].find(({ plain }) => plain === typed);
	if (exact) return exact.name;
	if (typed.length < 3) return undefined;
	const most = mostWrong(typed);
	const [nearest] = named
		// The rest is further away by its length alone, and a sheet may have thousands of columns.
		.filter(({ plain }) => Math.abs(plain.length - typed.length) <= most)
		.map(({ name, plain }) => ({ name, wrong: distance(typed, plain) }))
		.sort((one, other) => one.wrong - other.wrong);
	if (nearest && nearest.wrong <= most) return nearest.name;
	return (named.find(({ plain }) => isPartOf(typed, plain)) ?? longestPart(typed, named))?.name;
}
