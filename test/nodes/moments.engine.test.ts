import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { moments, REFUSED, ZONES } from '../../scripts/pages/moments';
import { errorsOf, CONTINUE, TASK, detailsOf, useBench } from '../support/bench';

const bench = useBench();

type Cells = Record<string, unknown>;

/** A value as JavaScript inside an expression. */
const code = (value: unknown): string => {
	const [, inner] = (typeof value === 'string' && /^=\{\{(.*)\}\}$/.exec(value)) || [];
	return inner ?? JSON.stringify(value);
};

/** The parameters of a run that gives these cells, under the names of the API. */
const WAYS: Record<string, (cells: Cells) => INodeParameters> = {
	'set below': (cells) => ({
		schedule: Object.fromEntries(
			Object.entries(cells).map(([api, value]) => [api[0]?.toLowerCase() + api.slice(1), value]),
		) as INodeParameters,
	}),
	mapped: (cells) => ({
		fields: 'mapFromInput',
		taskId: '',
		fieldsObject: `={{ ({ TaskId: ${TASK.taskId}, ${Object.entries(cells)
			.map(([api, value]) => `${api}: ${code(value)}`)
			.join(', ')} }) }}`,
	}),
};

/** Day and time that arrive for start and stop alike, or that nothing does. */
async function sentFor(parameters: INodeParameters, timezone: string): Promise<string> {
	bench.reset();
	const { output } = await bench.run(parameters, { timezone, node: CONTINUE });
	const isRefused = errorsOf(output).length > 0;
	expect(bench.sent).toHaveLength(isRefused ? 0 : 1);
	const { AutoStartDay, AutoStartTime, AutoStopDay, AutoStopTime, ...more } = bench.changes;
	expect([AutoStopDay, AutoStopTime]).toEqual([AutoStartDay, AutoStartTime]);
	expect(more).toEqual({});
	return isRefused ? REFUSED : [AutoStartDay, AutoStartTime].filter(Boolean).join(' ');
}

const both = (expected: { inDate: string; inTime: string }): string =>
	[expected.inDate, expected.inTime].includes(REFUSED) ? REFUSED : expected.inTime;

const CASES = moments.flatMap(({ kind, example, cases }) =>
	cases.flatMap(({ zones, ...expected }) =>
		zones.map((timezone) => ({ kind: kind.en, example, timezone, expected })),
	),
);

describe.each(Object.entries(WAYS))('%s', (_way, parametersFor) => {
	test.each(CASES)(
		'$kind $example in a workflow of $timezone',
		async ({ example, timezone, expected }) => {
			const day = { AutoStartDay: example, AutoStopDay: example };
			const time = { AutoStartTime: example, AutoStopTime: example };
			expect({
				inDate: await sentFor(parametersFor(day), timezone),
				inTime: await sentFor(parametersFor(time), timezone),
				inBoth: await sentFor(parametersFor({ ...day, ...time }), timezone),
			}).toEqual({ ...expected, inBoth: both(expected) });
		},
	);
});

test.each(moments.map(({ example, cases }) => [example, cases]))(
	'the table has %p once for each zone',
	(_example, cases) => {
		expect(cases.flatMap(({ zones }) => zones).sort()).toEqual([...ZONES].sort());
	},
);

describe.each(ZONES)('in a workflow of %s', (timezone) => {
	const dayIn = (zone: string, shift = 0) =>
		new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(Date.now() + shift);

	test("$today is the workflow's day, and no time", async () => {
		const before = dayIn(timezone);
		await bench.run({ schedule: { autoStartDay: '={{ $today }}' } }, { timezone });
		expect([before, dayIn(timezone)]).toContain(bench.changes.AutoStartDay);
		expect(bench.changes).not.toHaveProperty('AutoStartTime');
	});

	test("$today.plus is the workflow's tomorrow, also as text and beside a time", async () => {
		const schedule = {
			autoStartDay: '={{ $today.plus({ days: 1 }) }}',
			autoStartTime: '8:30',
			autoStopDay: '={{ $today.plus({ days: 1 }).toISO() }}',
		};
		const before = dayIn(timezone, 24 * 60 * 60 * 1000);
		await bench.run({ schedule }, { timezone });
		expect([before, dayIn(timezone, 24 * 60 * 60 * 1000)]).toContain(bench.changes.AutoStartDay);
		expect(bench.changes).toMatchObject({
			AutoStartTime: '08:30:00',
			AutoStopDay: bench.changes.AutoStartDay,
		});
	});

	test('$now is now in China, day and time', async () => {
		const before = Math.floor(Date.now() / 1000);
		await bench.run({ schedule: { autoStopTime: '={{ $now }}' } }, { timezone });
		const { AutoStopDay, AutoStopTime } = bench.changes;
		const told = Date.parse(`${AutoStopDay}T${AutoStopTime}+08:00`) / 1000;
		expect(told).toBeGreaterThanOrEqual(before);
		expect(told).toBeLessThanOrEqual(Date.now() / 1000);
	});
});

describe.each([
	['Africa/Cairo', '2030-04-26', '01:00:00.000+03:00'],
	['America/Santiago', '2030-09-08', '01:00:00.000-03:00'],
])('in %s, whose clocks leave out the midnight of %s,', (timezone, day, written) => {
	test.each(['', '.toISO()', '.toJSDate()', '.toUTC().toISO()'])(
		'the beginning of that day is the date%s',
		async (form) => {
			const value = `DateTime.fromISO("${day}").startOf("day")`;
			for (const parametersFor of Object.values(WAYS)) {
				bench.reset();
				await bench.run(parametersFor({ AutoStartDay: `={{ ${value}${form} }}` }), { timezone });
				expect(bench.changes).toEqual({ AutoStartDay: day });
			}
		},
	);

	test('the same text is a moment elsewhere', async () => {
		const schedule = { autoStartDay: `${day}T${written}` };
		await bench.run({ schedule }, { timezone: 'Asia/Shanghai' });
		expect(bench.changes).toHaveProperty('AutoStartTime');
	});
});

describe('a UTC text that is noon in China and midnight where the workflow is', () => {
	const taken = async (cells: Cells, timezone: string) => {
		const { output } = await bench.run(
			{ fields: 'mapFromInput', taskId: '' },
			{ items: [{ TaskId: TASK.taskId, ...cells } as IDataObject], timezone },
		);
		return detailsOf(output[0]).warnings;
	};
	const 开始日期 = '2030-07-01T04:00:00Z';
	const THERE = 'America/New_York';

	test('is the date, and a warning says which time is left out', async () => {
		expect(await taken({ 开始日期 }, THERE)).toEqual([
			`'Start Date' is "${开始日期}", which is 12:00:00 in China, and taken for the date 2030-07-01 without a time, since it is midnight in the workflow's time zone (America/New_York); if it is meant as a moment, give 2030-07-01 12:00:00`,
		]);
		expect(bench.changes).toEqual({ AutoStartDay: '2030-07-01' });
		expect(await taken({ 开始日期, 开始时间: '' }, THERE)).toHaveLength(1);
	});

	test.each<[string, Cells, string]>([
		['a time is given beside it', { 开始日期, 开始时间: '9:00' }, THERE],
		['the workflow is elsewhere', { 开始日期 }, 'Asia/Shanghai'],
		['it says its zone', { 开始日期: '2030-07-01T00:00:00-04:00' }, THERE],
		['it is midnight in UTC', { 开始日期: '2030-07-01T00:00:00Z' }, THERE],
	])('needs none where %s', async (_what, cells, timezone) => {
		expect(await taken(cells, timezone)).toEqual([]);
		expect(bench.changes).toHaveProperty('AutoStartDay', '2030-07-01');
	});
});

describe('a moment in a column of one half', () => {
	const map = async (cells: Cells, more: INodeParameters = {}) =>
		await bench.run(
			{ fields: 'mapFromInput', taskId: '', ...more },
			{ items: [{ TaskId: TASK.taskId, ...cells } as IDataObject], node: CONTINUE },
		);

	test.each<[string, Cells, Cells]>([
		[
			'a start with its switch',
			{ 定时开始: '是', 开始时间: '2030-12-01 08:30:00' },
			{ AutoStart: '1', AutoStartDay: '2030-12-01', AutoStartTime: '08:30:00' },
		],
		[
			'a stop with its switch',
			{ 定时完成: '是', 结束日期: '2030/12/1 17:30' },
			{ AutoStop: '1', AutoStopDay: '2030-12-01', AutoStopTime: '17:30:00' },
		],
		[
			'both ends of one day',
			{ 开始时间: 47818.375, 结束时间: '2030-12-01T12:00:00Z' },
			{
				AutoStartDay: '2030-12-01',
				AutoStartTime: '09:00:00',
				AutoStopDay: '2030-12-01',
				AutoStopTime: '20:00:00',
			},
		],
		[
			'beside the same day',
			{ 开始日期: '2030年12月1日', 开始时间: '2030-12-01 08:30:00' },
			{ AutoStartDay: '2030-12-01', AutoStartTime: '08:30:00' },
		],
		[
			'beside the same time',
			{ 开始日期: '2030-12-01 08:30:00', 开始时间: 0.354166667 },
			{ AutoStartDay: '2030-12-01', AutoStartTime: '08:30:00' },
		],
		[
			'beside an empty cell',
			{ 开始日期: '', 开始时间: '2030-12-01 08:30:00' },
			{ AutoStartDay: '2030-12-01', AutoStartTime: '08:30:00' },
		],
		[
			'a date with a time of its own',
			{ 开始日期: '2030-12-01 00:00:00', 开始时间: '8:30' },
			{ AutoStartDay: '2030-12-01', AutoStartTime: '08:30:00' },
		],
	])('%s', async (_what, cells, sent) => {
		await map(cells);
		expect(bench.changes).toEqual(sent);
		await map(cells, { options: { sendEmptyValues: true } });
		expect(bench.changes).toEqual(sent);
	});

	test('does not apply where its switch is off', async () => {
		const { output } = await map({ 定时开始: '否', 开始时间: '2030-12-01 08:30:00' });
		expect(bench.changes).toEqual({ AutoStart: '0' });
		expect(detailsOf(output[0]).ignored).toHaveLength(1);
	});

	test.each<[string, Cells, string]>([
		[
			'another time',
			{ 开始日期: '2030-12-01 08:30:00', 开始时间: '9:00' },
			`'Start Date' (column "开始日期") is "2030-12-01 08:30:00", which makes 'Start Time' 08:30:00 in China, but 'Start Time' (column "开始时间") is 09:00:00; give the same in both, or a date alone here [item 0]`,
		],
		[
			'another day',
			{ AutoStopDay: '2030-12-02', AutoStopTime: '2030-12-01T09:00:00Z' },
			`'Stop Time' is "2030-12-01T09:00:00Z", which makes 'Stop Date' 2030-12-01 in China, but 'Stop Date' is 2030-12-02; give the same in both, or a time alone here [item 0]`,
		],
		[
			'another day and another time, once',
			{ AutoStopDay: '2030-12-02 09:00', AutoStopTime: '2030-12-01 10:00' },
			`'Stop Date' is "2030-12-02 09:00", which makes 'Stop Time' 09:00:00 in China, but 'Stop Time' is 10:00:00; give the same in both, or a date alone here [item 0]`,
		],
	])('is refused beside %s', async (_what, cells, message) => {
		const { output } = await map(cells);
		expect(errorsOf(output)).toEqual([expect.objectContaining({ message })]);
		expect(bench.sent).toEqual([]);
	});

	test('is refused for its own row alone, whatever the rows around it hold', async () => {
		const 开始日期 = '2030-12-01 08:30:00';
		const { output } = await bench.run(
			{ fields: 'mapFromInput', taskId: '' },
			{
				items: ['8:30', '9:00', '', '8:30'].map((开始时间) => ({
					TaskId: TASK.taskId,
					开始日期,
					开始时间,
				})),
				node: CONTINUE,
			},
		);
		expect(output.map(({ json }) => 'error' in json)).toEqual([false, true, false, false]);
		expect(bench.sent.map(({ AutoStartTime }) => AutoStartTime)).toEqual(
			new Array(3).fill('08:30:00'),
		);
	});

	test('shows in the preview, counts for what differs, and is verified', async () => {
		const cells = { 开始时间: '2030-12-01 10:30:00' };
		const { output } = await map(cells, { operation: 'preview' });
		expect(detailsOf(output[0]).changes).toMatchObject([
			{ field: 'AutoStartDay', to: '2030-12-01' },
			{ field: 'AutoStartTime', to: '10:30:00' },
		]);
		const options = { onlySendWhatDiffers: true, verifyAfterUpdate: true };
		const first = await map(cells, { options });
		expect(first.output[0]?.json).toMatchObject({ action: 'updated', verified: true });
		const second = await map(cells, { options });
		expect(second.output[0]?.json).toMatchObject({ action: 'unchanged' });
		const moved = await map({ 开始日期: '2030-12-01 09:30:00' }, { options });
		expect(moved.output[0]?.json).toMatchObject({
			details: { changes: [{ field: 'AutoStartTime', from: '10:30:00', to: '09:30:00' }] },
			verified: true,
		});
	});

	test('that did not take in one half is told', async () => {
		bench.emulator.settings.untakenParameters = ['AutoStartDay'];
		const { output } = await map(
			{ 开始时间: '2030-12-01 08:30:00' },
			{ options: { verifyAfterUpdate: true } },
		);
		expect(errorsOf(output)[0]?.message).toMatch(/^'Start Date' did not take/);
	});
});
