import type { INodeExecutionData, NodeExecutionHint } from 'n8n-workflow';
import type { Deeds } from '../operations/operation';
import { listOf } from '../text';
import { escaped, LINE_BREAK } from './markup';
import type { Notes } from './notes';

/** How an execution went. */
export interface Summary {
	deeds: Deeds;
	/** What was done about items, one entry an item without an error. */
	did: readonly string[];
	/** Items with an error. */
	refused: number;
	/** Requests beyond the first of their call. */
	retries: number;
	/** In which the endpoint took no connections. */
	waitedMs: number;
	ms: number;
	notes: Notes;
}

/** A shorter wait for the gateway is nobody's concern. */
const WORTH_TELLING_MS = 1000;

const IGNORED = "fields were given that do not apply; 'ignored' in the output names them.";
const WARNINGS = "something is worth a second look; 'warnings' in the output says what.";

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

const isFilled = (value: unknown): boolean => typeof value === 'string' && value !== '';

/** What some items have to say, and how many. */
function inItems(output: readonly INodeExecutionData[]): string[] {
	let ignored = 0;
	let warnings = 0;
	// In one go: there may be a hundred thousand.
	for (const { json } of output) {
		if (isFilled(json.ignored)) ignored++;
		if (isFilled(json.warnings)) warnings++;
	}
	const told = (count: number, what: string): string[] =>
		count > 0 ? [`In ${count} of ${output.length} items, ${what}`] : [];
	return [...told(ignored, IGNORED), ...told(warnings, WARNINGS)];
}

/** What was done about how many items, in the operation's words; the first of them even where it is none. */
function countsOf({ deeds, did }: Summary): string[] {
	const counts = Object.entries(deeds).map(([deed, { words }]) => {
		const count = did.filter((one) => one === deed).length;
		return { count, told: `${count} ${words}` };
	});
	const some = counts.filter(({ count }) => count > 0);
	return (some.length > 0 ? some : counts.slice(0, 1)).map(({ told }) => told);
}

/** What the person who looks at the output should know of all items together: counts, and details below. */
export function hintsFor(
	output: readonly INodeExecutionData[],
	summary: Summary,
): NodeExecutionHint[] {
	const { did, refused, retries, waitedMs, ms, notes } = summary;
	const parts = [
		...(did.length > 0 || refused === 0 ? countsOf(summary) : []),
		...(refused > 0 ? [`${refused} refused`] : []),
		...(retries > 0 ? [`${retries} requests repeated`] : []),
		...(waitedMs >= WORTH_TELLING_MS ? [`${seconds(waitedMs)} waited for the gateway`] : []),
		seconds(ms),
	];
	const said = [...notes.topics].map(
		([topic, names]) =>
			`${topic}: ${listOf([...names.keys()], (name) => names.get(name)?.(name) ?? '')}.`,
	);
	const counts = did.length + refused > 1 ? [`${parts.join(', ')}.`] : [];
	const message = [...counts, ...inItems(output), ...said].map(escaped).join(LINE_BREAK);
	return message === '' ? [] : [{ message, type: 'info', location: 'outputPane' }];
}
