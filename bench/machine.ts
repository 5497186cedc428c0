import { readFileSync } from 'node:fs';
import os from 'node:os';
import { table } from './report';

const GIGABYTE = 1024 ** 3;

/** What the results depend on; no names and no paths. */
export function machine(n8nVersion: string, n8nNode: string): string {
	return table(
		['', ''],
		[
			['Date', new Date().toISOString().slice(0, 10)],
			['Processor', `${os.cpus().length} cores, ${os.cpus()[0]?.model ?? 'unknown'}`],
			['Memory', `${(os.totalmem() / GIGABYTE).toFixed(0)} GB`],
			['System', `${os.type()} ${os.arch()}`],
			['Node.js in process', process.versions.node],
			['n8n-core in process', packageVersion('n8n-core')],
			['n8n as a server', `${n8nVersion} on Node.js ${n8nNode}`],
			['@alicloud/pop-core', packageVersion('@alicloud/pop-core')],
		],
	);
}

const packageVersion = (name: string): string => {
	const manifest = readFileSync(require.resolve(`${name}/package.json`), 'utf8');
	return (JSON.parse(manifest) as { version: string }).version;
};
