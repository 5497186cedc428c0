import { getEventListeners } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { CONTINUE, useBench } from '../support/bench';
import { tell } from './support/account';
import { FROM_ROW, GATEWAY, MIX, rows, STUBBORN, tasks } from './support/load';

const MOMENTS_MS = [400, 1500, 3100, 5000, 8000];

const settings = { ...GATEWAY, faults: MIX, randomSeed: 2, rateLimit: { perSecond: 20 } };
const bench = useBench({ seed: tasks(400), settings });

test.each(MOMENTS_MS)(
	'stopped in the middle of the load, after %d ms, nothing more is sent',
	async (moment) => {
		const { requests } = bench.emulator;
		const controller = new AbortController();
		let stoppedAt = 0;
		setTimeout(() => {
			stoppedAt = Date.now();
			controller.abort();
		}, moment);
		const items = rows(2000, 400);
		const { output } = await bench.run(
			{ ...FROM_ROW, options: STUBBORN },
			{ items, node: CONTINUE, signal: controller.signal },
		);
		const endedAfter = Date.now() - stoppedAt;
		// Long enough for whatever would still come.
		await wait(2000);
		const lastAfter = (requests.at(-1)?.at ?? 0) - stoppedAt;
		tell(`stopped after ${moment} ms`, {
			requests: requests.length,
			'last request, ms after the stop': lastAfter,
			'node ended, ms after the stop': endedAfter,
		});
		expect(requests.length).toBeGreaterThan(0);
		expect(lastAfter).toBeLessThanOrEqual(100);
		expect(endedAfter).toBeLessThan(1000);
		// Every row that was begun has an output, the others have none.
		const begun = new Set(requests.map(({ params }) => params.Name));
		const told = output.map(({ pairedItem }) => items[(pairedItem as { item: number }).item]?.name);
		expect(new Set(told).size).toBe(told.length);
		expect([...begun].filter((name) => !told.includes(name))).toEqual([]);
		expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
	},
);
