import { startEmulator, type Emulator } from '../../../emulator';
import { listTasks, type Listing } from '../../../nodes/AlibabaCloudVms/tasks/list';
import { during } from './scene';
import { asked, ENTERPRISE, fill, senderTo } from './requests';

let emulator: Emulator;
beforeAll(async () => {
	emulator = await startEmulator({ seed: [] });
});
beforeEach(() => emulator.reset());
afterAll(async () => await emulator.close());

describe('a sweep', () => {
	test('has every task once, and says whether that is all', async () => {
		fill(emulator, 250);
		const send = await senderTo(emulator);
		const whole = await listTasks(send, ENTERPRISE, Number.POSITIVE_INFINITY);
		expect(whole.ok && [whole.value.tasks.size, whole.value.isWhole]).toEqual([250, true]);
		const cut = await listTasks(send, ENTERPRISE, 3);
		expect(cut.ok && [cut.value.tasks.size, cut.value.isWhole]).toEqual([225, false]);
	});

	test('fails with a page of it, and reads no further', async () => {
		fill(emulator, 1500);
		emulator.failNext('dropBeforeApply');
		const failed = await listTasks(await senderTo(emulator), ENTERPRISE, Number.POSITIVE_INFINITY);
		expect(failed.ok).toBe(false);
		expect(asked(emulator).pages).toBeLessThanOrEqual(4);
		const again = await listTasks(await senderTo(emulator, { attempts: 3 }), ENTERPRISE, 100);
		expect(again.ok && again.value.tasks.size).toBe(1500);
	});

	test('ends where the service gives the same page again and again, and says so', async () => {
		fill(emulator, 250);
		emulator.settings.ignoreStart = true;
		const send = await senderTo(emulator);
		const { value } = (await listTasks(send, ENTERPRISE, Number.POSITIVE_INFINITY)) as {
			value: Listing;
		};
		expect([value.tasks.size, value.isWhole, asked(emulator).pages]).toEqual([200, false, 4]);
		expect(value.cut).toMatch(/^The list of tasks was read to page 2 .* repeats itself/);
		// A page that is full, and all there is.
		emulator.reset();
		fill(emulator, 200);
		const full = await listTasks(send, ENTERPRISE, Number.POSITIVE_INFINITY);
		expect(full.ok && full.value).toMatchObject({ isWhole: true, pages: 4 });
	});

	test('ends where the service has more than there can be, and says so', async () => {
		fill(emulator, 4400);
		const send = await senderTo(emulator);
		const { value } = (await listTasks(send, ENTERPRISE, Number.POSITIVE_INFINITY)) as {
			value: Listing;
		};
		expect([value.tasks.size, value.isWhole, asked(emulator).pages]).toEqual([4000, false, 40]);
		expect(value.cut).toMatch(/^The list of tasks was read to page 20 .* does not end/);
	});

	test('stops with the execution', async () => {
		fill(emulator, 1500);
		const stop = new AbortController();
		void during({ emulator }, 'CloudQueryTask', () => stop.abort(), 2);
		const send = await senderTo(emulator, { signal: stop.signal });
		const stopped = await listTasks(send, ENTERPRISE, 100).catch(() => ({ ok: false }));
		expect(stopped.ok).toBe(false);
		expect(asked(emulator).pages).toBeLessThan(10);
	});
});
