import type { INode, INodeExecutionData, NodeExecutionHint } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import { callTask } from '../parameters';
import { named } from '../pipeline/columnNames';
import type { Done } from '../tasks/plan';
import type { Failure, Result } from '../transport/failure';
import { fail } from '../transport/failure';
import { bounded, descriptionOf } from './failureWords';
import { escaped, untagged } from './markup';

/** The message with the item's place; some of n8n's own messages have one, of the item they were read for. */
const placed = (message: string, item: number): string =>
	`${bounded(message).replace(/ (?:in )?\[item \d+\]$/, '')} [item ${item}]`;

/**
 * A refused item for Continue On Fail and the error output. `error` alone on top: with any other key
 * beside it n8n would route the item to the success output.
 */
export function errorItem(failure: Failure, item: number): INodeExecutionData {
	const { message, code, requestId, httpStatus } = failure;
	return {
		json: {
			error: {
				message: placed(message, item),
				description: descriptionOf(failure),
				code: code ?? null,
				requestId: requestId ?? null,
				httpStatus: httpStatus ?? null,
			},
		},
		pairedItem: { item },
	};
}

export interface Progress {
	itemIndex: number;
	total: number;
	/** Items updated that stand before this one. */
	before: number;
	/** Items updated that stand after it: their requests were under way. */
	after: number;
	/** Other items whose tasks stand still and could not be started again. */
	leftPaused?: number[];
}

export interface Failed {
	itemIndex: number;
	failure: Failure;
}

/** The items that failed, in their order; those before all others whose tasks were left standing still. */
export function failuresOf(results: ReadonlyArray<Result<unknown> | undefined>): Failed[] {
	const failed = [...results.entries()].flatMap(([itemIndex, result]) =>
		result && !result.ok ? [{ itemIndex, failure: result.failure }] : [],
	);
	const isLeftPaused = ({ failure }: Failed) => failure.isLeftPaused === true;
	return [...failed.filter(isLeftPaused), ...failed.filter((one) => !isLeftPaused(one))];
}

const alsoPaused = (items: readonly number[] = []): string =>
	items.length > 0
		? ` The tasks of these items could not be started again either: ${items.join(', ')}.`
		: '';

/** How many other items were updated, '' where there are none. */
function othersUpdated({ total, before, after }: Progress): string {
	if (total < 2) return '';
	const later = after > 0 ? `, and ${after} after it that were under way` : '';
	return ` ${before} of ${total} items had been updated before it${later}.`;
}

/** The error that stops the execution. Built afresh from the failure: it holds no request and no key. */
export function errorOf(
	node: INode,
	failure: Failure,
	progress: Progress,
): NodeApiError | NodeOperationError {
	const { itemIndex } = progress;
	const message = untagged(placed(failure.message, itemIndex));
	const description = escaped(
		`${descriptionOf(failure)}${othersUpdated(progress)}${alsoPaused(progress.leftPaused)}`,
	);
	const error =
		failure.kind === 'input' || failure.kind === 'defect'
			? new NodeOperationError(node, message, { description, itemIndex })
			: new NodeApiError(
					node,
					{ message, code: failure.code ?? null, requestId: failure.requestId ?? null },
					{ message, description, itemIndex, httpCode: failure.httpStatus?.toString() },
				);
	// n8n replaces a message that contains the name of a Node.js error, even inside a user's value.
	error.message = message;
	error.description = description;
	return error;
}

/** An exception from n8n while an item's parameters were read, as that item's failure. */
export function unexpected(error: unknown) {
	const message = error instanceof Error ? error.message : String(error);
	const { description } = Object(error) as { description?: unknown };
	return fail({
		kind: 'input',
		message,
		description: [description, 'Nothing was sent for this item.']
			.filter((part) => typeof part === 'string')
			.join('. '),
	});
}

/** How an execution went. */
export interface Summary {
	/** What was done about items, one entry an item without an error. */
	did: ReadonlyArray<Done['did']>;
	/** Requests beyond the first of their call. */
	retries: number;
	/** In which the endpoint took no connections. */
	waitedMs: number;
	ms: number;
	unknownColumns: readonly string[];
	/** Names in 'Columns to Ignore' that no item had. */
	unmetNames: readonly string[];
}

/** A shorter wait for the gateway is nobody's concern. */
const WORTH_TELLING_MS = 1000;

/** Columns that mean no parameter, once for all items. */
const unknownHint = (columns: readonly string[]): string =>
	`Columns that mean no parameter were left out: ${named(columns, '; ', (name) => callTask.columns.didYouMean(name, ', '))}.`;

const unmetHint = (names: readonly string[]): string =>
	`'Columns to Ignore' names columns that no item has: ${named(names)}.`;

/** What was done, in the order of the hint. */
const WORDS: Record<Done['did'], string> = {
	updated: 'updated',
	unchanged: 'unchanged',
	skipped: 'skipped',
	wouldUpdate: 'would be updated',
	wouldStay: 'would stay as they are',
	wouldSkip: 'would be skipped',
	wouldRefuse: 'would be refused',
};

const IN_ITEMS = {
	ignored: "fields were given that do not apply; 'ignored' in the output names them.",
	warnings: "something is worth a second look; 'warnings' in the output says what.",
} as const;

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

/** What the person who looks at the output should know of all items together. */
export function hintsFor(
	output: readonly INodeExecutionData[],
	{ did, retries, waitedMs, ms, unknownColumns, unmetNames }: Summary,
): NodeExecutionHint[] {
	const hint = (message: string): NodeExecutionHint => ({
		message: escaped(message),
		type: 'info',
		location: 'outputPane',
	});
	const counts = Object.entries(WORDS).flatMap(([what, words]) => {
		const count = did.filter((one) => one === what).length;
		return count > 0 ? [`${count} ${words}`] : [];
	});
	const parts = [
		...(counts.length > 0 ? counts : [`0 ${WORDS.updated}`]),
		`${output.length - did.length} refused`,
		...(retries > 0 ? [`${retries} requests repeated`] : []),
		...(waitedMs >= WORTH_TELLING_MS ? [`${seconds(waitedMs)} waited for the gateway`] : []),
		seconds(ms),
	];
	const inItems = Object.entries(IN_ITEMS).flatMap(([name, what]) => {
		const count = output.filter(({ json }) => isFilled(json[name])).length;
		return count > 0 ? [hint(`In ${count} of ${output.length} items, ${what}`)] : [];
	});
	return [
		...(output.length > 1 ? [hint(`${parts.join(', ')}.`)] : []),
		...inItems,
		...(unknownColumns.length > 0 ? [hint(unknownHint(unknownColumns))] : []),
		...(unmetNames.length > 0 ? [hint(unmetHint(unmetNames))] : []),
	];
}

const isFilled = (value: unknown): boolean => Array.isArray(value) && value.length > 0;
