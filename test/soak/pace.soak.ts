import { CONTINUE, useBench } from '../support/bench';
import { holdOf, refusedOf, tell, tellHold } from './support/account';
import { FROM_ROW, GATEWAY, rows, tasks } from './support/load';

/** What the run is given to find the limit. */
const FIRST_MS = 5000;
const SECONDS = 20;

const limits = [5, 20, 100].flatMap((perSecond) => [
	{ perSecond, retryAfterMs: undefined },
	{ perSecond, retryAfterMs: 300 },
]);

/** Most requests that came in within any one second. */
function mostInOneSecond(times: number[]): number {
	let from = 0;
	return times.reduce((most, at, index) => {
		while ((times[from] ?? at) <= at - 1000) from++;
		return Math.max(most, index - from + 1);
	}, 0);
}

const bench = useBench({ seed: tasks(100), settings: GATEWAY });

test.each(limits)(
	'a limit of $perSecond requests a second, retry-after $retryAfterMs, is found and held',
	async ({ perSecond, retryAfterMs }) => {
		bench.emulator.settings.rateLimit = { perSecond, retryAfterMs };
		const { output } = await bench.run(
			{ ...FROM_ROW, options: { maximumAttempts: 5 } },
			{ items: rows(perSecond * SECONDS, 100), node: CONTINUE },
		);
		const hold = holdOf(bench.emulator, perSecond, FIRST_MS);
		tellHold(`${perSecond}/s, retry-after ${retryAfterMs ?? 'none'}`, hold);
		expect(refusedOf(output)).toEqual([]);
		expect(hold.acceptedShare).toBeGreaterThan(0.9);
		// At 5 a second, a single answer in four seconds is 5 %.
		expect(hold.throttledShare).toBeLessThan(perSecond < 20 ? 0.1 : 0.05);
	},
);

test.each([10, 50])(
	"the user's own limit of %d requests a second is used in full and not passed",
	async (requestsPerSecond) => {
		bench.emulator.settings.latencyMs = 0;
		await bench.run(
			{ ...FROM_ROW, options: { requestsPerSecond } },
			{ items: rows(requestsPerSecond * 8, 100), node: CONTINUE },
		);
		const times = bench.emulator.requests.map(({ at }) => at);
		const most = mostInOneSecond(times);
		const seconds = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 1000;
		const average = (times.length - 1) / seconds;
		tell(`own limit ${requestsPerSecond}/s`, { average: average.toFixed(1), most });
		expect(average).toBeGreaterThan(requestsPerSecond * 0.9);
		// A late timer may push a request or two into the second that follows.
		expect(most).toBeLessThanOrEqual(requestsPerSecond + 2);
	},
);
