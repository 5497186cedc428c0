import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

export type Order = { kind: 'begin'; latencyMs: number } | { kind: 'count' };

/** What came in since the run began; connections since the start. */
export interface Answer {
	connections: number;
	requests: number;
	applied: number;
	/** The first refusal, in words. */
	refused?: string;
}

/** A local gateway in another process. */
export interface Gateway {
	url: string;
	/** Forgets earlier requests and sets how long every answer takes. */
	begin(latencyMs: number): Promise<Answer>;
	count(): Promise<Answer>;
	close(): Promise<void>;
}

/** @param tasks how many tasks it has, one for each row of the longest sheet */
export async function startGateway(tasks: number): Promise<Gateway> {
	const child = fork(path.join(__dirname, 'main.ts'), [String(tasks)], {
		execArgv: ['--import', 'tsx', '--max-old-space-size=8192'],
	});
	const exited = once(child, 'exit');
	const next = async <T>(): Promise<T> =>
		await Promise.race([
			once(child, 'message').then(([message]) => message as T),
			exited.then(() => {
				throw new Error('The gateway ended by itself');
			}),
		]);
	const ask = async (order: Order): Promise<Answer> => {
		const answer = next<Answer>();
		child.send(order);
		return await answer;
	};
	const { url } = await next<{ url: string }>();
	return {
		url,
		begin: async (latencyMs) => await ask({ kind: 'begin', latencyMs }),
		count: async () => await ask({ kind: 'count' }),
		async close() {
			child.disconnect();
			await exited;
		},
	};
}
