import type { IDataObject } from 'n8n-workflow';
import type { CallsView } from '../calling/look';
import { isRecord } from '../guards';
import { changesIn, type ShownChange } from './changes';
import type { Language, Tone } from './texts';

/** What became of an item: an output as operations give it, or why there is none. */
export type ReportItem = {
	/** Its place among the items of the run. */
	item: number;
	view?: CallsView;
} & ({ json: IDataObject; failed?: undefined } | { failed: Failed });

interface Failed {
	/** What happened, and what to change. */
	message: string;
	description: string;
	/** Whether a change may have been applied all the same. */
	isOpen: boolean;
	taskId: string;
	/** '' where it is not known. */
	taskName?: string;
	/** What was to be changed, as `details.changes` of an output. */
	changes?: unknown;
}

/** What is said of an item. */
interface Said {
	id: string;
	enterprise: string;
	/** Undefined where it is not known. */
	name?: string;
	tone: Tone;
	/** In a word, by the operation; '' where the item failed. */
	action: string;
	status?: number;
	type?: number;
	/** Why nothing is done, or what was done where no change says it. */
	reasons: string[];
	changes: ShownChange[];
	warnings: string[];
}

/** A row of the report; items that gave the very same stand in one. */
export interface Entry extends Said {
	items: [number, ...number[]];
	view?: CallsView;
}

const REFUSED = new Set(['refuse']);
const LEFT = new Set(['nothing', 'skip', 'unchanged', 'skipped', 'leftOut']);

const textOf = (value: unknown): string =>
	typeof value === 'string' || typeof value === 'number' ? String(value) : '';
/** What is said of several fields begins with the label of each, in quotes. */
const linesOf = (value: unknown): string[] =>
	textOf(value)
		.split(/; (?=')/)
		.filter(Boolean);
const numberOf = (value: unknown): number | undefined =>
	typeof value === 'number' ? value : undefined;

function toneOf(action: string, warnings: readonly string[]): Tone {
	if (REFUSED.has(action)) return 'refused';
	if (warnings.length > 0) return 'warned';
	return LEFT.has(action) ? 'left' : 'changed';
}

function saidOf(one: ReportItem, language: Language): Said {
	if (one.failed) {
		const { message, description, isOpen, taskId, taskName = '', changes } = one.failed;
		return {
			id: taskId,
			enterprise: '',
			...(taskName === '' ? {} : { name: taskName }),
			tone: isOpen ? 'unclear' : 'refused',
			action: '',
			reasons: [message, description].filter(Boolean),
			changes: changesIn(changes, language),
			warnings: [],
		};
	}
	const { json } = one;
	const action = textOf(json.action);
	const details = isRecord(json.details) ? json.details : {};
	const listed: unknown = details.warnings;
	const warnings = Array.isArray(listed) ? listed.map(textOf) : linesOf(json.warnings);
	const changes = changesIn(details.changes, language);
	const own = linesOf(json.reason);
	const name = textOf(json.Name);
	return {
		id: textOf(json.Id),
		enterprise: textOf(json.EnterpriseId),
		...(name === '' ? {} : { name }),
		tone: toneOf(action, warnings),
		action,
		status: numberOf(json.Status),
		type: numberOf(json.Type),
		reasons: own.length > 0 || changes.length > 0 ? own : linesOf(json.summary),
		changes,
		warnings,
	};
}

const ORDER: readonly Tone[] = ['unclear', 'refused', 'warned', 'changed', 'left'];

/** The rows of a report: what somebody has to look at stands first, and what is the same stands once. */
export function entriesOf(items: readonly ReportItem[], language: Language): Entry[] {
	const entries = new Map<string, Entry>();
	for (const one of items) {
		const { item, view } = one;
		const said = saidOf(one, language);
		// A picture of its own keeps a row by itself.
		const key = view ? `#${entries.size}` : JSON.stringify(said);
		const known = entries.get(key);
		if (known) known.items.push(item);
		else entries.set(key, { ...said, items: [item], ...(view ? { view } : {}) });
	}
	const all = [...entries.values()];
	return ORDER.flatMap((tone) => all.filter((entry) => entry.tone === tone));
}
