import type { Aside } from './aside';
import { Slice } from './slice';

/**
 * Resolved rows that wait for an earlier one of their task. Of further ones only the place is kept, and
 * they are resolved once more when their turn comes: a task of thousands of rows neither fills the memory
 * nor keeps other tasks waiting.
 */
const MOST_KEPT = 1000;

export interface Lanes<Call, Outcome> {
	count: number;
	/** Resolves and checks a row: a call to make, or an outcome without one. */
	prepare(index: number): { call: Call; lane: string } | { outcome: Outcome };
	send(call: Call): Promise<Outcome>;
	/** Told of every outcome; false lets no later row start, while earlier ones still get their turn. */
	settled(index: number, outcome: Outcome): boolean;
	/** How many calls may be under way now. */
	concurrency(): number;
	/** Those that take no place meanwhile. */
	aside?: Aside;
	cancelled?: AbortSignal;
}

/**
 * Sends rows side by side: calls of one lane (one task) strictly one after the other in the order of the
 * rows, different lanes together. A row is prepared just before it is sent. Resolves when every call that
 * was started has its outcome.
 */
export async function sendInLanes<Call, Outcome>(lanes: Lanes<Call, Outcome>): Promise<void> {
	/** Without `kept`, the row is prepared again. */
	type Row = { index: number; lane: string; kept?: { call: Call } };
	/** Tasks with a row ready or under way, and those that wait for it. */
	const busy = new Map<string, Row[]>();
	/** In the order of the input. */
	const ready: Row[] = [];
	const running = new Set<Promise<void>>();
	let next = 0;
	let kept = 0;
	let end = lanes.count;
	let isBroken = false;
	/** Ends the wait for a call. */
	let wake = () => {};

	if (lanes.aside) lanes.aside.onRoom = () => wake();
	/** Who lets one at a time under way wants one to be over before the next begins. */
	const places = () => {
		const most = lanes.concurrency();
		return most === 1 ? most : most + (lanes.aside?.size ?? 0);
	};

	const isStopped = () => lanes.cancelled?.aborted ?? false;
	const settle = (index: number, outcome: Outcome) => {
		if (!lanes.settled(index, outcome)) end = Math.min(end, index);
	};

	/** Rows are prepared while others are under way, as many ahead as can be sent at one time. */
	const mayPrepare = () =>
		next < end &&
		(running.size < places() || (kept < MOST_KEPT && ready.length < lanes.concurrency()));

	const makeReady = (row: Row) => {
		const later = ready.findIndex(({ index }) => index > row.index);
		ready.splice(later < 0 ? ready.length : later, 0, row);
	};

	const prepareNext = () => {
		const index = next++;
		const prepared = lanes.prepare(index);
		if ('outcome' in prepared) return settle(index, prepared.outcome);
		const { call, lane } = prepared;
		const queue = busy.get(lane);
		if (!queue) {
			busy.set(lane, []);
			ready.push({ index, lane, kept: { call } });
		} else if (kept < MOST_KEPT) {
			queue.push({ index, lane, kept: { call } });
			kept++;
		} else {
			queue.push({ index, lane });
		}
	};

	const run = async ({ index, lane, ...row }: Row): Promise<void> => {
		const prepared = row.kept ?? lanes.prepare(index);
		settle(index, 'outcome' in prepared ? prepared.outcome : await lanes.send(prepared.call));
		const following = busy.get(lane)?.shift();
		if (following?.kept) kept--;
		if (following && following.index < end) {
			makeReady(following);
		} else {
			busy.delete(lane);
		}
	};

	const start = (row: Row): void => {
		const one: Promise<void> = run(row).then(() => void running.delete(one));
		running.add(one);
		one
			.catch(() => {
				isBroken = true;
			})
			.finally(() => wake());
	};

	const maySend = () => ready.length > 0 && running.size < places();

	const slice = new Slice();
	while (!isStopped() && !isBroken) {
		if (maySend() || mayPrepare()) {
			if (slice.isOver) {
				// Many answers come in a single turn of the event loop.
				await slice.giveWay();
			} else if (maySend()) {
				const row = ready.shift();
				if (row && row.index < end) start(row);
			} else {
				prepareNext();
			}
		} else if (running.size > 0) {
			// Not a race of all calls: that costs as much for every row as there are calls under way.
			await new Promise<void>((resolve) => (wake = resolve));
		} else {
			break;
		}
	}
	await Promise.all(running);
}
