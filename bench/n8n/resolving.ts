import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { outputsOf } from '../../scripts/n8n/rest';
import type { Gateway } from '../gateway/gateway';
import type { Chapter } from '../report';
import { mappings, resolvingTable } from '../resolvingTable';
import type { Mapping } from '../sheet';
import { ROWS, type Resolving } from '../ways';
import { openStage, untilEnded } from './stage';
import { PROBE, probeWorkflowOf, TRIGGER } from './workflows';

/** Makes the probe a custom node of n8n's; its class must be called like its file. */
async function buildProbe(folder: string): Promise<void> {
	await mkdir(folder, { recursive: true });
	await build({
		entryPoints: [path.join(__dirname, 'probe.ts')],
		outfile: path.join(folder, 'BenchProbe.node.js'),
		bundle: true,
		platform: 'node',
		minify: true,
		keepNames: true,
		external: ['n8n-workflow'],
	});
}

/** The same ways inside a running n8n, on the engine that it has by default. */
export async function resolvingInN8n(userFolder: string, gateway: Gateway): Promise<Chapter> {
	const folder = path.join(userFolder, 'custom');
	await buildProbe(folder);
	const { rest, stop } = await openStage(userFolder, gateway, { N8N_CUSTOM_EXTENSIONS: folder });
	const measured: Array<readonly [Mapping, Resolving]> = [];
	try {
		for (const mapping of mappings) {
			const id = await rest.createWorkflow(probeWorkflowOf(mapping, ROWS.node));
			const executionId = await rest.run(id, TRIGGER);
			await untilEnded(rest, executionId);
			const execution = await rest.peek(executionId);
			const json = outputsOf(execution, PROBE)[0]?.[0]?.json;
			if (!json) throw new Error(execution.data.resultData.error?.message ?? 'no output');
			measured.push([mapping, json as unknown as Resolving]);
		}
	} finally {
		await stop();
	}
	const { goals, table } = resolvingTable("n8n's vm engine", measured);
	return {
		title: 'Resolving 20 mapped columns in n8n, per row',
		goals,
		body: [
			'The same in a running n8n, on its default expression engine (vm), by a node that has the fields of this one and measures both ways in turn.',
			table,
		],
	};
}
