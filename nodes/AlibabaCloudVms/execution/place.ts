import type { INodeExecutionData } from 'n8n-workflow';
import { headlineOf, type Failure } from '../gateway/failure';
import { bounded } from './words';

/** Where an item stands. */
export interface Place {
	/** n8n's index. */
	item: number;
	/** Number of items. */
	total: number;
	/** As the sheet counts it that the item came from; undefined where that is not known. */
	row?: number;
}

/** Under this name Google Sheets gives the number of a row; other sheets' nodes may be told to. */
export const ROW_NUMBER = 'row_number';

/** The row that an item came from, where the item says it as a number that a row may have. */
export function rowOf(item: INodeExecutionData | undefined): number | undefined {
	const given: unknown = item?.json[ROW_NUMBER];
	const row = typeof given === 'string' && /^\d{1,9}$/.test(given) ? Number(given) : given;
	return typeof row === 'number' && Number.isInteger(row) && row > 0 ? row : undefined;
}

/** An ID that a person can look for. */
const ID = /^\d{1,20}$/;

/** Some of n8n's own messages end with the item that they were read for. */
const ENDS_WITH_ITEM = / (?:in )?\[item \d+\]$/;

/**
 * What is wrong, with the task and the row that it is about where that says more than n8n's index. n8n's editor
 * adds the index itself to a message without `item 9`.
 */
export function placed(failure: Failure, { item, total, row }: Place): string {
	const { task: { taskId = '' } = {} } = failure;
	const message = bounded(headlineOf(failure)).replace(ENDS_WITH_ITEM, '');
	const task =
		ID.test(taskId) && (total > 1 || row !== undefined) ? `Task ${taskId}, item` : 'Item';
	if (task === 'Item' && row === undefined) return `${message} [item ${item}]`;
	return `${task} ${item}${row === undefined ? '' : ` (row ${row})`}: ${message}`;
}
