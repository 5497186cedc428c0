import type { INodeParameters } from 'n8n-workflow';
import { CONTINUE, errorsOf, TASK, useBench, type RunOptions } from '../../support/bench';

const bench = useBench();

const ALL = ['13800000001', '13800000002', '01012345678'];

const deleting = (which: INodeParameters, options: RunOptions = {}, more: INodeParameters = {}) =>
	bench.run({ operation: 'deleteNumbers', which, ...more }, options);

const refusal = async (
	which: INodeParameters,
	options: RunOptions = {},
	more: INodeParameters = {},
) => await bench.failure({ operation: 'deleteNumbers', which, ...more }, options);

const known = () => bench.emulator.store.numbers.of(TASK.enterpriseId, TASK.taskId);
const left = () => known().numbers.map(({ tel }) => tel);

/** A task with three numbers in two batches, the first of which was called. */
async function fill(): Promise<[string, string]> {
	const items = ALL.map((tel, index) => ({ tel, batch: index < 2 ? 'a' : 'b' }));
	await bench.run(
		{
			operation: 'importNumbers',
			batchName: '={{ $json.batch }}',
			options: { exactBatchName: true },
		},
		{ items },
	);
	const [first] = known().numbers;
	if (first) first.status = '1';
	bench.emulator.requests.length = 0;
	const [one, other] = known().files.map(({ Id }) => Id);
	return [one ?? '', other ?? ''];
}

test.each<[string, (ids: readonly [string, string]) => INodeParameters, string[], object, RegExp]>([
	[
		'numbers',
		() => ({ tels: '+86 138 0000 0001；010-12345678' }),
		['13800000002'],
		{ Tels: '13800000001,01012345678' },
		/^Deleted 2 numbers, as far as the task had them$/,
	],
	[
		'an array of one',
		() => ({ tels: '={{ [13800000001] }}' }),
		ALL.slice(1),
		{ Tels: '13800000001' },
		/^Deleted the number, if the task had it$/,
	],
	['a batch', ([id]) => ({ fileId: id }), ALL.slice(2), {}, /^Deleted all numbers of batch \d+$/],
	[
		'the last batch of a name',
		() => ({ fileName: 'b' }),
		ALL.slice(0, 2),
		{ FileName: 'b' },
		/^Deleted all numbers of the batch "b" that was added last$/,
	],
	[
		'those not called',
		() => ({ status: 0 }),
		ALL.slice(0, 1),
		{ Status: '0' },
		/not been called yet$/,
	],
	['those called', () => ({ status: 1 }), ALL.slice(1), { Status: '1' }, /had been called$/],
])('deletes %s', async (_what, which, rest, sent, summary) => {
	const ids = await fill();
	const { output } = await deleting(which(ids));
	expect(left()).toEqual(rest);
	expect(bench.sent).toEqual([expect.objectContaining({ TaskId: TASK.taskId, ...sent })]);
	expect(output).toEqual([
		expect.objectContaining({
			pairedItem: { item: 0 },
			json: expect.objectContaining({
				Id: TASK.taskId,
				action: 'deleted',
				summary: expect.stringMatching(summary),
				RequestId: expect.any(String),
			}),
		}),
	]);
});

test('sends the numbers of a task together, and gives one result an item', async () => {
	await fill();
	const items = [
		{ task: TASK.taskId, phone: ALL[0] },
		{ task: '133225', phone: ALL[1] },
		{ task: TASK.taskId, phone: ALL[2] },
	];
	const parameters = { taskId: '={{ $json.task }}' };
	const { output, hints } = await deleting({ tels: '={{ $json.phone }}' }, { items }, parameters);
	expect(bench.sent.map(({ TaskId, Tels }) => [TaskId, Tels]).sort()).toEqual([
		[TASK.taskId, `${ALL[0]},${ALL[2]}`],
		['133225', ALL[1]],
	]);
	expect(output.map(({ json, pairedItem }) => [json.Id, pairedItem])).toEqual([
		[TASK.taskId, { item: 0 }],
		['133225', { item: 1 }],
		[TASK.taskId, { item: 2 }],
	]);
	expect(hints[0]?.message).toMatch(/^3 deleted/);
	expect(JSON.stringify(hints)).not.toMatch(/138/);
});

describe('deletes nothing', () => {
	test.each<[string, INodeParameters, RegExp]>([
		[
			'with nothing chosen',
			{},
			/^No numbers are chosen, so nothing is deleted; give 'Phone Numbers', /,
		],
		[
			'with an expression that gives nothing',
			{ tels: '={{ $json.absent }}' },
			/^No numbers are chosen/,
		],
		['with an empty list', { tels: '={{ [] }}' }, /^No numbers are chosen/],
		['with separators alone', { tels: ', ；' }, /^'Phone Numbers' is ", ；"; give phone numbers/],
		[
			'with two ways',
			{ fileId: '1', status: 0 },
			/^'Batch ID' and 'Status' are given; what they mean/,
		],
		[
			'with a way for all items beside a cell that is empty',
			{ tels: '={{ $json.absent }}', status: 0 },
			/^'Phone Numbers' is empty, and 'Status' would be taken in its place; keep one of them/,
		],
		[
			'with a field that was left empty beside a way',
			{ tels: '', fileName: 'a' },
			/^'Phone Numbers' is empty, and 'Batch Name' would be taken/,
		],
		[
			'with a number that is none',
			{ tels: '13800000001,1.38E+10' },
			/^'Phone Numbers' has what is no/,
		],
		['with a batch that is none', { fileId: 'x' }, /^'Batch ID' is "x"/],
		['with a status that is none', { status: '={{ 7 }}' }, /^'Status' is 7/],
	])('%s, whether or not values are checked', async (_what, which, message) => {
		await fill();
		const failure = await refusal(which, { items: [{ a: 1 }] });
		expect(failure.message).toMatch(message);
		expect(bench.sent).toEqual([]);
		expect(left()).toEqual(ALL);
		if (!message.source.startsWith('^No')) return;
		const unchecked = { options: { checkValuesBeforeSending: false } };
		expect((await refusal(which, {}, unchecked)).message).toMatch(message);
		expect(left()).toEqual(ALL);
	});

	test('of another item that is wrong', async () => {
		await fill();
		const items = [{ phone: ALL[0] }, { phone: '138' }];
		const { output } = await deleting({ tels: '={{ $json.phone }}' }, { items, node: CONTINUE });
		expect(errorsOf(output)).toEqual([
			expect.objectContaining({ message: expect.stringMatching(/^Task \d+, item 1: /) }),
		]);
		expect(left()).toEqual(ALL.slice(1));
	});
});

test('deletes what several items choose alike once: twice, a name would mean the batch before', async () => {
	await fill();
	const again = { operation: 'importNumbers', batchName: 'b', options: { exactBatchName: true } };
	await bench.run(again, { items: [{ tel: '13800000009' }] });
	bench.emulator.requests.length = 0;
	const items = [{ n: 'b' }, { n: 'b' }, { n: 'a' }, { t: ALL[2] }, { n: 'b' }];
	const { output } = await deleting(
		{ fileName: '={{ $json.n }}', tels: '={{ $json.t }}' },
		{ items },
	);
	expect(bench.sent.map(({ FileName, Tels }) => FileName ?? Tels)).toEqual(['b', 'a', ALL[2]]);
	expect(output.map(({ json }) => json.action)).toEqual(items.map(() => 'deleted'));
	expect(new Set([0, 1, 4].map((item) => output[item]?.json.RequestId)).size).toBe(1);
	expect(left()).toEqual([]);
	await bench.run(again, { items: [{ tel: ALL[0] ?? '' }] });
	await bench.run(again, { items: [{ tel: ALL[1] ?? '' }] });
	await deleting({ fileName: 'b' }, { items: [{}, {}, {}] });
	expect(left()).toEqual([ALL[0]]);
});

test('takes encrypted numbers, which the service knows, and says so', async () => {
	const encrypted = 'q8xK2m/4Zb+7PwTnD1cUyA==';
	await fill();
	const [first] = known().numbers;
	if (first) first.tel = encrypted;
	const { output } = await deleting({ tels: `${encrypted},${ALL[1]}` });
	expect(bench.sent[0]?.Tels).toBe(`${encrypted},${ALL[1]}`);
	expect(left()).toEqual(ALL.slice(2));
	expect(output[0]?.json.warnings).toBe(
		"'Phone Numbers' has what is taken for an encrypted number and is sent as it stands",
	);
});

test('takes numbers as they are where values are not checked', async () => {
	await deleting({ tels: 'aGVsbG8=' }, {}, { options: { checkValuesBeforeSending: false } });
	expect(bench.sent[0]?.Tels).toBe('aGVsbG8=');
});

test('goes again after a lost answer, but not by a name, which then means the batch before', async () => {
	await fill();
	const options = { maximumAttempts: 3, longestWait: 0.01 };
	bench.emulator.failNext('dropAfterApply');
	await deleting({ tels: ALL[0] }, {}, { options });
	expect(bench.sent).toHaveLength(2);
	bench.emulator.failNext('dropAfterApply');
	const failure = await refusal({ fileName: 'b' }, {}, { options });
	expect(bench.sent).toHaveLength(3);
	expect(failure.description).toMatch(
		/may have been applied.*the same name now means the batch before/s,
	);
	const retried = await refusal({ fileName: 'a' }, { node: { retryOnFail: true } });
	expect(retried.message).toBe("'Retry On Fail' is on [item 0]");
	expect(bench.sent).toHaveLength(3);
});
