import { readFile } from 'node:fs/promises';
import { BackgroundProcess } from '../../scripts/n8n/background';

/** Keeps a server in the background, and prints the numbers of that process and of its child. */
const file = process.argv.at(-1) ?? '';
const command = ['sh', '-c', 'sleep 1000 & echo $$ $!; wait'] as const;
const server = new BackgroundProcess('server', command, file);
void server.untilReady(async () => {
	const numbers = await readFile(file, 'utf8');
	process.stdout.write(numbers);
	return numbers !== '';
}, 60_000);
setInterval(() => {}, 1000);
