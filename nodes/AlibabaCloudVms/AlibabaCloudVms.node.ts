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
		// Mobile numbers are personal, and so are recordings: the name of one holds the number that was called, and
		// whoever has its address can hear the call. Below Data is what a custom call gives.
		sensitiveOutputFields: [
			...['Tel', 'CustomerNumber', 'CalleeNumber', 'RecordFile', 'Url', 'Data.Url'],
			...['Data.List[*].CustomerNumber', 'Data.List[*].CalleeNumber', 'Data.List[*].RecordFile'],
		],
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
