import './environment';
import 'reflect-metadata';
import type {
	ICredentialDataDecryptedObject,
	IExecuteResponsePromiseData,
	INode,
	INodeExecutionData,
	INodeType,
	INodeTypes,
	IRun,
	IRunExecutionData,
	IWorkflowBase,
	IWorkflowExecuteAdditionalData,
	NodeExecutionHint,
	WorkflowExecuteMode,
} from 'n8n-workflow';
import { createRunExecutionData, NodeHelpers, Workflow } from 'n8n-workflow';
import {
	ExecuteContext,
	ExecutionLifecycleHooks,
	ExternalSecretsProxy,
	LoadOptionsContext,
	WorkflowExecute,
} from 'n8n-core';
import { CredentialsByType } from './credentials';
import type { NodeTypeLookup } from './packages';

interface EngineOptions {
	/** Node types by their full name, `package.node`. */
	nodeTypes: Record<string, INodeType>;
	/** Packages to look for the other node types in. */
	packages?: NodeTypeLookup[];
	/** Decrypted credentials by their type. */
	credentials?: Record<string, ICredentialDataDecryptedObject>;
	timezone?: string;
}

interface RunOptions {
	mode?: WorkflowExecuteMode;
	items?: INodeExecutionData[];
	/** Told what a workflow answers to the webhook that began it. */
	onResponse?(response: IExecuteResponsePromiseData): void;
}

/** A workflow as an export file holds it. */
export type WorkflowFile = Pick<IWorkflowBase, 'nodes' | 'connections'> & { name?: string };

const LOCAL = 'http://127.0.0.1';

/** n8n's own engine in this process: no server, no database, no editor. */
export class Engine {
	readonly nodeTypes: INodeTypes;

	private executions = 0;

	constructor(private readonly options: EngineOptions) {
		const get = (name: string): INodeType => {
			const { nodeTypes, packages = [] } = options;
			const type = nodeTypes[name] ?? packages.map((lookup) => lookup(name)).find((found) => found);
			if (!type) throw new Error(`The engine was not given the node type ${name}`);
			return type;
		};
		this.nodeTypes = {
			getByName: get,
			getByNameAndVersion: (name, version) => NodeHelpers.getVersionedNodeType(get(name), version),
			getKnownTypes: () => ({}),
		};
	}

	/** One node's `execute` in n8n's ExecuteContext. Rejects as the node does. */
	async execute(
		node: INode,
		items: INodeExecutionData[],
		{ signal }: { signal?: AbortSignal } = {},
	): Promise<{ output: INodeExecutionData[]; hints: NodeExecutionHint[] }> {
		const workflow = this.workflow({ nodes: [node], connections: {} });
		const own = workflow.getNode(node.name) ?? node;
		const data = { main: [items] };
		const context = new ExecuteContext(
			workflow,
			own,
			this.additionalData('manual'),
			'manual',
			runData(),
			0,
			items,
			data,
			{ node: own, data, source: null },
			[],
			signal,
		);
		const type = this.nodeTypes.getByNameAndVersion(own.type, own.typeVersion);
		const output = await type.execute?.call(context);
		return {
			output: (output as INodeExecutionData[][] | undefined)?.[0] ?? [],
			hints: context.hints,
		};
	}

	/**
	 * What the editor's lists are asked with, for a field of a node: its parameters as the editor has resolved
	 * them.
	 * @param path of the field: `parameters.taskId`
	 */
	editorContext(node: INode, path: string): LoadOptionsContext {
		// Before the workflow puts its defaults into them.
		const { parameters: currentNodeParameters } = node;
		const workflow = this.workflow({ nodes: [node], connections: {} });
		const data = { ...this.additionalData('internal'), currentNodeParameters };
		return new LoadOptionsContext(workflow, workflow.getNode(node.name) ?? node, data, path);
	}

	/** A whole workflow, from the node named `start`, which is given the items: one empty item, unless told. */
	async run(
		file: WorkflowFile,
		start: string,
		{ mode = 'manual', items = [{ json: {} }], onResponse }: RunOptions = {},
	): Promise<IRun> {
		const workflow = this.workflow(file);
		const node = workflow.getNode(start);
		if (!node) throw new Error(`The workflow has no node ${start}`);
		const data = runData();
		data.executionData?.nodeExecutionStack.push({
			node,
			data: { main: [items] },
			source: null,
		});
		const additionalData = this.additionalData(mode, file);
		additionalData.hooks?.addHandler('sendResponse', (response) => onResponse?.(response));
		const execution = new WorkflowExecute(additionalData, mode, data);
		return await execution.processRunExecutionData(workflow);
	}

	/** An execution that waits, from what was kept of it: its node that waits gives the items, and it goes on. */
	async resume(
		file: WorkflowFile,
		kept: IRunExecutionData,
		items: INodeExecutionData[],
	): Promise<IRun> {
		const [waiting] = kept.executionData?.nodeExecutionStack ?? [];
		if (!kept.waitTill || !waiting) throw new Error('The execution does not wait');
		waiting.data.main = [items];
		const execution = new WorkflowExecute(this.additionalData('webhook', file), 'webhook', kept);
		return await execution.processRunExecutionData(this.workflow(file));
	}

	private workflow({ nodes, connections }: WorkflowFile): Workflow {
		return new Workflow({
			id: 'workflow',
			nodes,
			connections,
			active: false,
			nodeTypes: this.nodeTypes,
			settings: { executionOrder: 'v1', timezone: this.options.timezone ?? 'UTC' },
		});
	}

	private additionalData(
		mode: WorkflowExecuteMode,
		file: WorkflowFile = { nodes: [], connections: {} },
	): IWorkflowExecuteAdditionalData {
		const executionId = String(++this.executions);
		const date = new Date(0);
		const workflowData: IWorkflowBase = {
			...file,
			id: 'workflow',
			name: file.name ?? 'workflow',
			active: false,
			isArchived: false,
			activeVersionId: null,
			createdAt: date,
			updatedAt: date,
		};
		return {
			credentialsHelper: new CredentialsByType(this.options.credentials ?? {}),
			executionId,
			currentNodeExecutionIndex: 0,
			restApiUrl: LOCAL,
			instanceBaseUrl: LOCAL,
			formBaseUrl: LOCAL,
			formWaitingBaseUrl: LOCAL,
			formTestBaseUrl: LOCAL,
			webhookBaseUrl: LOCAL,
			webhookWaitingBaseUrl: LOCAL,
			webhookTestBaseUrl: LOCAL,
			mcpBaseUrl: LOCAL,
			mcpTestBaseUrl: LOCAL,
			externalSecretsProxy: new ExternalSecretsProxy(),
			variables: {},
			hooks: new ExecutionLifecycleHooks(mode, executionId, workflowData),
			logAiEvent: () => {},
			setExecutionStatus: () => {},
			sendDataToUI: () => {},
			executeWorkflow: async () => await absent('sub-workflows'),
			getRunExecutionData: async () => undefined,
			getRuntimeCredential: async () => undefined,
			startRunnerTask: async () => await absent('task runners'),
		};
	}
}

const absent = async (what: string): Promise<never> => {
	throw new Error(`This engine has no ${what}`);
};

const runData = (): IRunExecutionData =>
	createRunExecutionData({
		executionData: {
			contextData: {},
			nodeExecutionStack: [],
			metadata: {},
			waitingExecution: {},
			waitingExecutionSource: {},
		},
	});
