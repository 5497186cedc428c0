import path from 'node:path';
import { buildCustomNode } from '../../scripts/n8n/customNode';
import { outputsOf } from '../../scripts/n8n/rest';
import type { Gateway } from '../gateway/gateway';
import type { Chapter } from '../report';
import { mappings, resolvingTable } from '../resolvingTable';
import type { Mapping } from '../sheet';
import { ROWS, type Resolving } from '../ways';
import { openStage, untilEnded } from './stage';
import { PROBE, probeWorkflowOf, TRIGGER } from './workflows';

/** The same ways inside a running n8n, on the engine that it has by default. */
export async function resolvingInN8n(userFolder: string, gateway: Gateway): Promise<Chapter> {
	const folder = path.join(userFolder, 'custom');
	await buildCustomNode(path.join(__dirname, 'probe.ts'), 'BenchProbe', folder);
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
