import type { Catalogue } from '../parameters/catalogue';
import type { Row } from '../parameters/parameter';
import { quote } from '../text';
import { isEmptyCell } from './cells';
import type { Collected } from './collect';
import { missingAmong } from './columnNames';
import { ColumnsToIgnore } from './columnsToIgnore';
import { fieldName } from './given';
import { createInputMapper, type Sight } from './mapInput';
import type { Reads } from './reads';

/** What becomes of a column. */
export type Fate =
	| { did: 'taken'; label: string }
	/** The user named it among those to ignore. */
	| { did: 'ignored' }
	/** A field of the node says it, for all items. */
	| { did: 'overruled'; label: string }
	/** n8n, this node or the service put it beside the others. */
	| { did: 'passedOver' }
	/** @param hint what was probably meant, as the rest of a sentence; '' where nothing is near */
	| { did: 'unknown'; hint: string };

/** What keeps an item from being sent, or is worth a second look. */
export interface Note {
	/** A sentence without the final period. */
	text: string;
	/** The first item of which it is said; undefined where it is said of all. */
	itemIndex?: number;
}

/** How columns are mapped, before anything runs. */
export interface ColumnsView {
	/** In the order in which the items have them. */
	fates: ReadonlyMap<string, Fate>;
	notes: readonly Note[];
}

type Mapped = Pick<Collected, 'given' | 'columns'>;

function hintOn(name: string, { leftOut }: NonNullable<Collected['columns']>, meant?: string) {
	const inside = leftOut.find((one) => one.name === name)?.inside;
	if (inside) return `${quote(inside.name)} stands inside it and has to be a column by itself`;
	return meant === undefined ? '' : `did you mean ${quote(meant)}?`;
}

function fateOf(name: string, sight: Sight, { given, columns }: Mapped): Fate {
	if (sight.isLeftOut(name)) return { did: 'ignored' };
	const chosen = sight.choices.find(({ column }) => column === name);
	if (chosen) return { did: 'taken', label: chosen.given.label };
	const known = sight.knownAs(name);
	if ('column' in known) {
		const { row, label } = known.column;
		const isChosen = sight.choices.some((one) => one.row === row);
		return { did: isChosen ? 'overruled' : 'taken', label };
	}
	const { companion, loosely, isKnown, meant } = known.other;
	if (companion) return { did: 'taken', label: companion.label };
	const loose = given.find((one) => one.row === loosely && one.column === name);
	if (loose) return { did: 'taken', label: loose.label };
	if (isKnown || !columns) return { did: 'passedOver' };
	return { did: 'unknown', hint: hintOn(name, columns, meant) };
}

/** What is wrong with columns by themselves: what a cell holds is for the run to judge. */
function notesOf(
	{ given, columns }: Mapped,
	needed: readonly Row[],
	catalogue: Catalogue,
): string[] {
	if (!columns) return [];
	const problems = given.flatMap((one) =>
		one.problem === undefined ? [] : [`${fieldName(one)} ${one.problem}`],
	);
	const missing = needed
		.filter((row) => !given.some((one) => one.row === row && one.value !== ''))
		.map((row) => missingAmong(row, columns, catalogue));
	return [...missing, ...problems, ...columns.doubts];
}

/** Looks at items as they would be mapped. */
export function viewColumns(
	reads: Reads,
	{
		catalogue,
		needed,
		toIgnore,
	}: { catalogue: Catalogue; needed: readonly Row[]; toIgnore: readonly string[] },
): ColumnsView {
	const { look, gather } = createInputMapper(reads, catalogue, new ColumnsToIgnore());
	const fates = new Map<string, Fate>();
	const filled = new Set<string>();
	const notes = new Map<string, number[]>();
	const note = (itemIndex: number) => (text: string) => {
		notes.set(text, [...(notes.get(text) ?? []), itemIndex]);
	};
	const items = reads.getInputData();
	items.forEach((_item, itemIndex) => {
		const seen = look(itemIndex, toIgnore);
		if (!seen.ok) {
			note(itemIndex)(seen.failure.message);
			return;
		}
		const mapped = gather(seen.value);
		notesOf(mapped, needed, catalogue).forEach(note(itemIndex));
		for (const [name, cell] of Object.entries(seen.value.source)) {
			// A cell that is filled in says more of its column than an empty one.
			if (filled.has(name) || (fates.has(name) && isEmptyCell(cell))) continue;
			if (!isEmptyCell(cell)) filled.add(name);
			fates.set(name, fateOf(name, seen.value, mapped));
		}
	});
	return {
		fates,
		notes: [...notes].map(([text, [itemIndex, ...others]]) =>
			others.length + 1 === items.length ? { text } : { text, itemIndex },
		),
	};
}
