import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

/** How a run's requests are received. */
export interface Reception {
	latencyMs: number;
	/** So many are throttled at first, and asked to come back after so long. */
	throttled?: { count: number; retryAfterMs: number };
}

export type Order = ({ kind: 'begin' } & Reception) | { kind: 'count' };

/** What came in since the run began; connections since the start. */
export interface Answer {
	connections: number;
	requests: number;
	throttled: number;
	applied: number;
	/** Numbers that tasks have been given. */
	numbers: number;
	/** The first refusal, in words. */
	refused?: string;
}

/** A local gateway in another process. */
export interface Gateway {
	url: string;
	/** Forgets earlier requests. */
	begin(reception: Reception): Promise<Answer>;
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
		begin: async (reception) => await ask({ kind: 'begin', ...reception }),
		count: async () => await ask({ kind: 'count' }),
		async close() {
			child.disconnect();
			await exited;
		},
	};
}
