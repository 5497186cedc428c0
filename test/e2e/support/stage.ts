import { startEmulator, type Emulator, type RequestRecord } from '../../../emulator';
import { N8nRest, type WorkflowData } from '../../../scripts/n8n/rest';
import { CREDENTIAL_TYPE, emulatorCredential } from '../../../scripts/n8n/workspace';
import { located } from '../../support/node';
import { openBrowser, type Browser, type BrowserOptions } from './browser';

const PACKAGE = 'n8n-nodes-alibabacloud-vms';
export const NODE_TYPE = `${PACKAGE}.alibabaCloudVms`;
export const NODE_LABEL = 'Alibaba Cloud Voice Messaging';
/** The name of the node under test in workflows made here. */
export const NODE = 'Update call task';
export const TRIGGER = 'Start';

/** The running n8n with an emulator of the test file's own. */
export interface Stage {
	rest: N8nRest;
	emulator: Emulator;
	credentialId: string;
	browse(options?: Partial<BrowserOptions>): Promise<Browser>;
	/** Everything that asked for an update, oldest first. */
	updates(): RequestRecord[];
	close(): Promise<void>;
}

/** @param own the address of a test file's own n8n; default: the n8n that the files share */
export async function openStage(own?: string): Promise<Stage> {
	const { E2E_N8N_URL = '', E2E_N8N_COOKIE = '' } = process.env;
	const url = own ?? E2E_N8N_URL;
	const rest = new N8nRest(url);
	// n8n lets nobody log in many times a minute: the files share a session too.
	if (own === undefined && E2E_N8N_COOKIE !== '') rest.cookie = E2E_N8N_COOKIE;
	else await rest.logIn();
	const emulator = await startEmulator();
	const credentialId = await rest.saveCredential(emulatorCredential(emulator.url));
	return {
		rest,
		emulator,
		credentialId,
		browse: async (options) => await openBrowser({ url, cookie: rest.cookie, ...options }),
		updates: () => emulator.requests.filter(({ action }) => action === 'CloudUpdateTask'),
		close: async () => await emulator.close(),
	};
}

interface NodeOptions {
	name?: string;
	parameters: Record<string, unknown>;
	/** Items that come in; default: one empty item. */
	items?: Array<Record<string, unknown>>;
	onError?: 'continueErrorOutput' | 'continueRegularOutput' | 'stopWorkflow';
}

/** The node that begins the workflows made here, by hand. */
export const START: WorkflowData['nodes'][number] = {
	id: 'start',
	name: TRIGGER,
	type: 'n8n-nodes-base.manualTrigger',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

/** Start, with the items pinned where there are any, and behind it the node under test. */
export function workflowOf(
	credentialId: string,
	{ name = 'Call tasks', parameters, items, onError }: NodeOptions,
): WorkflowData {
	return {
		name,
		nodes: [
			START,
			{
				id: 'node',
				name: NODE,
				type: NODE_TYPE,
				typeVersion: 1,
				position: [260, 0],
				parameters: {
					resource: 'callTask',
					operation: 'update',
					...located(parameters as WorkflowData['nodes'][number]['parameters'], 'taskId'),
				},
				onError,
				credentials: {
					[CREDENTIAL_TYPE]: { id: credentialId, name: 'Alibaba Cloud AccessKey' },
				},
			},
		],
		connections: { [TRIGGER]: { main: [[{ node: NODE, type: 'main', index: 0 }]] } },
		pinData: items ? { [TRIGGER]: items.map((json) => ({ json })) } : {},
	};
}
