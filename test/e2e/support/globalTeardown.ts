import { rm } from 'node:fs/promises';
import type { Shared } from './globalSetup';

export default async function globalTeardown(): Promise<void> {
	const { sharedN8n } = globalThis as Shared;
	await sharedN8n?.server.stop();
	if (sharedN8n) await rm(sharedN8n.folder, { recursive: true, force: true });
}
