import { setImmediate as breathe } from 'node:timers/promises';

/** Rows that wait for an earlier one of their task; more are not resolved ahead. */
const MOST_WAITING = 1000;
/** Resolving rows gives way to the network after this time. */
const SLICE_MS = 20;

export interface Lanes<Call, Outcome> {
	count: number;
	/** Resolves and checks a row: a call to make, or an outcome without one. */
	prepare(index: number): { call: Call; lane: string } | { outcome: Outcome };
	send(call: Call): Promise<Outcome>;
	/** Told of every outcome; false lets no later row start, while earlier ones still get their turn. */
	settled(index: number, outcome: Outcome): boolean;
	/** How many calls may be under way now. */
	concurrency(): number;
	cancelled?: AbortSignal;
}

/**
 * Sends rows side by side: calls of one lane (one task) strictly one after the other in the order of the
 * rows, different lanes together. A row is prepared just before it is sent. Resolves when every call that
 * was started has its outcome.
 */
export async function sendInLanes<Call, Outcome>(lanes: Lanes<Call, Outcome>): Promise<void> {
	type Ready = { index: number; call: Call; lane: string };
	const busy = new Map<string, Ready[]>();
	const ready: Ready[] = [];
	const running = new Set<Promise<void>>();
	let next = 0;
	let waiting = 0;
	let end = lanes.count;

	const isStopped = () => lanes.cancelled?.aborted ?? false;
	const settle = (index: number, outcome: Outcome) => {
		if (!lanes.settled(index, outcome)) end = Math.min(end, index);
	};

	/** Prepares rows until one can go at once. */
	const take = (until: number): Ready | undefined => {
		const first = ready.shift();
		if (first) return first;
		while (next < end && waiting < MOST_WAITING && Date.now() < until) {
			const index = next++;
			const prepared = lanes.prepare(index);
			if ('outcome' in prepared) {
				settle(index, prepared.outcome);
				continue;
			}
			const row = { index, ...prepared };
			const queue = busy.get(row.lane);
			if (!queue) {
				busy.set(row.lane, []);
				return row;
			}
			queue.push(row);
			waiting++;
		}
		return undefined;
	};

	const run = async ({ index, call, lane }: Ready): Promise<void> => {
		settle(index, await lanes.send(call));
		const following = busy.get(lane)?.shift();
		if (following) waiting--;
		if (following && following.index < end) {
			ready.push(following);
		} else {
			busy.delete(lane);
		}
	};

	while (!isStopped()) {
		const until = Date.now() + SLICE_MS;
		while (running.size < lanes.concurrency()) {
			const row = take(until);
			if (!row) break;
			const one: Promise<void> = run(row).finally(() => running.delete(one));
			running.add(one);
		}
		if (next < end && Date.now() >= until) await breathe();
		else if (running.size > 0) await Promise.race(running);
		else if (next >= end && ready.length === 0) break;
	}
	await Promise.all(running);
}
