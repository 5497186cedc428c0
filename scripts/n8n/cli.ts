import path from 'node:path';
import { startEmulator } from '../../emulator';
import { readArguments, USAGE, type Arguments } from './arguments';
import { installCommunityPackage, packNode } from './communityPackage';
import { installN8n } from './install';
import { dataFolder } from './paths';
import { isFree } from './ports';
import { N8nRest, OWNER } from './rest';
import { secretsOf } from './secrets';
import { startN8n } from './server';
import { examplesReadable, furnish } from './workspace';

const EXIT_FAILED = 1;
const EXIT_REFUSED = 2;
const EXIT_INTERRUPTED = 130;

const print = (text: string) => process.stdout.write(`${text}\n`);

/** Everything that a person needs to try the node in n8n. */
async function start({ port, version }: Arguments): Promise<{ stop(): Promise<void> }> {
	const installation = await installN8n(version, print);
	print('Building and packing the node.');
	const tarball = await packNode();
	const userFolder = path.join(dataFolder, version);
	await installCommunityPackage(tarball, userFolder);
	const emulator = await startEmulator();
	print(`Starting n8n ${version}.`);
	const n8n = await startN8n(installation, { userFolder, port, env: examplesReadable });
	const rest = new N8nRest(n8n.url);
	await rest.logIn();
	const { password } = await secretsOf();
	const first = await furnish(rest, emulator.url);
	print(`
Begin at:  ${n8n.url}/workflow/${first}
Editor:    ${n8n.url}
Log in:    ${OWNER.email}
Password:  ${password}
Gateway:   ${emulator.url} (local, with made-up tasks from 133224 on)
n8n's log: ${n8n.logFile}

The credential and the example workflows are there; key and password of this n8n were drawn for it.
It is for trying: put no AccessKey of a real account into it. Ctrl-C stops everything.`);
	return {
		async stop() {
			print('Stopping.');
			await n8n.stop();
			await emulator.close();
		},
	};
}

/** The first signal ends the wait; further ones, such as npm's own copy of Ctrl-C, change nothing. */
const untilStopped = async (): Promise<void> =>
	await new Promise((resolve) => {
		for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, resolve);
	});

async function main(argv: string[]): Promise<number> {
	const read = readArguments(argv);
	if ('refused' in read) {
		process.stderr.write(`${read.refused}\nTry --help.\n`);
		return EXIT_REFUSED;
	}
	if (read.help) {
		process.stdout.write(USAGE);
		return 0;
	}
	if (!(await isFree(read.port))) {
		process.stderr.write(`Port ${read.port} is taken; choose another with --port.\n`);
		return EXIT_REFUSED;
	}
	const stopped = untilStopped();
	const running = await Promise.race([start(read), stopped]);
	if (!running) return EXIT_INTERRUPTED;
	await stopped;
	await running.stop();
	return 0;
}

// Ends the process even where an installation is cut short; its children end with it.
void main(process.argv.slice(2)).then(
	(status) => process.exit(status),
	(error: Error) => {
		process.stderr.write(`${error.message}\n`);
		process.exit(EXIT_FAILED);
	},
);
