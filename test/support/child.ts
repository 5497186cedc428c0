/** Runs the node in a process of its own, which `runInChild` starts: some settings are read only once. */
import type { INodeParameters, INodeType } from 'n8n-workflow';
import { inspect } from 'node:util';
import { Engine } from '../../engine/engine';
import { CREDENTIAL_TYPE, NODE_TYPE, vmsNode } from './node';
import type { ChildJob, ChildResult } from './runInChild';

/** By name, since Node.js itself takes `.node` for a binary module. */
const load = async (file: string): Promise<INodeType> => {
	const { AlibabaCloudVms } = (await import(file)) as { AlibabaCloudVms: new () => INodeType };
	return new AlibabaCloudVms();
};

async function run({
	file,
	parameters,
	credential,
	items,
	onError,
}: ChildJob): Promise<ChildResult> {
	const engine = new Engine({
		nodeTypes: { [NODE_TYPE]: await load(file) },
		credentials: { [CREDENTIAL_TYPE]: credential },
	});
	const node = vmsNode(parameters as INodeParameters, { onError });
	const data = Array.from({ length: items }, () => ({ json: {} }));
	return await engine.execute(node, data).then(
		({ output }) => ({ output }),
		(error: Error) => ({ error: `${error.message} ${inspect(error, { depth: null })}` }),
	);
}

process.on('message', (message: ChildJob | 'end') => {
	if (message === 'end') process.exit(0);
	void run(message).then((result) => process.send?.(result));
});
