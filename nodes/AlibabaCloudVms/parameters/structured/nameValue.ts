import type { INodeProperties } from 'n8n-workflow';
import { isRecord } from '../../guards';
import { textOf } from '../encoders/scalar';
import { quote } from '../words';
import { groupOf, structured } from './json';

/** The vendor's limit on the value of a user field and of a call variable. */
const LONGEST_VALUE = 1000;
/** The vendor's limit on the number of call variables. */
const MOST_VARIABLES = 5;

export const userFieldsProperty: INodeProperties = {
	displayName: 'User Fields',
	name: 'userFields',
	type: 'fixedCollection',
	default: {},
	placeholder: 'Add User Field',
	description: 'Your own fields of the task. Each value has at most 1000 characters.',
	typeOptions: { multipleValues: true, sortable: true },
	options: [
		{
			displayName: 'User Field',
			name: 'fields',
			values: [
				{
					displayName: 'Name',
					name: 'name',
					type: 'string',
					required: true,
					default: '',
					placeholder: 'e.g. campaign',
					description: 'Name of the field',
				},
				{
					displayName: 'Value',
					name: 'value',
					type: 'string',
					required: true,
					default: '',
					placeholder: 'e.g. spring 2026',
					description: 'Value of the field, at most 1000 characters',
				},
			],
		},
	],
};

export const userFieldsFromBuilder = (builder: unknown): unknown =>
	groupOf(builder, 'fields').map(({ name, value }) => ({ [textOf(name) ?? '']: value }));

export const userFields = structured((structure, reader) =>
	reader.array(structure, '').map((entry, index) => {
		const where = `entry ${index + 1}`;
		const pairs = isRecord(entry) ? Object.entries(entry) : [];
		if (pairs.length !== 1) {
			reader.note(where, `is ${quote(entry)}; give one pair of name and value an entry`);
		}
		return Object.fromEntries(
			pairs.map(([name, value]) => [
				reader.name(name, `${where}, name`),
				reader.text(value, `${where}, value`, LONGEST_VALUE),
			]),
		);
	}),
);

export const callVariablesProperty: INodeProperties = {
	displayName: 'Call Variables',
	name: 'callVariables',
	type: 'fixedCollection',
	default: {},
	placeholder: 'Add Call Variable',
	description:
		"Variables that are set on the agent's side of the call as SIP headers. At most 5, each value with at most 1000 characters.",
	typeOptions: { multipleValues: true, sortable: true },
	options: [
		{
			displayName: 'Call Variable',
			name: 'variables',
			values: [
				{
					displayName: 'Name',
					name: 'name',
					type: 'string',
					required: true,
					default: '',
					placeholder: 'e.g. customer_level',
					description: 'Name of the variable',
				},
				{
					displayName: 'Value',
					name: 'value',
					type: 'string',
					required: true,
					default: '',
					placeholder: 'e.g. ${cdr_enterprise_id}',
					description: 'Text, or a variable of the service in ${}. At most 1000 characters.',
				},
			],
		},
	],
};

export const callVariablesFromBuilder = (builder: unknown): unknown =>
	groupOf(builder, 'variables').map(({ name, value }) => ({ name, value }));

export const callVariables = structured((structure, reader) => {
	const variables = reader.array(structure, '').map((entry, index) => {
		const where = `entry ${index + 1}`;
		const variable = reader.object(entry, where, ['name', 'value']) ?? {};
		return {
			name: reader.name(variable.name, `${where}, name`),
			value: reader.text(variable.value, `${where}, value`, LONGEST_VALUE),
		};
	});
	if (variables.length > MOST_VARIABLES) {
		reader.note('', `has ${variables.length} variables; give at most ${MOST_VARIABLES}`);
	}
	return variables;
});
