import { fork, type ChildProcess } from 'node:child_process';
import { packageFolder } from '../../engine/environment';

export interface Forked<T> {
	child: ChildProcess;
	/** What it tells first. Rejects with all that it wrote where it ends before. */
	told: Promise<T>;
	ended: Promise<unknown>;
	/** All that it wrote so far. */
	printed(): string;
}

/**
 * Runs a module in a new Node.js process with more environment: some settings are read at its start only.
 * @typeParam T what its first message holds
 */
export function forked<T>(file: string, environment: Record<string, string>): Forked<T> {
	const child = fork(file, {
		cwd: packageFolder,
		execArgv: ['--import', 'tsx'],
		env: { ...process.env, NODE_OPTIONS: '', ...environment },
		stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
	});
	let printed = '';
	const note = (chunk: Buffer) => (printed += chunk.toString());
	child.stdout?.on('data', note);
	child.stderr?.on('data', note);
	const told = new Promise<T>((resolve, reject) => {
		child.once('message', (message) => resolve(message as T));
		child.once('close', (code) => reject(new Error(`The child ended with ${code}: ${printed}`)));
		child.once('error', reject);
	});
	const ended = new Promise((resolve) => child.once('close', resolve));
	return { child, told, ended, printed: () => printed };
}
