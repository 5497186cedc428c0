import { id } from './encoders/scalar';
import type { Row } from './parameter';
import { byId } from './same';

/** Which task: top-level fields, because every operation on a task needs them. */
export const identity: readonly Row[] = [
	{
		api: 'EnterpriseId',
		identifies: true,
		isId: true,
		missing: '; give it here or as the default in the credential',
		zh: '呼叫中心 ID',
		aliases: ['企业ID', '企业编号'],
		doubtful: { names: ['企业ID', '企业编号'], beside: 'customers' },
		encode: id,
		same: byId,
		property: {
			displayName: 'Enterprise ID',
			name: 'enterpriseId',
			type: 'string',
			default: '',
			placeholder: 'e.g. 7000002',
			description:
				'The call center that the task belongs to. Leave empty to use the default of the credential.',
		},
	},
	{
		api: 'TaskId',
		identifies: true,
		isId: true,
		zh: '外呼任务 ID',
		aliases: ['任务ID', '任务编号'],
		encode: id,
		same: byId,
		property: {
			displayName: 'Task ID',
			name: 'taskId',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. 133224',
			description: 'ID of the outbound call task, digits only',
		},
	},
];
