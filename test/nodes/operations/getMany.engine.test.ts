import type { INodeParameters } from 'n8n-workflow';
import { newTask } from '../../../emulator';
import { CONTINUE, errorsOf, TASK, useBench, type RunOptions } from '../../support/bench';
import { during } from '../tasks/scene';

const bench = useBench();

const getMany = async (parameters: INodeParameters = {}, options: RunOptions = {}) =>
	await bench.run({ operation: 'getMany', returnAll: true, ...parameters }, options);

const namesIn = (output: Awaited<ReturnType<typeof getMany>>['output']) =>
	output.map(({ json }) => json.Name);

/** The parameters of each request without enterprise and pages. */
const filtersSent = () =>
	bench.sent.map((sent) =>
		Object.fromEntries(
			Object.entries(sent).filter(([name]) => !['EnterpriseId', 'Start', 'Limit'].includes(name)),
		),
	);

function fill(count: number, more: Record<string, string> = {}) {
	for (let id = 1; id <= count; id++) {
		const fields = {
			EnterpriseId: TASK.enterpriseId,
			Id: String(id),
			Type: '1',
			Name: `No. ${id}`,
		};
		bench.emulator.store.put(newTask({ ...fields, ...more }));
	}
}

test('lists the tasks of both kinds, and changes nothing', async () => {
	const { output } = await getMany();
	const stored = bench.emulator.store.list(TASK.enterpriseId);
	expect(new Set(output.map(({ json }) => json.Id))).toEqual(new Set(stored.map(({ Id }) => Id)));
	expect(output).toHaveLength(stored.length);
	expect(bench.sent).toEqual([
		{ EnterpriseId: TASK.enterpriseId, Type: '1', Start: '0', Limit: '100' },
		{ EnterpriseId: TASK.enterpriseId, Type: '2', Start: '0', Limit: '100' },
	]);
	expect(bench.emulator.journal).toEqual([]);
	expect(output.every(({ pairedItem }) => JSON.stringify(pairedItem) === '{"item":0}')).toBe(true);
});

test('gives numbers as numbers, IDs as text and structures as such, or the answer as it came', async () => {
	const filters = { name: '双十一回访' };
	const [item] = (await getMany({ filters })).output;
	expect(Object.keys(item?.json ?? {}).slice(0, 6)).toEqual([
		'Id',
		'Name',
		'Status',
		'statusWords',
		'Type',
		'typeWords',
	]);
	expect(item?.json).toMatchObject({
		Id: TASK.taskId,
		Status: 0,
		statusWords: 'not started',
		typeWords: 'predictive',
		IvrId: '13',
	});
	expect(item?.json.RetryStrategy).toMatchObject({ retry: 2 });
	const [raw] = (await getMany({ filters, options: { simplify: false } })).output;
	expect(raw?.json).toMatchObject({ Id: 133224, IvrId: 13 });
	expect(raw?.json).not.toHaveProperty('statusWords');
	expect(typeof raw?.json.RetryStrategy).toBe('string');
});

test.each<[string, INodeParameters, Record<string, string>]>([
	['a name', { name: '回访' }, { Name: '回访' }],
	['a state', { status: 3 }, { Status: '3' }],
	['the state that is 0', { status: 0 }, { Status: '0' }],
	['a state by its label', { status: '={{ "Paused" }}' }, { Status: '2' }],
	['a state in the words of the vendor', { status: '={{ "运行中" }}' }, { Status: '1' }],
	['auto start off', { autoStart: false }, { AutoStart: '0' }],
	['auto stop on', { autoStop: '={{ "是" }}' }, { AutoStop: '1' }],
	[
		'a range of creation, dates alone',
		{ timeType: 3, startTime: '2026-10-01', endTime: '2026-10-31' },
		{ TimeType: '3', StartTime: '2026-10-01 00:00:00', EndTime: '2026-10-31 23:59:59' },
	],
	[
		'moments with an offset',
		{
			timeType: 1,
			startTime: '2026-10-01T01:30:00Z',
			endTime:
				'={{ $now.set({year:2026,month:12,day:3,hour:4,minute:5,second:6}).setZone("UTC", {keepLocalTime:true}) }}',
		},
		{ TimeType: '1', StartTime: '2026-10-01 09:30:00', EndTime: '2026-12-03 12:05:06' },
	],
	[
		'the end of a range alone',
		{ timeType: 2, endTime: '2026/11/5 8:00' },
		{ TimeType: '2', EndTime: '2026-11-05 08:00:00' },
	],
])('sends %s', async (_what, filters, expected) => {
	const { output } = await getMany({ filters });
	expect(filtersSent()).toEqual([
		{ ...expected, Type: '1' },
		{ ...expected, Type: '2' },
	]);
	expect(errorsOf(output)).toEqual([]);
});

test('asks for one kind where one is chosen', async () => {
	const { output } = await getMany({ filters: { type: 2 } });
	expect(filtersSent()).toEqual([{ Type: '2' }]);
	expect(new Set(output.map(({ json }) => json.Type))).toEqual(new Set([2]));
});

test('finds what the service finds', async () => {
	const { output } = await getMany({ filters: { name: '问卷调查（华东）' } });
	expect(namesIn(output)).toEqual(['问卷调查（华东）']);
	expect((await getMany({ filters: { name: 'no such name' } })).output).toEqual([]);
});

describe('pages', () => {
	test.each([
		[1, 1],
		[100, 100],
		[101, 101],
		[250, 250],
	])('gives at most %i', async (limit, expected) => {
		fill(300);
		const { output } = await getMany({ returnAll: false, limit });
		expect(output).toHaveLength(expected);
	});

	test('gives what there is where more is wanted', async () => {
		const stored = bench.emulator.store.list(TASK.enterpriseId).length;
		expect((await getMany({ returnAll: false, limit: 5000 })).output).toHaveLength(stored);
	});

	test('gives fifty unless told', async () => {
		fill(300);
		expect((await bench.run({ operation: 'getMany' })).output).toHaveLength(50);
		expect(bench.sent[0]).toMatchObject({ Start: '0', Limit: '50' });
	});

	test('gives all, each once', async () => {
		fill(450);
		const { output } = await getMany({ filters: { type: 1, name: 'No. ' } });
		expect(new Set(output.map(({ json }) => json.Id)).size).toBe(450);
		expect(output).toHaveLength(450);
	});

	test.each([true, false])('refuses a list that repeats itself (all: %s)', async (returnAll) => {
		fill(300);
		bench.emulator.settings.ignoreStart = true;
		const failure = await bench.failure({ operation: 'getMany', returnAll, limit: 120 });
		expect(failure.message).toBe(
			'The list of tasks repeats itself: it was read to page 2 and no further [item 0]',
		);
		expect(failure.description).toMatch(/'Limit'/);
		expect(failure.description).not.toMatch(/change|applied/);
	});

	test('is stopped in the middle', async () => {
		fill(1000);
		const stop = new AbortController();
		const held = during(bench, 'CloudQueryTask', () => stop.abort(), 3);
		const { output } = await getMany({}, { signal: stop.signal, node: CONTINUE });
		await held;
		expect(output.filter(({ json }) => json.Id !== undefined)).toEqual([]);
		expect(bench.sent.length).toBeLessThan(10);
	});
});

test('each item is a query of its own, and the hint counts them', async () => {
	const items = [{ name: '双十一回访' }, { name: 'nobody' }, { name: '会员续费提醒' }];
	const { output, hints } = await getMany({ filters: { name: '={{ $json.name }}' } }, { items });
	expect(output.map(({ json, pairedItem }) => [json.Name, pairedItem])).toEqual([
		['双十一回访', { item: 0 }],
		['会员续费提醒', { item: 2 }],
	]);
	expect(hints[0]?.message).toMatch(/^3 listed/);
});

describe('refuses', () => {
	test.each<[string, INodeParameters, RegExp]>([
		['no number', { limit: '={{ "many" }}' }, /^'Limit' is "many"; give a whole number, 1 or more/],
		['a limit of none', { limit: 0 }, /^'Limit' is 0; give a whole number, 1 or more/],
		['a limit below', { limit: -5 }, /^'Limit' is -5;/],
		['half a task', { limit: 1.5 }, /^'Limit' is 1.5;/],
		[
			'an expression that fails',
			{ limit: "={{ $('Absent').item.json.x }}" },
			/^'Limit' has an expression that fails/,
		],
		['no flag', { returnAll: '={{ "perhaps" }}' }, /^'Return All' is "perhaps"; give on or off/],
		[
			'a state that is none',
			{ filters: { status: '={{ "busy" }}' } },
			/^'Status' is "busy"; give one of 0 \(Not Started, 初始\)/,
		],
		['a kind that is none', { filters: { type: '={{ 3 }}' } }, /^'Task Type' is 3; give one of/],
		['a long name', { filters: { name: 'x'.repeat(50) } }, /^'Name' has 50 characters/],
		[
			'a range of nothing',
			{ filters: { startTime: '2026-10-01' } },
			/^'Time Range Of' is missing; say what the range from 'Start Time' to 'End Time' is about/,
		],
		['nothing in a range', { filters: { timeType: 3 } }, /^'Start Time' or 'End Time' is missing/],
		[
			'a range that begins after its end',
			{ filters: { timeType: 3, startTime: '2026-11-02', endTime: '2026-11-01 23:59:59' } },
			/^'Start Time' \(2026-11-02 00:00:00\) lies after 'End Time' \(2026-11-01 23:59:59\)/,
		],
		[
			'a day that does not exist',
			{ filters: { timeType: 3, startTime: '2026-02-29' } },
			/^'Start Time' is "2026-02-29"; give a date and time/,
		],
		[
			'a time without a day',
			{ filters: { timeType: 3, startTime: '08:00' } },
			/^'Start Time' is "08:00"; give a date/,
		],
		['an enterprise that is none', { enterpriseId: 'x7' }, /^'Enterprise ID' is "x7"/],
	])('%s', async (_what, parameters, message) => {
		const all = { operation: 'getMany', ...parameters };
		const failure = await bench.failure(all);
		expect(failure.message).toMatch(message);
		expect(failure.description).toMatch(/Nothing was sent for this item\./);
		expect(bench.sent).toEqual([]);
		const { output } = await bench.run(all, { node: CONTINUE });
		expect(errorsOf(output)[0]?.message).toMatch(message);
	});

	test('no enterprise', async () => {
		const credential = { enterpriseId: '' };
		const { emulator } = bench;
		const [key] = emulator.settings.keys;
		const failure = await bench.failure(
			{ operation: 'getMany' },
			{ credential: { ...key, ...credential } as never },
		);
		expect(failure.message).toMatch(/^'Enterprise ID' is missing; give it here or as the default/);
	});

	test('an answer that holds no list', async () => {
		bench.emulator.settings.answer = {
			next: 1,
			status: 200,
			body: JSON.stringify({ Code: 'OK', RequestId: 'A1', Message: 'OK' }),
		};
		const failure = await bench.failure({ operation: 'getMany' });
		expect(failure.message).toMatch(/^The answer says OK, but holds no list of tasks/);
		expect(failure.description).toMatch(/Request ID A1/);
	});

	test('nothing of an answer that leaves the empty list out', async () => {
		bench.emulator.settings.answer = {
			status: 200,
			body: JSON.stringify({ Code: 'OK', RequestId: 'A1', Message: 'OK', Data: {} }),
		};
		expect((await getMany()).output).toEqual([]);
	});
});

test('says what was made of a midnight of another zone', async () => {
	const filters = { timeType: 3, endTime: '={{ "2026-10-31T00:00:00-04:00" }}' };
	const { hints } = await getMany({ filters });
	expect(filtersSent()[0]).toMatchObject({ EndTime: '2026-10-31 23:59:59' });
	expect(hints.map(({ message }) => message).join('\n')).toMatch(
		/Worth a second look: "End Time" is "2026-10-31T00:00:00-04:00", the midnight of a date/,
	);
});
