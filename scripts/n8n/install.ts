import { existsSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { npm, run } from './command';
import { workFolder } from './paths';
import { counter, spaceTaken, writing } from './progress';
import { releaseOf } from './releases';

/** Of the first start; later ones take ten seconds. */
export const FIRST_START = '3 GB and about 10 minutes on two cores';

/** An n8n that can be started. */
export interface Installation {
	version: string;
	folder: string;
	/** The Node.js to run it with. */
	node: string;
	/** n8n's command. */
	bin: string;
	env: Record<string, string>;
}

/** Told about every step that takes time, and every few seconds while it lasts. */
export type Progress = (text: string) => void;

const TELL_EVERY_MS = 15_000;

/** Says how long a step has taken, until it is over. */
async function telling<T>(progress: Progress, what: () => string, step: Promise<T>): Promise<T> {
	const begin = Date.now();
	const seconds = () => Math.round((Date.now() - begin) / 1000);
	const timer = setInterval(() => progress(`  ${seconds()} s: ${what()}`), TELL_EVERY_MS);
	return await step.finally(() => clearInterval(timer));
}

/**
 * n8n in a folder of its own, installed on first use. An installation under way has another name, so
 * that one cut short is never taken for a finished one.
 */
export async function installN8n(version: string, progress: Progress): Promise<Installation> {
	const { packages, overrides, node, env } = releaseOf(version);
	const folder = path.join(workFolder, version);
	if (!existsSync(folder)) {
		const unfinished = `${folder}.unfinished`;
		await rm(unfinished, { recursive: true, force: true });
		await mkdir(unfinished, { recursive: true });
		const manifest = { name: 'n8n-installation', private: true, overrides };
		await writeFile(path.join(unfinished, 'package.json'), JSON.stringify(manifest, null, '\t'));
		progress(`Installing n8n ${version} into ${folder}, once: ${FIRST_START}.`);
		const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=http'];
		const fetched = counter(/^npm http fetch/gm);
		const install = run(npm('install', ...flags, ...packages), {
			cwd: unfinished,
			onOutput: fetched.read,
		});
		const taken = spaceTaken(unfinished);
		const packagesFolder = path.join(unfinished, 'node_modules');
		const doing = () =>
			existsSync(packagesFolder)
				? writing(taken())
				: `npm works out what it needs, ${fetched.count()} answers so far`;
		await telling(progress, doing, install);
		// The one package whose install script is needed: it fetches or compiles the database driver.
		const rebuild = run(
			npm('rebuild', '--ignore-scripts=false', '--foreground-scripts', 'sqlite3'),
			{ cwd: unfinished },
		);
		await telling(progress, () => 'the database driver is built, about 90 s', rebuild);
		await rename(unfinished, folder);
		progress(`n8n ${version} is installed.`);
	}
	return {
		version,
		folder,
		node: node ? path.join(folder, node) : process.execPath,
		bin: path.join(folder, 'node_modules', 'n8n', 'bin', 'n8n'),
		env,
	};
}
