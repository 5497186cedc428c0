import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { setTimeout as sleep } from 'node:timers/promises';
import { TEST_KEYS } from '../../emulator';
import { credentialOf, errorsOf, TASK, CONTINUE, useBench } from '../support/bench';
import { during } from './tasks/scene';

const bench = useBench();

const NAMED: INodeParameters = { details: { name: '={{ $json.name }}' } };
const names = () => bench.sent.map(({ Name }) => Name);
const pairedItems = (count: number) => Array.from({ length: count }, (_, item) => ({ item }));

describe('items', () => {
	test('none at all send nothing', async () => {
		expect(await bench.run({}, { items: [] })).toEqual({ output: [], hints: [] });
		expect(bench.emulator.connections).toBe(0);
		expect(bench.emulator.requests).toEqual([]);
	});

	test('go one by one in their order', async () => {
		const items = ['甲', '乙', '丙'].map((name) => ({ name }));
		const { output } = await bench.run(NAMED, { items });
		expect(names()).toEqual(['甲', '乙', '丙']);
		expect(output.map(({ json }) => json.Name)).toEqual(['甲', '乙', '丙']);
		expect(output.map(({ pairedItem }) => pairedItem)).toEqual(pairedItems(3));
	});

	test('a thousand of one task arrive over one connection, which the next execution uses again', async () => {
		const items = Array.from({ length: 1000 }, (_, n) => ({ name: `No. ${n}` }));
		const { output } = await bench.run(NAMED, { items });
		expect(names()).toEqual(items.map(({ name }) => name));
		expect(output.map(({ pairedItem }) => pairedItem)).toEqual(pairedItems(1000));
		expect(bench.emulator.connections).toBeLessThanOrEqual(1);
		await bench.run();
		expect(bench.emulator.connections).toBeLessThanOrEqual(1);
	});
});

test('an operation that the node does not have is refused', async () => {
	const error = await bench.failure({ operation: 'archive' });
	expect(error).toBeInstanceOf(NodeOperationError);
	expect(error.message).toBe('callTask: archive is not an operation');
	expect(bench.sent).toEqual([]);
});

describe('a task', () => {
	test('is one, however its ID is written: its items go in their order, one at a time', async () => {
		const ids = ['133224', '0133224', 133224, '133224.0', '１３３２２４', ' 00133224 '];
		const items = Array.from({ length: 60 }, (_unused, place) => ({
			id: ids[place % ids.length],
			name: `n${place}`,
		}));
		const details = { name: '={{ $json.name }}' };
		await bench.run({ taskId: '={{ $json.id }}', details }, { items: items as IDataObject[] });
		expect(bench.sent.map(({ Name }) => Name)).toEqual(items.map(({ name }) => name));
		expect(new Set(bench.sent.map(({ TaskId }) => TaskId))).toEqual(new Set(['133224']));
	});

	test('is read once for all its spellings', async () => {
		const items = [{ id: '133224' }, { id: '0133224' }];
		const details = { name: 'x' };
		const { output } = await bench.run(
			{ taskId: '={{ $json.id }}', enterpriseId: '07000002', operation: 'preview', details },
			{ items },
		);
		expect(output.map(({ json }) => json.Id)).toEqual(['133224', '133224']);
		expect(output.map(({ json }) => json.EnterpriseId)).toEqual(['7000002', '7000002']);
	});
});

describe('fields set below', () => {
	const parameters = {
		details: { name: '={{ $json.name }}', userFields: {} },
		schedule: { autoStartTime: '={{ $json.time }}' },
	};

	test('that are all empty send nothing for their item', async () => {
		const items = [{ name: '', time: ' ' }, { name: 'x' }, {}, { name: null, time: undefined }];
		const { output } = await bench.run(parameters, { items: items as IDataObject[] });
		expect(bench.sent).toEqual([{ EnterpriseId: '7000002', TaskId: '133224', Name: 'x' }]);
		const nothing = {
			Id: '133224',
			Name: null,
			action: 'unchanged',
			summary: 'No value is given to change',
			warnings: '',
			reason: 'No value is given to change',
			ignored: '',
			Status: null,
			statusWords: '',
			Type: null,
			typeWords: '',
			EnterpriseId: '7000002',
			details: { changes: [], unchanged: [], ignored: [], warnings: [] },
		};
		expect([0, 2, 3].map((place) => output[place]?.json)).toEqual([nothing, nothing, nothing]);
	});

	test('that are all empty are sent as such on request', async () => {
		const options = { sendEmptyValues: true };
		await bench.run({ ...parameters, options }, { items: [{ name: 'x', time: '' }] });
		expect(bench.changes).toEqual({ Name: 'x', UserFields: '', AutoStartTime: '' });
	});
});

describe('the enterprise', () => {
	const parameters = { taskId: '133256', enterpriseId: '={{ $json.enterprise }}' };

	test.each([
		['of the item wins', '8001654', '8001654'],
		['of the credential fills a gap', '', '7000002'],
		['of the credential fills an expression without a value', undefined, '7000002'],
		['is taken from a number', 8001654, '8001654'],
	])('%s', async (_name, enterprise, expected) => {
		await bench.run(parameters, { items: [{ enterprise }], node: CONTINUE });
		expect(bench.sent[0]?.EnterpriseId).toBe(expected);
	});

	test('is missed where neither gives it', async () => {
		const credential = credentialOf(TEST_KEYS.active, { enterpriseId: ' ' });
		const error = await bench.failure({}, { credential });
		expect(error.message).toBe(
			"'Enterprise ID' is missing; give it here or as the default in the credential [item 0]",
		);
		expect(bench.sent).toEqual([]);
	});

	test('that is wrong in the credential is named as it is there', async () => {
		const credential = credentialOf(TEST_KEYS.active, { enterpriseId: 'seven' });
		const error = await bench.failure({}, { credential });
		expect(error.message).toMatch(/^'Default Enterprise ID' is "seven"; give /);
	});
});

describe('good and bad items together', () => {
	const items = [{ s: 30 }, { s: 55 }, { s: 90 }, { s: 20 }];
	const parameters: INodeParameters = { callHandling: { customerTimeout: '={{ $json.s }}' } };

	test('stop at the bad one, and say how many were done', async () => {
		const error = await bench.failure(parameters, { items });
		expect(error).toBeInstanceOf(NodeOperationError);
		expect(error.message).toBe(
			"Task 133224, item 2: 'Customer Timeout' is 90; give a whole number from 5 to 60",
		);
		expect(error.description).toBe(
			"Nothing was sent for this item. 2 of 4 items had been updated before it (task 133224). To go on with the other rows, set 'On Error' under Settings to 'Continue'.",
		);
		expect(error.context.itemIndex).toBe(2);
		expect(bench.sent.map(({ CustomerTimeout }) => CustomerTimeout)).toEqual(['30', '55']);
	});

	test('go on past the bad one with Continue On Fail', async () => {
		const { output } = await bench.run(parameters, { items, node: CONTINUE });
		expect(bench.sent.map(({ CustomerTimeout }) => CustomerTimeout)).toEqual(['30', '55', '20']);
		expect(output.map(({ pairedItem }) => pairedItem)).toEqual(pairedItems(4));
		expect(output[2]).toEqual({
			json: {
				error: {
					message:
						"Task 133224, item 2: 'Customer Timeout' is 90; give a whole number from 5 to 60",
					description: 'Nothing was sent for this item.',
					Id: '133224',
				},
			},
			pairedItem: { item: 2 },
		});
	});

	test('a refused one in the middle counts those before it', async () => {
		const error = await bench.failure(
			{ taskId: '={{ $json.id }}', options: { concurrentRequests: 1 } },
			{ items: [{ id: TASK.taskId }, { id: '999' }, { id: TASK.taskId }] },
		);
		expect(error.message).toBe('Task 999, item 1: Call center 7000002 has no task 999');
		expect(error.description).toMatch(
			/^The service does not accept a value: 验证失败，参数\[taskId\]取值不正确\. Compare the values /,
		);
		expect(error.description).toMatch(
			/HTTP 200\. 1 of 3 items had been updated before it \(tasks? \d+\)\. To go on with /,
		);
		expect(bench.sent).toHaveLength(2);
	});

	test('all that is wrong with an item is told at once', async () => {
		const error = await bench.failure({
			taskId: '',
			details: { name: 'x'.repeat(50) },
			schedule: { autoStart: true, autoStop: 'maybe' },
		});
		expect(error.message).toBe('4 fields are wrong [item 0]');
		expect(error.description?.split('<br>')).toEqual([
			"'Task ID' is missing",
			expect.stringMatching(/^'Name' has 50 characters/),
			expect.stringMatching(/^'Auto Stop' is "maybe"; give on or off/),
			expect.stringMatching(/^'Start Date' or 'Start Time' is missing; .* 'Auto Start' is on/),
			'Nothing was sent for this item.',
		]);
	});

	test.each([
		[
			'an empty key',
			{ accessKeyId: ' ' },
			/^'AccessKey ID' in the credential is empty \[item 0\]$/,
		],
		[
			'no key at all',
			{ accessKeyId: '', accessKeySecret: '' },
			/Secret' in the credential are empty/,
		],
		['http to elsewhere', { endpoint: 'http://example.com' }, /which is not encrypted/],
		['an address that is none', { endpoint: 'ftp://x' }, /is not the address of a gateway/],
	])('a credential with %s fails every item', async (_name, more, message) => {
		const credential = credentialOf(TEST_KEYS.active, more);
		expect((await bench.failure({}, { credential })).message).toMatch(message);
		const { output } = await bench.run({}, { credential, items: [{}, {}], node: CONTINUE });
		expect(errorsOf(output)).toHaveLength(2);
		expect(bench.sent).toEqual([]);
	});
});

describe('an execution that is stopped', () => {
	const stopping = (after: (stop: AbortController) => void) => {
		const stop = new AbortController();
		after(stop);
		return stop.signal;
	};
	const items = Array.from({ length: 5 }, () => ({}));
	const whenUnderWay = async (count: number) => {
		while (bench.emulator.requests.length < count) await sleep(1);
	};

	test('before it begins sends nothing', async () => {
		const signal = stopping((stop) => stop.abort());
		expect((await bench.run({}, { items, signal })).output).toEqual([]);
		expect(bench.sent).toEqual([]);
	});

	test('begins no further item', async () => {
		const signal = stopping((stop) => void during(bench, 'CloudUpdateTask', () => stop.abort(), 1));
		const { output } = await bench.run({}, { items, signal, node: CONTINUE });
		expect(bench.sent).toHaveLength(2);
		expect(output).toHaveLength(2);
		expect(errorsOf(output)).toHaveLength(1);
	});

	test('gives up a request that hangs, at once', async () => {
		bench.emulator.failNext('hang');
		const signal = stopping((stop) => void whenUnderWay(1).then(() => stop.abort()));
		// Longer than a test may take.
		const error = await bench.failure({ options: { timeout: 300 } }, { items, signal });
		expect(error.message).toBe('Task 133224, item 0: The execution was stopped');
		expect(error.description).toContain('The change may have been applied');
		expect(bench.sent).toHaveLength(1);
	});
});
