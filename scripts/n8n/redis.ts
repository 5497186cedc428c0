import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { BackgroundProcess } from './background';
import { run } from './command';
import { freePort } from './ports';
import type { Service } from './postgres';

const START_MS = 30_000;

/** A Redis that keeps nothing, on the loopback address. */
export async function startRedis(folder: string): Promise<Service> {
	await mkdir(folder, { recursive: true });
	const port = String(await freePort());
	const server = new BackgroundProcess(
		'Redis',
		['redis-server', '--port', port, '--bind', '127.0.0.1', '--save', '', '--dir', folder],
		path.join(folder, 'redis.log'),
	);
	await server.untilReady(
		async () => (await run(['redis-cli', '-p', port, 'ping'])).includes('PONG'),
		START_MS,
	);
	return {
		env: { QUEUE_BULL_REDIS_HOST: '127.0.0.1', QUEUE_BULL_REDIS_PORT: port },
		stop: async () => await server.stop(),
	};
}
