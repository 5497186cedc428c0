import type { INode } from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import {
	errorItem,
	errorOf,
	failuresOf,
	hintsFor,
	unexpected,
} from '../../../nodes/AlibabaCloudVms/actions/outcome';
import type { Summary } from '../../../nodes/AlibabaCloudVms/actions/outcome';
import { fail, type Failure } from '../../../nodes/AlibabaCloudVms/transport/failure';

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
const PROGRESS = { itemIndex: 2, total: 5, before: 1, after: 0 };

describe('a refused item', () => {
	test('has error and nothing else on top, so that n8n sends it to the error output', () => {
		expect(errorItem(REFUSED, 2)).toEqual({
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

	test('has null for what is not known', () => {
		expect(errorItem(WRONG, 0).json.error).toMatchObject({
			code: null,
			requestId: null,
			httpStatus: null,
		});
	});
});

test('the place of an item that a message of n8n has already is not said twice', () => {
	const failure = { ...WRONG, message: 'no data [item 2]' };
	expect(errorItem(failure, 2).json.error).toMatchObject({ message: 'no data [item 2]' });
	expect(errorOf(NODE, failure, PROGRESS).message).toBe('no data [item 2]');
});

describe('the error that stops the execution', () => {
	test('of the gateway is an API error with item, HTTP status and what was done before', () => {
		const error = errorOf(NODE, REFUSED, PROGRESS);
		expect(error).toBeInstanceOf(NodeApiError);
		expect(error).toMatchObject({
			message: 'The gateway takes no more requests for now [item 2]',
			description:
				'Send fewer items at a time. Code Throttling.User, Request ID R-1, HTTP 400. 1 of 5 items had been updated before it.',
			httpCode: '400',
			context: { itemIndex: 2 },
		});
	});

	test('of the item is an operation error, and keeps the value even where it names a Node.js error', () => {
		const error = errorOf(NODE, WRONG, PROGRESS);
		expect(error).toBeInstanceOf(NodeOperationError);
		expect(error.message).toBe('\'Name\' is "ECONNREFUSED"; give text [item 2]');
		expect(error.context.itemIndex).toBe(2);
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
		isLeftPaused: true,
	});

	test('those whose tasks were left standing still come first', () => {
		const results = [{ ok: true as const, value: 1 }, refused, undefined, paused, refused, paused];
		expect(failuresOf(results).map(({ itemIndex }) => itemIndex)).toEqual([3, 5, 1, 4]);
	});

	test('the error names the other items whose tasks stand still', () => {
		const progress = { itemIndex: 3, total: 6, before: 1, after: 0, leftPaused: [5] };
		expect(errorOf(NODE, paused.failure, progress).description).toBe(
			'Start it. 1 of 6 items had been updated before it. The tasks of these items could not be started again either: 5.',
		);
	});
});

describe('the hint', () => {
	const ignored = [{ field: 'Start Date' }];
	const summary: Summary = {
		did: ['updated'],
		retries: 0,
		waitedMs: 0,
		ms: 1234,
		unknownColumns: [],
		unmetNames: [],
	};
	const messages = (...given: Parameters<typeof hintsFor>) =>
		hintsFor(...given).map(({ message }) => message);

	test('sums up an execution of several items', () => {
		const output = [{ json: {} }, { json: {} }, { json: { error: {} } }];
		const two: Summary = { ...summary, did: ['updated', 'updated'] };
		expect(hintsFor(output, two)).toEqual([
			{ message: '2 updated, 1 refused, 1.2 s.', type: 'info', location: 'outputPane' },
		]);
		expect(messages(output, { ...two, retries: 7 })).toEqual([
			'2 updated, 1 refused, 7 requests repeated, 1.2 s.',
		]);
	});

	test.each<[Summary['did'], string]>([
		[['unchanged', 'skipped', 'updated'], '1 updated, 1 unchanged, 1 skipped, 0 refused, 1.2 s.'],
		[
			['wouldStay', 'wouldUpdate', 'wouldUpdate'],
			'2 would be updated, 1 would stay as they are, 0 refused, 1.2 s.',
		],
		[[], '0 updated, 3 refused, 1.2 s.'],
	])('counts what was done: %j', (did, expected) => {
		const output = [{ json: {} }, { json: {} }, { json: {} }];
		expect(messages(output, { ...summary, did })).toEqual([expected]);
	});

	test('counts the items with fields that were ignored, and those with warnings', () => {
		expect(messages([{ json: { ignored, warnings: ['x'] } }], summary)).toEqual([
			expect.stringMatching(/^In 1 of 1 items, .* 'ignored' in the output names them\.$/),
			expect.stringMatching(/^In 1 of 1 items, .* 'warnings' in the output says what\.$/),
		]);
	});

	test('names unknown columns once, with what was probably meant, and not all of many', () => {
		const unknownColumns = ['备注', 'AutoStartDya'];
		expect(messages([{ json: {} }], { ...summary, unknownColumns })).toEqual([
			'Columns that mean no parameter were left out: "备注"; "AutoStartDya", did you mean "AutoStartDay"?.',
		]);
		const many = Array.from({ length: 25 }, (_unused, index) => `x${index}`);
		const [hint] = messages([{ json: {} }], { ...summary, unknownColumns: many });
		expect(hint).toMatch(/"x19" and 5 more\.$/);
	});

	test('is not given without need', () => {
		expect(hintsFor([{ json: { warnings: [], ignored: [] } }], summary)).toEqual([]);
		expect(hintsFor([], { ...summary, did: [] })).toEqual([]);
	});
});
