import type { INodeParameters } from 'n8n-workflow';
import { errorsOf, CONTINUE, TASK, useBench, type RunOptions } from '../../support/bench';

const bench = useBench();

const list = async (parameters: INodeParameters = {}, options: RunOptions = {}) =>
	await bench.run({ operation: 'getNumberBatches', returnAll: true, ...parameters }, options);

/** So many batches of the task, one an hour from the beginning of a day of China. */
function fill(count: number, day = '2026-10-01') {
	const { files } = bench.emulator.store.numbers.of(TASK.enterpriseId, TASK.taskId);
	const first = Date.parse(`${day}T00:00:00Z`);
	for (let place = 0; place < count; place++) {
		const time = new Date(first + place * 3_600_000).toISOString().slice(0, 19);
		files.push({
			Id: bench.emulator.store.numbers.newFileId(),
			TaskId: TASK.taskId,
			EnterpriseId: TASK.enterpriseId,
			Name: `batch ${place}`,
			CreateTime: time.replace('T', ' '),
			Status: String(place % 4),
			Priority: '0',
			ImportCount: '3',
			RepeatCount: '1',
			RestrictCount: '0',
			madeAt: 0,
		});
	}
}

/** The ranges that were asked for. */
const ranges = () => bench.sent.map(({ StartTime, EndTime }) => [StartTime, EndTime]);

test('lists the batches of a task, and changes nothing', async () => {
	fill(3);
	const { output } = await list();
	expect(bench.emulator.requests.map(({ action }) => action)).toEqual(['CloudListTaskFile']);
	expect(bench.sent).toEqual([
		{ EnterpriseId: TASK.enterpriseId, TaskId: TASK.taskId, Start: '0', Limit: '1000' },
	]);
	expect(output[0]?.json).toEqual({
		Id: '880001',
		Name: 'batch 0',
		Status: 0,
		ImportCount: 3,
		RepeatCount: 1,
		RestrictCount: 0,
		CreateTime: '2026-10-01 00:00:00',
		TaskId: TASK.taskId,
		EnterpriseId: TASK.enterpriseId,
		Priority: 0,
	});
	expect(Object.keys(output[0]?.json ?? {}).slice(0, 3)).toEqual(['Id', 'Name', 'Status']);
	expect(output.map(({ pairedItem }) => pairedItem)).toEqual([
		{ item: 0 },
		{ item: 0 },
		{ item: 0 },
	]);
});

test('gives the answer as it came without Simplify, and nothing where there is none', async () => {
	expect((await list()).output).toEqual([]);
	fill(1);
	const [item] = (await list({ options: { simplify: false } })).output;
	expect(item?.json).toMatchObject({ ImportCount: '3', Status: '0' });
});

test.each([
	[{ returnAll: true }, 2300],
	[{ returnAll: false, limit: 1 }, 1],
	[{ returnAll: false, limit: 1001 }, 1001],
	[{ returnAll: false }, 50],
])('pages: %j gives %i', async (parameters, expected) => {
	fill(2300);
	const { output } = await list(parameters);
	expect(new Set(output.map(({ json }) => json.Id)).size).toBe(expected);
	expect(output).toHaveLength(expected);
});

test('a range is asked for month by month, and finds every batch of it once', async () => {
	fill(24 * 70, '2026-09-20');
	const filters = { startTime: '2026-09-25', endTime: '2026-11-02 11:30' };
	const { output } = await list({ filters });
	expect(ranges()).toEqual([
		['2026-09-25 00:00:00', '2026-09-30 23:59:59'],
		['2026-10-01 00:00:00', '2026-10-31 23:59:59'],
		['2026-11-01 00:00:00', '2026-11-02 11:30:00'],
	]);
	expect(output).toHaveLength(24 * (6 + 31 + 1) + 12);
	expect(new Set(output.map(({ json }) => json.Id)).size).toBe(output.length);
});

test('without its end a range goes up to now, and without its beginning it has none', async () => {
	await list({ filters: { startTime: '={{ $now }}' } });
	expect(ranges()).toHaveLength(1);
	expect(ranges()[0]?.[0]?.slice(0, 13)).toBe(ranges()[0]?.[1]?.slice(0, 13));
	bench.reset();
	await list({ filters: { endTime: '2026-10-31' } });
	expect(ranges()).toEqual([[undefined, '2026-10-31 23:59:59']]);
});

test.each(['2100-01-01', '9999-12-31'])(
	'months that have not begun are not asked for: up to %s',
	async (endTime) => {
		await list({ filters: { startTime: '={{ $now }}', endTime } });
		// On the last day of a month, the next one may have begun elsewhere.
		expect([1, 2]).toContain(ranges().length);
	},
);

test('sends a state', async () => {
	fill(8);
	const { output } = await list({ filters: { status: '={{ "Called" }}' } });
	expect(bench.sent[0]).toMatchObject({ Status: '3' });
	expect(output).toHaveLength(2);
});

describe('refuses', () => {
	test.each<[string, INodeParameters, RegExp]>([
		['a missing ID', { taskId: '' }, /^'Task ID' is missing/],
		[
			'a state that no batch is asked for by',
			{ filters: { status: '={{ 4 }}' } },
			/^'Batch Status' is 4; give one of/,
		],
		[
			'a range that begins after its end',
			{ filters: { startTime: '2026-10-02', endTime: '2026-10-01' } },
			/^'Start Time' \(2026-10-02 00:00:00\) lies after 'End Time'/,
		],
		['a limit of none', { returnAll: false, limit: 0 }, /^'Limit' is 0/],
	])('%s', async (_what, parameters, message) => {
		const failure = await bench.failure({
			operation: 'getNumberBatches',
			returnAll: true,
			...parameters,
		});
		expect(failure.message).toMatch(message);
		expect(bench.sent).toEqual([]);
	});

	test('a task that is not there, and reads the others', async () => {
		fill(1);
		const items = [{ id: '999' }, { id: TASK.taskId }];
		const { output } = await list({ taskId: '={{ $json.id }}' }, { items, node: CONTINUE });
		expect(errorsOf(output)).toHaveLength(1);
		expect(output[1]?.json.Name).toBe('batch 0');
	});
});
