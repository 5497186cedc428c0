import type { INodeParameters } from 'n8n-workflow';
import { recordOf } from '../../../emulator';
import { CONTINUE, errorsOf, TASK, useBench, type RunOptions } from '../../support/bench';
import { during, RUNNING } from '../tasks/scene';

const bench = useBench();

const NOVEMBER = { startTime: '2026-11-01', endTime: '2026-11-30' };

const list = async (parameters: INodeParameters = {}, options: RunOptions = {}) =>
	await bench.run(
		{ operation: 'getCallRecords', returnAll: true, ...NOVEMBER, ...parameters },
		options,
	);

const seconds = (china: string) => Date.parse(`${china.replace(' ', 'T')}+08:00`) / 1000;

/** So many calls of a task, one every so many seconds. */
function fill(count: number, { from = '2026-11-02 09:00:00', every = 1, taskId = '77' } = {}) {
	const call = {
		EnterpriseId: TASK.enterpriseId,
		TaskId: taskId,
		TaskName: 'many',
		TaskFileId: '5',
		CustomerNumber: '13900000001',
		Cno: '2000',
		Clid: '64203667',
	};
	const records = Array.from({ length: count }, (_none, place) =>
		recordOf(call, seconds(from) + place * every, place),
	);
	bench.emulator.store.records.add(...records);
}

const idsOf = (output: Awaited<ReturnType<typeof list>>['output']) =>
	output.map(({ json }) => json.Id);

/** The ranges that were asked for, in China time. */
const ranges = () =>
	bench.sent.map(({ StartTime, EndTime }) =>
		[StartTime, EndTime].map((text) =>
			new Date((Number(text) + 8 * 3600) * 1000).toISOString().slice(0, 19).replace('T', ' '),
		),
	);

test('lists calls, and changes nothing', async () => {
	const { output } = await list({ filters: { taskId: RUNNING } });
	expect(bench.emulator.requests.map(({ action }) => action)).toEqual([
		'CloudQueryPredictiveCallCdr',
	]);
	expect(bench.sent).toEqual([
		{
			EnterpriseId: TASK.enterpriseId,
			TaskId: RUNNING,
			StartTime: String(seconds('2026-11-01 00:00:00')),
			EndTime: String(seconds('2026-11-30 23:59:59')),
			Start: '0',
			Limit: '500',
		},
	]);
	expect(bench.emulator.journal).toEqual([]);
	expect(output).toHaveLength(8);
	expect(output.every(({ pairedItem }) => JSON.stringify(pairedItem) === '{"item":0}')).toBe(true);
});

test('gives moments in China time, counts as numbers, and numbers of phones as text', async () => {
	fill(2);
	const [first, second] = (await list({ filters: { taskId: '77' } })).output;
	expect(Object.keys(first?.json ?? {}).slice(0, 5)).toEqual([
		'Id',
		'TaskId',
		'TaskName',
		'CustomerNumber',
		'StartTime',
	]);
	expect(first?.json).toMatchObject({
		TaskId: '77',
		CustomerNumber: '13900000001',
		StartTime: '2026-11-02 09:00:00',
		AnswerTime: '2026-11-02 09:00:07',
		StatusCode: 43,
		Status: '双方接听',
		BridgeDuration: 42,
		Cno: '2000',
		RecordFile: [{ Type: 'record', Monitor_type: 1 }],
		UserField: {},
	});
	// Nobody answered.
	expect(second?.json).toMatchObject({ StatusCode: 40, AnswerTime: null, BridgeTime: null });
	const [raw] = (await list({ filters: { taskId: '77' }, options: { simplify: false } })).output;
	expect(raw?.json).toMatchObject({
		StartTime: String(seconds('2026-11-02 09:00:00')),
		StatusCode: '43',
	});
});

test.each<[string, INodeParameters, Record<string, string>]>([
	['a batch', { taskFileId: '880001' }, { TaskFileId: '880001' }],
	['a result', { status: 40 }, { Status: '40' }],
	['a result by its label', { status: '={{ "Customer Answered" }}' }, { Status: '41' }],
	['a result as the records call it', { status: '={{ "双方接听" }}' }, { Status: '43' }],
	[
		'numbers',
		{ customerNumber: ' 138 ', clid: '02138276106' },
		{ CustomerNumber: '138', Clid: '02138276106' },
	],
	[
		'a number behind a virtual one',
		{ displayNumber: '18701051984-7538' },
		{ DisplayNumber: '18701051984-7538' },
	],
	[
		'numbers as the records have them',
		{
			customerNumber: '+86 138 0013 8000',
			clid: '（021）3827-6106',
			displayNumber: '400-820-8820',
		},
		{ CustomerNumber: '13800138000', Clid: '02138276106', DisplayNumber: '4008208820' },
	],
	['an agent', { cno: '0012', agentName: '张三' }, { Cno: '0012', AgentName: '张三' }],
	['groups', { gno: 'WH13，WH14' }, { Gno: 'WH13,WH14' }],
	['a place', { province: '四川', city: '成都' }, { Province: '四川', City: '成都' }],
	[
		'flags',
		{ isRealAnswer: false, downGrade: '={{ "是" }}' },
		{ IsRealAnswer: '0', DownGrade: '1' },
	],
	['the kind of time', { timeRangeType: 2 }, { TimeRangeType: '2' }],
	['an ID of the user', { requestUniqueId: 'req-1' }, { RequestUniqueId: 'req-1' }],
	[
		'a field of the user',
		{ userFieldkey: 'k', userFieldValue: 'v' },
		{ UserFieldkey: 'k', UserFieldValue: 'v' },
	],
])('sends %s', async (_what, filters, expected) => {
	await list({ filters });
	expect(bench.sent).toHaveLength(1);
	expect(bench.sent[0]).toMatchObject(expected);
	expect(Object.keys(bench.sent[0] ?? {})).toHaveLength(5 + Object.keys(expected).length);
});

test('a call is found by its ID, whenever it was', async () => {
	fill(3);
	const [, meant] = bench.emulator.store.records.of(TASK.enterpriseId).slice(-3);
	const filters = { uniqueId: meant?.UniqueId ?? '' };
	const { output } = await list({ filters, startTime: '2020-01-01', endTime: '2020-01-02' });
	expect(idsOf(output)).toEqual([meant?.Id]);
	expect(bench.sent).toEqual([
		{ EnterpriseId: TASK.enterpriseId, UniqueId: meant?.UniqueId, Start: '0', Limit: '500' },
	]);
});

describe('a range', () => {
	test.each<[string, INodeParameters, string[][]]>([
		[
			'of a moment',
			{ startTime: '2026-11-05 08:00', endTime: '2026-11-05 08:00' },
			[['2026-11-05 08:00:00', '2026-11-05 08:00:00']],
		],
		[
			'over the end of a year',
			{ startTime: '2024/12/31 23:00', endTime: '2025-01-01 01:00:00' },
			[
				['2024-12-31 23:00:00', '2024-12-31 23:59:59'],
				['2025-01-01 00:00:00', '2025-01-01 01:00:00'],
			],
		],
		[
			'over a leap day',
			{ startTime: '2024年2月28日', endTime: '2024-03-01' },
			[
				['2024-02-28 00:00:00', '2024-02-29 23:59:59'],
				['2024-03-01 00:00:00', '2024-03-01 23:59:59'],
			],
		],
		[
			'with offsets, whose month is another one in China',
			{ startTime: '2026-10-31T15:59:59Z', endTime: '2026-10-31T12:00:01-05:00' },
			[
				['2026-10-31 23:59:59', '2026-10-31 23:59:59'],
				['2026-11-01 00:00:00', '2026-11-01 01:00:01'],
			],
		],
		[
			'of Luxon and a Date',
			{
				startTime: '={{ DateTime.fromISO("2026-11-03T04:05:06", { zone: "America/New_York" }) }}',
				endTime: '={{ new Date(1793700000000) }}',
			},
			[['2026-11-03 17:05:06', '2026-11-03 18:00:00']],
		],
		[
			'in the seconds that the service writes, or in milliseconds',
			{ startTime: '={{ 1775024775 }}', endTime: '1775024776000' },
			[['2026-04-01 14:26:15', '2026-04-01 14:26:16']],
		],
		[
			'of a cell of Excel',
			{ startTime: '={{ 46327 }}', endTime: '={{ 46327.5 }}' },
			[['2026-11-01 00:00:00', '2026-11-01 12:00:00']],
		],
	])('%s', async (_what, parameters, expected) => {
		await list(parameters);
		expect(ranges()).toEqual(expected);
	});

	test.each(['2099-12-31', '9999-12-31', '9999-12-31T23:59:59.999+08:00'])(
		'with an end as open as %s is asked for up to this month',
		async (endTime) => {
			const china = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 7);
			const before = china();
			await list({ startTime: `${before}-01`, endTime });
			// On the last day of a month, the next one may have begun elsewhere.
			expect([1, 2]).toContain(ranges().length);
			expect(ranges()[0]?.[0]).toBe(`${before}-01 00:00:00`);
		},
	);

	test('is this month up to now where it is empty', async () => {
		await list({ startTime: '', endTime: '' });
		const now = new Date(Date.now() + 8 * 3_600_000).toISOString();
		expect(ranges()).toHaveLength(1);
		expect(ranges()[0]?.[0]).toBe(`${now.slice(0, 7)}-01 00:00:00`);
		expect(ranges()[0]?.[1]?.slice(0, 13)).toBe(now.slice(0, 13).replace('T', ' '));
	});

	test('gives every call of it once, whatever the month it is in', async () => {
		fill(2000, { from: '2026-09-29 00:00:00', every: 1800 });
		const { output } = await list({
			startTime: '2026-09-30 12:00:00',
			endTime: '2026-11-01 11:59:59',
			filters: { taskId: '77' },
		});
		const own = bench.emulator.store.records
			.of(TASK.enterpriseId)
			.filter(
				({ TaskId, StartTime }) =>
					TaskId === '77' &&
					Number(StartTime) >= seconds('2026-09-30 12:00:00') &&
					Number(StartTime) <= seconds('2026-11-01 11:59:59'),
			);
		expect(own).toHaveLength(2 * 24 * 32);
		expect(idsOf(output)).toEqual(own.map(({ Id }) => Id));
		expect(new Set(ranges().map(([start]) => start?.slice(0, 7))).size).toBe(3);
	});
});

describe('pages', () => {
	test.each([
		[{ returnAll: true }, 1234],
		[{ returnAll: false, limit: 1 }, 1],
		[{ returnAll: false, limit: 500 }, 500],
		[{ returnAll: false, limit: 501 }, 501],
		[{ returnAll: false }, 50],
	])('%j gives %i', async (parameters, expected) => {
		fill(1234);
		const { output } = await list({ filters: { taskId: '77' }, ...parameters });
		expect(new Set(idsOf(output)).size).toBe(expected);
		expect(output).toHaveLength(expected);
	});

	test('the limit counts over all months, and later ones are not asked for', async () => {
		fill(30, { from: '2026-11-02 09:00:00' });
		const parameters = { returnAll: false, limit: 10, endTime: '2027-06-30' };
		expect((await list(parameters)).output).toHaveLength(10);
		expect(bench.sent).toHaveLength(1);
	});

	test('a list that repeats itself is refused', async () => {
		fill(1200);
		bench.emulator.settings.ignoreStart = true;
		const failure = await bench.failure({
			operation: 'getCallRecords',
			returnAll: true,
			...NOVEMBER,
		});
		expect(failure.message).toMatch(/^The list of calls repeats itself: it was read to page 2 /);
	});

	test('become smaller where the fields of calls are long', async () => {
		fill(600);
		const long = { script: '稿'.repeat(4000) };
		for (const record of bench.emulator.store.records.of(TASK.enterpriseId)) {
			if (record.TaskId === '77') record.UserField = long;
		}
		const { output } = await list({ filters: { taskId: '77' } });
		expect(new Set(idsOf(output)).size).toBe(600);
		expect(output).toHaveLength(600);
		expect(new Set(bench.sent.map(({ Limit }) => Limit))).toEqual(new Set(['500', '100']));
	});

	test('the newest ones first, where the service gives them so', async () => {
		fill(600);
		bench.emulator.settings.recordsNewestFirst = true;
		const { output } = await list({ filters: { taskId: '77' } });
		expect(output).toHaveLength(600);
		expect(output[0]?.json.StartTime).toBe('2026-11-02 09:09:59');
	});

	test('stopped in the middle, nothing more is asked for', async () => {
		fill(9000);
		const stop = new AbortController();
		const stopped = during(bench, 'CloudQueryPredictiveCallCdr', () => stop.abort(), 3);
		const { output } = await list({}, { signal: stop.signal, node: CONTINUE });
		await stopped;
		expect(output.filter(({ json }) => json.Id !== undefined)).toEqual([]);
		expect(bench.sent.length).toBeLessThan(9);
	});

	test('a page that fails is asked for again', async () => {
		fill(1600);
		bench.emulator.settings.faults = [];
		bench.emulator.failNext('dropBeforeApply', 2);
		const { output, hints } = await list({
			filters: { taskId: '77' },
			options: { maximumAttempts: 4, longestWait: 0.01 },
		});
		expect(output).toHaveLength(1600);
		expect(hints).toEqual([]);
	});
});

test('each item is a query of its own', async () => {
	fill(2, { taskId: '77' });
	const items = [{ id: '77' }, { id: 'x' }, { id: '78' }, { id: RUNNING }];
	const { output, hints } = await list(
		{ filters: { taskId: '={{ $json.id }}' } },
		{ items, node: CONTINUE },
	);
	const places = output.map(({ pairedItem }) => (pairedItem as { item: number }).item);
	expect([0, 1, 2, 3].map((item) => places.filter((one) => one === item).length)).toEqual([
		2, 1, 0, 8,
	]);
	expect(errorsOf(output)[0]?.message).toMatch(/^'Task ID' is "x"/);
	expect(hints[0]?.message).toMatch(/^3 listed, 1 refused/);
	expect(hints.map(({ message }) => message).join()).not.toMatch(/139\d{8}/);
});

test('says which filters an item left empty, since it then gets what nobody may want', async () => {
	const filters = { taskId: '={{ $json.id }}', city: '={{ $json.city }}', agentName: '' };
	const hintsFor = async (items: Array<{ id?: string; city?: string }>) =>
		(await list({ filters }, { items })).hints.map(({ message }) => message).join();
	const said = 'Filters that were empty for an item, and left nothing out for it: ';
	expect(await hintsFor([{ id: RUNNING, city: '成都' }, { city: '成都' }])).toContain(
		`${said}"Agent Name", "Task ID".`,
	);
	const { hints } = await list(
		{ filters: { taskId: filters.taskId, city: filters.city } },
		{ items: [{ id: RUNNING, city: '成都' }] },
	);
	expect(hints).toEqual([]);
});

describe('refuses', () => {
	test.each<[string, INodeParameters, RegExp]>([
		[
			'a range that begins after its end',
			{ startTime: '2026-11-03', endTime: '2026-11-02' },
			/^'Start Time' \(2026-11-03 00:00:00\) lies after 'End Time' \(2026-11-02 23:59:59\)/,
		],
		[
			'an end before this month',
			{ startTime: '', endTime: '2020-01-01' },
			/the beginning of this month, since it is empty\) lies after 'End Time' \(2020-01-01 23:59:59\)/,
		],
		[
			'a beginning that is yet to come',
			{ startTime: '2999-01-01', endTime: '' },
			/lies after 'End Time' \(.*, now, since it is empty\)/,
		],
		[
			'a day that does not exist',
			{ startTime: '2027-02-29' },
			/^'Start Time' is "2027-02-29"; give a date and time/,
		],
		[
			'seconds that begin with a 0',
			{ endTime: '0999999999' },
			/^'End Time' is "0999999999"; give a/,
		],
		['a time without a day', { endTime: '08:00' }, /^'End Time' is "08:00"; give a date/],
		['a word', { startTime: '={{ "yesterday" }}' }, /^'Start Time' is "yesterday"/],
		['both at once', { startTime: 'x', endTime: 'y' }, /^2 fields are wrong \[item 0\]$/],
		[
			'an expression that fails',
			{ startTime: "={{ $('Absent').item.json.x }}" },
			/^'Start Time' has an expression that fails/,
		],
		[
			'an ID beside other filters',
			{ filters: { uniqueId: 'u', taskId: '7', city: '成都' } },
			/^'Unique ID' finds a call by itself.*take out 'Task ID', 'City'/,
		],
		[
			'half of a field',
			{ filters: { userFieldkey: 'k' } },
			/^'User Field Value' is missing; 'User Field Name' needs it/,
		],
		['the other half', { filters: { userFieldValue: 'v' } }, /^'User Field Name' is missing/],
		[
			'a short agent number',
			{ filters: { cno: '12' } },
			/^'Agent ID' is "12"; give an agent ID of 3 to 10 digits/,
		],
		[
			'a number that a sheet has shortened',
			{ filters: { customerNumber: '1.38E+10' } },
			/^'Customer Number' is "1.38E\+10"; give a phone number/,
		],
		[
			'eleven groups',
			{ filters: { gno: Array.from({ length: 11 }, (_none, place) => `WH${place}`).join(',') } },
			/^'Outbound Groups' has 11 group numbers; give at most 10/,
		],
		[
			'a result that is none',
			{ filters: { status: '={{ 44 }}' } },
			/^'Call Result' is 44; give one of/,
		],
		['a limit of none', { returnAll: false, limit: 0 }, /^'Limit' is 0/],
	])('%s', async (_what, parameters, message) => {
		const failure = await bench.failure({
			operation: 'getCallRecords',
			returnAll: true,
			...NOVEMBER,
			...parameters,
		});
		expect(failure.message).toMatch(message);
		expect(failure.description).toMatch(
			/(^|^'Start Time' .*<br>'End Time' .*<br>)Nothing was sent for this item\./,
		);
		expect(bench.sent).toEqual([]);
	});

	test('an answer that holds no list', async () => {
		const body = JSON.stringify({ Code: 'OK', RequestId: 'A1', Data: { List: 'none' } });
		bench.emulator.settings.answer = { status: 200, body };
		const failure = await bench.failure({ operation: 'getCallRecords', ...NOVEMBER });
		expect(failure.message).toMatch(/^The answer says OK, but holds no list of calls/);
	});
});

test('says what was made of a midnight of another zone', async () => {
	const endTime = '2026-11-03T00:00:00-05:00';
	const { hints } = await list({ endTime });
	expect(ranges()[0]?.[1]).toBe('2026-11-03 23:59:59');
	expect(hints.map(({ message }) => message).join('\n')).toMatch(
		/Worth a second look: "End Time" is "2026-11-03T00:00:00-05:00", the midnight of a date, and taken for the end/,
	);
});
