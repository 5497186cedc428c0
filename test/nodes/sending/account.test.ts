import { seededRandom } from '../../../emulator/random';
import { Places } from '../../../nodes/AlibabaCloudVms/sending/places';
import { bucket } from './support/gates';
import { turnOf, World, type Scene } from './support/world';

const line = (seed: number): Pick<Scene, 'latencyMs' | 'random'> => {
	const random = seededRandom(seed);
	return { latencyMs: () => 5 + random() * 20, random };
};

const shareOf = ({ seen }: World, by: number, until: number): number => {
	const taken = seen.filter(({ at, isTaken }) => isTaken && at <= until);
	return taken.filter((one) => one.by === by).length / taken.length;
};

describe('executions of one account', () => {
	test.each([
		[2, 0],
		[4, 0],
		[4, 300],
		[7, 700],
	])('%d of them share a limit fairly, asked to wait %d ms', async (count, askedMs) => {
		const world = new World({ ...line(11), gate: bucket(20), askedMs });
		const account = world.account();
		const ends = await world.time.run(
			Promise.all(
				Array.from({ length: count }, async (_none, by) =>
					world.rows(Math.floor(800 / count), world.pace(account), by),
				),
			),
		);
		const times = ends.map(({ endedAt }) => endedAt);
		expect(world.hold(20, 0, Math.max(...times)).taken).toBeGreaterThan(0.9);
		for (let by = 0; by < count; by++) {
			expect(shareOf(world, by, Math.min(...times))).toBeGreaterThan(0.8 / count);
		}
	});

	test('one that is slow by its own choice holds up no other', async () => {
		const world = new World({ gate: () => true });
		const account = world.account();
		const slow = world.rows(5, world.pace(account, { requestsPerSecond: 1 }), 1);
		const ends = await world.time.run(Promise.all([world.rows(1000, world.pace(account)), slow]));
		expect(ends[0]?.endedAt).toBeLessThan(600);
		expect(ends[1]?.endedAt).toBeLessThan(4100);
	});

	test('the wait that one was asked for holds for all, but no longer than each would wait', async () => {
		const world = new World({ gate: () => true });
		const account = world.account();
		const begun: Record<string, number> = {};
		const ask = async (name: string, longestWait: number) => {
			const turn = await world.pace(account, { longestWait }).turn();
			begun[name] = world.time.now();
			if (turn !== 'late' && turn.ok) turn.value.ended({ kind: 'taken' });
		};
		const first = await world.time.run(turnOf(world.pace(account)));
		first.ended({ kind: 'throttled', askedMs: 9000 });
		await world.time.run(Promise.all([ask('patient', 30), ask('hasty', 2)]));
		expect(begun).toEqual({ patient: 9000, hasty: 2000 });
	});
});

test.each([
	[1, 0],
	[4, 0],
	[6, 300],
])(
	'two processes that know nothing of each other share a limit, seed %d, %d ms',
	async (seed, askedMs) => {
		const world = new World({ ...line(seed), gate: bucket(20), askedMs });
		const ends = await world.time.run(
			Promise.all([0, 1].map(async (by) => await world.rows(700, world.pace(), by))),
		);
		const times = ends.map(({ endedAt }) => endedAt);
		expect(world.hold(20, 0, Math.max(...times)).taken).toBeGreaterThan(0.8);
		expect(Math.max(...times) / Math.min(...times)).toBeLessThan(1.5);
	},
);

test.each([1, 3, 50])(
	'accounts at one endpoint share its %d places, each getting its part',
	async (count) => {
		const world = new World({ gate: () => true });
		const places = new Places(count);
		const both = [0, 1].map(async (by) => {
			const pace = world.pace(world.account(places), { concurrentRequests: 50 });
			return await world.rows(300, pace, by);
		});
		const ends = await world.time.run(Promise.all(both));
		expect(world.mostUnderWay).toBe(count);
		const first = Math.min(...ends.map(({ endedAt }) => endedAt));
		expect(Math.abs(shareOf(world, 0, first) - 0.5)).toBeLessThan(0.1);
	},
);
