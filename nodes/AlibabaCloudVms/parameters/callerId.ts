import { list, PHONE } from './encoders/list';
import { choice, flag, word } from './encoders/scalar';
import type { Section } from './parameter';
import { needs } from './rules';
import {
	clidProperty,
	clidPropertyFromBuilder,
	clidPropertyProperty,
} from './structured/clidProperty';
import {
	customerClidWeight,
	customerClidWeightFromBuilder,
	customerClidWeightProperty,
} from './structured/customerClidWeight';
import { byEntries, byFlag, byNumber, byWord } from './same';
import { byAreaRule, byWeights } from './structured/same';

export const callerId: Section = {
	zh: '外显号码',
	property: {
		displayName: 'Caller ID',
		name: 'callerId',
		type: 'collection',
		placeholder: 'Add Caller ID Field',
		default: {},
		description: 'The number that customers see. What is not added stays as it is.',
	},
	rows: [
		{
			api: 'CustomerClidsCategory',
			zh: '客户侧外显号码类型',
			discouraged: [1, 2, 4],
			encode: choice,
			same: byNumber,
			property: {
				displayName: 'Caller ID Type',
				name: 'customerClidsCategory',
				type: 'options',
				default: 5,
				description:
					'Where the number shown comes from. The vendor recommends navigation and will retire the other types step by step.',
				options: [
					{ name: 'Caller ID Navigation', value: 5, description: 'Rules kept in the call center' },
					{ name: 'Fixed-Line Numbers', value: 1, description: 'Numbers listed here' },
					{ name: 'Mobile Numbers', value: 2, description: 'Numbers listed here' },
					{ name: 'Number Pool', value: 4, description: 'A pool kept in the call center' },
				],
			},
		},
		{
			api: 'CustomerClids',
			zh: '客户侧外显号码列表',
			almost: ['外显号码'],
			discouraged: true,
			encode: list('phone numbers of at least 4 digits', PHONE, 'refuse'),
			same: byEntries,
			property: {
				displayName: 'Caller ID Numbers',
				name: 'customerClids',
				type: 'string',
				default: '',
				placeholder: 'e.g. 64203667,23434294',
				displayOptions: { hide: { customerClidsCategory: [4, 5] } },
				description:
					'Numbers to show, separated by commas. Needed for fixed-line and mobile numbers.',
			},
		},
		{
			api: 'CustomerClidsGroup',
			zh: '外显号码池名称或外显导航标识',
			readBack: 'never',
			encode: word,
			same: byWord,
			property: {
				displayName: 'Pool or Navigation',
				name: 'customerClidsGroup',
				type: 'string',
				default: '',
				placeholder: 'e.g. sales-pool',
				displayOptions: { hide: { customerClidsCategory: [1, 2] } },
				description:
					'Name of the number pool, or identifier of the caller ID navigation. Needed for these two types.',
			},
		},
		{
			api: 'CustomerClidType',
			zh: '客户侧外显规则',
			discouraged: true,
			encode: choice,
			same: byNumber,
			property: {
				displayName: 'Number Selection',
				name: 'customerClidType',
				type: 'options',
				default: 1,
				displayOptions: { hide: { customerClidsCategory: [4, 5] } },
				description: 'How one of the caller ID numbers is picked for a call',
				options: [
					{ name: 'At Random', value: 1 },
					{ name: 'By Area Code', value: 2 },
				],
			},
		},
		{
			api: 'ClidProperty',
			zh: '外显规则',
			discouraged: true,
			encode: clidProperty,
			same: byAreaRule,
			property: clidPropertyProperty,
			structured: {
				fromBuilder: clidPropertyFromBuilder,
				example: '{"defaultAreaCode":"010","isMatchCapital":"1"}',
			},
		},
		{
			api: 'CustomerClidWeightFlag',
			zh: '外显号码比例配置开关',
			discouraged: true,
			encode: flag,
			same: byFlag,
			property: {
				displayName: 'Weight Caller IDs',
				name: 'customerClidWeightFlag',
				type: 'boolean',
				default: false,
				displayOptions: { hide: { customerClidsCategory: [2, 4, 5] } },
				description:
					'Whether the fixed-line numbers are used in proportion to the weights. Switched on, it needs the weights.',
			},
		},
		{
			api: 'CustomerClidWeight',
			zh: '外显号码比例配置内容',
			discouraged: true,
			encode: customerClidWeight,
			same: byWeights,
			property: customerClidWeightProperty,
			structured: {
				fromBuilder: customerClidWeightFromBuilder,
				example: '[{"number":"123,345","weight":"5"},{"number":"567,789","weight":"5"}]',
			},
		},
	],
	rules: [
		needs('customerClidsCategory', [1, 2], ['customerClids']),
		needs('customerClidsCategory', [4, 5], ['customerClidsGroup']),
		needs('customerClidWeightFlag', [true], ['customerClidWeight']),
	],
};
