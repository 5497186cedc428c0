import { Engine } from '../../engine/engine';
import type {
	IDataObject,
	IExecuteFunctions,
	INode,
	INodeExecutionData,
	INodeParameters,
	INodeType,
} from 'n8n-workflow';
import { emulatorCredential, CREDENTIAL_TYPE } from '../../scripts/n8n/workspace';

export const NODE_TYPE = 'n8n-nodes-alibabacloud-vms.alibabaCloudVms';

/** The node as it was built. By name, since Node.js itself takes `.node` for a binary module. */
export async function loadNode(file: string): Promise<INodeType> {
	const { AlibabaCloudVms } = (await import(file)) as { AlibabaCloudVms: new () => INodeType };
	return new AlibabaCloudVms();
}

/** The same fields, with something else in place of what the node does. */
export function withExecute(
	{ description }: INodeType,
	use: (context: IExecuteFunctions) => INodeExecutionData[],
): INodeType {
	return {
		description,
		async execute(this: IExecuteFunctions) {
			return [use(this)];
		},
	};
}

const nodeWith = (parameters: INodeParameters): INode => ({
	id: '1',
	name: 'VMS',
	type: NODE_TYPE,
	typeVersion: 1,
	position: [0, 0],
	parameters,
	credentials: { [CREDENTIAL_TYPE]: { id: '1', name: 'Key' } },
});

export type Execute = (
	parameters: INodeParameters,
	rows: readonly IDataObject[],
) => Promise<number>;

/** Runs a node in n8n's own engine on one empty item; gives what comes out. */
export function keeper(nodeType: INodeType, endpoint: string) {
	const engine = engineFor(nodeType, endpoint);
	return async (parameters: INodeParameters): Promise<INodeExecutionData[]> =>
		(await engine.execute(nodeWith(parameters), [{ json: {} }])).output;
}

function engineFor(nodeType: INodeType, endpoint: string): Engine {
	const { accessKeyId, accessKeySecret, enterpriseId } = emulatorCredential(endpoint).data;
	const credential = { accessKeyId, accessKeySecret, securityToken: '', endpoint, enterpriseId };
	return new Engine({
		nodeTypes: { [NODE_TYPE]: nodeType },
		credentials: { [CREDENTIAL_TYPE]: credential },
	});
}

/** Runs a node in n8n's own engine; tells how many items came out. */
export function executor(nodeType: INodeType, endpoint: string): Execute {
	const engine = engineFor(nodeType, endpoint);
	return async (parameters, rows) => {
		const items = rows.map((json) => ({ json }));
		return (await engine.execute(nodeWith(parameters), items)).output.length;
	};
}
