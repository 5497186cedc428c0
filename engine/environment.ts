import { mkdtempSync } from 'node:fs';
import Module from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';

export const packageFolder = path.resolve(__dirname, '..');

/**
 * What n8n-core wants to find before it is loaded: a user folder of its own, a key, no log lines. Set
 * once a process, since n8n-core reads it while it loads.
 */
function prepareEnvironment(): void {
	const { env } = process;
	env.N8N_USER_FOLDER ??= mkdtempSync(path.join(tmpdir(), 'n8n-engine-'));
	env.N8N_ENCRYPTION_KEY ??= 'key of an engine that keeps nothing';
	env.N8N_LOG_LEVEL ??= 'silent';
	env.N8N_ENFORCE_SETTINGS_FILE_PERMISSIONS ??= 'false';
	// Workflows of this repository may read the files beside them.
	env.N8N_RESTRICT_FILE_ACCESS_TO ??= path.join(packageFolder, 'examples');
	// n8n gives packages outside its own tree its own n8n-workflow in this way.
	env.NODE_PATH = [path.join(packageFolder, 'node_modules'), env.NODE_PATH]
		.filter(Boolean)
		.join(path.delimiter);
	(Module as typeof Module & { _initPaths(): void })._initPaths();
}

prepareEnvironment();
