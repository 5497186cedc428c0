import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { npm, run } from './command';
import { repository, workFolder } from './paths';

type Manifest = Record<string, unknown> & { name: string; version: string };

const NOT_INSTALLED = ['devDependencies', 'peerDependencies', 'optionalDependencies'];

const readJson = async (file: string): Promise<Manifest> =>
	JSON.parse(await readFile(file, 'utf8')) as Manifest;

const writeJson = async (file: string, value: unknown): Promise<void> =>
	await writeFile(file, `${JSON.stringify(value, null, 2)}\n`);

/**
 * Builds the node and packs it as it would be published.
 * @returns the tarball's path
 */
export async function packNode(): Promise<string> {
	await run(npm('run', 'bundle'), { cwd: repository });
	const folder = path.join(workFolder, 'packed');
	await rm(folder, { recursive: true, force: true });
	await mkdir(folder, { recursive: true });
	const packed = await run(npm('pack', '--json', '--pack-destination', folder), {
		cwd: repository,
	});
	const [{ filename } = { filename: '' }] = JSON.parse(packed) as Array<{ filename: string }>;
	return path.join(folder, filename);
}

/**
 * Installs a tarball as n8n's own installer does: unpacked below the user folder, without its dev, peer
 * and optional dependencies, the others installed shallowly and without scripts.
 */
export async function installCommunityPackage(tarball: string, userFolder: string): Promise<void> {
	const nodes = path.join(userFolder, '.n8n', 'nodes');
	const { name, version } = await readJson(path.join(repository, 'package.json'));
	const folder = path.join(nodes, 'node_modules', name);
	await rm(folder, { recursive: true, force: true });
	await mkdir(folder, { recursive: true });
	await run(['tar', '-xzf', tarball, '-C', folder, '--strip-components=1']);
	const file = path.join(folder, 'package.json');
	const left = Object.entries(await readJson(file)).filter(([key]) => !NOT_INSTALLED.includes(key));
	await writeJson(file, Object.fromEntries(left));
	await writeJson(path.join(nodes, 'package.json'), {
		name: 'installed-nodes',
		private: true,
		dependencies: { [name]: version },
	});
	const flags = ['--ignore-scripts', '--install-strategy=shallow', '--package-lock=false'];
	const quiet = ['--audit=false', '--fund=false', '--bin-links=false', '--loglevel=error'];
	await run(npm('install', ...flags, ...quiet), { cwd: folder });
}
