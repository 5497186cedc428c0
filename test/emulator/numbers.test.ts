import { startEmulator, type Emulator } from '../../emulator';
import { callV1, type Params } from './sign';

const TASK = { EnterpriseId: '7000002', TaskId: '133224' };

let emulator: Emulator;

beforeAll(async () => {
	emulator = await startEmulator();
});
afterAll(() => emulator.close());
beforeEach(() => emulator.reset());

const call = async (action: string, more: Params = {}) =>
	(await callV1(emulator, action, { ...TASK, ...more })).body;

const listOf = (...tels: string[]) => JSON.stringify(tels.map((Tel) => ({ Tel })));

const importTels = async (tels: string[], more: Params = {}) =>
	await call('CloudImportTaskTel', { Name: 'a', TaskTelList: listOf(...tels), ...more });

const known = () => emulator.store.numbers.of(TASK.EnterpriseId, TASK.TaskId);
const tels = () => known().numbers.map(({ tel }) => tel);

test('an import makes a batch and counts what came in', async () => {
	const { Data } = await importTels(['13800000001', '13800000002', '1-2', '13800000001']);
	expect(Data).toEqual({
		TaskId: TASK.TaskId,
		FileId: known().files[0]?.Id,
		ImportTotal: '4',
		SuccessTotal: '2',
		InvalidTotal: '1',
	});
	expect(tels()).toEqual(['13800000001', '13800000002']);
	const listed = (await call('CloudListTaskFile')).Data;
	expect(listed).toMatchObject({
		TotalCount: '1',
		TaskFileList: [{ Name: 'a', ImportCount: '2', RepeatCount: '1', TaskId: TASK.TaskId }],
	});
});

test.each([
	['0', 2, 2],
	['1', 1, 0],
	['2', 1, 1],
	['3', 1, 1],
])('with IsRepeat %s doubles are looked for where it says', async (IsRepeat, first, second) => {
	await importTels(['13800000001', '13800000001'], { IsRepeat });
	expect(tels()).toHaveLength(first);
	await importTels(['13800000001', '13800000001'], { IsRepeat });
	expect(tels()).toHaveLength(first + second);
});

test('a batch can be given more, and its doubles are found', async () => {
	const { Data } = await importTels(['13800000001'], { IsRepeat: '3' });
	const FileId = String(Data?.FileId);
	await importTels(['13800000001', '13800000002'], { IsRepeat: '3', FileId });
	expect(known().files).toHaveLength(1);
	expect(known().files[0]).toMatchObject({ ImportCount: '2', RepeatCount: '1' });
});

test('restricted numbers are counted apart', async () => {
	emulator.settings.restrictedTels = ['13800000001'];
	await importTels(['13800000001', '13800000002']);
	expect(known().files[0]).toMatchObject({ ImportCount: '1', RestrictCount: '1' });
});

test('an import may start the task', async () => {
	await importTels(['13800000001'], { ImportTelAutoStart: '1' });
	expect(emulator.store.find(TASK.EnterpriseId, TASK.TaskId)?.Status).toBe('1');
});

test.each<[string, Params, string]>([
	['no numbers', { TaskTelList: '[]' }, 'taskTelList]格式'],
	['no list', { TaskTelList: 'x' }, 'taskTelList]格式'],
	['a key that is none', { TaskTelList: '[{"Tel":"1","Phone":"2"}]' }, 'taskTelList]格式'],
	['a wrong mode', { IsRepeat: '4' }, 'isRepeat]取值'],
	['a batch that is not there', { FileId: '1' }, 'fileId]取值'],
	['an ended task', { TaskId: '133226' }, '任务已结束'],
])('an import is refused for %s', async (_what, more, message) => {
	const { Code, Message } = await importTels(['13800000001'], more);
	expect(Code).toBe('isv.INVALID_PARAMETERS');
	expect(Message).toContain(message);
	expect(tels()).toEqual([]);
});

test.each([
	['form', 40, true],
	['json', 40, false],
	['json', 20, true],
] as const)(
	'the size is counted as %s, and %d bytes are refused: %s',
	async (as, most, refused) => {
		Object.assign(emulator.settings, { telListCountedAs: as, maxTelListBytes: most });
		const { Code } = await importTels(['13800000001']);
		expect(Code).toBe(refused ? 'isv.INVALID_PARAMETERS' : 'OK');
	},
);

test('batches and tasks have room for so many', async () => {
	Object.assign(emulator.settings, { maxNumbersOfBatch: 2, maxNumbersOfTask: 3 });
	const three = ['13800000001', '13800000002', '13800000003'];
	expect((await importTels(three)).Code).not.toBe('OK');
	expect((await importTels(three.slice(0, 2))).Code).toBe('OK');
	expect((await importTels(['13800000004', '13800000005'])).Code).not.toBe('OK');
});

test('numbers are deleted by batch, by the name of the last batch, by status and by themselves', async () => {
	await importTels(['13800000001', '13800000002']);
	await importTels(['13800000003'], { Name: 'b' });
	await importTels(['13800000004'], { Name: 'b' });
	await importTels(['13800000005', '13800000006'], { Name: 'c' });
	await call('CloudDeleteTaskTel', { Tels: '13800000002,13800000009' });
	await call('CloudDeleteTaskTel', { FileName: 'b' });
	expect(tels()).toEqual(['13800000001', '13800000003', '13800000005', '13800000006']);
	const [first] = known().numbers;
	if (first) first.status = '1';
	await call('CloudDeleteTaskTel', { Status: '1' });
	await call('CloudDeleteTaskTel', { FileId: String(known().files.at(-1)?.Id) });
	expect(tels()).toEqual(['13800000003']);
});

test.each([
	['all', 0],
	['refuse', 1],
] as const)('where nothing is chosen, the setting %s leaves %d', async (choice, left) => {
	await importTels(['13800000001']);
	emulator.settings.deleteWithoutChoice = choice;
	await call('CloudDeleteTaskTel');
	expect(tels()).toHaveLength(left);
});

test('batches are listed in pages, in either order, between two times, and after a while', async () => {
	for (const Name of ['a', 'b', 'c']) await importTels(['13800000001'], { Name });
	const names = async (more: Params) => {
		const list: unknown = (await call('CloudListTaskFile', more)).Data?.TaskFileList;
		return Array.isArray(list) ? list.map((file: { Name: string }) => file.Name) : [];
	};
	expect(await names({ Start: '1', Limit: '1' })).toEqual(['b']);
	expect(await names({ EndTime: '2020-01-01 00:00:00' })).toEqual([]);
	expect(await names({ StartTime: '2020-01-01 00:00:00' })).toEqual(['a', 'b', 'c']);
	emulator.settings.filesNewestFirst = true;
	expect(await names({})).toEqual(['c', 'b', 'a']);
	emulator.settings.filesImportedAfterMs = 60_000;
	expect((await call('CloudListTaskFile', { Limit: '1' })).Data?.TaskFileList).toEqual([
		expect.objectContaining({ Status: '0', ImportCount: '0' }),
	]);
	emulator.settings.filesSeenAfterMs = 60_000;
	expect(await names({})).toEqual([]);
	expect((await call('CloudListTaskFile', { Limit: '5001' })).Code).not.toBe('OK');
});
