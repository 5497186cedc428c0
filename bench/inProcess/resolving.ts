import type { INodeType } from 'n8n-workflow';
import { alternate } from '../alternate';
import type { Chapter } from '../report';
import { mappings, resolvingTable } from '../resolvingTable';
import { mapped, sheet, type Mapping } from '../sheet';
import { perRow, ROWS, type Resolving } from '../ways';
import { executor, withExecute } from './node';

async function measure(
	nodeType: INodeType,
	name: keyof Resolving,
	mapping: Mapping,
): Promise<number> {
	let ms = Number.NaN;
	const probe = withExecute(nodeType, (context) => {
		ms = perRow(name, context);
		return [];
	});
	await executor(probe, 'http://127.0.0.1')(mapped(mapping), sheet(ROWS[name]));
	return ms;
}

export async function resolving(nodeType: INodeType, rounds: number): Promise<Chapter> {
	const measured: Array<readonly [Mapping, Resolving]> = [];
	for (const mapping of mappings) {
		const sides = {
			getNodeParameter: async () => await measure(nodeType, 'getNodeParameter', mapping),
			node: async () => await measure(nodeType, 'node', mapping),
		};
		measured.push([mapping, await alternate(sides, rounds)]);
	}
	const { goals, table } = resolvingTable("n8n-core's legacy engine", measured);
	return {
		title: "Resolving 20 mapped columns in n8n-core's ExecuteContext, per row",
		goals,
		body: [
			`On the legacy expression engine, which n8n-core has without a server. Left, the node as one would write it first: every collection read with getNodeParameter for every item. Right, \`createCollector\`, which also drops empty values. ${ROWS.getNodeParameter} and ${ROWS.node} rows.`,
			table,
		],
	};
}
