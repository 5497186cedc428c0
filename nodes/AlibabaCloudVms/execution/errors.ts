import type { IDataObject, INode } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import type { Failure, Result } from '../gateway/failure';
import { fail } from '../gateway/failure';
import type { Paired } from '../operations/operation';
import { messageOf } from '../text';
import { escaped, LINE_BREAK, linkTo, untagged } from './markup';
import { placed, type Place } from './place';
import { descriptionOf } from './words';

/** What is there of some facts. */
const known = (facts: Readonly<Record<string, string | number | undefined>>): IDataObject =>
	Object.fromEntries(Object.entries(facts).filter(([, fact]) => fact !== undefined && fact !== ''));

/**
 * A refused item for Continue On Fail and the error output. `error` alone on top: with any other key
 * beside it n8n would route the item to the success output. A table shows it line by line: the sentence
 * first, then what to do, and of the rest what there is.
 */
export function errorItem(failure: Failure, place: Place): Paired {
	const { task, code, requestId, httpStatus, help, denial, issues, undo } = failure;
	const details: IDataObject = { ...(issues ? { issues: [...issues] } : {}), ...denial, ...undo };
	return {
		json: {
			error: {
				message: placed(failure, place),
				description: descriptionOf(failure),
				...known({ Id: task?.taskId, row_number: place.row, code, requestId, httpStatus, help }),
				...(Object.keys(details).length > 0 ? { details } : {}),
			},
		},
		pairedItem: { item: place.item },
	};
}

export interface Progress extends Place {
	/** A word for what changes an item, such as `updated`; absent where the operation changes nothing. */
	changed?: string;
	/** IDs of what was changed by items that stand before this one; '' where an item has none. */
	before: readonly string[];
	/** The same of those that stand after it: their requests were under way. */
	after: readonly string[];
	/** Whether the failure is about its item alone, so that the other ones could go on. */
	isOfItem?: boolean;
	/** Other items for which somebody has to act at once. */
	alarming?: number[];
}

export interface Failed {
	itemIndex: number;
	failure: Failure;
}

/** The items that failed, in their order; those before all others for which somebody has to act at once. */
export function failuresOf(results: ReadonlyArray<Result<unknown> | undefined>): Failed[] {
	const failed: Failed[] = [];
	for (let itemIndex = 0; itemIndex < results.length; itemIndex++) {
		const result = results[itemIndex];
		if (result && !result.ok) failed.push({ itemIndex, failure: result.failure });
	}
	const isAlarming = ({ failure }: Failed) => failure.alarm !== undefined;
	return [...failed.filter(isAlarming), ...failed.filter((one) => !isAlarming(one))];
}

const othersLike = ({ alarm }: Failure, items: readonly number[] = []): string =>
	alarm && items.length > 0 ? ` ${alarm}: ${items.join(', ')}.` : '';

/** Most tasks that the description names; the error's data names them all. */
const MOST_NAMED = 20;

/** Each once: several rows may have changed one task. */
const idsOf = (ids: readonly string[]): string[] => [...new Set(ids.filter(Boolean))];

const namesOf = (ids: readonly string[]): string => {
	const more = ids.length - MOST_NAMED;
	const rest = more > 0 ? ` and ${more} more` : '';
	return `${ids.length === 1 ? 'task' : 'tasks'} ${ids.slice(0, MOST_NAMED).join(', ')}${rest}`;
};

/** How many other items were changed, '' where there are none. */
function othersChanged({ total, changed, before, after }: Progress): string {
	if (total < 2 || changed === undefined) return '';
	const later = after.length > 0 ? `, and ${after.length} after it that were under way` : '';
	const ids = idsOf([...before, ...after]);
	const named = ids.length > 0 ? ` (${namesOf(ids)})` : '';
	return ` ${before.length} of ${total} items had been ${changed} before it${later}${named}.`;
}

const MORE = 'What the vendor says of it';

const GO_ON = " To go on with the other rows, set 'On Error' under Settings to 'Continue'.";

/** The error that stops the execution. Built afresh from the failure: it holds no request and no key. */
export function errorOf(
	node: INode,
	failure: Failure,
	progress: Progress,
): NodeApiError | NodeOperationError {
	const { item: itemIndex } = progress;
	const message = untagged(placed(failure, progress));
	const goesOn = progress.isOfItem && progress.total > 1 ? GO_ON : '';
	const words = escaped(
		`${descriptionOf(failure)}${othersChanged(progress)}${othersLike(failure, progress.alarming)}${goesOn}`,
	).replaceAll('\n', LINE_BREAK);
	const { help, denial, undo } = failure;
	const description = help === undefined ? words : `${words} ${linkTo(help, MORE)}`;
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
	const changed =
		progress.changed === undefined
			? {}
			: { changedBefore: idsOf(progress.before), changedAfter: idsOf(progress.after) };
	const data: IDataObject = { ...changed, ...known({ help }), ...denial, ...undo };
	if (Object.keys(data).length > 0) error.context.data = data;
	return error;
}

/** An exception from n8n while an item's parameters were read, as that item's failure. */
export function unexpected(error: unknown) {
	const { description } = Object(error) as { description?: unknown };
	return fail({
		kind: 'input',
		message: messageOf(error),
		description: [description, 'Nothing was sent for this item.']
			.filter((part) => typeof part === 'string')
			.join('. '),
	});
}
