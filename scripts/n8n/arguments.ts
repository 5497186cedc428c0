import { parseArgs } from 'node:util';
import { FIRST_START } from './install';
import { CURRENT } from './releases';

const DEFAULT_PORT = 5678;
const MAX_PORT = 65535;

export const USAGE = `Usage: npm run n8n -- [--port <1-65535>] [--n8n-version <x.y.z>]

Starts an n8n with this package, a local stand-in for the vendor's gateway and the example workflows.
The first start installs n8n, which takes ${FIRST_START}.

  --port         port of the editor on the loopback address (default ${DEFAULT_PORT})
  --n8n-version  version of n8n (default ${CURRENT})
  --help         this text
`;

export interface Arguments {
	port: number;
	version: string;
	help: boolean;
}

const OPTIONS = {
	port: { type: 'string', default: String(DEFAULT_PORT) },
	'n8n-version': { type: 'string', default: CURRENT },
	help: { type: 'boolean', short: 'h', default: false },
} as const;

/** @param argv the arguments after the script's name */
export function readArguments(argv: string[]): Arguments | { refused: string } {
	try {
		const { values } = parseArgs({ args: argv, options: OPTIONS });
		const { port, 'n8n-version': version, help } = values;
		if (!/^\d{1,5}$/.test(port) || Number(port) < 1 || Number(port) > MAX_PORT) {
			return { refused: `The port must be a number from 1 to ${MAX_PORT}, not "${port}".` };
		}
		if (!/^[1-9]\d*\.\d+\.\d+$/.test(version)) {
			return { refused: `The version must be in full, like ${CURRENT}, not "${version}".` };
		}
		return { port: Number(port), version, help };
	} catch (error) {
		return { refused: error instanceof Error ? error.message : String(error) };
	}
}
