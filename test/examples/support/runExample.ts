import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ICredentialDataDecryptedObject, INode, INodeExecutionData } from 'n8n-workflow';
import { TEST_KEYS, type Emulator } from '../../../emulator';
import { Engine, type WorkflowFile } from '../../../engine/engine';
import { packageFolder } from '../../../engine/environment';
import { baseNodes } from '../../../engine/packages';
import { AlibabaCloudVms } from '../../../nodes/AlibabaCloudVms/AlibabaCloudVms.node';
import { credentialOf } from '../../support/bench';
import { forked } from '../../support/forked';
import { CREDENTIAL_TYPE, NODE_TYPE } from '../../support/node';
import { reachedIn, type Reached } from './reached';

type Credentials = Record<string, ICredentialDataDecryptedObject>;

export interface ExampleJob {
	workflow: WorkflowFile;
	/** The trigger's name. */
	start: string;
	/** What was kept of an execution that waits, to go on with it. */
	kept?: string;
	/** What the trigger gives, or the node that waited; default: one empty item. */
	items?: INodeExecutionData[];
	credentials: Credentials;
}

/** An example as it is imported. */
export async function example(file: string): Promise<WorkflowFile> {
	const text = await readFile(path.join(packageFolder, 'examples', file), 'utf8');
	return JSON.parse(text) as WorkflowFile;
}

/** With other parameters in a node: what a user fills in. */
export function filledIn(
	{ nodes, ...workflow }: WorkflowFile,
	name: string,
	parameters: INode['parameters'],
): WorkflowFile {
	if (!nodes.some((node) => node.name === name)) throw new Error(`There is no node ${name}`);
	return {
		...workflow,
		nodes: nodes.map((node) =>
			node.name === name ? { ...node, parameters: { ...node.parameters, ...parameters } } : node,
		),
	};
}

export const gatewayCredential = ({ url }: Emulator): Credentials => ({
	[CREDENTIAL_TYPE]: { endpoint: url, ...credentialOf(TEST_KEYS.active) },
});

/** In n8n's engine in this process, with what it answered to the webhook that began it. */
export async function runExample({
	workflow,
	start,
	items,
	credentials,
}: ExampleJob): Promise<Reached & { responses: unknown[] }> {
	const engine = new Engine({
		nodeTypes: { [NODE_TYPE]: new AlibabaCloudVms() },
		packages: [await baseNodes()],
		credentials,
	});
	const responses: unknown[] = [];
	const onResponse = (response: unknown) => void responses.push(response);
	const run = await engine.run(workflow, start, { items, onResponse });
	return { ...reachedIn(run), responses };
}

/** In a process of its own: which certificates it trusts, Node.js reads at its start only. */
export async function runExampleIn(
	environment: Record<string, string>,
	job: ExampleJob,
): Promise<Reached> {
	const { child, told } = forked<Reached>(path.join(__dirname, 'child.ts'), environment);
	child.send(job);
	return await told;
}
