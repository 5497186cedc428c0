import type { INodeProperties } from 'n8n-workflow';
import { shownWhere, withRanges } from '../parameters/properties';
import { get } from './callTask/get';
import { getMany } from './callTask/getMany';
import { customApiCall } from './callTask/customApiCall';
import { getRecording } from './callTask/records/getRecording';
import { getCallRecords } from './callTask/records/getCallRecords';
import { getNumberBatches } from './callTask/numbers/getNumberBatches';
import { getStatistics } from './callTask/getStatistics';
import { deleteNumbers } from './callTask/numbers/deleteNumbers';
import { importNumbers } from './callTask/numbers/importNumbers';
import { deleteTask } from './callTask/lifecycle/delete';
import { end } from './callTask/lifecycle/end';
import { pause } from './callTask/lifecycle/pause';
import { start } from './callTask/lifecycle/start';
import { preview, update } from './callTask/update';
import { create } from './callTask/update/create/create';
import { createOrUpdate } from './callTask/update/create/createOrUpdate';
import type { Operation } from './operation';

/** Every operation, in the order of the menu. Menu, fields, options and dispatch follow from it. */
export const operations: readonly Operation[] = [
	preview,
	update,
	create,
	createOrUpdate,
	get,
	getMany,
	getStatistics,
	start,
	pause,
	end,
	deleteTask,
	importNumbers,
	deleteNumbers,
	getNumberBatches,
	getCallRecords,
	getRecording,
	customApiCall,
];

const RESOURCES = [{ name: 'Call Task', value: 'callTask' }];

const menuOf = (resource: string): INodeProperties => {
	const options = operations
		.filter((operation) => operation.resource === resource)
		.map(({ option }) => option);
	const [{ value: first } = { value: '' }] = options;
	return {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: [resource] } },
		default: first,
		options,
	};
};

/** Without a collator, which takes five milliseconds when n8n loads the node. */
const byLabel = (one: INodeProperties, other: INodeProperties): number =>
	one.displayName.toLowerCase() < other.displayName.toLowerCase() ? -1 : 1;

/** The options of an operation; n8n stores what was added, under the same name for each. */
const optionsProperty = ({ options }: Operation): INodeProperties => ({
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: Object.values(options)
		.map(({ property, unit }) => withRanges(property, unit))
		.sort(byLabel),
});

/** The fields of a resource. One that operations share stands there once: what it holds stays on a switch. */
function fieldsOf(resource: string): INodeProperties[] {
	const shownFor = new Map<INodeProperties, string[]>();
	const placed: INodeProperties[] = [];
	for (const operation of operations.filter((one) => one.resource === resource)) {
		const fields = [...operation.fields, optionsProperty(operation)];
		let place = placed.length;
		// From the last one on: what is its own stands before what follows it.
		for (const field of fields.toReversed()) {
			const known = placed.indexOf(field);
			if (known < 0) placed.splice(place, 0, field);
			else place = known;
			shownFor.set(field, [...(shownFor.get(field) ?? []), operation.option.value]);
		}
	}
	return placed.flatMap((field) => {
		const operation = shownFor.get(field);
		return shownWhere({ resource: [resource], operation }, [field]);
	});
}

/** What the editor shows: resource, operation, the fields and the options of each operation. */
export const properties: INodeProperties[] = [
	{
		displayName: 'Resource',
		name: 'resource',
		type: 'options',
		noDataExpression: true,
		options: RESOURCES,
		default: 'callTask',
	},
	...RESOURCES.map(({ value }) => menuOf(value)),
	...RESOURCES.flatMap(({ value }) => fieldsOf(value)),
];

/** The operation that a node is set to. */
export const operationFor = (resource: string, name: string): Operation | undefined =>
	operations.find(
		(operation) => operation.resource === resource && operation.option.value === name,
	);
