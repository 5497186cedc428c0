import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { NodeConnectionTypes } from 'n8n-workflow';
import { run } from './execution/run';
import { methods } from './methods/index';
import { properties } from './operations';

export class AlibabaCloudVms implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Alibaba Cloud Voice Messaging',
		name: 'alibabaCloudVms',
		icon: { light: 'file:alibabaCloudVms.svg', dark: 'file:alibabaCloudVms.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle: '={{ $parameter["operation"] + ": " + $parameter["resource"] }}',
		description:
			'Preview, update, create, read, start, pause, end and delete outbound call tasks of Alibaba Cloud Voice Messaging Service, import and delete their phone numbers, get statistics, call records and recordings, or call any other action',
		defaults: { name: 'Alibaba Cloud Voice Messaging' },
		usableAsTool: true,
		// Mobile numbers are personal, and so is the address of a recording: whoever has it can hear the call.
		sensitiveOutputFields: ['Tel', 'CustomerNumber', 'Url', 'Data.Url'],
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

	methods = methods;

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return [await run(this)];
	}
}
