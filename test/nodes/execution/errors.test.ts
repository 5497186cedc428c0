import type { INode } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import {
	errorItem,
	errorOf,
	failuresOf,
	unexpected,
} from '../../../nodes/AlibabaCloudVms/execution/errors';
import { rowOf } from '../../../nodes/AlibabaCloudVms/execution/place';
import { fail, type Failure } from '../../../nodes/AlibabaCloudVms/gateway/failure';

const NODE: INode = {
	id: '1',
	name: 'Update Task',
	type: 'n8n-nodes-alibabacloud-vms.alibabaCloudVms',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};
const REFUSED: Failure = {
	kind: 'gateway',
	message: 'The gateway takes no more requests for now',
	description: 'Send fewer items at a time.',
	code: 'Throttling.User',
	requestId: 'R-1',
	httpStatus: 400,
};
const WRONG: Failure = {
	kind: 'input',
	message: '\'Name\' is "ECONNREFUSED"; give text',
	description: 'Nothing was sent for this item.',
};
const PROGRESS = { item: 2, total: 5, changed: 'updated', before: ['133224'], after: [] };

describe('a refused item', () => {
	test('has error and nothing else on top, so that n8n sends it to the error output', () => {
		expect(errorItem(REFUSED, { item: 2, total: 1 })).toEqual({
			json: {
				error: {
					message: 'The gateway takes no more requests for now [item 2]',
					description:
						'Send fewer items at a time. Code Throttling.User, Request ID R-1, HTTP 400.',
					code: 'Throttling.User',
					requestId: 'R-1',
					httpStatus: 400,
				},
			},
			pairedItem: { item: 2 },
		});
	});

	test('has no key for what is not known', () => {
		expect(errorItem(WRONG, { item: 0, total: 1 }).json.error).toEqual({
			message: '\'Name\' is "ECONNREFUSED"; give text [item 0]',
			description: 'Nothing was sent for this item.',
		});
	});

	test('counts several wrong fields, and has a line for each', () => {
		const issues = ["'Name' is missing", '\'Start Time\' is "25:00"', '<b>'];
		const failure = { ...WRONG, message: issues.join('. '), issues };
		const lines = `'Name' is missing\n'Start Time' is "25:00"\n<b>\nNothing was sent for this item.`;
		expect(errorItem(failure, { item: 0, total: 1 }).json.error).toEqual({
			message: '3 fields are wrong [item 0]',
			description: lines,
			details: { issues },
		});
		// n8n renders the description of an error as HTML.
		expect(errorOf(NODE, failure, { ...PROGRESS, before: [] }).description).toMatch(
			/^'Name' is missing<br>'Start Time' is "25:00"<br>&lt;b&gt;<br>Nothing was sent for this item\. /,
		);
	});

	test('keeps the keys in the order in which a table shows them', () => {
		const failure = { ...REFUSED, task: { enterpriseId: '7', taskId: '133224' } };
		const { error = {} } = errorItem(failure, { item: 9, total: 20, row: 10 }).json;
		expect(Object.keys(Object(error))).toEqual([
			'message',
			'description',
			'Id',
			'row_number',
			'code',
			'requestId',
			'httpStatus',
		]);
	});

	test.each([
		['133234', 10, 20, 'Task 133234, item 9 (row 10): wrong'],
		['133234', 10, 1, 'Task 133234, item 9 (row 10): wrong'],
		['133234', undefined, 20, 'Task 133234, item 9: wrong'],
		['133234', undefined, 1, 'wrong [item 9]'],
		['', 10, 20, 'Item 9 (row 10): wrong'],
		['', undefined, 20, 'wrong [item 9]'],
		['no ID', undefined, 20, 'wrong [item 9]'],
	])('of task %p in row %p of %p items says where: %s', (taskId, row, total, message) => {
		const failure = { ...WRONG, message: 'wrong', task: { enterpriseId: '7', taskId } };
		const place = { item: 9, total, row };
		expect(errorItem(failure, place).json.error).toMatchObject({ message });
		// n8n's editor puts the index behind a message without it.
		expect(errorOf(NODE, failure, { ...PROGRESS, ...place }).message.toLowerCase()).toContain(
			'item 9',
		);
	});

	test.each([
		[10, 10],
		['10', 10],
		[0, undefined],
		[-1, undefined],
		[2.5, undefined],
		['second', undefined],
		['', undefined],
		[null, undefined],
		[true, undefined],
		[[3], undefined],
		[Number.NaN, undefined],
	])('row_number %p is row %p', (given, row) => {
		expect(rowOf({ json: { row_number: given } })).toBe(row);
	});
});

test('the place of an item that a message of n8n has already is not said twice', () => {
	const failure = { ...WRONG, message: 'no data [item 2]' };
	expect(errorItem(failure, { item: 2, total: 5 }).json.error).toMatchObject({
		message: 'no data [item 2]',
	});
	expect(errorOf(NODE, failure, PROGRESS).message).toBe('no data [item 2]');
});

describe('the error that stops the execution', () => {
	test('of the gateway is an API error with item, HTTP status and what was done before', () => {
		const error = errorOf(NODE, REFUSED, PROGRESS);
		expect(error).toBeInstanceOf(NodeApiError);
		expect(error).toMatchObject({
			message: 'The gateway takes no more requests for now [item 2]',
			description:
				'Send fewer items at a time. Code Throttling.User, Request ID R-1, HTTP 400. 1 of 5 items had been updated before it (task 133224).',
			httpCode: '400',
			context: { itemIndex: 2 },
		});
	});

	test('names up to 20 tasks that were changed, each once, and all in its data', () => {
		const ids = Array.from({ length: 25 }, (_none, index) => String(index + 1));
		const progress = { ...PROGRESS, total: 60, before: [...ids, '1', ''], after: ['90'] };
		const { description, context } = errorOf(NODE, WRONG, { ...progress, isOfItem: true });
		expect(description).toBe(
			`Nothing was sent for this item. 27 of 60 items had been updated before it, and 1 after it that were under way (tasks ${ids.slice(0, 20).join(', ')} and 6 more). To go on with the other rows, set 'On Error' under Settings to 'Continue'.`,
		);
		expect(context.data).toEqual({ changedBefore: ids, changedAfter: ['90'] });
	});

	test('of the item is an operation error, and keeps the value even where it names a Node.js error', () => {
		const error = errorOf(NODE, WRONG, PROGRESS);
		expect(error).toBeInstanceOf(NodeOperationError);
		expect(error.message).toBe('\'Name\' is "ECONNREFUSED"; give text [item 2]');
		expect(error.context.itemIndex).toBe(2);
	});

	test('says nothing of other items where the operation changes nothing', () => {
		const { description } = errorOf(NODE, REFUSED, { ...PROGRESS, changed: undefined });
		expect(description).toBe(
			'Send fewer items at a time. Code Throttling.User, Request ID R-1, HTTP 400.',
		);
	});

	test.each(['connection', 'cancelled'] as const)('of kind %s is an API error', (kind) => {
		const failure = {
			...REFUSED,
			kind,
			message: 'host refused: ECONNREFUSED',
			httpStatus: undefined,
		};
		const error = errorOf(NODE, failure, PROGRESS);
		expect(error).toBeInstanceOf(NodeApiError);
		expect(error.message).toBe('host refused: ECONNREFUSED [item 2]');
	});
});

test.each<[unknown, string, string]>([
	[new Error('no data'), 'no data', 'Nothing was sent for this item.'],
	[
		Object.assign(new Error('no data'), { description: 'Run the node before' }),
		'no data',
		'Run the node before. Nothing was sent for this item.',
	],
	[Object.assign(new Error('x'), { description: null }), 'x', 'Nothing was sent for this item.'],
	['text', 'text', 'Nothing was sent for this item.'],
	[null, 'null', 'Nothing was sent for this item.'],
])('the exception %p is a failure of its item', (thrown, message, description) => {
	expect(unexpected(thrown)).toEqual({
		ok: false,
		failure: { kind: 'input', message, description },
	});
});

describe('of several items that failed', () => {
	const refused = fail({ kind: 'input', message: 'wrong', description: '' });
	const paused = fail({
		kind: 'gateway',
		message: 'stands still',
		description: 'Start it.',
		alarm: 'The tasks of these items could not be started again either',
	});

	test('those for which somebody has to act at once come first', () => {
		const results = [{ ok: true as const, value: 1 }, refused, undefined, paused, refused, paused];
		expect(failuresOf(results).map(({ itemIndex }) => itemIndex)).toEqual([3, 5, 1, 4]);
	});

	test('the error names the others of these', () => {
		const progress = { ...PROGRESS, item: 3, total: 6, alarming: [5] };
		expect(errorOf(NODE, paused.failure, progress).description).toBe(
			'Start it. 1 of 6 items had been updated before it (task 133224). The tasks of these items could not be started again either: 5.',
		);
	});
});
