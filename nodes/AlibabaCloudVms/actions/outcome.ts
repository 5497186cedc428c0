import type { INode, INodeExecutionData, NodeExecutionHint } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import type { Failure } from '../transport/failure';
import { fail } from '../transport/failure';

/** The message with the item's place, which some of n8n's own messages have already. */
const placed = (message: string, item: number): string =>
	message.endsWith(`[item ${item}]`) ? message : `${message} [item ${item}]`;

/**
 * A refused item for Continue On Fail and the error output. `error` alone on top: with any other key
 * beside it n8n would route the item to the success output.
 */
export function errorItem(failure: Failure, item: number): INodeExecutionData {
	const { message, description, code, requestId, httpStatus } = failure;
	return {
		json: {
			error: {
				message: placed(message, item),
				description,
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
	/** Items updated until the execution ended; those under way were let finish. */
	updated: number;
	total: number;
}

/** The error that stops the execution. Built afresh from the failure: it holds no request and no key. */
export function errorOf(
	node: INode,
	failure: Failure,
	{ itemIndex, updated, total }: Progress,
): NodeApiError | NodeOperationError {
	const message = placed(failure.message, itemIndex);
	const others =
		total > 1 ? ` ${updated} of ${total} items had been updated before the execution stopped.` : '';
	const description = `${failure.description}${others}`;
	const error =
		failure.kind === 'input'
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
	updated: number;
	/** Requests beyond the first of their item. */
	retries: number;
	ms: number;
}

/** What the person who looks at the output should know of all items together. */
export function hintsFor(
	output: readonly INodeExecutionData[],
	{ updated, retries, ms }: Summary,
): NodeExecutionHint[] {
	const hint = (message: string): NodeExecutionHint => ({
		message,
		type: 'info',
		location: 'outputPane',
	});
	const parts = [
		`${updated} updated`,
		`${output.length - updated} refused`,
		...(retries > 0 ? [`${retries} requests repeated`] : []),
		`${(ms / 1000).toFixed(1)} s`,
	];
	const partly = output.filter(({ json }) => json.ignored !== undefined).length;
	return [
		...(output.length > 1 ? [hint(`${parts.join(', ')}.`)] : []),
		...(partly > 0
			? [
					hint(
						`In ${partly} of ${output.length} items, fields were given that do not apply and were not sent; 'ignored' in the output names them.`,
					),
				]
			: []),
	];
}
