import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { run } from './execution/run';
import { alibabaCloudAccessKeyApiTest } from './methods/credentialTest';
import { properties } from './operations';

export class AlibabaCloudVms implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Alibaba Cloud Voice Messaging',
		name: 'alibabaCloudVms',
		icon: { light: 'file:alibabaCloudVms.svg', dark: 'file:alibabaCloudVms.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle:
			'={{ ($parameter["mode"] === "preview" ? "preview " : "") + $parameter["operation"] + ": " + $parameter["resource"] }}',
		description: 'Read and update outbound call tasks of Alibaba Cloud Voice Messaging Service',
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
		return [await run(this)];
	}
}
