import { existsSync } from 'node:fs';
import { run } from './command';
import type { Progress } from './install';

interface DebianPackage {
	name: string;
	/** A file that it brings, by which it is known to be there. */
	file: string;
}

/**
 * Installs what is missing of programs that npm does not have.
 * @throws Error (rejects) with what to install by hand, where this is not root on a Debian
 */
export async function ensureDebianPackages(
	progress: Progress,
	packages: readonly DebianPackage[],
): Promise<void> {
	const names = packages.filter(({ file }) => !existsSync(file)).map(({ name }) => name);
	if (names.length === 0) return;
	if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) {
		throw new Error(
			`Missing here: ${names.join(', ')}. Install them: apt-get install ${names.join(' ')}`,
		);
	}
	progress(`Installing ${names.join(', ')} from Debian.`);
	const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
	await run(['apt-get', 'update', '-qq'], { env });
	await run(['apt-get', 'install', '-y', '-qq', '--no-install-recommends', ...names], { env });
}
