import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { installCommunityPackage, packNode } from '../../../scripts/n8n/communityPackage';
import { ensureDebianPackages } from '../../../scripts/n8n/debian';
import { installN8n } from '../../../scripts/n8n/install';
import { CURRENT } from '../../../scripts/n8n/releases';
import { N8nRest } from '../../../scripts/n8n/rest';
import { startN8n, type Server } from '../../../scripts/n8n/server';
import { examplesReadable } from '../../../scripts/n8n/workspace';
import { tell } from './tell';

/** What globalTeardown finds of globalSetup: they share their globals, the tests do not. */
export interface Shared {
	sharedN8n?: { server: Server; folder: string };
}

/** Packs the node and starts the n8n that the tests share. */
export default async function globalSetup(): Promise<void> {
	// For whoever writes tests: an n8n that `npm run n8n` started serves as well.
	if (process.env.E2E_N8N_URL) {
		process.env.E2E_N8N_COOKIE = await sessionOf(process.env.E2E_N8N_URL);
		return;
	}
	await ensureDebianPackages(tell, [
		{ file: '/usr/bin/chromium', name: 'chromium' },
		{ file: '/usr/share/fonts/truetype/wqy', name: 'fonts-wqy-zenhei' },
	]);
	const installation = await installN8n(CURRENT, tell);
	const tarball = await packNode();
	const folder = await mkdtemp(path.join(tmpdir(), 'n8n-e2e-'));
	await installCommunityPackage(tarball, folder);
	const begin = Date.now();
	const server = await startN8n(installation, { userFolder: folder, env: examplesReadable });
	tell(`n8n ${CURRENT} started in ${Math.round((Date.now() - begin) / 1000)} s.`);
	(globalThis as Shared).sharedN8n = { server, folder };
	process.env.E2E_N8N_URL = server.url;
	process.env.E2E_N8N_COOKIE = await sessionOf(server.url);
	process.env.E2E_TARBALL = tarball;
}

async function sessionOf(url: string): Promise<string> {
	const rest = new N8nRest(url);
	await rest.logIn();
	return rest.cookie;
}
