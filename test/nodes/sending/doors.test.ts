import { setImmediate as breathe } from 'node:timers/promises';
import { Doors } from '../../../nodes/AlibabaCloudVms/sending/doors';

/** Works that end when they are told to. */
function worksBehind(doors: Doors) {
	const begun: string[] = [];
	const ends = new Map<string, () => void>();
	const work = async (door: string, name: string, signal?: AbortSignal) =>
		await doors.through(door, signal, async () => {
			begun.push(name);
			await new Promise<void>((resolve) => ends.set(name, resolve));
		});
	const end = async (name: string) => {
		ends.get(name)?.();
		await breathe();
	};
	return { begun, work, end };
}

test.each([1, 2, 5])('%i go through a door at a time, in the order of asking', async (most) => {
	const doors = new Doors(most);
	const { begun, work, end } = worksBehind(doors);
	const names = Array.from({ length: most + 3 }, (_none, index) => `${index}`);
	const works = names.map(async (name) => await work('a', name));
	const other = work('b', 'other');
	await breathe();
	expect(begun).toEqual([...names.slice(0, most), 'other']);
	for (const name of names) await end(name);
	expect(begun.filter((name) => name !== 'other')).toEqual(names);
	await end('other');
	await Promise.all([...works, other]);
	expect(doors.size).toBe(0);
});

test('who is stopped waits no longer, and keeps nobody out', async () => {
	const doors = new Doors(1);
	const { begun, work, end } = worksBehind(doors);
	const stop = new AbortController();
	const first = work('a', 'first');
	const second = work('a', 'second', stop.signal);
	const third = work('a', 'third', new AbortController().signal);
	stop.abort();
	await expect(second).rejects.toThrow();
	await expect(work('a', 'late', stop.signal)).rejects.toThrow();
	await end('first');
	await end('third');
	await Promise.all([first, third]);
	expect(begun).toEqual(['first', 'third']);
	expect(doors.size).toBe(0);
});

test('work that fails opens its door', async () => {
	const doors = new Doors(1);
	const failed = doors.through('a', undefined, async () => await Promise.reject(new Error('no')));
	const next = doors.through('a', undefined, async () => await Promise.resolve('done'));
	await expect(failed).rejects.toThrow('no');
	expect(await next).toBe('done');
	expect(doors.size).toBe(0);
});
