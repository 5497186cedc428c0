import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { NodeConnectionTypes, NodeOperationError } from 'n8n-workflow';
import { actionFor, properties } from './actions';
import { errorItem, errorOf, hintsFor, unexpected } from './actions/outcome';
import { openSession } from './actions/session';
import { alibabaCloudAccessKeyApiTest } from './methods/credentialTest';

export class AlibabaCloudVms implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Alibaba Cloud Voice Messaging',
		name: 'alibabaCloudVms',
		icon: { light: 'file:alibabaCloudVms.svg', dark: 'file:alibabaCloudVms.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Update outbound call tasks of Alibaba Cloud Voice Messaging Service',
		defaults: { name: 'Alibaba Cloud Voice Messaging' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs: [NodeConnectionTypes.Main],
		credentials: [
			{
				name: 'alibabaCloudAccessKeyApi',
				required: true,
				testedBy: 'alibabaCloudAccessKeyApiTest',
			},
		],
		properties,
	};

	methods = { credentialTest: { alibabaCloudAccessKeyApiTest } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const items = this.getInputData();
		const output: INodeExecutionData[] = [];
		if (items.length === 0) return [output];

		const resource = this.getNodeParameter('resource', 0);
		const operation = this.getNodeParameter('operation', 0);
		const action = actionFor(resource, operation);
		if (!action) {
			throw new NodeOperationError(this.getNode(), `${resource}: ${operation} is not an operation`);
		}
		const cancelled = this.getExecutionCancelSignal();
		const session = await openSession(this, cancelled).catch(unexpected);
		let updated = 0;
		try {
			for (let itemIndex = 0; itemIndex < items.length && !cancelled?.aborted; itemIndex++) {
				const outcome = session.ok
					? await action.run(this, itemIndex, session.value).catch(unexpected)
					: session;
				if (outcome.ok) {
					updated++;
					output.push({ json: outcome.value, pairedItem: { item: itemIndex } });
				} else if (this.continueOnFail()) {
					output.push(errorItem(outcome.failure, itemIndex));
				} else {
					throw errorOf(this.getNode(), outcome.failure, {
						itemIndex,
						updated,
						total: items.length,
					});
				}
			}
		} finally {
			if (session.ok) session.value.client.close();
		}
		this.addExecutionHints(...hintsFor(output));
		return [output];
	}
}
