import { id } from './encoders/scalar';
import type { Row } from './parameter';
import { byId } from './same';

/** Which task: top-level fields, because every operation on a task needs them. */
export const identity: readonly Row[] = [
	{
		api: 'TaskId',
		identifies: true,
		isId: true,
		says: 'which task',
		zh: '外呼任务 ID',
		aliases: ['任务ID', '任务编号'],
		loose: {
			names: [
				'外呼任务编号',
				'外呼任务号',
				'外呼任务',
				'任务号',
				'任务',
				'Task No',
				'Task Number',
				'Task',
			],
			vague: ['ID'],
		},
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
		whenMapped: {
			placeholder: 'e.g. Task No',
			hint: 'Empty: found by its name, such as Task ID, Task No, ID or 任务号',
			description:
				'The column that says which task: its name, or drag it here. Digits are an ID that holds for all items.',
		},
	},
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
			hint: 'Empty: taken from the credential',
			description:
				'The call center that the task belongs to. Leave empty to use the default of the credential.',
		},
		whenMapped: {
			placeholder: 'e.g. 7000002',
			hint: 'Empty: taken from a column Enterprise ID, or from the credential',
			description:
				'The call center that the tasks belong to: its ID, or the name of the column that holds it',
		},
	},
];
