import { text } from './encoders/scalar';
import type { Section } from './parameter';
import { userFields, userFieldsProperty, userFieldsStructure } from './structured/nameValue';
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
		description: 'Name, description and your own fields',
	},
	rows: [
		{
			api: 'Name',
			needed: true,
			urlEncoded: true,
			says: 'what the task is called',
			zh: '任务名称',
			zhNote: '任务的新名称',
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
				description: 'New name of the task, fewer than 50 characters',
			},
		},
		{
			api: 'Description',
			urlEncoded: true,
			zh: '任务描述',
			zhNote: '任务的新描述',
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
				description: 'New description of the task, fewer than 200 characters',
			},
		},
		{
			api: 'UserFields',
			zh: '任务自定义字段',
			zhNote: '任务自己的字段，每个元素一组名称和值，值不超过 1000 个字符',
			vendorDefault: { en: 'none', zh: '空' },
			encode: userFields,
			same: byPairs,
			property: userFieldsProperty,
			structured: userFieldsStructure,
		},
	],
	rules: [],
};
