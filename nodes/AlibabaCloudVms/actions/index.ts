import type { INodeProperties } from 'n8n-workflow';
import { updateDisplayOptions } from 'n8n-workflow';
import type { Action } from './action';
import { update } from './callTask/update.action';
import { optionsProperty } from './options';

/** Every operation, in the order of the menu. */
export const actions: readonly Action[] = [update];

const RESOURCES = [{ name: 'Call Task', value: 'callTask' }];

const operationOf = (resource: string): INodeProperties => {
	const options = actions
		.filter((action) => action.resource === resource)
		.map(({ option }) => option);
	return {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: [resource] } },
		default: 'update',
		options,
	};
};

/** What the editor shows: resource, operation, the fields of each operation, the options. */
export const properties: INodeProperties[] = [
	{
		displayName: 'Resource',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		options: RESOURCES,
		default: 'callTask',
	},
	...RESOURCES.map(({ value }) => operationOf(value)),
	...actions.flatMap(({ resource, option, properties: fields }) =>
		updateDisplayOptions({ show: { resource: [resource], operation: [option.value] } }, [
			...fields,
		]),
	),
	optionsProperty,
];

/** The operation that a node is set to. */
export const actionFor = (resource: string, operation: string): Action | undefined =>
	actions.find((action) => action.resource === resource && action.option.value === operation);
