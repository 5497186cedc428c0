import { Bench, CONTINUE } from '../support/bench';
import { accountOf, namesGiven, namesSeen, refusedOf, tell } from './support/account';
import { FROM_ROW, GATEWAY, MIX, rows, STUBBORN, tasks } from './support/load';

const TASKS = 400;
const ROWS = 2000;
const PER_SECOND = 20;
/** Every so often the gateway begins to say when to come back, or ceases to. */
const MOOD_MS = 7000;

const items = rows(ROWS, TASKS);

/** The state of all tasks after the same rows one after the other, without faults and limits. */
async function stateWithoutFaults() {
	const calm = await Bench.open({ seed: tasks(TASKS) });
	const { output } = await calm.run(
		{ ...FROM_ROW, options: { concurrentRequests: 1 } },
		{ items, node: CONTINUE },
	);
	expect(refusedOf(output)).toEqual([]);
	expect(calm.sent.map(({ Name }) => Name)).toEqual(items.map(({ name }) => name));
	await calm.close();
	return calm.emulator.store.list();
}

test('2,000 rows over 400 tasks arrive in order, at 20 % faults and 20 requests a second', async () => {
	const expected = await stateWithoutFaults();
	const settings = { ...GATEWAY, faults: MIX, randomSeed: 1, rateLimit: { perSecond: PER_SECOND } };
	const bench = await Bench.open({ seed: tasks(TASKS), settings });
	const { emulator } = bench;
	const moods = setInterval(() => {
		const { retryAfterMs } = emulator.settings.rateLimit ?? {};
		emulator.settings.rateLimit = {
			perSecond: PER_SECOND,
			retryAfterMs: retryAfterMs ? undefined : 400,
		};
	}, MOOD_MS);
	const begun = Date.now();
	const { output, hints } = await bench.run(
		{ ...FROM_ROW, options: STUBBORN },
		{ items, node: CONTINUE },
	);
	const seconds = (Date.now() - begun) / 1000;
	clearInterval(moods);
	await bench.close();

	const account = accountOf(emulator);
	const needed = ROWS + account.faults + account.throttled;
	tell('faults', {
		seconds: seconds.toFixed(1),
		...account,
		'taken per second': (account.taken / seconds).toFixed(1),
		'requests / needed': (account.requests / needed).toFixed(4),
		connections: emulator.connections,
		hint: hints[0]?.message ?? '',
	});

	expect(output.map(({ pairedItem }) => pairedItem)).toEqual(items.map((_row, item) => ({ item })));
	expect(refusedOf(output)).toEqual([]);
	expect(output.map(({ json }) => json.Name)).toEqual(items.map(({ name }) => name));
	expect(namesSeen(emulator)).toEqual(namesGiven(items));
	expect(emulator.store.list()).toEqual(expected);
	expect(account.faults / account.requests).toBeGreaterThan(0.15);
	expect(account.requests).toBeLessThanOrEqual(needed);
});
