import type { INode, INodeParameters, NodeParameterValueType } from 'n8n-workflow';
import { DEFAULT_ENTERPRISE_ID } from '../../emulator';

export const NODE_TYPE = 'n8n-nodes-alibabacloud-vms.alibabaCloudVms';
export const CREDENTIAL_TYPE = 'alibabaCloudAccessKeyApi';

/** A predictive task of the seed that has not begun: the emulator lets it be changed. */
export const TASK = { enterpriseId: DEFAULT_ENTERPRISE_ID, taskId: '133224' } as const;

/** One attempt only, and no wait for a gateway that is away, unless a test is about more. */
const ONCE = { maximumAttempts: 1, waitForTheGateway: 0 };

/** Refused items go on to the regular output. */
export const CONTINUE = { onError: 'continueRegularOutput' } as const satisfies Partial<INode>;

/** What a locator of tasks holds, as the editor would store it. */
export const taskAs = (
	value: NodeParameterValueType,
	mode: 'list' | 'id' | 'url' = 'id',
): NodeParameterValueType => ({ __rl: true, mode, value }) as INodeParameters;

/** Parameters whose task is a text, which is an ID, as the editor would store them. */
export function located<T extends NodeParameterValueType>(values: T, name: string): T {
	if (typeof values !== 'object' || values === null || !(name in values)) return values;
	const { [name]: value } = values as INodeParameters;
	return typeof value === 'string' ? { ...values, [name]: taskAs(value) } : values;
}

/** A node as the editor would store it. */
export const vmsNode = (
	{ options = {}, ...parameters }: INodeParameters,
	more: Partial<INode> = {},
): INode => ({
	id: '1',
	name: 'VMS',
	type: NODE_TYPE,
	typeVersion: 1,
	position: [0, 0],
	parameters: located(
		{
			resource: 'callTask',
			operation: 'update',
			// Where columns are mapped, one of them says which task.
			taskId: parameters.fields === 'mapFromInput' ? '' : TASK.taskId,
			...parameters,
			...('filters' in parameters ? { filters: located(parameters.filters, 'taskId') } : {}),
			options:
				typeof options === 'object' ? located({ ...ONCE, ...options }, 'copyFromTask') : options,
		},
		'taskId',
	),
	credentials: { [CREDENTIAL_TYPE]: { id: '1', name: 'Key' } },
	...more,
});
