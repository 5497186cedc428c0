import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { DEFAULT_ENTERPRISE_ID, TEST_KEYS, type AccessKey } from '../../emulator';
import { examplesFolder } from './paths';
import type { N8nRest, WorkflowData } from './rest';

export const CREDENTIAL_TYPE = 'alibabaCloudAccessKeyApi';

/** Where the examples look for their sheets, and keep files, until somebody sets another path. */
const SHEETS = '/home/node/.n8n-files/';

/** The example to begin with. */
const FIRST_EXAMPLE = 'update-call-tasks.json';

/** Lets n8n read the sheets beside the example workflows, and keep files there. */
export const examplesReadable = { N8N_RESTRICT_FILE_ACCESS_TO: examplesFolder };

/** The credential with which a node talks to an emulator. */
export function emulatorCredential(
	url: string,
	{ accessKeyId, accessKeySecret, securityToken = '' }: AccessKey = TEST_KEYS.active,
) {
	return {
		name: 'Alibaba Cloud AccessKey',
		type: CREDENTIAL_TYPE,
		data: {
			accessKeyId,
			accessKeySecret,
			securityToken,
			endpoint: url,
			enterpriseId: DEFAULT_ENTERPRISE_ID,
		},
	};
}

/** A workflow whose nodes have the credential, and the files of the examples on this machine. */
export function connected(workflow: WorkflowData, credentialId: string): WorkflowData {
	const nodes = workflow.nodes.map((node) => {
		const own = structuredClone(node);
		const credential = own.credentials?.[CREDENTIAL_TYPE];
		if (credential) credential.id = credentialId;
		for (const key of ['fileSelector', 'fileName']) {
			const file = own.parameters[key];
			if (typeof file !== 'string') continue;
			own.parameters[key] = file.replace(SHEETS, `${examplesFolder}${path.sep}`);
		}
		return own;
	});
	return { ...workflow, nodes };
}

/** The example workflows by their file names. */
export async function examples(): Promise<Map<string, WorkflowData>> {
	const files = (await readdir(examplesFolder)).filter((file) => file.endsWith('.json')).sort();
	const read = files.map(async (file): Promise<[string, WorkflowData]> => {
		const text = await readFile(path.join(examplesFolder, file), 'utf8');
		return [file, JSON.parse(text) as WorkflowData];
	});
	return new Map(await Promise.all(read));
}

/**
 * A credential for the emulator, and the example workflows. What is there from an earlier start stays
 * as the user left it; only the credential is brought up to date, since the emulator may have moved.
 * @returns the ID of the workflow to begin with
 */
export async function furnish(rest: N8nRest, emulatorUrl: string): Promise<string> {
	const id = await rest.saveCredential(emulatorCredential(emulatorUrl));
	const known = new Map((await rest.workflows()).map((workflow) => [workflow.name, workflow.id]));
	const ids = new Map<string, string>();
	for (const [file, workflow] of await examples()) {
		const workflowId =
			known.get(workflow.name) ?? (await rest.createWorkflow(connected(workflow, id)));
		ids.set(file, workflowId);
	}
	return ids.get(FIRST_EXAMPLE) ?? '';
}
