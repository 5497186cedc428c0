import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { packageFolder } from '../../engine/environment';

const KEEPER = path.join(__dirname, 'keeper.ts');

const isAlive = (pid: number): boolean => {
	try {
		return process.kill(pid, 0);
	} catch {
		return false;
	}
};

test.each(['SIGKILL', 'SIGTERM'] as const)(
	'what was started in the background ends with a process that ends by %s',
	async (signal) => {
		const folder = await mkdtemp(path.join(tmpdir(), 'background-'));
		const keeper = spawn(process.execPath, ['--import', 'tsx', KEEPER, path.join(folder, 'log')], {
			cwd: packageFolder,
			stdio: ['ignore', 'pipe', 'inherit'],
		});
		const [printed] = (await once(keeper.stdout, 'data')) as [Buffer];
		const children = printed.toString().trim().split(' ').map(Number);
		expect(children).toHaveLength(2);
		expect(children.map(isAlive)).toEqual([true, true]);
		keeper.kill(signal);
		while (children.some(isAlive)) await sleep(20);
		await rm(folder, { recursive: true });
	},
);
