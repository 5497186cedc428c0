import { fail, type Failure, type Result } from '../../../nodes/AlibabaCloudVms/gateway/failure';
import { stateOf, type TaskState } from '../../../nodes/AlibabaCloudVms/tasks/state';
import { waitsWithin, watch } from '../../../nodes/AlibabaCloudVms/tasks/watch';

const AWAY: Failure = { kind: 'connection', message: 'away', description: '', retry: true };
const DENIED: Failure = { kind: 'gateway', message: 'denied', description: '', retry: false };

type Look = number | Failure | 'stop';

/** Looks that find these statuses, or fail so; the last one goes on. */
function looking(...looks: Look[]) {
	let count = 0;
	const look = async (): Promise<Result<TaskState>> => {
		const found = looks[Math.min(count++, looks.length - 1)] ?? 0;
		if (found === 'stop') throw Object.assign(new Error('stopped'), { name: 'AbortError' });
		if (typeof found === 'object') return fail(found);
		return await Promise.resolve({ ok: true, value: stateOf({ Status: found }) });
	};
	return { look, count: () => count };
}

const isRunning = ({ status }: TaskState) => status === 1;

test.each<[string, Look[], object, number, object]>([
	['ends as soon as it is as wanted', [0, 2, 1, 3], {}, 3, { end: 'seen', state: { status: 1 } }],
	['looks once more than it waits', [0], {}, 4, { end: 'timeUp', state: { status: 0 } }],
	['looks once where there is no time', [0], { waits: [] }, 1, { end: 'timeUp' }],
	['ends where it may not read', [0, DENIED], { outlastsFailures: true }, 2, { end: 'unread' }],
	['ends at any failure, unless told', [0, AWAY, 1], {}, 2, { end: 'unread', failure: AWAY }],
	['outlasts what passes', [AWAY, AWAY, 1], { outlastsFailures: true }, 3, { end: 'seen' }],
	[
		'says what it saw last where that does not pass',
		[2, AWAY],
		{ outlastsFailures: true },
		4,
		{ end: 'unread', state: { status: 2 } },
	],
	['ends where the execution is stopped in a look', [2, 'stop'], {}, 2, { end: 'stopped' }],
])('%s', async (_what, looks, more, count, expected) => {
	const scene = looking(...looks);
	const seen = await watch({
		look: scene.look,
		isSeen: isRunning,
		waits: [1, 1, 1],
		...more,
	});
	expect(seen).toMatchObject(expected);
	expect(scene.count()).toBe(count);
});

test('ends at once where the execution is stopped in a wait', async () => {
	const stop = new AbortController();
	const scene = looking(0);
	const watching = watch({
		look: scene.look,
		isSeen: isRunning,
		waits: [2 ** 30],
		signal: stop.signal,
	});
	stop.abort();
	expect(await watching).toMatchObject({ end: 'stopped', state: { status: 0 } });
	expect(scene.count()).toBe(1);
});

test('waits grow, and end with the time', () => {
	const waits = waitsWithin(2000);
	expect([waits.next().value, waits.next().value]).toEqual([500, 750]);
	expect([...waitsWithin(0)]).toEqual([]);
	const [first = 0] = waitsWithin(100);
	expect(first).toBeGreaterThan(0);
	expect(first).toBeLessThanOrEqual(100);
});
