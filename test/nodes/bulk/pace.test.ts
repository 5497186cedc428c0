import { Pace } from '../../../nodes/AlibabaCloudVms/bulk/pace';
import { Urgency } from '../../../nodes/AlibabaCloudVms/bulk/waiting';

const AUTOMATIC = { concurrentRequests: 0, requestsPerSecond: 0 };

/** A gateway with a clock of its own: takes so many requests a second, in whole seconds. */
function simulate(pace: Pace, clock: { now: number }, perSecond: number, seconds: number) {
	const taken: number[] = [];
	let refused = 0;
	const end = clock.now + seconds * 1000;
	let second = -1;
	let left = 0;
	let gap = 1000 / (perSecond * 3);
	while (clock.now < end) {
		if (Math.floor(clock.now / 1000) !== second) {
			second = Math.floor(clock.now / 1000);
			left = perSecond;
		}
		if (left > 0) {
			left--;
			taken.push(clock.now);
			pace.succeeded();
		} else {
			refused++;
			pace.throttled();
		}
		gap = pace.gapMs ?? gap;
		clock.now += gap;
	}
	return { taken: taken.length, refused };
}

test('without a limit of the gateway, more and more requests go side by side, up to 50', () => {
	const clock = { now: 0 };
	const pace = new Pace({ ...AUTOMATIC, now: () => clock.now });
	expect(pace.concurrency).toBe(10);
	for (let i = 0; i < 5000; i++) pace.succeeded();
	expect(pace.concurrency).toBe(50);
});

test('a number of the user stays what it is', () => {
	const pace = new Pace({ concurrentRequests: 3, requestsPerSecond: 0 });
	for (let i = 0; i < 1000; i++) pace.succeeded();
	expect(pace.concurrency).toBe(3);
});

test('the limit of the gateway is found and held', () => {
	const clock = { now: 0 };
	const pace = new Pace({ ...AUTOMATIC, now: () => clock.now });
	simulate(pace, clock, 20, 5);
	const { taken, refused } = simulate(pace, clock, 20, 60);
	expect(taken).toBeGreaterThan(20 * 60 * 0.75);
	expect(refused).toBeLessThan(taken * 0.1);
});

test('a limit that is lifted is noticed', () => {
	const clock = { now: 0 };
	const pace = new Pace({ ...AUTOMATIC, now: () => clock.now });
	simulate(pace, clock, 5, 10);
	simulate(pace, clock, 200, 120);
	expect(1000 / (pace.gapMs ?? 1)).toBeGreaterThan(50);
});

test('a rate that is not used does not grow', () => {
	const clock = { now: 0 };
	const pace = new Pace({ ...AUTOMATIC, now: () => clock.now });
	simulate(pace, clock, 20, 10);
	for (let i = 0; i < 1000; i++) {
		clock.now += 500;
		pace.succeeded();
	}
	expect(1000 / (pace.gapMs ?? 1)).toBeLessThan(30);
});

test('turns are given in the order of asking', async () => {
	const pace = new Pace({ concurrentRequests: 10, requestsPerSecond: 500 });
	const given: number[] = [];
	const asked = Array.from({ length: 20 }, async (_none, index) => {
		await pace.turn();
		given.push(index);
	});
	await Promise.all(asked);
	expect(given).toEqual(asked.map((_none, index) => index));
});

test("the user's own limit is never passed", async () => {
	const pace = new Pace({ concurrentRequests: 10, requestsPerSecond: 100 });
	const begin = Date.now();
	await Promise.all(Array.from({ length: 21 }, async () => await pace.turn()));
	expect(Date.now() - begin).toBeGreaterThanOrEqual(195);
});

test('the gateway may ask for a pause', async () => {
	const pace = new Pace(AUTOMATIC);
	pace.throttled(80);
	const begin = Date.now();
	await pace.turn();
	expect(Date.now() - begin).toBeGreaterThanOrEqual(78);
});

test('a stopped execution waits no longer', async () => {
	const pace = new Pace(AUTOMATIC);
	pace.throttled(60_000);
	await expect(pace.turn({ signal: AbortSignal.timeout(5) })).rejects.toThrow();
	await expect(new Pace(AUTOMATIC).turn({ signal: AbortSignal.abort() })).rejects.toThrow();
});

test('a turn that is given up does not hold up the next one', async () => {
	const pace = new Pace({ concurrentRequests: 10, requestsPerSecond: 50 });
	const turns = [pace.turn(), pace.turn({ signal: AbortSignal.abort() }), pace.turn()];
	const settled = await Promise.allSettled(turns);
	expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});

test('what is urgent goes first, in the order of asking', async () => {
	const pace = new Pace({ concurrentRequests: 10, requestsPerSecond: 200 });
	const given: string[] = [];
	const ask = async (name: string, urgency: Urgency) => {
		await pace.turn({ urgency });
		given.push(name);
	};
	await pace.turn();
	await Promise.all([
		ask('row 1', Urgency.none),
		ask('row 2', Urgency.none),
		ask('update 1', Urgency.decided),
		ask('start 1', Urgency.standingStill),
		ask('update 2', Urgency.decided),
		ask('start 2', Urgency.standingStill),
	]);
	expect(given).toEqual(['start 1', 'start 2', 'update 1', 'update 2', 'row 1', 'row 2']);
});

describe('a turn that is of use for so long only', () => {
	/** One request in five seconds, and the first one taken. */
	const slow = async () => {
		const clock = { now: 0 };
		const pace = new Pace({
			concurrentRequests: 0,
			requestsPerSecond: 0.2,
			now: () => clock.now,
		});
		await pace.turn();
		return { clock, pace };
	};

	test('is late after that, without being used up', async () => {
		const { clock, pace } = await slow();
		pace.throttled(4000);
		const late = pace.turn({ until: () => 3000 });
		clock.now = 60_000;
		const next = pace.turn({ until: () => 60_001 });
		expect(await Promise.all([late, next])).toEqual(['late', 'given']);
	});

	test('is lent where the rate alone would bring it too late, one at a time', async () => {
		const { clock, pace } = await slow();
		await pace.turn({ until: () => 3000 });
		const second = pace.turn({ until: () => 3000 });
		const third = pace.turn({ until: () => 60_000 });
		clock.now = 9999;
		void pace.turn({ signal: AbortSignal.timeout(1) }).catch(() => {});
		let isThird = false;
		void third.then(() => (isThird = true));
		await new Promise((resolve) => setTimeout(resolve, 5));
		expect(isThird).toBe(false);
		clock.now = 10_000;
		void pace.turn({ signal: AbortSignal.timeout(1) }).catch(() => {});
		expect(await Promise.all([second, third])).toEqual(['late', 'given']);
	});
});
