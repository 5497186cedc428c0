import { escaped, LINE_BREAK } from '../execution/markup';
import type { ColumnsView, Fate, Note } from '../input/columnsView';
import type { Operation } from '../operations/operation';
import { cut, listOf, quote } from '../text';
import { withCodePoints } from '../unseen';
import type { LastInput } from './lastInput';

const LONGEST_NAME = 60;
const MOST_NOTES = 5;
const MOST_HINTS = 20;

const FIRST = 'Run the step before this one, and here stands what becomes of each of its columns.';

const shown = (name: string): string =>
	escaped(name.trim() === '' ? quote(name) : cut(withCodePoints(name), LONGEST_NAME));

const bold = (text: string): string => `<b>${escaped(text)}</b>`;

type Rules = NonNullable<Operation['columns']>['rules'];

type Told = readonly [name: string, fate: Fate];

const namesOf = (told: readonly Told[], did: Fate['did']): string[] =>
	told.filter(([, fate]) => fate.did === did).map(([name]) => name);

/** A column of the sheet that is read, or would be. */
function lineFor([name, fate]: Told): string[] {
	switch (fate.did) {
		case 'taken':
			return [`${shown(name)} → ${bold(fate.label)}`];
		case 'overruled':
			return [`${shown(name)}: not read, since '${escaped(fate.label)}' is set in the node`];
		default:
			return [];
	}
}

const noteLine = ({ text, itemIndex }: Note): string =>
	`⚠ ${itemIndex === undefined ? '' : `Item ${itemIndex}: `}${escaped(text)}.`;

/** What was probably meant by columns that mean nothing. */
function hints(told: readonly Told[]): string[] {
	const hinted = told.flatMap(([name, fate]) =>
		fate.did === 'unknown' && fate.hint !== ''
			? [`${shown(name)}: unknown; ${escaped(fate.hint)}`]
			: [],
	);
	const more = hinted.length - MOST_HINTS;
	return more > 0 ? [...hinted.slice(0, MOST_HINTS), `${more} more are unknown.`] : hinted;
}

/** Columns that are named together. */
function together(told: readonly Told[], refusesUnknown: boolean): string[] {
	const unknown = told.flatMap(([name, fate]) =>
		fate.did === 'unknown' && fate.hint === '' ? [name] : [],
	);
	const lists = [
		['Unknown, left out: ', unknown],
		["Left out by 'Columns to Ignore': ", namesOf(told, 'ignored')],
		['Put there by n8n, the service or this node, left out: ', namesOf(told, 'passedOver')],
	] as const;
	const refused = refusesUnknown && namesOf(told, 'unknown').length > 0;
	return [
		...lists.flatMap(([words, names]) =>
			names.length > 0 ? [escaped(`${words}${listOf(names)}`)] : [],
		),
		...(refused ? [escaped("Rows with unknown columns are refused, by 'Unknown Columns'.")] : []),
	];
}

/**
 * What becomes of the columns of the last input, as HTML.
 * @param input undefined where there is none yet
 */
export function columnsText(
	input: LastInput | undefined,
	view: ColumnsView | undefined,
	{ rules, refusesUnknown }: { rules: Rules; refusesUnknown: boolean },
): string {
	if (!input || !view) return [rules.which, rules.empty, FIRST].map(escaped).join(' ');
	const told = [...view.fates];
	const taken = namesOf(told, 'taken').length;
	const { total, looked } = input;
	const some = looked < total ? ` (${looked} of ${total} items looked at)` : '';
	const more = view.notes.length - MOST_NOTES;
	return [
		bold(`Columns taken from the last input: ${taken} of ${told.length}${some}`),
		...view.notes.slice(0, MOST_NOTES).map(noteLine),
		...(more > 0 ? [`⚠ ${more} more remarks.`] : []),
		...told.flatMap(lineFor),
		...hints(told),
		...together(told, refusesUnknown),
		escaped(rules.empty),
	].join(LINE_BREAK);
}
