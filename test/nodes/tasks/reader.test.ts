import { callTask } from '../../../nodes/AlibabaCloudVms/parameters';
import { createSeed, startEmulator, type Emulator } from '../../../emulator';
import { createTaskReader } from '../../../nodes/AlibabaCloudVms/tasks/reader';
import { during } from './scene';
import { asked, ENTERPRISE, fill, ids, senderTo } from './requests';

let emulator: Emulator;
let later = 0;
beforeAll(async () => {
	emulator = await startEmulator({ seed: [] });
	// It stands still, so that nothing grows old by itself.
	const now = performance.now();
	jest.spyOn(performance, 'now').mockImplementation(() => now + later);
});
beforeEach(() => {
	emulator.reset();
	later = 0;
});
afterAll(async () => {
	jest.restoreAllMocks();
	await emulator.close();
});

const FULL = ['AgentGroup'];
const key = (id: number, enterpriseId = ENTERPRISE) => ({ enterpriseId, taskId: String(id) });
let accounts = 0;
const readerFor = async (total: number, account = `account ${++accounts}`) =>
	createTaskReader(await senderTo(emulator), { account, catalogue: callTask, total });

describe('tasks are read', () => {
	test.each([
		{ items: 1, tasks: 250, singly: 1, pages: 0 },
		{ items: 2, tasks: 250, singly: 2, pages: 0 },
		{ items: 3, tasks: 3, singly: 2, pages: 2 },
		{ items: 30, tasks: 30, singly: 2, pages: 2 },
		{ items: 30, tasks: 250, singly: 2, pages: 4 },
		{ items: 250, tasks: 250, singly: 2, pages: 4 },
		{ items: 200, tasks: 200, singly: 2, pages: 4 },
	])('%j', async ({ items, tasks, ...requests }) => {
		fill(emulator, tasks);
		const reader = await readerFor(items);
		const read = await Promise.all(ids(items).map(async (id) => await reader.read(key(id), [])));
		expect(read.map((one) => one.ok && one.value.fields.Name)).toEqual(
			ids(items).map((id) => `No. ${id}`),
		);
		expect(asked(emulator)).toEqual(requests);
	});

	test('from one list, where many want what stands only there', async () => {
		fill(emulator, 150);
		const reader = await readerFor(30);
		for (const id of ids(30)) expect((await reader.read(key(id), FULL)).ok).toBe(true);
		expect(asked(emulator)).toEqual({ singly: 0, pages: 2 });
		// Not older than three seconds, and not younger either.
		later = 3500;
		for (const id of ids(30)) expect((await reader.read(key(id), FULL)).ok).toBe(true);
		expect(asked(emulator)).toEqual({ singly: 0, pages: 4 });
	});

	test('from a list from the first on, where a parameter stands only there', async () => {
		fill(emulator, 30);
		const reader = await readerFor(1);
		const read = await reader.read(key(7), FULL);
		expect(read.ok && read.value.fields.AgentGroup).toBe('6');
		expect(asked(emulator)).toEqual({ singly: 0, pages: 2 });
	});

	test('one by one where the list is longer than the items, which is found out once', async () => {
		fill(emulator, 1500);
		const reader = await readerFor(4);
		for (const id of ids(4)) expect((await reader.read(key(id), [])).ok).toBe(true);
		// Its pages went to the first kind; the fourth task is of the other one.
		expect(asked(emulator).pages).toBe(4);
		for (const id of [1498, 1499, 1500]) {
			const read = await reader.read(key(id), []);
			expect(read.ok && read.value.fields.Name).toBe(`No. ${id}`);
		}
		expect(asked(emulator)).toEqual({ singly: 2 + 2 + 3, pages: 4 });
	});

	test('in full by a list of any length, even after a short one was cut off', async () => {
		fill(emulator, 1500);
		const reader = await readerFor(4);
		for (const id of ids(4)) await reader.read(key(id), []);
		const read = await reader.read(key(1499), FULL);
		expect(read.ok && read.value.fields.AgentGroup).toBe('6');
	});

	test('by one list for each enterprise', async () => {
		const reader = await readerFor(8);
		createSeed().forEach((task) => emulator.store.put(task));
		const own = createSeed().map(({ EnterpriseId, Id }) => key(Number(Id), EnterpriseId));
		const tasks = [...own.slice(0, 4), ...own.slice(-3)];
		const read = await Promise.all(tasks.map(async (task) => await reader.read(task, [])));
		expect(read.map((one) => one.ok && String(one.value.fields.EnterpriseId))).toEqual(
			tasks.map(({ enterpriseId }) => enterpriseId),
		);
		expect(asked(emulator)).toEqual({ singly: 4, pages: 4 });
	});

	test('with all digits of long IDs, also from a list', async () => {
		createSeed().forEach((task) => emulator.store.put(task));
		const reader = await readerFor(40);
		const task = { enterpriseId: ENTERPRISE, taskId: '133224000000000017' };
		const read = await reader.read(task, FULL);
		expect(read.ok && read.value.fields).toMatchObject({
			Id: '133224000000000017',
			IvrId: '900719925474099312',
		});
		expect(asked(emulator)).toEqual({ singly: 0, pages: 2 });
	});
});

describe('a list', () => {
	const warmUp = async (reader: Awaited<ReturnType<typeof readerFor>>) => {
		for (const id of ids(3)) await reader.read(key(id), []);
		emulator.requests.length = 0;
	};

	test('is read anew once it is three seconds old', async () => {
		fill(emulator, 30);
		const reader = await readerFor(30);
		await warmUp(reader);
		later = 2500;
		await reader.read(key(4), []);
		expect(asked(emulator)).toEqual({ singly: 0, pages: 0 });
		later = 3500;
		const stored = emulator.store.find(ENTERPRISE, '5');
		if (stored) emulator.store.change(stored, { Status: '3' });
		const read = await reader.read(key(5), []);
		expect(read.ok && read.value.status).toBe(3);
		expect(asked(emulator)).toEqual({ singly: 0, pages: 2 });
	});

	test('that takes longer than that itself is given up: the tasks are read one by one', async () => {
		fill(emulator, 30);
		const reader = await readerFor(30);
		for (const id of ids(2)) await reader.read(key(id), []);
		const third = reader.read(key(3), []);
		await during({ emulator }, 'CloudQueryTask', () => (later = 3500));
		expect((await third).ok).toBe(true);
		for (const id of [4, 5, 6]) await reader.read(key(id), []);
		expect(asked(emulator)).toEqual({ singly: 5, pages: 2 });
	});

	test('is not read again where it spared fewer reads than it has pages', async () => {
		fill(emulator, 1500);
		const reader = await readerFor(1500);
		await warmUp(reader);
		await reader.read(key(4), []);
		expect(asked(emulator)).toEqual({ singly: 0, pages: 0 });
		later = 11_000;
		for (const id of [5, 6]) await reader.read(key(id), []);
		expect(asked(emulator)).toEqual({ singly: 2, pages: 0 });
	});

	test('does not tell of a task that was changed since', async () => {
		fill(emulator, 30);
		const reader = await readerFor(30);
		await warmUp(reader);
		reader.changed(key(4));
		await reader.read(key(4), []);
		expect(asked(emulator)).toEqual({ singly: 1, pages: 0 });
		await reader.read(key(4), FULL);
		expect(asked(emulator)).toEqual({ singly: 1, pages: 2 });
		await reader.read(key(5), []);
		expect(asked(emulator)).toEqual({ singly: 1, pages: 2 });
	});

	test('does not tell of a task that another execution has changed since', async () => {
		fill(emulator, 30);
		const reader = await readerFor(30, 'ours');
		await warmUp(reader);
		(await readerFor(30, 'of others')).changed(key(4));
		(await readerFor(30, 'ours')).changed(key(5));
		await reader.read(key(4), []);
		expect(asked(emulator)).toEqual({ singly: 0, pages: 0 });
		await reader.read(key(5), []);
		expect(asked(emulator)).toEqual({ singly: 1, pages: 0 });
	});

	test('is shared by those who read back at one time', async () => {
		fill(emulator, 30);
		const reader = await readerFor(30);
		const reads = [reader.readNow(key(1), FULL)];
		await during({ emulator }, 'CloudQueryTask', () => {
			for (const id of ids(12).slice(1)) {
				later = id;
				reads.push(reader.readNow(key(id), FULL));
			}
		});
		expect((await Promise.all(reads)).map(({ ok }) => ok)).toEqual(reads.map(() => true));
		expect(reads).toHaveLength(12);
		// The first one's two pages, and those that the others wait for together.
		expect(asked(emulator).pages).toBe(4);
	});

	test.each([
		['that a key may not read', 'NoPermission', 1],
		['that fails', 'InternalError', 2],
	])('%s fails no task that can be read by itself', async (_why, code, lists) => {
		fill(emulator, 30);
		const reader = await readerFor(30);
		emulator.settings.forceRefusal = {
			code,
			httpStatus: code === 'InternalError' ? 500 : 403,
			message: 'no',
			action: 'CloudQueryTask',
		};
		for (const id of ids(4)) expect((await reader.read(key(id), [])).ok).toBe(true);
		expect(asked(emulator).singly).toBe(4);
		expect(asked(emulator).pages).toBe(lists);
		const full = await reader.read(key(5), FULL);
		expect(!full.ok && full.failure.code).toBe(code);
	});

	test('tells the failure of a task that is in none', async () => {
		fill(emulator, 30);
		const reader = await readerFor(30);
		await warmUp(reader);
		const read = await reader.read(key(999), []);
		expect(!read.ok && read.failure.message).toMatch(/^Call center \d+ has no task \d+$/);
	});
});
