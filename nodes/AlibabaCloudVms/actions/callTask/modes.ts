import type { INodeProperties } from 'n8n-workflow';
import { SOURCE } from '../../pipeline/mapInput';

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
export const fieldsObject: INodeProperties = {
	displayName: 'Fields Object',
	name: SOURCE,
	type: 'json',
	default: '={{ $json }}',
	displayOptions: { show: { [FIELDS.name]: [FIELDS.fromInput] } },
	description:
		'The object whose keys are the columns; as it stands, the whole input item. TaskId says which task; the other keys are parameters by their API names, labels or Chinese names. Keys that are left out or empty leave the field as it is.',
};
