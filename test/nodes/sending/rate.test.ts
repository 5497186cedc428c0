import { seededRandom } from '../../../emulator/random';
import { bucket, burst, changing, seconds, shutUntil } from './support/gates';
import { World, type Scene } from './support/world';

const GATES = { bucket, seconds };

/** Latency as over a line. */
const line = (seed: number): Pick<Scene, 'latencyMs' | 'random'> => {
	const random = seededRandom(seed);
	return { latencyMs: () => 5 + random() * 20, random };
};

async function sent(scene: Scene, rows: number, options = {}) {
	const world = new World(scene);
	const { endedAt, most } = await world.time.run(
		world.rows(rows, world.pace(world.account(), options)),
	);
	return { world, endedAt, most };
}

describe('a limit of the gateway is found and held', () => {
	const limits = (Object.keys(GATES) as Array<keyof typeof GATES>).flatMap((gate) =>
		[5, 20, 100, 400].flatMap((perSecond) =>
			[0, 300, 700].map((askedMs) => ({ gate, perSecond, askedMs })),
		),
	);

	test.each(limits)('$gate, $perSecond a second, asks for $askedMs ms', async (limit) => {
		const { gate, perSecond, askedMs } = limit;
		const scene = { ...line(7), gate: GATES[gate](perSecond), askedMs };
		const { world, endedAt, most } = await sent(scene, perSecond * 30);
		const { taken, refused } = world.hold(perSecond, 5000, endedAt - 500);
		// Seconds by the clock save nothing up, so that every wait is lost.
		expect(taken).toBeGreaterThan(gate === 'bucket' ? 0.9 : 0.87 - askedMs / 4000);
		expect(refused).toBeLessThan(0.06);
		expect(most).toBeLessThanOrEqual(6);
	});

	test('also a very low one, and one with long waits', async () => {
		for (const [perSecond, askedMs, least] of [
			[1, 0, 0.6],
			[2, 300, 0.85],
			[20, 3000, 0.75],
		] as const) {
			const scene = { ...line(3), gate: bucket(perSecond), askedMs };
			const { world, endedAt } = await sent(scene, perSecond * 40);
			expect(world.hold(perSecond, 5000, endedAt).taken).toBeGreaterThan(least);
		}
	});

	test.each([86_400_000, Number.POSITIVE_INFINITY])(
		'also where the gateway asks for %d ms, far more than is ever waited',
		async (askedMs) => {
			const scene = { ...line(7), gate: bucket(20), askedMs };
			const { world, endedAt } = await sent(scene, 1200, { longestWait: 0.3 });
			expect(world.hold(20, 5000, endedAt - 500).taken).toBeGreaterThan(0.9);
			const { taken } = world.hold(20, endedAt - 20_000, endedAt - 500);
			expect(taken).toBeGreaterThan(0.9);
		},
	);

	test.each([
		[5, 200, 25],
		[20, 40, 25],
		[200, 5, 5],
		[20, 10, 5],
	])('and followed from %d to %d a second', async (before, after, secondsToFind) => {
		const at = 15_000;
		const gate = changing(bucket(before), at, bucket(after));
		const world = new World({ ...line(5), gate });
		const rows = before * 15 + after * (secondsToFind + 20);
		const { endedAt, most } = await world.time.run(world.rows(rows, world.pace()));
		const found = at + secondsToFind * 1000;
		expect(world.hold(after, found, Math.min(found + 10_000, endedAt)).taken).toBeGreaterThan(0.75);
		expect(most).toBeLessThanOrEqual(5);
	});
});

describe('a guess is no limit', () => {
	const bursts = [0.5, 20, 50].flatMap((latency) =>
		[700, 300].flatMap((askedMs) =>
			[1, 5, 20].map((count) => ({ count, askedMs, latency, after: 0 })),
		),
	);

	test.each([...bursts, { count: 1, askedMs: 700, latency: 20, after: 50 }])(
		'$count refusals that ask for $askedMs ms, at a latency of $latency ms, after $after: at most 1.5 times a client that retries',
		async ({ count, askedMs, latency, after }) => {
			const scene = () => ({ gate: burst(count, after), askedMs, latencyMs: () => latency });
			const peer = new World(scene());
			const peerMs = await peer.time.run(peer.peer(100));
			const { endedAt } = await sent(scene(), 100);
			expect(endedAt).toBeLessThanOrEqual(peerMs * 1.5);
		},
	);

	test.each([1, 5, 20])('%d refusals that ask for nothing are soon over', async (count) => {
		const { endedAt } = await sent({ gate: burst(count) }, 100);
		expect(endedAt).toBeLessThan(600);
	});

	test.each([300, 700])('what asks for %d ms is left alone for it', async (askedMs) => {
		const world = new World({ gate: burst(1), askedMs });
		await world.time.run(world.rows(50, world.pace()));
		const [first] = world.seen;
		const quiet = world.seen.filter(
			({ at }) => at > (first?.at ?? 0) + 20 && at < (first?.at ?? 0) + askedMs,
		);
		expect(first?.isTaken).toBe(false);
		expect(quiet).toEqual([]);
	});

	test.each([
		[1000, 0],
		[3000, 300],
		[10_000, 0],
	])(
		'a gateway that takes nothing for %d ms, asking for %d, burns few attempts',
		async (until, askedMs) => {
			const { world, most } = await sent({ gate: shutUntil(until), askedMs }, 100);
			expect(world.seen.filter(({ isTaken }) => !isTaken).length).toBeLessThan(50);
			expect(most).toBeLessThanOrEqual(6);
		},
	);
});

describe('the number side by side', () => {
	test.each([5, 20, 50, 100])(
		'is doubled while all is well: 1,000 rows at %d ms take at most 1.25 times as long as 50 side by side',
		async (latency) => {
			const scene = { gate: () => true, latencyMs: () => latency };
			const fifty = await sent(scene, 1000, { concurrentRequests: 50 });
			const { world, endedAt } = await sent(scene, 1000);
			expect(endedAt).toBeLessThanOrEqual(fifty.endedAt * 1.25);
			expect(world.mostUnderWay).toBe(50);
			expect(world.seen.filter(({ at }) => at <= latency)).toHaveLength(10);
		},
	);

	test.each([1, 3, 50])('of the user stays what it is: %d', async (concurrentRequests) => {
		const { world } = await sent({ gate: () => true }, 500, { concurrentRequests });
		expect(world.mostUnderWay).toBe(concurrentRequests);
	});

	test('may be bounded later on', async () => {
		const world = new World({ gate: () => true });
		const pace = world.pace();
		pace.stayBelow(4);
		await world.time.run(world.rows(200, pace));
		expect(world.mostUnderWay).toBe(4);
	});
});

test('a rate that the rows do not use does not grow', async () => {
	const world = new World({ ...line(2), gate: bucket(20) });
	const account = world.account();
	const user = world.pace(account, { requestsPerSecond: 2 });
	await world.time.run(world.rows(400, world.pace(account)));
	const found = account.perSecond;
	await world.time.run(world.rows(200, user));
	expect(account.perSecond).toBeLessThan(found * 1.3);
});
