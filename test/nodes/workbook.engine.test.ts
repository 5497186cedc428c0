import type { IDataObject } from 'n8n-workflow';
import { CONTINUE, errorsOf, TASK, useBench } from '../support/bench';
import { openExtract, workbookOf, type Extract } from '../support/files';

const bench = useBench();
let extract: Extract;
beforeAll(async () => {
	extract = await openExtract();
});

const formatted = (v: number, z: string) => ({ t: 'n', v, z });
const date = (v: number) => formatted(v, 'yyyy/m/d');
const moment = (v: number) => formatted(v, 'yyyy/m/d h:mm');
const clock = (v: number) => formatted(v, 'h:mm');

/** The items that n8n's Extract From File makes of a workbook with these columns and one row. */
async function extracted(cells: Record<string, unknown>, date1904 = false): Promise<IDataObject[]> {
	const columns = { 任务ID: TASK.taskId, ...cells };
	return await extract(
		'xlsx',
		workbookOf([Object.keys(columns), Object.values(columns)], date1904),
	);
}

async function sentFor(cells: Record<string, unknown>, date1904?: boolean) {
	const items = await extracted(cells, date1904);
	expect(Object.keys(items[0] ?? {})).toEqual(['任务ID', ...Object.keys(cells)]);
	const { output } = await bench.run(
		{ fields: 'mapFromInput', taskId: '' },
		{ items, node: CONTINUE },
	);
	return errorsOf(output)[0]?.message ?? bench.changes;
}

test.each<[string, Record<string, unknown>, object]>([
	[
		'a date and a time',
		{ 开始日期: date(47818), 开始时间: clock(8.5 / 24) },
		{ AutoStartDay: '2030-12-01', AutoStartTime: '08:30:00' },
	],
	[
		'a date and midnight, which is 0',
		{ 开始日期: date(47818), 开始时间: clock(0) },
		{ AutoStartDay: '2030-12-01', AutoStartTime: '00:00:00' },
	],
	[
		'a moment in the column of times',
		{ 开始时间: moment(47818 + 8.5 / 24) },
		{ AutoStartDay: '2030-12-01', AutoStartTime: '08:30:00' },
	],
	[
		'a moment in the column of dates, a third of a second early',
		{ 结束日期: moment(47818 + (17.5 * 3600 - 0.3) / 86400) },
		{ AutoStopDay: '2030-12-01', AutoStopTime: '17:30:00' },
	],
])('%s', async (_what, cells, sent) => {
	expect(await sentFor(cells)).toEqual(sent);
});

test('a date in the column of times is refused', async () => {
	expect(await sentFor({ 开始时间: date(47818) })).toMatch(
		/^'Start Time' \(column "开始时间"\) is 47818, which is the date 2030-12-01 without a time of day/,
	);
	expect(bench.sent).toEqual([]);
});

test('a workbook that counts from 1904 lands in the past and is refused', async () => {
	const soon = Math.floor(Date.now() / 86_400_000) + 25569 + 20;
	expect(await sentFor({ 开始日期: date(soon - 1462) }, true)).toMatch(
		/^'Start Date' is \d{4}-.* more than a year in the past; .* 1904 /,
	);
	expect(bench.sent).toEqual([]);
});
