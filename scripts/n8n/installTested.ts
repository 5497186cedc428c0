import { installN8n } from './install';
import { CURRENT, PREVIOUS } from './releases';

/** Installs the releases that the end-to-end tests start, for whoever has something else to do meanwhile. */
async function main(): Promise<void> {
	for (const version of [CURRENT, PREVIOUS]) {
		await installN8n(version, (text) => process.stdout.write(`${text}\n`));
	}
}

void main();
