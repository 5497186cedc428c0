import { setTimeout as sleep } from 'node:timers/promises';
import { parse } from 'flatted';
import type { INode, IRunExecutionData, IConnections } from 'n8n-workflow';
import { secretsOf } from './secrets';

/** The account that owns an n8n of ours; its password is drawn. */
export const OWNER = { email: 'owner@example.com', firstName: 'Local', lastName: 'Owner' };

interface CredentialData {
	id?: string;
	name: string;
	type: string;
	data: Record<string, unknown>;
}

export interface WorkflowData {
	id?: string;
	name: string;
	nodes: INode[];
	connections: IConnections;
	settings?: Record<string, unknown>;
	pinData?: Record<string, unknown>;
	versionId?: string;
}

export interface Execution {
	id: string;
	status: string;
	mode: string;
	workflowId: string;
	data: IRunExecutionData;
}

const UNFINISHED = ['new', 'running', 'waiting', 'unknown'];
const POLL_MS = 200;

/** n8n's REST interface as its editor uses it; the same from 1.123 to 2.41. */
export class N8nRest {
	/** `name=value` of the session, which a browser may take over. */
	cookie = '';

	constructor(readonly url: string) {}

	/** @throws Error (rejects) for any answer but a success */
	async call<T>(method: string, path: string, body?: unknown): Promise<T> {
		const response = await fetch(`${this.url}${path}`, {
			method,
			headers: {
				'content-type': 'application/json',
				'push-ref': 'rest',
				...(this.cookie ? { cookie: this.cookie } : {}),
			},
			body: body === undefined ? undefined : JSON.stringify(body),
		});
		const session = response.headers.getSetCookie().find((set) => set.startsWith('n8n-auth='));
		if (session) this.cookie = session.split(';')[0] ?? '';
		const text = await response.text();
		if (!response.ok)
			throw new Error(`${method} ${path}: ${response.status} ${text.slice(0, 500)}`);
		const json = JSON.parse(text) as { data?: T };
		return json.data ?? (json as T);
	}

	/** Sets the owner up, or logs in where there is one. */
	async logIn(): Promise<void> {
		const settings = await this.call<{ userManagement?: { showSetupOnFirstLoad?: boolean } }>(
			'GET',
			'/rest/settings',
		);
		const { password } = await secretsOf();
		if (settings.userManagement?.showSetupOnFirstLoad) {
			await this.call('POST', '/rest/owner/setup', { ...OWNER, password });
		} else {
			const { email } = OWNER;
			await this.call('POST', '/rest/login', { emailOrLdapLoginId: email, password });
		}
	}

	async nodeTypes(): Promise<Array<{ name: string; properties: unknown[] }>> {
		return await this.call('GET', '/types/nodes.json');
	}

	async credentials(): Promise<Array<Required<CredentialData>>> {
		return await this.call('GET', '/rest/credentials');
	}

	/** Creates the credential, or brings the one of that name up to date. */
	async saveCredential(credential: CredentialData): Promise<string> {
		const found = (await this.credentials()).find(({ name }) => name === credential.name);
		const { id } = found
			? await this.call<{ id: string }>('PATCH', `/rest/credentials/${found.id}`, credential)
			: await this.call<{ id: string }>('POST', '/rest/credentials', credential);
		return id;
	}

	async testCredential(credential: CredentialData): Promise<{ status: string; message: string }> {
		return await this.call('POST', '/rest/credentials/test', { credentials: credential });
	}

	async workflows(): Promise<Array<{ id: string; name: string }>> {
		return await this.call('GET', '/rest/workflows');
	}

	async createWorkflow(workflow: WorkflowData): Promise<string> {
		const settings = { executionOrder: 'v1', ...workflow.settings };
		const body = { pinData: {}, active: false, ...workflow, settings };
		return (await this.call<{ id: string }>('POST', '/rest/workflows', body)).id;
	}

	async workflow(id: string): Promise<WorkflowData> {
		return await this.call('GET', `/rest/workflows/${id}`);
	}

	/** Switches a workflow's triggers on. */
	async activate(id: string): Promise<void> {
		const { versionId } = await this.workflow(id);
		await this.call('POST', `/rest/workflows/${id}/activate`, { versionId });
	}

	async deactivate(id: string): Promise<void> {
		await this.call('POST', `/rest/workflows/${id}/deactivate`, {});
	}

	/** Runs a workflow from one of its triggers, as the button does. */
	async run(id: string, trigger: string): Promise<string> {
		const body = {
			// n8n 1 runs what it is sent, n8n 2 what is saved.
			workflowData: await this.workflow(id),
			triggerToStartFrom: { name: trigger },
		};
		const started = await this.call<{ executionId: string }>(
			'POST',
			`/rest/workflows/${id}/run`,
			body,
		);
		return started.executionId;
	}

	/** An execution as it is just now. */
	async peek(id: string): Promise<Execution> {
		const execution = await this.call<Omit<Execution, 'data'> & { data: string }>(
			'GET',
			`/rest/executions/${id}`,
		);
		return { ...execution, data: parse(execution.data) as IRunExecutionData };
	}

	async untilEnded(id: string, timeoutMs = 60_000): Promise<Execution> {
		const end = Date.now() + timeoutMs;
		for (;;) {
			const execution = await this.peek(id);
			if (!UNFINISHED.includes(execution.status)) return execution;
			if (Date.now() > end) throw new Error(`Execution ${id} is still ${execution.status}`);
			await sleep(POLL_MS);
		}
	}

	async runToEnd(id: string, trigger: string, timeoutMs?: number): Promise<Execution> {
		return await this.untilEnded(await this.run(id, trigger), timeoutMs);
	}
}

/** What a node gave to each of its outputs. */
export const outputsOf = ({ data }: Execution, node: string) =>
	(data.resultData.runData[node]?.[0]?.data?.main ?? []).map((items) => items ?? []);
