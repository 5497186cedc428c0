import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

/** A gateway of long lists in another process. */
export interface Lists {
	url: string;
	/** Requests since it was asked last. */
	requests(): Promise<number>;
	close(): Promise<void>;
}

/** @param count entries of each list */
export async function startLists(count: number, latencyMs: number): Promise<Lists> {
	const file = path.join(__dirname, '../gateway/lists.ts');
	const child = fork(file, [String(count), String(latencyMs)], {
		execArgv: ['--import', 'tsx', '--max-old-space-size=4096'],
	});
	const exited = once(child, 'exit');
	const next = async <T>(): Promise<T> =>
		await Promise.race([
			once(child, 'message').then(([message]) => message as T),
			exited.then(() => {
				throw new Error('The gateway ended by itself');
			}),
		]);
	const { url } = await next<{ url: string }>();
	return {
		url,
		async requests() {
			const answer = next<{ requests: number }>();
			child.send('count');
			return (await answer).requests;
		},
		async close() {
			child.disconnect();
			await exited;
		},
	};
}
