import { startEmulator, type Emulator } from '../../emulator';
import { callV1, type Params } from './sign';

const ENTERPRISE = '7000002';
/** A task of the seed that is running. */
const RUNNING = '133230';

let emulator: Emulator;
beforeAll(async () => {
	emulator = await startEmulator();
});
afterAll(async () => await emulator.close());
beforeEach(() => emulator.reset());

const call = async (action: string, more: Params = {}) =>
	(await callV1(emulator, action, { EnterpriseId: ENTERPRISE, ...more })).body;

const seconds = (china: string) => String(Date.parse(`${china}+08:00`) / 1000);
const NOVEMBER = {
	StartTime: seconds('2026-11-01T00:00:00'),
	EndTime: seconds('2026-11-30T23:59:59'),
};

const query = async (more: Params = {}) => {
	const { Data, Message } = await call('CloudQueryPredictiveCallCdr', { ...NOVEMBER, ...more });
	return { list: (Data?.List ?? []) as Array<Record<string, unknown>>, Message };
};

test('a task that has begun has called somebody, and all values but structures are texts', async () => {
	const { list } = await query({ TaskId: RUNNING, Limit: '1000' });
	expect(list).toHaveLength(8);
	const { RecordFile, UserField, ...texts } = list[0] ?? {};
	expect(Object.values(texts).every((value) => typeof value === 'string')).toBe(true);
	expect(UserField).toEqual({});
	expect(RecordFile).toEqual([{ File: expect.any(String), Type: 'record', Monitor_type: 1 }]);
});

test('a range must not reach over the end of a month of China', async () => {
	const over = { StartTime: NOVEMBER.StartTime, EndTime: seconds('2026-12-01T00:00:00') };
	expect((await query(over)).Message).toMatch(/\[endTime\]取值范围不正确/);
	emulator.settings.rangeOverMonths = true;
	expect((await query(over)).list).not.toEqual([]);
	expect((await query({ ...NOVEMBER, StartTime: over.EndTime })).list).toEqual([]);
});

test.each([
	[{ Status: '43' }, ({ StatusCode }: Record<string, unknown>) => StatusCode === '43'],
	[{ IsRealAnswer: '0' }, ({ IsRealAnswer }: Record<string, unknown>) => IsRealAnswer === '0'],
	[{ City: '成都' }, ({ CustomerCity }: Record<string, unknown>) => CustomerCity === '成都'],
] as const)('a filter finds its own: %j', async (filter, isMeant) => {
	const all = (await query({ Limit: '1000' })).list;
	const { list } = await query({ Limit: '1000', ...filter });
	expect(list.length).toBeGreaterThan(0);
	expect(list).toEqual(all.filter(isMeant));
});

test('a running task calls its numbers as time goes by', async () => {
	emulator.settings.callsPerSecond = 1_000_000;
	const TaskTelList = JSON.stringify([{ Tel: '13900000001' }, { Tel: '13900000002' }]);
	await call('CloudImportTaskTel', { TaskId: RUNNING, Name: 'a', TaskTelList });
	const statistic = async () =>
		(await call('CloudMonitorTask', { TaskId: RUNNING })).Data?.Statistic as Record<string, number>;
	// By the clock of this machine, the seed's tasks may not have begun.
	const hourAgo = new Date(Date.now() + 7 * 3_600_000).toISOString();
	const task = emulator.store.find(ENTERPRISE, RUNNING);
	if (task) emulator.store.change(task, { StartTime: hourAgo.slice(0, 19).replace('T', ' ') });
	const { CalledCount, UncalledCount } = await statistic();
	expect([CalledCount, UncalledCount]).toEqual([10, 0]);
	expect(
		emulator.store.records
			.of(ENTERPRISE)
			.some(({ CustomerNumber }) => CustomerNumber === '13900000002'),
	).toBe(true);
});

test('a recording has an address that is signed, at the second port', async () => {
	const [record] = (await query({ TaskId: RUNNING })).list;
	const [{ File } = { File: '' }] = (record?.RecordFile ?? []) as Array<{ File: string }>;
	const { Data } = await call('CloudGetRecordUrl', { RecordFile: File, RecordFormat: '1' });
	const url = String(Data?.Url);
	expect(new URL(url).port).not.toBe(String(emulator.port));
	const answer = await fetch(url);
	expect(answer.headers.get('content-type')).toBe('audio/wav');
	expect((await answer.arrayBuffer()).byteLength).toBe(16_044);
	expect((await fetch(url.replace(/\?.*/, ''))).status).toBe(403);
	expect(emulator.downloads.map(({ status }) => status)).toEqual([200, 403]);
	expect((await call('CloudGetRecordUrl', { RecordFile: 'x' })).Message).toMatch(/\[recordFile\]/);
	expect((await call('CloudGetRecordUrl', { RecordFile: File, RecordSide: '1' })).Message).toMatch(
		/\[callType\]不能为空/,
	);
});
