import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { NodeConnectionTypes, NodeOperationError } from 'n8n-workflow';
import { actionFor, properties } from './actions';
import { executeItems } from './actions/execute';
import { errorItem, errorOf, failuresOf, hintsFor, unexpected } from './actions/outcome';
import { retryHint } from './actions/retryOnFail';
import { openSession } from './actions/session';
import { forManyListeners } from './bulk/cancel';
import { alibabaCloudAccessKeyApiTest } from './methods/credentialTest';

export class AlibabaCloudVms implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Alibaba Cloud Voice Messaging',
		name: 'alibabaCloudVms',
		icon: { light: 'file:alibabaCloudVms.svg', dark: 'file:alibabaCloudVms.dark.svg' },
		group: ['output'],
		version: 1,
		subtitle:
			'={{ ($parameter["mode"] === "preview" ? "preview " : "") + $parameter["operation"] + ": " + $parameter["resource"] }}',
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
		const total = this.getInputData().length;
		if (total === 0) return [[]];

		const resource = this.getNodeParameter('resource', 0);
		const operation = this.getNodeParameter('operation', 0);
		const action = actionFor(resource, operation);
		if (!action) {
			throw new NodeOperationError(this.getNode(), `${resource}: ${operation} is not an operation`);
		}
		const cancelled = forManyListeners(this.getExecutionCancelSignal());
		const goesOn = this.continueOnFail();
		const began = Date.now();
		const session = await openSession(this, cancelled).catch(unexpected);
		const { results, retries, waitedMs } = await executeItems(action, session, {
			total,
			goesOn,
			cancelled,
			tell: (progress) => this.sendMessageToUI(progress),
			report: (defect) => this.logger.error(defect),
		});

		const output: INodeExecutionData[] = [];
		const updatedIn = (part: typeof results) =>
			part.filter((result) => result?.ok && result.value.did === 'updated').length;
		for (const [itemIndex, result] of results.entries()) {
			// What was not begun, because the execution was stopped, has no output.
			if (!result) continue;
			if (result.ok) {
				output.push({ json: result.value.json, pairedItem: { item: itemIndex } });
			} else if (goesOn) {
				output.push(errorItem(result.failure, itemIndex));
			}
		}
		const failed = failuresOf(results);
		const [worst, ...others] = failed;
		if (worst && !goesOn) {
			const { itemIndex, failure } = worst;
			const before = updatedIn(results.slice(0, itemIndex));
			const after = updatedIn(results.slice(itemIndex));
			const leftPaused = others.filter((one) => one.failure.isLeftPaused);
			throw errorOf(this.getNode(), failure, {
				itemIndex,
				total,
				before,
				after,
				leftPaused: leftPaused.map((one) => one.itemIndex),
			});
		}
		const did = results.flatMap((result) => (result?.ok ? [result.value.did] : []));
		const unknownColumns = session.ok ? [...session.value.unknownColumns] : [];
		// Of a stopped execution not all items were read.
		const isWhole = session.ok && output.length === total;
		const unmetNames = isWhole ? session.value.columnsToIgnore.unmet : [];
		const ms = Date.now() - began;
		this.addExecutionHints(
			...hintsFor(output, { did, retries, waitedMs, ms, unknownColumns, unmetNames }),
		);
		if (session.ok && session.value.isRetriedByN8n && !session.value.isPreview) {
			this.addExecutionHints(retryHint);
		}
		return [output];
	}
}
