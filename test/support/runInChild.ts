import type {
	ICredentialDataDecryptedObject,
	INode,
	INodeCredentialTestResult,
	INodeExecutionData,
} from 'n8n-workflow';
import path from 'node:path';
import { forked } from './forked';
import { SOURCE_NODE } from './nodeFile';

export interface ChildJob {
	/** The node's module. */
	file: string;
	parameters: object;
	credential: ICredentialDataDecryptedObject;
	/** How many empty items. */
	items: number;
	onError?: INode['onError'];
	/** Tests the credential instead. */
	isCredentialTest?: boolean;
	/** The process is told to end before the node begins, and lives on, as n8n does for its executions. */
	isToldToEnd?: boolean;
}

export interface ChildResult {
	output?: INodeExecutionData[];
	error?: string;
	/** Of the test of the credential. */
	tested?: INodeCredentialTestResult;
}

/**
 * Runs the node in a new Node.js process with more environment. `printed` is all that it wrote.
 * @param meanwhile has the process live on until it resolves
 */
export async function runInChild(
	job: Partial<ChildJob> & Pick<ChildJob, 'credential'>,
	environment: Record<string, string>,
	meanwhile: () => Promise<void> = async () => {},
): Promise<ChildResult & { printed: string }> {
	const { child, told, ended, printed } = forked<ChildResult>(
		path.join(__dirname, 'child.ts'),
		environment,
	);
	child.send({ file: SOURCE_NODE, parameters: {}, items: 1, ...job });
	const ending = await told;
	await meanwhile();
	child.send('end');
	await ended;
	return { ...ending, printed: printed() };
}
