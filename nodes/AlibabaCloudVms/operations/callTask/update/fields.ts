import type { INodeProperties } from 'n8n-workflow';
import { SOURCE, SOURCE_HINT, SOURCE_LABEL } from '../../../input/fieldsObject';
import { callTask, newTask } from '../../../parameters';
import { CLEAR } from '../../../parameters/companions';
import { creation, name, otherDetails, type } from '../../../parameters/creation';
import { task } from '../../../parameters/identity';
import {
	collectionOf,
	mappedPropertiesOf,
	propertiesOf,
	shownWhere,
} from '../../../parameters/properties';
import { COLUMNS_SHOWN } from '../../columnsShown';
import { FIELDS } from '../../fields';
import type { Operation } from '../../operation';

const choice: INodeProperties = {
	displayName: 'New Values',
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
				'Take every column that has the name of a parameter: AutoStart, auto_start, Auto Start or 定时开始',
		},
	],
};

const whereMapped = (properties: INodeProperties[]) =>
	shownWhere({ [FIELDS.name]: [FIELDS.fromInput] }, properties);

const whereSetBelow = (properties: INodeProperties[]) =>
	shownWhere({ [FIELDS.name]: [FIELDS.below] }, properties);

/** What is mapped automatically. An AI Agent fills in the whole object. */
const source = whereMapped([
	{
		displayName: SOURCE_LABEL,
		name: SOURCE,
		type: 'json',
		default: '={{ $json }}',
		hint: SOURCE_HINT,
		description:
			'The object whose keys are the columns; as it stands, the whole input item. The keys are names of parameters, such as TaskId, which says which task, Name, AutoStart, AutoStartDay or Concurrency. What is left out or empty is not sent.',
	},
]);

const identityMapped = whereMapped(callTask.identity.flatMap(mappedPropertiesOf));
const identityBelow = whereSetBelow(callTask.identity.flatMap(propertiesOf));
const sections = whereSetBelow(callTask.sections.map(collectionOf));

/** Without it nothing is created. */
const nameOfNewTask = whereSetBelow(
	name.flatMap(propertiesOf).map((property) => ({
		...property,
		required: true,
		description: 'What the task is called, fewer than 50 characters. (Name, 任务名称)',
	})),
);

/** The column of the same name does it where columns are mapped. */
const clear = whereSetBelow([
	{
		displayName: CLEAR.label,
		name: CLEAR.name,
		type: 'string',
		default: '',
		placeholder: 'e.g. Description, Hold Music',
		description:
			'Fields to be sent empty, which clears them in the task: their labels, API names or Chinese names, separated by commas. Nothing else that is empty is sent (清空).',
	},
]);

/** What update and preview ask for: the same fields, so that a switch between the two keeps what they hold. */
export const fields: readonly INodeProperties[] = [
	choice,
	...COLUMNS_SHOWN,
	...identityMapped,
	...source,
	...identityBelow,
	...sections,
	...clear,
];

const rules = {
	which:
		'Every column is taken that has the name of a parameter: its API name, its label or its Chinese name.',
	empty:
		'Empty cells are not sent, unless the option Send Empty Values is on: then all of them are.',
};

/** Which columns they take. */
export const columns: Operation['columns'] = { catalogue: callTask, needed: task, rules };

const enterpriseIn = (list: readonly INodeProperties[]): INodeProperties[] =>
	list.filter(({ name }) => name === 'enterpriseId');

/** What a new task takes: the same without the task's ID, and what only a creation takes. */
export const fieldsOfNewTask: readonly INodeProperties[] = [
	choice,
	...COLUMNS_SHOWN,
	...whereMapped(mappedPropertiesOf(type)),
	...enterpriseIn(identityMapped),
	...source,
	...nameOfNewTask,
	...whereSetBelow(propertiesOf(type)),
	...enterpriseIn(identityBelow),
	...whereSetBelow([creation, otherDetails].map(collectionOf)),
	...sections.filter(({ name: section }) => section !== otherDetails.property.name),
];

/** Which columns it takes; its type may come from a template or another task. */
export const columnsOfNewTask: Operation['columns'] = {
	catalogue: newTask,
	needed: name,
	rules: { ...rules, empty: 'Empty cells are not sent.' },
};

/** The same where there may be a task already, which empty cells can clear. */
export const columnsOfAnyTask: Operation['columns'] = { ...columnsOfNewTask, rules };
