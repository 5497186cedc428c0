import { dayOfDate } from '../calling/wallClock';
import { callsText } from './callsText';
import type { Entry } from './entries';
import { strange } from './markup';
import type { Strips } from './strips';
import { wordAt } from '../text';
import { filled, ownOf, type Language, type Texts, type Tone } from './texts';

/** Most characters of a stranger's text, and most lines of a cell. */
const LONGEST = { name: 80, id: 40, label: 60, words: 200, sentence: 400, calls: 400, short: 80 };
const MOST = { changes: 15, warnings: 6, reasons: 8, rows: 12 };

const MARKS: Readonly<Record<Tone, string>> = {
	refused: 'r',
	unclear: 'r',
	warned: 'c',
	changed: 'c',
	left: 'q',
};

export interface RowSurroundings {
	texts: Texts;
	language: Language;
	strips: Strips;
	/** Whether tasks of several enterprises are told of. */
	namesEnterprise: boolean;
	/** Whether the table has a column for calls. */
	drawsCalls: boolean;
	/** Whether the run only shows. */
	isPlan: boolean;
}

/** What became of an item, in a word. */
export const wordOf = ({ tone, action }: Entry, texts: Texts): string => {
	if (action !== '') return ownOf(texts.actions, action) ?? action;
	return tone === 'unclear' ? texts.unclear : texts.failed;
};

const badge = (entry: Entry, texts: Texts): string =>
	`<b class=${MARKS[entry.tone]}>${strange(wordOf(entry, texts), LONGEST.label)}</b>`;

function placesOf({ items }: Entry, { rowWord, rowsWord }: Texts): string {
	const [first] = items;
	return items.length > 1 ? filled(rowsWord, String(items.length)) : filled(rowWord, String(first));
}

function taskCell(entry: Entry, { texts, namesEnterprise }: RowSurroundings): string {
	const { id, name, enterprise, status, type } = entry;
	const title = name === undefined ? `<i>${texts.noName}</i>` : strange(name, LONGEST.name);
	const facts = [
		id === '' ? '' : strange(id, LONGEST.id),
		wordAt(texts.states, status),
		wordAt(texts.kinds, type),
		namesEnterprise && enterprise !== ''
			? filled(texts.enterprise, strange(enterprise, LONGEST.id))
			: '',
		placesOf(entry, texts),
	].filter(Boolean);
	return `<th scope=row>${title}<small>${facts.join(' · ')}</small>`;
}

/** Some lines as paragraphs, and how many more there are. */
function paragraphs(lines: readonly string[], most: number, mark: string, more: string): string {
	const shown = lines
		.slice(0, most)
		.map((line) => `<p${mark}>${strange(line, LONGEST.sentence)}`)
		.join('');
	const rest = lines.length - most;
	return rest > 0 ? `${shown}<p${mark}>${filled(more, String(rest))}` : shown;
}

function changesList({ changes }: Entry, texts: Texts): string {
	if (changes.length === 0) return '';
	const shown = changes
		.slice(0, MOST.changes)
		.map(
			({ label, words }) =>
				`<li>${strange(label, LONGEST.label)} <span>${strange(words, LONGEST.words)}</span>`,
		);
	const rest = changes.length - MOST.changes;
	if (rest > 0) shown.push(`<li>${filled(texts.moreChanges, String(rest))}`);
	return `<ul>${shown.join('')}</ul>`;
}

function whatCell(entry: Entry, { texts, drawsCalls }: RowSurroundings): string {
	const { reasons, warnings, tone, view } = entry;
	const mark = tone === 'refused' || tone === 'unclear' ? ' class=r' : '';
	return [
		`<td${drawsCalls && !view ? ' colspan=2' : ''}>${badge(entry, texts)}`,
		paragraphs(reasons, MOST.reasons, mark, texts.moreReasons),
		changesList(entry, texts),
		paragraphs(warnings, MOST.warnings, ' class=m', texts.moreReasons),
	].join('');
}

function callsCell({ view, tone }: Entry, { texts, language, strips, isPlan }: RowSurroundings) {
	const drawn = view && strips.draw(view);
	if (!view || !drawn) return '';
	const { look } = view;
	const today = dayOfDate(look.now.day);
	const say = (calls: typeof look.before) =>
		strange(callsText(calls, drawn.strip.span, today, language), LONGEST.calls);
	const [before, after] = [say(look.before), say(look.after)];
	const isWanted = tone === 'refused' || tone === 'unclear';
	const told: Array<readonly [word: string, of: string]> =
		before === after
			? [[texts.unchangedCalls, after]]
			: [
					[isWanted ? texts.wanted : texts.after, after],
					[isPlan ? texts.now : texts.before, before],
				];
	const words = told.map(([word, of]) => `<p><b>${word}${texts.colon}</b>${of}`).join('');
	return `<td>${drawn.html}${words}`;
}

/** A row with all that is known; elements that HTML closes by itself are left open, for the size. */
export const fullRow = (entry: Entry, around: RowSurroundings): string =>
	`<tr>${taskCell(entry, around)}${whatCell(entry, around)}${callsCell(entry, around)}\n`;

/** The same in a line or two. */
export function shortRow(entry: Entry, { texts, drawsCalls }: RowSurroundings): string {
	const { id, name, reasons, changes, warnings } = entry;
	const [said = ''] = [
		...reasons,
		...warnings,
		...changes.map(({ label, words }) => `${label} ${words}`),
	];
	const title = strange(name ?? texts.noName, LONGEST.id);
	const where = `${strange(id, LONGEST.id)} · ${placesOf(entry, texts)}`;
	return `<tr><th scope=row>${title}<small>${where}</small><td${drawsCalls ? ' colspan=2' : ''}>${badge(entry, texts)}<p>${strange(said, LONGEST.short)}\n`;
}
