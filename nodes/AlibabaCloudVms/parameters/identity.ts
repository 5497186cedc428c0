import { id } from './encoders/scalar';
import { taskId } from './encoders/taskId';
import type { Row } from './parameter';
import { byId } from './same';
import { MAPPED_TASK_LOCATOR, TASK_LOCATOR } from './taskLocator';

/** Which task: top-level fields, because every operation on a task needs them. */
export const identity: readonly Row[] = [
	{
		api: 'TaskId',
		identifies: true,
		isId: true,
		says: 'which task',
		zh: '外呼任务 ID',
		zhNote: '要修改的外呼任务，见控制台的任务列表或 Get Many 的输出',
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
		encode: taskId,
		same: byId,
		property: {
			displayName: 'Task ID',
			name: 'taskId',
			...TASK_LOCATOR,
			required: true,
			description:
				'The outbound call task: choose it, or give its ID, digits only, as the list of tasks in the console and the operation Get Many show it',
		},
		whenMapped: {
			...MAPPED_TASK_LOCATOR,
			hint: 'Empty: found by its name, such as Task ID, Task No, ID or 任务号',
			description:
				'The column that says which task: its name, or drag it here. A task that is chosen, and digits, which are an ID, hold for all items.',
		},
	},
	{
		api: 'EnterpriseId',
		identifies: true,
		isId: true,
		missing: '; give it here or as the default in the credential',
		zh: '呼叫中心 ID',
		zhNote:
			'任务所属的呼叫中心。在云联络中心控制台的呼叫中心实例的访问地址中可以找到；留空则使用凭证中的默认值',
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
				"The call center of the task, digits only: it is part of the instance's address in the console. Leave empty to use the default of the credential.",
		},
		whenMapped: {
			placeholder: 'e.g. 7000002',
			hint: 'Empty: taken from a column Enterprise ID, or from the credential',
			description:
				'The call center that the tasks belong to: its ID, or the name of the column that holds it',
		},
	},
];

/** Which call center alone, for what is about no single task. */
export const enterprise: readonly Row[] = identity.filter(({ api }) => api === 'EnterpriseId');

/** Which task alone. */
export const task: readonly Row[] = identity.filter(({ api }) => api === 'TaskId');
