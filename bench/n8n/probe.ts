import type { IExecuteFunctions, INodeExecutionData, INodeType } from 'n8n-workflow';
import { AlibabaCloudVms } from '../../nodes/AlibabaCloudVms/AlibabaCloudVms.node';
import { perRow, type Resolving } from '../ways';

const ROUNDS = 5;

/** Has the fields of the node, and measures inside n8n how long they take to resolve. */
export class BenchProbe implements INodeType {
	description = {
		...new AlibabaCloudVms().description,
		displayName: 'Probe',
		name: 'benchProbe',
		icon: undefined,
		usableAsTool: undefined,
		credentials: [],
	};

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const measured: Resolving = { getNodeParameter: [], node: [] };
		for (let round = -1; round < ROUNDS; round++) {
			const getNodeParameter = perRow('getNodeParameter', this);
			const node = perRow('node', this);
			if (round < 0) continue;
			measured.getNodeParameter.push(getNodeParameter);
			measured.node.push(node);
		}
		return [[{ json: { ...measured } }]];
	}
}
