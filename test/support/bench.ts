import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	IExecuteFunctions,
	INode,
	INodeExecutionData,
	INodeListSearchResult,
	INodeParameters,
	INodePropertyOptions,
	INodeType,
	NodeExecutionHint,
} from 'n8n-workflow';
import { NodeApiError, NodeOperationError } from 'n8n-workflow';
import type { LoadOptionsContext } from 'n8n-core';
import {
	startEmulator,
	TEST_KEYS,
	type AccessKey,
	type Emulator,
	type EmulatorOptions,
} from '../../emulator';
import { Engine } from '../../engine/engine';
import { AlibabaCloudVms } from '../../nodes/AlibabaCloudVms/AlibabaCloudVms.node';
import { CONTINUE, CREDENTIAL_TYPE, NODE_TYPE, TASK, vmsNode } from './node';

export { CONTINUE, CREDENTIAL_TYPE, NODE_TYPE, TASK, vmsNode };

/** What every signed call carries; the rest is what the item gave. */
const COMMON_PARAMETERS = new Set([
	'AccessKeyId',
	'Action',
	'Format',
	'SecurityToken',
	'Signature',
	'SignatureMethod',
	'SignatureNonce',
	'SignatureVersion',
	'Timestamp',
	'Version',
]);

export interface RunOptions {
	items?: IDataObject[];
	credential?: ICredentialDataDecryptedObject;
	/** More members of the node, such as `onError`. */
	node?: Partial<INode>;
	nodeType?: INodeType;
	signal?: AbortSignal;
	timezone?: string;
}

/** How a list of the editor is asked. */
interface ListOptions {
	/** Of the node, as the editor has resolved them. */
	parameters?: INodeParameters;
	credential?: ICredentialDataDecryptedObject;
	typed?: string;
	/** Of the page before. */
	token?: unknown;
}

interface RunResult {
	output: INodeExecutionData[];
	hints: NodeExecutionHint[];
}

/** What the form of a credential holds for a key of the emulator. */
export const credentialOf = (
	{ accessKeyId, accessKeySecret, securityToken = '' }: AccessKey,
	more: ICredentialDataDecryptedObject = {},
): ICredentialDataDecryptedObject => ({
	accessKeyId,
	accessKeySecret,
	securityToken,
	enterpriseId: TASK.enterpriseId,
	...more,
});

/**
 * Whoever awaits it still gets what it rejects with. But a run may fail while its test waits for
 * something else, and a rejection that nobody listens to ends all of jest.
 */
function heard<T>(promise: Promise<T>): Promise<T> {
	promise.catch(() => {});
	return promise;
}

/** The node, which gives its parameters as the editor resolves them: for the first item, null where one fails. */
class Resolving extends AlibabaCloudVms {
	override async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const resolved = Object.keys(this.getNode().parameters).map((name): [string, unknown] => {
			try {
				return [name, this.getNodeParameter(name, 0, null)];
			} catch {
				return [name, null];
			}
		});
		return await Promise.resolve([[{ json: Object.fromEntries(resolved) as IDataObject }]]);
	}
}

/** The node in n8n's engine on one side of a socket, the emulator on the other. */
export class Bench {
	/** How far the emulator's clock is ahead of this one. */
	readonly clock = { skewMs: 0 };
	private started?: Emulator;

	static async open(options: EmulatorOptions = {}): Promise<Bench> {
		const bench = new Bench();
		await bench.start(options);
		return bench;
	}

	/** With an emulator of its own, in the place of the one before. */
	async start(options: EmulatorOptions): Promise<void> {
		await this.close();
		this.clock.skewMs = 0;
		const clock = () => Date.now() + this.clock.skewMs;
		this.started = await startEmulator({ clock, ...options });
	}

	get emulator(): Emulator {
		if (!this.started) throw new Error('The bench opens before each test, and not earlier.');
		return this.started;
	}

	/** Emulator and clock as at the start. */
	reset(): void {
		this.clock.skewMs = 0;
		this.emulator.reset();
	}

	async close(): Promise<void> {
		await this.started?.close();
	}

	/** The node with these parameters, run on the items (one empty item, unless told). */
	run(parameters: INodeParameters = {}, options: RunOptions = {}): Promise<RunResult> {
		return heard(this.execute(parameters, options));
	}

	private async execute(parameters: INodeParameters, options: RunOptions): Promise<RunResult> {
		const { items = [{}], credential = credentialOf(TEST_KEYS.active), node, signal } = options;
		const { nodeType = new AlibabaCloudVms(), timezone } = options;
		const engine = this.engineWith(nodeType, credential, timezone);
		return await engine.execute(
			vmsNode(parameters, node),
			items.map((json) => ({ json })),
			{ signal },
		);
	}

	/**
	 * What a locator of the node offers in the editor.
	 * @param method its name in the node's `methods.listSearch`
	 */
	async search(
		method: keyof AlibabaCloudVms['methods']['listSearch'],
		{ parameters = {}, credential, typed, token }: ListOptions = {},
	): Promise<INodeListSearchResult> {
		const { listSearch } = new AlibabaCloudVms().methods;
		const context = this.editor('taskId', parameters, credential);
		return await listSearch[method].call(context, typed, token);
	}

	/**
	 * What a menu of the node offers in the editor.
	 * @param path of its field, like `agents.cnos`
	 */
	async menu(
		path: string,
		{ parameters = {}, credential }: Omit<ListOptions, 'typed' | 'token'> = {},
	): Promise<INodePropertyOptions[]> {
		const method = new AlibabaCloudVms().methods.loadOptions[path.split('.').at(-1) ?? ''];
		if (!method) throw new Error(`The node has no list for ${path}.`);
		return await method.call(this.editor(path, parameters, credential));
	}

	/** What the editor shows of the columns of the items, before a run; '' where it shows nothing. */
	async columns(parameters: INodeParameters, items: IDataObject[]): Promise<string> {
		const { columnsOfLastInput } = new AlibabaCloudVms().methods.resourceMapping;
		const context = this.editor('columns', await this.resolved(parameters, items));
		return (await columnsOfLastInput.call(context)).emptyFieldsNotice ?? '';
	}

	/** The parameters of the node as the editor resolves them. */
	async resolved(parameters: INodeParameters, items: IDataObject[]): Promise<INodeParameters> {
		const { output } = await this.run(parameters, { items, nodeType: new Resolving() });
		return (output[0]?.json ?? {}) as INodeParameters;
	}

	/** What the lists of the editor are asked with. */
	private editor(
		path: string,
		parameters: INodeParameters,
		credential = credentialOf(TEST_KEYS.active),
	): LoadOptionsContext {
		return this.engineWith(new AlibabaCloudVms(), credential).editorContext(
			vmsNode(parameters),
			`parameters.${path}`,
		);
	}

	private engineWith(
		nodeType: INodeType,
		credential: ICredentialDataDecryptedObject,
		timezone?: string,
	): Engine {
		return new Engine({
			nodeTypes: { [NODE_TYPE]: nodeType },
			credentials: { [CREDENTIAL_TYPE]: { endpoint: this.emulator.url, ...credential } },
			timezone,
		});
	}

	/** The error that stops the run; anything but one of n8n's two node errors fails the test. */
	failure(
		parameters: INodeParameters = {},
		options: RunOptions = {},
	): Promise<NodeApiError | NodeOperationError> {
		const failing = this.run(parameters, options)
			.then(
				() => 'it did not fail',
				(error: unknown) => error,
			)
			.then((reason) => {
				if (reason instanceof NodeApiError || reason instanceof NodeOperationError) return reason;
				throw new Error(`Expected an error of the node, but: ${String(reason)}`);
			});
		return heard(failing);
	}

	/** The parameters of each request so far, without those that every call carries. */
	get sent(): Array<Record<string, string>> {
		return this.emulator.requests.map(({ params }) =>
			Object.fromEntries(Object.entries(params).filter(([name]) => !COMMON_PARAMETERS.has(name))),
		);
	}

	/** The same of the last request, without the two that say which task. */
	get changes(): Record<string, string> {
		return withoutIdentity(this.sent.at(-1) ?? {});
	}
}

/**
 * A bench for the tests of a file, or of a `describe`, each with an emulator of its own: what an
 * execution that was stopped has still on its way meets no other test.
 * @param optionsOf called before each test
 */
export function useBench(optionsOf: EmulatorOptions | (() => EmulatorOptions) = {}): Bench {
	const bench = new Bench();
	beforeEach(async () => {
		await bench.start(typeof optionsOf === 'function' ? optionsOf() : optionsOf);
	});
	afterAll(async () => await bench.close());
	return bench;
}

/** Sent parameters without the two that say which task. */
export const withoutIdentity = (sent: Record<string, string>): Record<string, string> =>
	Object.fromEntries(
		Object.entries(sent).filter(([name]) => !['EnterpriseId', 'TaskId'].includes(name)),
	);

/** `error` of each item that has one. */
export const errorsOf = (output: readonly INodeExecutionData[]): IDataObject[] =>
	output.flatMap(({ json }) => (json.error ? [json.error as unknown as IDataObject] : []));

/** Why items are refused, with all that is wrong: as an error, or as a row of a preview. */
export const refusalsOf = (output: readonly INodeExecutionData[]): string[] =>
	output.flatMap(({ json }) => {
		const { error, action, reason } = json;
		if (error) {
			const { message, description } = error as unknown as IDataObject;
			const isCount = String(message).includes('fields are wrong');
			return [isCount ? `${String(message)}: ${String(description)}` : String(message)];
		}
		return action === 'refuse' ? [String(reason)] : [];
	});

/** What an output has for programs. */
export interface Details {
	changes: IDataObject[];
	unchanged: string[];
	ignored: IDataObject[];
	warnings: string[];
}

/** `details` of an item of an update or a preview. */
export function detailsOf(item: INodeExecutionData | undefined): Details {
	if (!item?.json.details) throw new Error(`Expected details, but: ${JSON.stringify(item?.json)}`);
	return item.json.details as unknown as Details;
}
