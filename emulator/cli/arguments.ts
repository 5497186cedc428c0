import { parseArgs } from 'node:util';
import type { EmulatorOptions } from '../emulator';
import type { Read } from './readJson';
import { readSeedFile } from './seedFile';
import { readSettingsFile } from './settingsFile';

const DEFAULT_PORT = '7080';
const MAX_PORT = 65535;

export const USAGE = `Usage: npm run emulator -- [--port <0-65535>] [--seed <file>] [--settings <file>]

Starts a local stand-in for the Voice Messaging Service gateway.

  --port      port on the loopback address, 0 for any free one (default ${DEFAULT_PORT})
  --seed      JSON array of tasks to begin with instead of the built-in ones
  --settings  JSON object of settings, see emulator/settings.ts
  --help      this text
`;

/** undefined stands for a request for help. */
export type Arguments = EmulatorOptions | undefined;

const OPTIONS = {
	port: { type: 'string', default: DEFAULT_PORT },
	seed: { type: 'string' },
	settings: { type: 'string' },
	help: { type: 'boolean', short: 'h' },
} as const;

interface Flags {
	port: string;
	seed?: string;
	settings?: string;
	help?: boolean;
}

function parse(argv: string[]): Read<Flags> {
	try {
		return { value: parseArgs({ args: argv, options: OPTIONS }).values };
	} catch (error) {
		return { refused: error instanceof Error ? error.message : String(error) };
	}
}

/** @param argv the arguments after the script's name */
export function readArguments(argv: string[]): Read<Arguments> {
	const parsed = parse(argv);
	if ('refused' in parsed) return parsed;
	const { port, seed, settings, help } = parsed.value;
	if (help) return { value: undefined };
	if (!/^\d{1,5}$/.test(port) || Number(port) > MAX_PORT) {
		return { refused: `The port must be a number from 0 to ${MAX_PORT}, not "${port}".` };
	}
	const options: EmulatorOptions = { port: Number(port) };
	if (seed !== undefined) {
		const tasks = readSeedFile(seed);
		if ('refused' in tasks) return tasks;
		options.seed = tasks.value;
	}
	if (settings !== undefined) {
		const read = readSettingsFile(settings);
		if ('refused' in read) return read;
		options.settings = read.value;
	}
	return { value: options };
}
