import type {
	ICredentialDataDecryptedObject,
	INode,
	INodeCredentialTestResult,
	INodeExecutionData,
} from 'n8n-workflow';
import { fork } from 'node:child_process';
import path from 'node:path';
import { packageFolder } from '../../engine/environment';

const NODE_FILE = 'nodes/AlibabaCloudVms/AlibabaCloudVms.node';

export const SOURCE_NODE = path.join(packageFolder, `${NODE_FILE}.ts`);
export const BUILT_NODE = path.join(packageFolder, 'dist', `${NODE_FILE}.js`);

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
	const child = fork(path.join(__dirname, 'child.ts'), {
		cwd: packageFolder,
		execArgv: ['--import', 'tsx'],
		env: { ...process.env, NODE_OPTIONS: '', ...environment },
		stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
	});
	let printed = '';
	const note = (chunk: Buffer) => (printed += chunk.toString());
	child.stdout?.on('data', note);
	child.stderr?.on('data', note);
	const result = new Promise<ChildResult>((resolve, reject) => {
		child.once('message', (message) => resolve(message as ChildResult));
		child.once('close', (code) => reject(new Error(`The child ended with ${code}: ${printed}`)));
		child.once('error', reject);
	});
	const ended = new Promise((resolve) => child.once('close', resolve));
	child.send({ file: SOURCE_NODE, parameters: {}, items: 1, ...job });
	const ending = await result;
	await meanwhile();
	child.send('end');
	await ended;
	return { ...ending, printed };
}
