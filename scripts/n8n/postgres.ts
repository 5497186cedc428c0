import { existsSync } from 'node:fs';
import { mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { BackgroundProcess } from './background';
import { run } from './command';
import { freePort } from './ports';

const INSTALLED = '/usr/lib/postgresql';
const START_MS = 60_000;

/** A PostgreSQL or Redis that runs for us alone. */
export interface Service {
	/** What n8n needs to find it. */
	env: Record<string, string>;
	stop(): Promise<void>;
}

/** PostgreSQL refuses to run as root; Debian brings a user for it. */
const asUser = (): string[] =>
	process.getuid?.() === 0
		? ['setpriv', '--reuid=postgres', '--regid=postgres', '--clear-groups']
		: [];

/** A fresh PostgreSQL with its data in `folder`, on the loopback address. */
export async function startPostgres(folder: string): Promise<Service> {
	const [version = ''] = existsSync(INSTALLED) ? (await readdir(INSTALLED)).sort().reverse() : [];
	const program = (name: string): [string, ...string[]] => {
		const [first, ...rest] = [...asUser(), path.join(INSTALLED, version, 'bin', name)];
		return [first ?? name, ...rest];
	};
	await mkdir(folder, { recursive: true });
	if (asUser().length > 0) await run(['chown', 'postgres', folder]);
	const data = path.join(folder, 'data');
	await run([...program('initdb'), '-D', data, '-U', 'n8n', '-A', 'trust', '-E', 'UTF8'], {
		cwd: folder,
	});
	const port = String(await freePort());
	const settings = [
		'-c',
		'listen_addresses=127.0.0.1',
		'-c',
		'fsync=off',
		'-p',
		port,
		'-k',
		folder,
	];
	const server = new BackgroundProcess(
		'PostgreSQL',
		[...program('postgres'), '-D', data, ...settings],
		path.join(folder, 'postgres.log'),
		{ cwd: folder },
	);
	await server.untilReady(async () => {
		await run([...program('pg_isready'), '-h', '127.0.0.1', '-p', port], { cwd: folder });
		return true;
	}, START_MS);
	return {
		env: {
			DB_TYPE: 'postgresdb',
			DB_POSTGRESDB_HOST: '127.0.0.1',
			DB_POSTGRESDB_PORT: port,
			DB_POSTGRESDB_DATABASE: 'postgres',
			DB_POSTGRESDB_USER: 'n8n',
			DB_POSTGRESDB_PASSWORD: 'n8n',
		},
		// SIGINT: stop at once, without waiting for connections.
		stop: async () => await server.stop('SIGINT'),
	};
}
