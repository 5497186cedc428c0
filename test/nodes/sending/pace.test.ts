import { Pace, type PaceOptions } from '../../../nodes/AlibabaCloudVms/sending/pace';
import { Urgency, type TurnOptions } from '../../../nodes/AlibabaCloudVms/sending/waiting';
import { AUTOMATIC, turnOf, World } from './support/world';

/** An execution in a time of its own, whose requests take none. */
function paced(options: Partial<PaceOptions> = {}) {
	const world = new World({ gate: () => true });
	const account = world.account();
	const pace = new Pace(account, { ...AUTOMATIC, ...options });
	const given: string[] = [];
	const ask = async (name: string, more?: TurnOptions) => {
		const turn = await pace.turn(more);
		if (turn === 'late' || !turn.ok) return turn;
		given.push(name);
		turn.value.ended({ kind: 'taken' });
		return 'given';
	};
	const throttled = async (askedMs: number) =>
		(await world.time.run(turnOf(pace))).ended({ kind: 'throttled', askedMs });
	return { world, pace, given, ask, throttled };
}

const names = Array.from({ length: 20 }, (_none, index) => String(index));

test('turns are given in the order of asking', async () => {
	const { world, given, ask } = paced({ requestsPerSecond: 500 });
	await world.time.run(Promise.all(names.map(async (name) => await ask(name))));
	expect(given).toEqual(names);
});

test.each([0.5, 3, 100, 2000])(
	"the user's own limit of %d a second is never passed, and used",
	async (rate) => {
		const { world, pace } = paced({ requestsPerSecond: rate });
		await world.time.run(world.rows(101, pace));
		expect(world.time.now()).toBeGreaterThanOrEqual((100 / rate) * 1000);
		expect(world.time.now()).toBeLessThan((100 / rate) * 1000 * 1.1 + 100);
	},
);

test('the gateway may ask for a pause', async () => {
	const { world, ask, throttled } = paced();
	await throttled(80);
	await world.time.run(ask('next'));
	expect(world.time.now()).toBe(80);
});

test('a stopped execution waits no longer, and gives its turn back', async () => {
	const { world, pace, given, ask, throttled } = paced();
	await throttled(30_000);
	const controller = new AbortController();
	const stopped = Promise.allSettled([1, 2].map(() => pace.turn({ signal: controller.signal })));
	const other = ask('other');
	controller.abort();
	expect((await stopped).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
	await expect(pace.turn({ signal: AbortSignal.abort() })).rejects.toThrow();
	await world.time.run(other);
	expect(given).toEqual(['other']);
});

test('what is urgent goes first, in the order of asking', async () => {
	const { world, given, ask } = paced({ requestsPerSecond: 200 });
	await world.time.run(ask('first'));
	await world.time.run(
		Promise.all([
			ask('row 1', { urgency: Urgency.none }),
			ask('row 2', { urgency: Urgency.none }),
			ask('update 1', { urgency: Urgency.decided }),
			ask('start 1', { urgency: Urgency.standingStill }),
			ask('update 2', { urgency: Urgency.decided }),
			ask('start 2', { urgency: Urgency.standingStill }),
		]),
	);
	expect(given.slice(1)).toEqual(['start 1', 'start 2', 'update 1', 'update 2', 'row 1', 'row 2']);
});

describe('a turn that is of use for so long only', () => {
	/** One request in five seconds, and the first one taken. */
	const SLOW = { requestsPerSecond: 0.2 };

	test('is late after that, without being used up', async () => {
		const { world, given, ask, throttled } = paced(SLOW);
		await throttled(14_000);
		const late = ask('late', { until: () => 3000 });
		const next = ask('next', { until: () => 60_001 });
		expect(await world.time.run(Promise.all([late, next]))).toEqual(['late', 'given']);
		expect({ given, at: world.time.now() }).toEqual({ given: ['next'], at: 14_000 });
	});

	test('is lent where the rate alone would bring it too late, one at a time', async () => {
		const { world, given, ask } = paced(SLOW);
		await world.time.run(ask('first'));
		await world.time.run(ask('lent', { until: () => 3000 }));
		expect(world.time.now()).toBe(0);
		const second = ask('second', { until: () => 3000 });
		const third = ask('third', { until: () => 60_000 });
		expect(await world.time.run(Promise.all([second, third]))).toEqual(['late', 'given']);
		expect(given).toEqual(['first', 'lent', 'third']);
		expect(world.time.now()).toBe(10_000);
	});
});
