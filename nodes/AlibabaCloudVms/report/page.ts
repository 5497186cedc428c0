import { createHash } from 'node:crypto';
import { chinaTime } from '../parameters/chinaTime';
import { entriesOf, type Entry, type ReportItem } from './entries';
import { bytesOf, strange } from './markup';
import { fullRow, shortRow, wordOf, type RowSurroundings } from './row';
import { Strips } from './strips';
import { STYLE } from './style';
import { filled, ownOf, TEXTS, type Language, type Texts, type Tone } from './texts';

export interface ReportOptions {
	language: Language;
	/** The operation by its value and its label. */
	operation: { name: string; label: string };
	/** The workflow's name, as its owner wrote it; '' where it has none. */
	workflow: string;
	/** Whether the run only shows what would be done. */
	isPlan: boolean;
	/** When it was made, in milliseconds since 1970. */
	at: number;
}

/** Most bytes of a report: mails and chats take a megabyte anywhere. */
const MOST_BYTES = 980_000;
/** What stands around the rows at most. */
const AROUND = 30_000;
/** Most bytes that are kept for rows in short, where not all can stand there in full. */
const MOST_SHORT = 600_000;
const LONGEST_WORKFLOW = 120;

const TILES: Readonly<Record<Tone, string>> = {
	refused: 'r',
	unclear: 'r',
	warned: 'c',
	changed: 'c',
	left: '',
};

const tile = (mark: string, count: number, word: string): string =>
	`<div${mark === '' ? '' : ` class=${mark}`}><dt>${word}</dt><dd>${count}</dd></div>`;

/** How many items there are, and what became of them. */
function tiles(entries: readonly Entry[], texts: Texts): string {
	const counts = new Map<string, { mark: string; count: number }>();
	let [all, warned] = [0, 0];
	for (const entry of entries) {
		const { length } = entry.items;
		const word = strange(wordOf(entry, texts), 60);
		const known = counts.get(word) ?? { mark: TILES[entry.tone], count: 0 };
		counts.set(word, { ...known, count: known.count + length });
		all += length;
		if (entry.warnings.length > 0) warned += length;
	}
	return [
		tile('', all, texts.rows),
		...[...counts].map(([word, { mark, count }]) => tile(mark, count, word)),
		...(warned > 0 ? [tile('m', warned, texts.withWarnings)] : []),
	].join('');
}

interface Rows {
	html: string;
	shapes: string;
	isShortened: boolean;
	/** How many items are not on the page. */
	left: number;
}

/** The rows as far as there is room: in full, then in short, and then none. */
function rowsOf(entries: readonly Entry[], around: RowSurroundings): Rows {
	const all = entries.map((entry) => {
		const short = shortRow(entry, around);
		return { entry, short, size: bytesOf(short) };
	});
	let waiting = all.reduce((sum, { size }) => sum + size, 0);
	let room = MOST_BYTES - AROUND;
	let shown = 0;
	const parts: string[] = [];
	for (const { entry, size: least } of all) {
		const count = around.strips.count;
		const full = fullRow(entry, around);
		const size = bytesOf(full) + bytesOf(around.strips.shapesFrom(count));
		const others = waiting - least;
		if (size + Math.min(others, MOST_SHORT) > room) {
			around.strips.forget(count);
			break;
		}
		parts.push(full);
		room -= size;
		waiting = others;
		shown += 1;
	}
	const isShortened = shown < entries.length;
	for (const { short, size } of all.slice(shown)) {
		if (size > room) break;
		parts.push(short);
		room -= size;
		shown += 1;
	}
	const left = entries.slice(shown).reduce((sum, { items }) => sum + items.length, 0);
	return { html: parts.join(''), shapes: around.strips.shapesFrom(0), isShortened, left };
}

/** What the colours of the strips mean, as far as they are there. */
function legend({ texts, strips, isPlan }: RowSurroundings): string {
	const { seen, holidays } = strips;
	if (strips.count === 0) return '';
	const { legend: words } = texts;
	const marks: Array<[boolean, string, string]> = [
		[seen.pairs, 'b', isPlan ? words.now : words.before],
		[true, 'n', seen.pairs ? words.after : words.both],
		[seen.outside, 'o', words.outside],
		[seen.allowed, 'w', texts.allowed],
		[holidays.size > 0, 'h', texts.holiday],
	];
	const shown = marks.filter(([isShown]) => isShown);
	const items = shown.map(
		([, mark, word]) => `<li><svg aria-hidden=true><rect class=${mark} /></svg>${word}`,
	);
	return `<ul class=l>${items.join('')}</ul>`;
}

function notes({ texts, strips }: RowSurroundings, { isShortened, left }: Rows): string {
	const { comma, colon, holiday } = texts;
	const days = [...strips.holidays].sort().map(([day, name]) => `${day} ${strange(name, 40)}`);
	const lines = [
		left > 0 ? filled(texts.moreRows, String(left)) : '',
		isShortened ? texts.shortRows : '',
		strips.count > 0 ? texts.chinaTime : '',
		days.length > 0 ? `${holiday}${colon}${days.join(comma)}` : '',
		...[...strips.unknownYears].sort().map((year) => filled(texts.unknownYear, year)),
		texts.foot,
	];
	return lines
		.filter(Boolean)
		.map((line) => `<p>${line}`)
		.join('');
}

/** Nothing but this one style: no script, no request, no frame around it that could matter. */
const policyOf = (style: string): string =>
	`default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'`;

/**
 * A page about what became of the items of a run, as one HTML file under a megabyte that loads and runs
 * nothing. What strangers wrote is text in it, whatever it looks like.
 */
export function reportPage(items: readonly ReportItem[], options: ReportOptions): string {
	const { language, operation, workflow, isPlan, at } = options;
	const texts = TEXTS[language];
	const entries = entriesOf(items, language);
	const enterprises = new Set(entries.map(({ enterprise }) => enterprise).filter(Boolean));
	const around: RowSurroundings = {
		texts,
		language,
		strips: new Strips(texts, language),
		namesEnterprise: enterprises.size > 1,
		drawsCalls: entries.some(({ view }) => view !== undefined),
		isPlan,
	};
	const rows = rowsOf(entries, around);
	const title =
		ownOf(texts.titles, operation.name) ??
		filled(texts.title, strange(operation.label, LONGEST_WORKFLOW));
	const { day, time } = chinaTime(at);
	const made = filled(texts.madeAt, `${day} ${time.slice(0, 5)}`);
	const from = workflow === '' ? [] : [filled(texts.workflow, strange(workflow, LONGEST_WORKFLOW))];
	const columns = [texts.task, texts.what, ...(around.drawsCalls ? [texts.calls] : [])];
	const heads = columns.map((word) => `<th scope=col>${word}`);
	return `<!doctype html>
<html lang=${texts.lang}>
<meta charset=utf-8>
<meta http-equiv=Content-Security-Policy content="${policyOf(STYLE)}">
<meta name=viewport content="width=device-width,initial-scale=1">
<meta name=referrer content=no-referrer>
<meta name=format-detection content="telephone=no,date=no,address=no,email=no">
<title>${title}</title>
<style>${STYLE}</style>
<header><h1>${title}</h1><p>${[made, ...from].join(' · ')}</header>
<main>
<dl>${tiles(entries, texts)}</dl>
${legend(around)}
<svg class=d aria-hidden=true><defs>${rows.shapes}</defs></svg>
<table>
<thead><tr>${heads.join('')}</thead>
<tbody>
${rows.html}</tbody>
</table>
</main>
<footer>${notes(around, rows)}</footer>
`;
}
