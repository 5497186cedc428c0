import { getEventListeners } from 'node:events';
import { runInThisContext } from 'node:vm';
import { startEmulator } from '../../emulator';
import { Bench, CONTINUE } from '../support/bench';
import { namesGiven, namesSeen, refusedOf, tell } from './support/account';
import { FROM_ROW, GATEWAY, rows, STUBBORN, tasks } from './support/load';

const warnings: string[] = [];
const rejections: unknown[] = [];
// Jest gives tests a process object of their own, which hears of neither.
const realProcess = runInThisContext('process') as NodeJS.Process;
const onWarning = ({ name }: Error) => void warnings.push(name);
const onRejection = (reason: unknown) => void rejections.push(reason);
beforeAll(() => {
	realProcess.on('warning', onWarning).on('unhandledRejection', onRejection);
});
afterAll(() => {
	realProcess.off('warning', onWarning).off('unhandledRejection', onRejection);
});
afterEach(() => {
	expect({ warnings, rejections }).toEqual({ warnings: [], rejections: [] });
});

test('a gateway that goes away for good leaves every row with an answer', async () => {
	const bench = await Bench.open({ seed: tasks(400), settings: GATEWAY });
	setTimeout(() => void bench.close(), 600);
	const items = rows(2000, 400);
	const { output } = await bench.run(
		{ ...FROM_ROW, options: { maximumAttempts: 2, longestWait: 0.05, waitForTheGateway: 1 } },
		{ items, node: CONTINUE },
	);
	const refused = refusedOf(output);
	tell('gone for good', { updated: output.length - refused.length, refused: refused.length });
	expect(output.map(({ pairedItem }) => pairedItem)).toEqual(items.map((_row, item) => ({ item })));
	expect(refused.length).toBeGreaterThan(0);
	const updated = output.flatMap(({ json }) => (json.error ? [] : [json.Name]));
	const applied = new Set(bench.emulator.journal.map(({ after }) => after.Name));
	expect(updated.filter((name) => !applied.has(String(name)))).toEqual([]);
});

test.each([
	['two seconds', 2000, { ...STUBBORN, waitForTheGateway: 300 }],
	['a minute', 60_000, { maximumAttempts: 5, waitForTheGateway: 300 }],
])('a gateway that is away for %s costs no row and no order', async (what, ms, options) => {
	const bench = await Bench.open({ seed: tasks(400), settings: GATEWAY });
	const { port, store, journal } = bench.emulator;
	const items = rows(2000, 400);
	let second: Awaited<ReturnType<typeof startEmulator>> | undefined;
	setTimeout(() => {
		void (async () => {
			await bench.close();
			await new Promise((resolve) => setTimeout(resolve, ms));
			second = await startEmulator({ port, seed: store.list(), settings: GATEWAY });
		})();
	}, 600);
	const { output } = await bench.run({ ...FROM_ROW, options }, { items, node: CONTINUE });
	await second?.close();
	const later = second?.journal ?? [];
	tell(`away for ${what}`, { 'applied before': journal.length, after: later.length });
	expect(later.length).toBeGreaterThan(0);
	expect(refusedOf(output)).toEqual([]);
	expect(namesSeen({ journal: [...journal, ...later] })).toEqual(namesGiven(items));
});

test('10,000 rows leave no listener and no warning behind', async () => {
	const bench = await Bench.open({ seed: tasks(400), settings: { latencyMs: 2 } });
	const { signal } = new AbortController();
	const items = rows(10_000, 400);
	let most = 0;
	const looking = setInterval(() => {
		most = Math.max(most, getEventListeners(signal, 'abort').length);
	}, 5);
	const { output } = await bench.run(FROM_ROW, { items, node: CONTINUE, signal });
	clearInterval(looking);
	await bench.close();
	tell('10,000 rows', { 'listeners at most': most, connections: bench.emulator.connections });
	expect(refusedOf(output)).toEqual([]);
	expect(most).toBeLessThanOrEqual(1);
	expect(getEventListeners(signal, 'abort')).toEqual([]);
});
