import { text } from './encoders/scalar';
import type { Section } from './parameter';
import { userFields, userFieldsFromBuilder, userFieldsProperty } from './structured/nameValue';
import { byText } from './same';
import { byPairs } from './structured/same';

export const details: Section = {
	zh: '基本信息',
	property: {
		displayName: 'Details',
		name: 'details',
		type: 'collection',
		placeholder: 'Add Detail',
		default: {},
		description: 'Name, description and your own fields. What is not added stays as it is.',
	},
	rows: [
		{
			api: 'Name',
			urlEncoded: true,
			zh: '任务名称',
			almost: ['Task Name'],
			doubtful: { names: ['Name'], beside: 'customers' },
			encode: text(49),
			same: byText,
			property: {
				displayName: 'Name',
				name: 'name',
				type: 'string',
				default: '',
				placeholder: 'e.g. Spring renewals',
				description: 'New name of the task, shorter than 50 characters',
			},
		},
		{
			api: 'Description',
			urlEncoded: true,
			zh: '任务描述',
			aliases: ['描述'],
			almost: ['Task Description'],
			doubtful: { names: ['Description', '描述'], beside: 'customers' },
			encode: text(199),
			same: byText,
			property: {
				displayName: 'Description',
				name: 'description',
				type: 'string',
				typeOptions: { rows: 3 },
				default: '',
				placeholder: 'e.g. Customers whose contract ends in March',
				description: 'New description of the task, shorter than 200 characters',
			},
		},
		{
			api: 'UserFields',
			zh: '任务自定义字段',
			encode: userFields,
			same: byPairs,
			property: userFieldsProperty,
			structured: {
				fromBuilder: userFieldsFromBuilder,
				example: '[{"name":"1234"},{"name1":"12345"}]',
			},
		},
	],
	rules: [],
};
