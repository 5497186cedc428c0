import { spawn } from 'node:child_process';

const LAST_LINES = 20;

/** npm itself, the one that runs us if there is one: `npm` alone is no executable on Windows. */
export const npm = (...args: string[]): [string, ...string[]] => {
	const script = process.env.npm_execpath;
	return script?.endsWith('.js') ? [process.execPath, script, ...args] : ['npm', ...args];
};

export interface RunOptions {
	cwd?: string;
	env?: NodeJS.ProcessEnv;
	onOutput?(text: string): void;
}

/**
 * Runs a command to its end, in silence.
 * @param onOutput told of everything that it prints, as it comes
 * @returns what it printed to standard output
 * @throws Error (rejects) with its last lines if it fails
 */
export async function run(
	[command, ...args]: readonly [string, ...string[]],
	{ cwd, env = process.env, onOutput }: RunOptions = {},
): Promise<string> {
	return await new Promise((resolve, reject) => {
		const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
		let output = '';
		let everything = '';
		const take = (data: Buffer) => {
			everything += data.toString();
			onOutput?.(data.toString());
		};
		child.stdout.on('data', (data: Buffer) => {
			output += data.toString();
			take(data);
		});
		child.stderr.on('data', take);
		child.on('error', reject);
		child.on('close', (code, signal) => {
			if (code === 0) return resolve(output);
			const lines = everything.trim().split('\n').slice(-LAST_LINES).join('\n');
			reject(new Error(`${[command, ...args].join(' ')} ended with ${code ?? signal}:\n${lines}`));
		});
	});
}
