import { parseArgs } from 'node:util';

const PARTS = [
	'resolving',
	'probe',
	'load',
	'wall',
	'mapping',
	'start',
	'throttled',
	'memory',
	'numbers',
	'reading',
	'n8n',
	'loop',
	'large',
] as const;
export type Part = (typeof PARTS)[number];

export const USAGE = `Usage: npm run bench -- [--only <parts>] [--rows <counts>] [--rounds <n>]

Measures the built node and writes bench/RESULTS.md. All parts take about 25 minutes.

  --only    some parts, by commas: ${PARTS.join(', ')}
  --rows    rows of the sheets, by commas (default 100,1000,10000)
  --rounds  how often each side runs, alternating (default 5)
  --out     the file to write (default bench/RESULTS.md)
  --help    this text
`;

export interface BenchOptions {
	parts: Part[];
	rowCounts: number[];
	rounds: number;
	out?: string;
	help: boolean;
}

const OPTIONS = {
	only: { type: 'string', default: PARTS.join(',') },
	rows: { type: 'string', default: '100,1000,10000' },
	rounds: { type: 'string', default: '5' },
	out: { type: 'string' },
	help: { type: 'boolean', short: 'h', default: false },
} as const;

const isPart = (name: string): name is Part => PARTS.some((part) => part === name);

function count(text: string): number {
	const value = Number(text);
	if (!Number.isSafeInteger(value) || value < 1) throw new Error(`"${text}" is not a count.`);
	return value;
}

/** @throws Error for arguments that it does not know */
export function readOptions(args: string[]): BenchOptions {
	const { only, rows, rounds, out, help } = parseArgs({ args, options: OPTIONS }).values;
	const parts = only.split(',').map((name): Part => {
		if (!isPart(name)) throw new Error(`"${name}" is not a part; there are ${PARTS.join(', ')}.`);
		return name;
	});
	return { parts, rowCounts: rows.split(',').map(count), rounds: count(rounds), out, help };
}
