import { setTimeout as wait } from 'node:timers/promises';
import * as fc from 'fast-check';
import type { Lanes } from '../../../nodes/AlibabaCloudVms/sending/lanes';
import { Aside } from '../../../nodes/AlibabaCloudVms/sending/aside';
import { sendInLanes } from '../../../nodes/AlibabaCloudVms/sending/lanes';

interface Row {
	lane: string;
	/** How long its call takes, in turns of the event loop. */
	turns?: number;
	/** Whether it is refused before it is sent. */
	isBad?: boolean;
	/** Whether its call fails. */
	fails?: boolean;
}

/** Sends rows and notes what began and what ended, in order. */
async function sent(
	rows: Row[],
	options: Partial<Lanes<number, boolean>> & {
		goesOn?: boolean;
		onBegin?: (index: number) => unknown;
	} = {},
) {
	const { goesOn = true, onBegin, ...more } = options;
	const began: number[] = [];
	const ended: number[] = [];
	const outcomes: Array<boolean | undefined> = rows.map(() => undefined);
	let most = 0;
	await sendInLanes<number, boolean>({
		count: rows.length,
		concurrency: () => 4,
		prepare: (index) =>
			rows[index]?.isBad ? { outcome: false } : { call: index, lane: rows[index]?.lane ?? '' },
		send: async (index) => {
			began.push(index);
			onBegin?.(index);
			most = Math.max(most, began.length - ended.length);
			for (let turn = rows[index]?.turns ?? 0; turn > 0; turn--) await wait(0);
			ended.push(index);
			return !rows[index]?.fails;
		},
		settled: (index, outcome) => {
			expect(outcomes[index]).toBeUndefined();
			outcomes[index] = outcome;
			return outcome || goesOn;
		},
		...more,
	});
	expect(ended).toHaveLength(began.length);
	return { began, ended, outcomes, most };
}

const rowArbitrary = fc.record({
	lane: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
	turns: fc.nat(3),
	isBad: fc.boolean(),
	fails: fc.boolean(),
});

test('every row has one outcome, and rows of a lane are sent in their order, one after the other', async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.array(rowArbitrary, { maxLength: 40 }),
			fc.integer({ min: 1, max: 8 }),
			async (rows, concurrency) => {
				const { began, ended, outcomes, most } = await sent(rows, {
					concurrency: () => concurrency,
				});
				expect(outcomes).toEqual(rows.map(({ isBad, fails }) => !isBad && !fails));
				expect(most).toBeLessThanOrEqual(concurrency);
				for (const lane of ['a', 'b', 'c', 'd', 'e']) {
					const own = rows.flatMap((row, index) =>
						row.lane === lane && !row.isBad ? [index] : [],
					);
					expect(began.filter((index) => own.includes(index))).toEqual(own);
					expect(ended.filter((index) => own.includes(index))).toEqual(own);
				}
			},
		),
		{ numRuns: 100 },
	);
});

test('after a failure no later row begins, and every earlier one gets its turn', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(rowArbitrary, { maxLength: 40 }), async (rows) => {
			const { began, outcomes } = await sent(rows, { goesOn: false });
			const failed = outcomes.findIndex((outcome) => outcome === false);
			const done = failed < 0 ? rows.length : failed;
			// A row may fail after a later one was begun, but never is an earlier one left out.
			expect(outcomes.slice(0, done)).toEqual(Array.from({ length: done }, () => true));
			expect(began.filter((index) => index < done)).toHaveLength(done);
		}),
		{ numRuns: 100 },
	);
});

test('different lanes go side by side, up to the limit of the moment', async () => {
	const rows = Array.from({ length: 20 }, (_none, index) => ({ lane: String(index), turns: 3 }));
	expect((await sent(rows)).most).toBe(4);
	expect((await sent(rows, { concurrency: () => 1 })).most).toBe(1);
});

test('nothing begins once the execution is stopped', async () => {
	const controller = new AbortController();
	const rows = Array.from({ length: 50 }, () => ({ lane: 'a', turns: 1 }));
	const onBegin = (index: number) => index === 9 && controller.abort();
	const { began } = await sent(rows, { cancelled: controller.signal, onBegin });
	expect(began).toHaveLength(10);
	expect((await sent(rows, { cancelled: AbortSignal.abort() })).began).toEqual([]);
});

test('of ten thousand rows of one task, only a thousand are kept resolved', async () => {
	const prepared: number[] = Array.from({ length: 10_000 }, () => 0);
	let done = 0;
	await sendInLanes<number, true>({
		count: 10_000,
		concurrency: () => 10,
		prepare: (call) => {
			prepared[call] = (prepared[call] ?? 0) + 1;
			return { call, lane: 'one' };
		},
		send: async () => {
			done++;
			return true;
		},
		settled: () => true,
	});
	expect(done).toBe(10_000);
	expect(prepared.filter((times) => times === 1).length).toBeLessThan(1100);
	expect(Math.max(...prepared)).toBe(2);
});

test('a task of thousands of rows does not keep the others waiting', async () => {
	const rows = Array.from({ length: 3100 }, (_none, index) => ({
		lane: index < 3000 ? 'long' : String(index),
		turns: 1,
	}));
	const { began } = await sent(rows);
	expect(began).toHaveLength(3100);
	expect(began.filter((index) => index < 3000)).toEqual(rows.slice(0, 3000).map((_row, i) => i));
	expect(began.indexOf(3099)).toBeLessThan(1000);
});

test('with one call at a time the rows go in the order of the input', async () => {
	const rows = ['a', 'a', 'b', 'a', 'c', 'b'].map((lane) => ({ lane, turns: 1 }));
	const { began } = await sent(rows, { concurrency: () => 1 });
	expect(began).toEqual([0, 1, 2, 3, 4, 5]);
});

test('a row that is resolved once more may turn out bad, and the next of its task goes on', async () => {
	let last = -1;
	const outcomes: boolean[] = [];
	await sendInLanes<number, boolean>({
		count: 1200,
		concurrency: () => 2,
		prepare: (index) => {
			const isAgain = index <= last;
			last = Math.max(last, index);
			return isAgain ? { outcome: false } : { call: index, lane: 'one' };
		},
		send: async () => {
			await wait(0);
			return true;
		},
		settled: (index, outcome) => {
			outcomes[index] = outcome;
			return true;
		},
	});
	expect(outcomes).toHaveLength(1200);
	expect(outcomes.slice(0, 1001).every(Boolean)).toBe(true);
	expect(outcomes.at(-1)).toBe(false);
});

test('rows that take long to resolve let the event loop turn', async () => {
	let turns = 0;
	const ticking = setInterval(() => turns++, 1);
	await sendInLanes<number, true>({
		count: 100,
		concurrency: () => 10,
		prepare: (index) => {
			const end = Date.now() + 2;
			while (Date.now() < end);
			return index % 2 ? { outcome: true } : { call: index, lane: String(index) };
		},
		send: async () => true,
		settled: () => true,
	});
	clearInterval(ticking);
	expect(turns).toBeGreaterThan(5);
});

describe('rows that wait with no call under way', () => {
	/** Sends rows that all wait until as many have begun as are expected to, and says how many that were at one time. */
	async function waited(count: number, concurrency: number, expected: number): Promise<number> {
		const aside = new Aside();
		let [waiting, most] = [0, 0];
		let release = () => {};
		const released = new Promise<void>((resolve) => (release = resolve));
		await sendInLanes<number, boolean>({
			count,
			concurrency: () => concurrency,
			aside,
			prepare: (index) => ({ call: index, lane: String(index) }),
			send: async () =>
				await aside.whileWaiting(async () => {
					most = Math.max(most, ++waiting);
					if (waiting === expected) release();
					await released;
					waiting--;
					return true;
				}),
			settled: () => true,
		});
		expect(aside.size).toBe(0);
		return most;
	}

	test.each([
		[6, 2, 6],
		[30, 10, 30],
		[3, 5, 3],
		// Who lets one at a time wants one to be over before the next begins.
		[6, 1, 1],
	])('of %i with %i places, %i wait at one time', async (count, concurrency, expected) => {
		expect(await waited(count, concurrency, expected)).toBe(expected);
	});

	test('give no more places away than there is a bound for', async () => {
		expect(await waited(500, 10, 210)).toBe(210);
	});

	test('give none away once they have failed to wait', async () => {
		const aside = new Aside();
		const failed = aside.whileWaiting(async () => await Promise.reject(new Error('stopped')));
		expect(aside.size).toBe(1);
		await expect(failed).rejects.toThrow('stopped');
		expect(aside.size).toBe(0);
	});
});
