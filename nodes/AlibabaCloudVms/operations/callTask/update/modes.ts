import type { INodeProperties } from 'n8n-workflow';
import { SOURCE } from '../../../input/fieldsObject';

/** Where the fields come from. */
export const FIELDS = { name: 'fields', below: 'setBelow', fromInput: 'mapFromInput' } as const;

/** Whether anything is sent that changes a task. */
export const MODE = { name: 'mode', apply: 'apply', preview: 'preview' } as const;

/** The two switches on top of the update. */
export const modes: INodeProperties[] = [
	{
		displayName: 'Fields',
		name: FIELDS.name,
		type: 'options',
		noDataExpression: true,
		default: 'setBelow',
		description: 'Where the new values come from',
		options: [
			{
				name: 'Set Below',
				value: FIELDS.below,
				description: 'Choose the fields here and drag columns into them',
			},
			{
				name: 'Map Automatically From Input',
				value: FIELDS.fromInput,
				description:
					'Take every column that is called like a parameter: AutoStart, auto_start, Auto Start or 定时开始',
			},
		],
	},
	{
		displayName: 'Mode',
		name: MODE.name,
		type: 'options',
		noDataExpression: true,
		default: 'apply',
		description: 'Whether to change the tasks, or to show what would change',
		options: [
			{ name: 'Apply', value: MODE.apply, description: 'Change the tasks' },
			{
				name: 'Preview',
				value: MODE.preview,
				description: 'Read the tasks and show what would change; nothing is changed',
			},
		],
	},
];

/** What is mapped automatically. An AI Agent fills in the whole object. */
export const mapping: INodeProperties[] = [
	{
		displayName:
			'Every column that is called like a parameter is taken, by its API name, its label or its Chinese name. One of them must say which task: TaskId, Task ID or 任务ID. Empty cells leave their field as it is.',
		name: 'mappingNotice',
		type: 'notice',
		default: '',
		displayOptions: { show: { [FIELDS.name]: [FIELDS.fromInput] } },
	},
	{
		displayName: 'Fields Object',
		name: SOURCE,
		type: 'json',
		default: '={{ $json }}',
		displayOptions: { show: { [FIELDS.name]: [FIELDS.fromInput] } },
		description:
			'The object whose keys are the columns; as it stands, the whole input item. TaskId says which task; the other keys are names of parameters, such as Name, AutoStart, AutoStartDay or Concurrency. What is left out or empty stays as it is.',
	},
];
