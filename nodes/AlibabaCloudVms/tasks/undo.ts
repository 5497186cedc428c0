import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { Read } from '../input/given';
import { hiddenBy, readOne } from '../input/read';
import type { Catalogue } from '../parameters/catalogue';
import type { Row } from '../parameters/parameter';
import { isIdentity, readStored, textOf, type Comparison } from './compare';
import { LEFT_BY_UPDATE } from './expectation';
import { rowFor, type Setting } from './rows';
import { AUTOMATIC, type TaskKey, type TaskState } from './state';

/** What was sent of what was given, and the task around it. */
interface Sent {
	task: TaskKey;
	catalogue: Catalogue;
	/** Against the task before. */
	comparisons: readonly Comparison[];
	sent: readonly Read[];
	before: TaskState;
	/** As it was read back afterwards, where it was. */
	after?: TaskState;
}

/** The way back from an update. */
export interface Undo {
	/** A row that Map Automatically takes as it is; null where there is nothing to set back. */
	row: IDataObject | null;
	/** What cannot be set back, by the API's names. */
	lacks: readonly string[];
}

const textIn = ({ fields }: TaskState, { api }: Row): string | undefined =>
	api in fields ? textOf(fields[api]) : undefined;

/** What a row had before, by the text that sets it back; undefined where no text does. */
function settingOf(row: Row, before: TaskState): Setting | undefined {
	if (row.readBack === 'never' || !(row.api in before.fields)) return undefined;
	const { wire = '' } = readStored(row, before.fields[row.api]);
	if (wire === '') return row.needed ? undefined : { row, wire };
	const read = readOne({ row, label: row.property.displayName, value: wire }).reading;
	return read.issue === undefined && read.wire === wire ? { row, wire } : undefined;
}

/** Rows that a value takes the place of. */
const replacedBy = ({ insteadOf, property }: Row, { rowNamed }: Catalogue): Row[] =>
	insteadOf
		? Object.keys(property.displayOptions?.hide ?? {}).flatMap((name) => rowNamed(name) ?? [])
		: [];

/** What cannot be read and was in force before, where what decides about it has been changed. */
function unreadable(changed: readonly Row[], before: TaskState, catalogue: Catalogue): Row[] {
	const had: INodeParameters = {};
	for (const name of catalogue.controllers) {
		const row = catalogue.rowNamed(name);
		if (!row || !(row.api in before.fields)) continue;
		const { value } = readStored(row, before.fields[row.api]);
		if (value !== undefined) had[name] = value as INodeParameters[string];
	}
	return catalogue.rows.filter((row) => {
		const { hide = {} } = row.property.displayOptions ?? {};
		const isDecided = changed.some(({ property }) => Object.hasOwn(hide, property.name));
		return row.readBack === 'never' && isDecided && hiddenBy(row, had, catalogue) === undefined;
	});
}

/** Whether an automatic task, which has one of the two, had what stands in the place of a row, by a name. */
const mayBeBy = (
	row: Row,
	{ type, fields }: TaskState,
	unread: ReadonlySet<Row>,
	catalogue: Catalogue,
): boolean =>
	type === AUTOMATIC &&
	textOf(fields[row.api]) === '' &&
	[...unread].some((one) => replacedBy(one, catalogue).includes(row));

/** What sets back what an update has changed, with all that the service needs beside it. */
export function undoOf({ task, catalogue, comparisons, sent, before, after }: Sent): Undo {
	const mine = comparisons.filter(({ field }) => sent.includes(field) && !isIdentity(field));
	const differing = mine.filter(({ verdict }) => verdict === 'differs');
	const unknown = mine.filter(({ verdict }) => verdict === 'unknown');
	const changed = [...differing, ...unknown].map(({ field }) => field.row);
	if (changed.length === 0) return { row: null, lacks: [] };
	const replaced = changed.flatMap((row) => replacedBy(row, catalogue));
	const lacks = new Set([
		...unknown.map(({ field }) => field.row),
		...unreadable(changed, before, catalogue),
	]);
	const settings: Setting[] = [];
	for (const row of catalogue.rows) {
		const isChanged = differing.some(({ field }) => field.row === row);
		const isBeside = changed.some((one) => one !== row && catalogue.areTied(one, row));
		if (row.identifies || !(isChanged || isBeside)) continue;
		const setting = mayBeBy(row, before, lacks, catalogue) ? undefined : settingOf(row, before);
		// What was empty and was not sent is empty still, unless it was read otherwise.
		const isFilled = after !== undefined && (textIn(after, row) ?? '') !== '';
		if (setting && (isChanged || setting.wire !== '' || isFilled)) settings.push(setting);
		else if (isChanged) lacks.add(row);
	}
	const expected: IDataObject = { ...LEFT_BY_UPDATE };
	for (const { row, wire } of settings) {
		const given = sent.find((field) => field.row === row)?.reading.wire;
		const left = given ?? (replaced.includes(row) ? '' : wire);
		const text = after ? textIn(after, row) : left;
		// Where one half of a moment is cleared, the service may take the day or the time by itself.
		const isItsChoice = text === '' && !after && row.otherHalf !== undefined;
		if (text !== undefined && !isItsChoice) expected[row.api] = text;
	}
	const apis = [...lacks].map(({ api }) => api);
	return { row: settings.length > 0 ? rowFor(task, settings, expected) : null, lacks: apis };
}
