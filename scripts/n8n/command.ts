import { spawn } from 'node:child_process';

const LAST_LINES = 20;

/** npm itself, the one that runs us if there is one: `npm` alone is no executable on Windows. */
export const npm = (...args: string[]): [string, ...string[]] => {
	const script = process.env.npm_execpath;
	return script?.endsWith('.js') ? [process.execPath, script, ...args] : ['npm', ...args];
};

/**
 * Runs a command to its end, in silence.
 * @returns what it printed to standard output
 * @throws Error (rejects) with its last lines if it fails
 */
export async function run(
	[command, ...args]: readonly [string, ...string[]],
	{ cwd, env = process.env }: { cwd?: string; env?: NodeJS.ProcessEnv } = {},
): Promise<string> {
	return await new Promise((resolve, reject) => {
		const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
		let output = '';
		let everything = '';
		child.stdout.on('data', (data: Buffer) => {
			output += data.toString();
			everything += data.toString();
		});
		child.stderr.on('data', (data: Buffer) => {
			everything += data.toString();
		});
		child.on('error', reject);
		child.on('close', (code, signal) => {
			if (code === 0) return resolve(output);
			const lines = everything.trim().split('\n').slice(-LAST_LINES).join('\n');
			reject(new Error(`${[command, ...args].join(' ')} ended with ${code ?? signal}:\n${lines}`));
		});
	});
}
