import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { BackgroundProcess } from './background';
import { offline, ownEnvironment } from './environment';
import type { Installation } from './install';
import { freePort } from './ports';
import { secretsOf } from './secrets';

const START_MS = 180_000;

interface ServerOptions {
	/** Where n8n keeps its database and packages; made if missing. */
	userFolder: string;
	/** Default: any free one. */
	port?: number;
	env?: Record<string, string>;
	/** A worker has no editor; only its port for health checks. */
	role?: 'start' | 'worker';
}

/** An n8n that runs. */
export interface Server {
	version: string;
	url: string;
	logFile: string;
	/** Asks it to finish its executions and stop. */
	stop(): Promise<void>;
}

const answers = async (url: string, has = ''): Promise<boolean> => {
	const response = await fetch(url, { signal: AbortSignal.timeout(5000) });
	return response.ok && (await response.text()).includes(has);
};

/** Starts n8n on the loopback address and waits until it can be used. */
export async function startN8n(
	{ version, node, bin, env: ofRelease }: Installation,
	{ userFolder, port, env = {}, role = 'start' }: ServerOptions,
): Promise<Server> {
	await mkdir(userFolder, { recursive: true });
	const own = port ?? (await freePort());
	const url = `http://127.0.0.1:${own}`;
	const logFile = path.join(userFolder, `n8n-${role}.log`);
	const caller = ownEnvironment();
	const { encryptionKey } = await secretsOf();
	const n8n = new BackgroundProcess(`n8n ${version}`, [node, bin, role], logFile, {
		env: {
			...caller,
			...offline,
			...ofRelease,
			PATH: [path.dirname(node), caller.PATH].join(path.delimiter),
			N8N_ENCRYPTION_KEY: encryptionKey,
			N8N_USER_FOLDER: userFolder,
			N8N_PORT: String(own),
			N8N_RUNNERS_BROKER_PORT: String(await freePort()),
			...(role === 'worker'
				? { QUEUE_HEALTH_CHECK_ACTIVE: 'true', QUEUE_HEALTH_CHECK_PORT: String(own) }
				: {}),
			...env,
		},
	});
	// The settings come last of all: the port listens before the database is migrated.
	await n8n.untilReady(async () => {
		if (!(await answers(`${url}/healthz/readiness`, '"ok"'))) return false;
		return role === 'worker' || (await answers(`${url}/rest/settings`));
	}, START_MS);
	return { version, url, logFile, stop: async () => await n8n.stop() };
}
