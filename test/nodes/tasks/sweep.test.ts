import { startEmulator, type Emulator } from '../../../emulator';
import { listTasks } from '../../../nodes/AlibabaCloudVms/tasks/sweep';
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

	test('stops with the execution', async () => {
		fill(emulator, 1500);
		emulator.settings.latencyMs = 20;
		const stop = new AbortController();
		setTimeout(() => stop.abort(), 50);
		const send = await senderTo(emulator, { signal: stop.signal });
		const stopped = await listTasks(send, ENTERPRISE, 100).catch(() => ({ ok: false }));
		expect(stopped.ok).toBe(false);
		expect(asked(emulator).pages).toBeLessThan(10);
	});
});
