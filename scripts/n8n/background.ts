import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

const POLL_MS = 200;
const STOP_MS = 20_000;
const LAST_LINES = 30;

const running = new Set<BackgroundProcess>();
// Whatever ends this process, its children do not outlive it.
process.once('exit', () => running.forEach((child) => child.kill()));

/** Ends a process group once the one who holds the other end of its standard input is gone. */
const GUARD = `process.stdin.resume().on('end', () => {
	try { process.kill(-Number(process.argv[1]), 'SIGKILL'); } catch {}
})`;

/** Sees to it that a group ends with this process, also where this process is killed without a word. */
function guard(group: number): ChildProcess {
	const guardian = spawn(process.execPath, ['-e', GUARD, String(group)], {
		detached: true,
		stdio: ['pipe', 'ignore', 'ignore'],
	});
	// What it needs to live is this process, not the other way round.
	guardian.unref();
	(guardian.stdin as Socket | null)?.unref();
	return guardian;
}

/** A server in the background, the leader of a process group of its own, with its output in a file. */
export class BackgroundProcess {
	private readonly child: ChildProcess;

	private readonly exited: Promise<unknown>;

	constructor(
		readonly name: string,
		[command, ...args]: readonly [string, ...string[]],
		readonly logFile: string,
		options: { env?: NodeJS.ProcessEnv; cwd?: string; uid?: number; gid?: number } = {},
	) {
		const log = openSync(logFile, 'a');
		this.child = spawn(command, args, {
			...options,
			detached: true,
			stdio: ['ignore', log, log],
		});
		closeSync(log);
		const guardian = this.child.pid === undefined ? undefined : guard(this.child.pid);
		this.exited = Promise.race([once(this.child, 'exit'), once(this.child, 'error')]).finally(
			() => {
				running.delete(this);
				guardian?.kill('SIGKILL');
			},
		);
		this.exited.catch(() => {});
		running.add(this);
	}

	get isRunning(): boolean {
		return this.child.exitCode === null && this.child.signalCode === null;
	}

	/** @throws Error (rejects) with the log's last lines when it ends or is not ready in time */
	async untilReady(isReady: () => Promise<boolean>, timeoutMs: number): Promise<void> {
		const end = Date.now() + timeoutMs;
		while (!(await isReady().catch(() => false))) {
			if (!this.isRunning || Date.now() > end) {
				const log = (await readFile(this.logFile, 'utf8')).trim().split('\n').slice(-LAST_LINES);
				const what = this.isRunning ? 'is not ready in time' : 'ended before it was ready';
				await this.stop();
				throw new Error(`${this.name} ${what}:\n${log.join('\n')}`);
			}
			await sleep(POLL_MS);
		}
	}

	/** Asks it to stop, and insists after a while. */
	async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
		if (!this.isRunning) return;
		this.child.kill(signal);
		await Promise.race([this.exited, sleep(STOP_MS, undefined, { ref: false })]);
		this.kill();
		await this.exited;
	}

	/** Ends it and what it started, at once. */
	kill(): void {
		if (this.child.pid === undefined) return;
		try {
			process.kill(-this.child.pid, 'SIGKILL');
		} catch {
			// The group is gone already.
		}
	}
}
