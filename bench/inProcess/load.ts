import { execFile } from 'node:child_process';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { packageFolder } from '../../engine/environment';
import { alternate } from '../alternate';
import { atMost, table, type Chapter } from '../report';
import { digits, spreadOf, words } from '../statistics';

const run = promisify(execFile);
const POP_CORE = '@alicloud/pop-core/lib/rpc';

/**
 * Loads a module the way n8n does, with n8n-workflow there already, and tells what that took; a node is
 * made of it. Then its first run, of nothing, loads the rest.
 */
const PROGRAM = `
const Module = require('node:module');
require('n8n-workflow');
const asked = [];
const load = Module._load;
Module._load = function (name, ...more) { asked.push(name); return load.call(this, name, ...more); };
let begin = performance.now();
const { AlibabaCloudVms } = require(process.argv[1]);
const node = AlibabaCloudVms && new AlibabaCloudVms();
const ms = performance.now() - begin;
const before = [...asked];
begin = performance.now();
const told = () =>
	process.stdout.write(JSON.stringify({ ms, later: performance.now() - begin, asked: before }));
if (node) node.execute.call({}).catch(told);
else told();
`;

interface Loading {
	ms: number;
	/** What the first run took. */
	later: number;
	/** The modules that were asked for, before that. */
	asked: string[];
}

async function loading(file: string): Promise<Loading> {
	const env = { ...process.env, NODE_PATH: path.join(packageFolder, 'node_modules') };
	const { stdout } = await run(process.execPath, ['-e', PROGRAM, file], { env });
	return JSON.parse(stdout) as Loading;
}

/** pop-core with all it needs but \`debug\`, which the package replaces by a silent one. */
async function popCoreBytes(): Promise<number> {
	const { outputFiles } = await build({
		stdin: { contents: `module.exports = require('${POP_CORE}')`, resolveDir: packageFolder },
		bundle: true,
		platform: 'node',
		minify: true,
		external: ['debug'],
		write: false,
	});
	return outputFiles[0]?.contents.length ?? Number.NaN;
}

const kilobytes = (bytes: number) => bytes / 1024;

export async function load(file: string, rounds: number): Promise<Chapter> {
	const { node, popCore } = await alternate(
		{
			node: async () => await loading(file),
			popCore: async () => await loading(POP_CORE),
		},
		rounds * 2,
	);
	const ms = spreadOf(node.map((one) => one.ms));
	// Only pop-core's HTTP client asks for it.
	const isLazy = node.every(({ asked }) => !asked.some((name) => /zlib$/.test(name)));
	const popCoreSize = kilobytes(await popCoreBytes());
	const size = async (one: string) => `${digits(kilobytes((await stat(one)).size))} KB`;
	const bundle = file.replace(/\.node\.js$/, '.bundle.js');
	return {
		title: 'Loading and size',
		goals: [
			atMost('8', 'Node file loads in at most 25 ms', 25, ms.median, `${digits(ms.median)} ms`),
			atMost('8', 'pop-core: at most 60 KB minified', 60, popCoreSize, `${digits(popCoreSize)} KB`),
		],
		body: [
			'In a new process each, where n8n-workflow is loaded already, as it is in n8n.',
			table(
				['', ''],
				[
					['Node file loads in', words(ms, ' ms')],
					['pop-core alone loads in', words(spreadOf(popCore.map((one) => one.ms)), ' ms')],
					['pop-core is loaded with the node file', isLazy ? 'no, at the first execution' : 'YES'],
					[
						'Its bundle is loaded by the first run, in',
						words(spreadOf(node.map(({ later }) => later)), ' ms'),
					],
					['Node file', await size(file)],
					['Its bundle', await size(bundle)],
					['pop-core alone, bundled and minified, without debug', `${digits(popCoreSize)} KB`],
				],
			),
		],
	};
}
