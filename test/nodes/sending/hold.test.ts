import type { Account } from '../../../nodes/AlibabaCloudVms/sending/account';
import { Pace, type PaceOptions } from '../../../nodes/AlibabaCloudVms/sending/pace';
import type { Failure } from '../../../nodes/AlibabaCloudVms/gateway/failure';
import { AUTOMATIC, turnOf, World } from './support/world';

const REFUSED: Failure = {
	kind: 'connection',
	retry: true,
	fate: 'notSent',
	message: 'The host refused the connection',
	description: '',
};

const newAccount = () => {
	const world = new World({ gate: () => true });
	return { world, account: world.account() };
};

/** An endpoint that takes no connections up to a moment, and an execution with so many rows. */
async function outage(
	until: number,
	options: Partial<PaceOptions> = {},
	{ world, account }: { world: World; account: Account } = newAccount(),
) {
	const rows = 100;
	const tries: number[] = [];
	const told: string[] = [];
	const pace = new Pace(
		account,
		{ ...AUTOMATIC, ...options },
		{ held: ({ message }) => told.push(message), released: () => told.push('back') },
	);
	let sent = 0;
	let givenUp = 0;
	let most = 0;
	let underWay = 0;
	const row = async () => {
		for (;;) {
			const turn = await pace.turn();
			if (turn === 'late' || !turn.ok) return void givenUp++;
			most = world.time.now() > 10 ? Math.max(most, ++underWay) : ++underWay && 0;
			const isAway = world.time.now() < until;
			if (isAway) tries.push(world.time.now());
			await world.time.sleep(5);
			underWay--;
			turn.value.ended(isAway ? { kind: 'away', failure: REFUSED } : { kind: 'taken' });
			if (!isAway) return void sent++;
		}
	};
	const work = async () => {
		await Promise.all(Array.from({ length: rows }, row));
		const { waitedMs } = pace;
		pace.leave();
		return waitedMs;
	};
	return { work: work(), tries, told, account, world, counts: () => ({ sent, givenUp, most }) };
}

test.each([1000, 20_000, 60_000, 240_000])(
	'an endpoint that is away for %d ms costs no row: one request at a time tries, less and less often',
	async (ms) => {
		const { work, tries, world, counts, told } = await outage(ms);
		const waitedMs = await world.time.run(work);
		expect(counts().sent).toBe(100);
		expect(counts().givenUp).toBe(0);
		// The first ones did not know; from then on there is one at a time.
		expect(tries.filter((at) => at === 0)).toHaveLength(10);
		const later = tries.filter((at) => at > 0);
		expect(new Set(later).size).toBe(later.length);
		expect(later.length).toBeLessThan(7 + ms / 20_000);
		expect(waitedMs).toBeGreaterThanOrEqual(ms - 10);
		expect(waitedMs).toBeLessThan(ms * 2 + 1000);
		expect(told).toEqual(ms > 1000 ? [REFUSED.message, 'back'] : told);
	},
);

test.each([0.5, 5, 60])('rows are given up after %d s, all together', async (waitForTheGateway) => {
	const { work, tries, world, counts } = await outage(Number.POSITIVE_INFINITY, {
		waitForTheGateway,
	});
	const waitedMs = await world.time.run(work);
	expect(counts()).toMatchObject({ sent: 0, givenUp: 100 });
	expect(waitedMs).toBe(waitForTheGateway * 1000);
	expect(world.time.now()).toBeLessThan(waitForTheGateway * 1000 + 20);
	expect(tries.length).toBeLessThan(20);
});

test('each execution waits for as long as its user wants', async () => {
	const short = await outage(10_000, { waitForTheGateway: 1 });
	const long = await outage(10_000, { waitForTheGateway: 60 }, short);
	await short.world.time.run(Promise.all([short.work, long.work]));
	expect(short.counts()).toMatchObject({ sent: 0, givenUp: 100 });
	expect(long.counts()).toMatchObject({ sent: 100, givenUp: 0 });
});

test('an answer to what was under way ends the wait at once', async () => {
	const world = new World({ gate: () => true });
	const account: Account = world.account();
	const pace = new Pace(account, AUTOMATIC);
	const [one, two] = await world.time.run(Promise.all([turnOf(pace), turnOf(pace)]));
	one.ended({ kind: 'away', failure: REFUSED });
	const next = turnOf(pace);
	two.ended({ kind: 'answered' });
	await world.time.run(next);
	expect(world.time.now()).toBe(0);
});

test('a try that is given up is followed by another one', async () => {
	const world = new World({ gate: () => true });
	const pace = new Pace(world.account(), AUTOMATIC);
	const turn = async () => await world.time.run(turnOf(pace));
	(await turn()).ended({ kind: 'away', failure: REFUSED });
	(await turn()).ended({ kind: 'undecided' });
	(await turn()).ended({ kind: 'taken' });
	expect(world.time.now()).toBeLessThan(1000);
});
