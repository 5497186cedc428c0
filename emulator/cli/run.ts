import { startEmulator, type Emulator } from '../emulator';
import { readArguments, USAGE } from './arguments';

/** Where the command's words go, and what ends it. */
interface Terminal {
	out(text: string): void;
	err(text: string): void;
	/** Settles when the user wants the emulator to stop. */
	untilStopped(): Promise<void>;
}

const EXIT_OK = 0;
const EXIT_REFUSED = 2;

function greeting({ url, store, settings }: Emulator): string {
	const key = settings.keys.find(({ status }) => status === 'Active');
	const counts = new Map<string, number>();
	for (const { EnterpriseId } of store.list()) {
		counts.set(EnterpriseId, (counts.get(EnterpriseId) ?? 0) + 1);
	}
	const enterprises = [...counts].map(([id, count]) => `${id} (${count} tasks)`);
	return [
		`Emulator:          ${url}`,
		`AccessKey ID:      ${key?.accessKeyId ?? 'none is active'}`,
		`AccessKey Secret:  ${key?.accessKeySecret ?? 'none is active'}`,
		`Enterprise IDs:    ${enterprises.join(', ') || 'none'}`,
		'Ctrl-C stops it.',
		'',
	].join('\n');
}

/**
 * Runs the command to its end.
 * @param argv the arguments after the script's name
 * @returns the exit code
 */
export async function runCli(argv: string[], terminal: Terminal): Promise<number> {
	const read = readArguments(argv);
	if ('refused' in read) {
		terminal.err(`${read.refused}\nTry --help.\n`);
		return EXIT_REFUSED;
	}
	if (read.value === undefined) {
		terminal.out(USAGE);
		return EXIT_OK;
	}
	const started = await startEmulator(read.value).then(
		(emulator) => ({ emulator }),
		(error: Error) => ({ refused: `The emulator cannot start: ${error.message}.\n` }),
	);
	if ('refused' in started) {
		terminal.err(started.refused);
		return EXIT_REFUSED;
	}
	const { emulator } = started;
	terminal.out(greeting(emulator));
	await terminal.untilStopped().finally(() => emulator.close());
	return EXIT_OK;
}
