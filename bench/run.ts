import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { installCommunityPackage, packNode } from '../scripts/n8n/communityPackage';
import { run } from '../scripts/n8n/command';
import { installN8n } from '../scripts/n8n/install';
import { CURRENT } from '../scripts/n8n/releases';
import { startGateway, type Gateway } from './gateway/gateway';
import { load } from './inProcess/load';
import { mapping } from './inProcess/mapping';
import { memory } from './inProcess/memory';
import { loadNode } from './inProcess/node';
import { numbers } from './inProcess/numbers';
import { reading } from './inProcess/reading';
import { resolving } from './inProcess/resolving';
import { start } from './inProcess/start';
import { throttled } from './inProcess/throttled';
import { wall } from './inProcess/wall';
import { machine } from './machine';
import { inN8n } from './n8n/measure';
import { readOptions, USAGE, type BenchOptions, type Part } from './options';
import { goalTable, type Chapter } from './report';

const EXIT_REFUSED = 2;
const LONG_ROWS = 100_000;
const NODE_FILE = [
	'.n8n/nodes/node_modules/n8n-nodes-alibabacloud-vms',
	'dist/nodes/AlibabaCloudVms/AlibabaCloudVms.node.js',
].join('/');

const print = (text: string) => process.stdout.write(`${text}\n`);

/** Measures what was asked for, in a user folder of n8n that has the built package. */
async function* chaptersOf(
	{ parts, rowCounts, rounds }: BenchOptions,
	userFolder: string,
	gateway: Gateway,
): AsyncGenerator<Chapter> {
	const file = path.join(userFolder, NODE_FILE);
	const nodeType = await loadNode(file);
	const options = { userFolder, gateway, rounds };
	const chapters: Record<Part, () => Promise<Chapter>> = {
		resolving: async () => await resolving(nodeType, rounds),
		probe: async () => await inN8n.probe(options),
		load: async () => await load(file, rounds),
		wall: async () => await wall(nodeType, gateway, { rowCounts, rounds }),
		mapping: async () => await mapping(nodeType, gateway, rounds),
		start: async () => await start(nodeType, gateway, rounds),
		throttled: async () => await throttled(nodeType, gateway, rounds),
		memory: async () =>
			await memory(file, gateway, [...rowCounts.filter((rows) => rows > 100), LONG_ROWS]),
		numbers: async () => await numbers(nodeType, gateway, { file, rounds }),
		reading: async () => await reading(nodeType, file),
		n8n: async () => await inN8n.n8n(options),
		loop: async () => await inN8n.loop(options),
		large: async () => await inN8n.large(options),
	};
	for (const part of parts) {
		print(`Measuring: ${part}`);
		yield await chapters[part]();
	}
}

const page = (chapters: readonly Chapter[], notes: readonly string[], findings: string): string =>
	[
		'# Measurements',
		...notes,
		'## Goals',
		goalTable(chapters),
		findings.trim(),
		...chapters.flatMap(({ title, body }) => [`## ${title}`, ...body]),
		'',
	].join('\n\n');

/** The version of the Node.js that n8n runs on. */
async function nodeOf(n8n: string): Promise<string> {
	const { node } = await installN8n(n8n, print);
	return (await run([node, '--version'])).trim().replace(/^v/, '');
}

async function measureAll(options: BenchOptions): Promise<void> {
	const userFolder = await mkdtemp(path.join(tmpdir(), 'bench-'));
	const gateway = await startGateway(LONG_ROWS);
	try {
		print('Building and packing the node.');
		await installCommunityPackage(await packNode(), userFolder);
		const notes = [
			'Written by `npm run bench`. Numbers are min / **median** / max over alternating runs of the sides, both in the same go. Ratios are formed round by round. The gateway is the local one, in a process of its own, on the loopback address.',
			machine(CURRENT, await nodeOf(CURRENT)),
		];
		const findings = await readFile(path.join(__dirname, 'findings.md'), 'utf8');
		const done: Chapter[] = [];
		for await (const chapter of chaptersOf(options, userFolder, gateway)) {
			done.push(chapter);
			// What is there already is not lost where a later part fails.
			await writeFile(
				options.out ?? path.join(__dirname, 'RESULTS.md'),
				page(done, notes, findings),
			);
		}
	} finally {
		await gateway.close();
		await rm(userFolder, { recursive: true, force: true });
	}
}

async function main(args: string[]): Promise<number> {
	try {
		const options = readOptions(args);
		if (options.help) print(USAGE);
		else await measureAll(options);
		return 0;
	} catch (error) {
		process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
		return EXIT_REFUSED;
	}
}

void main(process.argv.slice(2)).then((status) => {
	process.exitCode = status;
});
