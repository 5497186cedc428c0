import type { INodeProperties } from 'n8n-workflow';
import { SOURCE, SOURCE_HINT, SOURCE_LABEL } from '../../../input/fieldsObject';
import { enterprise, task } from '../../../parameters/identity';
import { batch, batchName, numberFields, tel } from '../../../parameters/numbers';
import { TASK_LOCATOR } from '../../../parameters/taskLocator';
import {
	collectionOf,
	mappedPropertiesOf,
	propertiesOf,
	shownWhere,
} from '../../../parameters/properties';
import { COLUMNS_SHOWN } from '../../columnsShown';
import { ENTERPRISE_FIELDS, FIELDS, WHICH_TASK } from '../../fields';

/** Who must not be called: a name that workflows store. */
export const DO_NOT_CALL = 'doNotCall';

const choice: INodeProperties = {
	displayName: 'Numbers',
	name: FIELDS.name,
	type: 'options',
	noDataExpression: true,
	default: 'mapFromInput',
	description: 'Where the numbers come from; each input item is one',
	options: [
		{
			name: 'Map Automatically From Input',
			value: FIELDS.fromInput,
			description:
				'Take every column that has the name of a field of a number: Tel, phone, Mobile or 手机号',
		},
		{
			name: 'Set Below',
			value: FIELDS.below,
			description: 'Drag columns into the fields here',
		},
	],
};

const whereMapped = (properties: readonly INodeProperties[]) =>
	shownWhere({ [FIELDS.name]: [FIELDS.fromInput] }, properties);

const whereSetBelow = (properties: readonly INodeProperties[]) =>
	shownWhere({ [FIELDS.name]: [FIELDS.below] }, properties);

/** Numbers mostly go to one task, which no column says. */
const oneTask = (property: INodeProperties): INodeProperties =>
	property.type === 'resourceLocator' ? { ...property, default: TASK_LOCATOR.default } : property;

const mapped: INodeProperties[] = whereMapped(
	[...task, tel, ...enterprise].flatMap(mappedPropertiesOf).map(oneTask),
);

const source: INodeProperties[] = whereMapped([
	{
		displayName: SOURCE_LABEL,
		name: SOURCE,
		type: 'json',
		default: '={{ $json }}',
		hint: SOURCE_HINT,
		description:
			'The object whose keys are the columns; as it stands, the whole input item. Tel is the phone number; it may also have BackupTels, Clid, ClidGroup, Priority, Property and TaskId.',
	},
]);

/** What Import Numbers asks for. */
export const importFields: readonly INodeProperties[] = [
	choice,
	...COLUMNS_SHOWN,
	...whereSetBelow([...WHICH_TASK, ...propertiesOf(tel)]),
	...propertiesOf(batchName),
	...mapped,
	...source,
	...whereSetBelow([...ENTERPRISE_FIELDS, collectionOf(numberFields)]),
	collectionOf(batch),
	{
		displayName: 'Do Not Call',
		name: DO_NOT_CALL,
		type: 'string',
		typeOptions: { rows: 2 },
		default: '',
		placeholder: "e.g. {{ $('Do Not Call').all().map(item => item.json.phone) }}",
		description:
			'Numbers that are left out, each with an outcome of its own: separated by commas, semicolons or lines, or an array from an expression. The list holds for all items.',
	},
];
