import { fork, type Serializable } from 'node:child_process';
import { once } from 'node:events';

/** A gateway in another process: its CPU counts for nobody. */
export interface GatewayProcess {
	url: string;
	/** @typeParam T what it answers to the order */
	ask<T>(order: Serializable): Promise<T>;
	close(): Promise<void>;
}

/** @param file a module that tells its address first, and ends when nobody listens any more */
export async function startGatewayProcess(
	file: string,
	args: readonly number[],
	heapMegabytes: number,
): Promise<GatewayProcess> {
	const child = fork(file, args.map(String), {
		execArgv: ['--import', 'tsx', `--max-old-space-size=${heapMegabytes}`],
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
		async ask<T>(order: Serializable) {
			const answer = next<T>();
			child.send(order);
			return await answer;
		},
		async close() {
			child.disconnect();
			await exited;
		},
	};
}

/**
 * What a new process makes of one job.
 * @param flags of Node.js
 * @typeParam T what it tells
 */
export async function runInProcess<T>(
	file: string,
	job: Serializable,
	flags: readonly string[] = [],
): Promise<T> {
	const child = fork(file, { execArgv: ['--import', 'tsx', ...flags] });
	const failed = once(child, 'exit').then(([code]) => {
		throw new Error(`The run ended with ${code}: ${JSON.stringify(job)}`);
	});
	failed.catch(() => {});
	child.send(job);
	const [result] = (await Promise.race([once(child, 'message'), failed])) as [T];
	return result;
}
