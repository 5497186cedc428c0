import { list, PHONE } from './encoders/list';
import { choice, flag, word } from './encoders/scalar';
import type { Fields, Section } from './parameter';
import { needs } from './rules';
import {
	clidProperty,
	clidPropertyProperty,
	clidPropertyStructure,
} from './structured/clidProperty';
import {
	customerClidWeight,
	customerClidWeightProperty,
	customerClidWeightStructure,
} from './structured/customerClidWeight';
import { byEntries, byFlag, byNumber, byWord } from './same';
import { byAreaRule, byWeights } from './structured/same';
import { choices } from './words';

/** The page says that the weights need their switch, and not that the switch needs weights: the task may have some. */
const weightsElsewhere = Object.assign(
	(fields: Fields): string[] =>
		fields.has('customerClidWeightFlag') &&
		fields.value('customerClidWeightFlag') === true &&
		!fields.has('customerClidWeight')
			? [
					`'${fields.label('customerClidWeightFlag')}' is on without '${fields.label('customerClidWeight')}': it does nothing unless the task has weights`,
				]
			: [],
	{ ties: ['customerClidWeightFlag', 'customerClidWeight'] },
);

export const callerId: Section = {
	zh: '外显号码',
	property: {
		displayName: 'Caller ID',
		name: 'callerId',
		type: 'collection',
		placeholder: 'Add Caller ID Field',
		default: {},
		description: 'The number that customers see',
	},
	rows: [
		{
			api: 'CustomerClidsCategory',
			zh: '客户侧外显号码类型',
			zhNote: '外显号码从哪里来。官方推荐外显导航，可以灵活调整外显策略，其他类型将逐步下线',
			retiring: { values: [1, 2, 4], inFavourOf: 5 },
			encode: choice,
			same: byNumber,
			property: {
				displayName: 'Caller ID Type',
				name: 'customerClidsCategory',
				type: 'options',
				default: 5,
				description:
					'Where the number shown comes from. The vendor recommends navigation and will withdraw the other types step by step.',
				options: choices([
					{
						name: 'Caller ID Navigation',
						value: 5,
						zh: '外显导航',
						also: ['Navigation', '导航'],
						description: 'Rules kept in the call center',
					},
					{
						name: 'Fixed-Line Numbers',
						value: 1,
						zh: '外显固话',
						also: ['Fixed Line', '固话', '固定电话'],
						description: 'Numbers listed here',
					},
					{
						name: 'Mobile Numbers',
						value: 2,
						zh: '外显手机号',
						also: ['Mobile', '手机号', '外显手机', '手机'],
						description: 'Numbers listed here',
					},
					{
						name: 'Number Pool',
						value: 4,
						zh: '外显号码池',
						also: ['Pool', '号码池'],
						description: 'A pool kept in the call center',
					},
				]),
			},
		},
		{
			api: 'CustomerClids',
			zh: '客户侧外显号码列表',
			zhNote: '外显的号码，客户侧外显号码类型为 1、2 时必填',
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
					'Numbers to show, separated by commas. Required for fixed-line and mobile numbers.',
			},
		},
		{
			api: 'CustomerClidsGroup',
			zh: '客户侧外显号码池名称或外显导航标识',
			zhNote: '客户侧外显号码类型为 4 时填号码池名称，为 5 时填外显导航标识；类型为 4、5 时必填',
			aliases: ['外显号码池名称或外显导航标识', '外显号码池名称', '外显导航标识'],
			readBack: 'never',
			encode: word,
			same: byWord,
			property: {
				displayName: 'Number Pool or Navigation',
				name: 'customerClidsGroup',
				type: 'string',
				default: '',
				placeholder: 'e.g. sales-navigation',
				displayOptions: { hide: { customerClidsCategory: [1, 2] } },
				description:
					"With the type 'Caller ID Navigation' the identifier of the navigation, with 'Number Pool' the name of the pool. Required for both.",
			},
		},
		{
			api: 'CustomerClidType',
			zh: '客户侧外显规则',
			zhNote: '怎样从外显号码列表中选号，客户侧外显号码类型为 1、2 时生效',
			vendorDefault: 1,
			discouraged: true,
			encode: choice,
			same: byNumber,
			property: {
				displayName: 'Caller ID Selection',
				name: 'customerClidType',
				type: 'options',
				default: 1,
				displayOptions: { hide: { customerClidsCategory: [4, 5] } },
				description:
					'How one of the caller ID numbers is picked for a call, where fixed-line or mobile numbers are listed',
				options: choices([
					{ name: 'At Random', value: 1, zh: '随机', also: ['Random'] },
					{ name: 'By Area Code', value: 2, zh: '按区号', also: ['Area Code', '区号'] },
				]),
			},
		},
		{
			api: 'ClidProperty',
			zh: '外显规则',
			zhNote: '按区号选号的规则：默认区号、是否匹配省会等；客户侧外显规则为“按区号”时生效',
			discouraged: true,
			encode: clidProperty,
			same: byAreaRule,
			property: clidPropertyProperty,
			structured: clidPropertyStructure,
		},
		{
			api: 'CustomerClidWeightFlag',
			zh: '外显号码比例配置开关',
			zhNote: '是否按比例使用外显固话号码，客户侧外显号码类型为 1 时生效',
			vendorDefault: false,
			discouraged: true,
			encode: flag,
			same: byFlag,
			property: {
				displayName: 'Weight Caller IDs',
				name: 'customerClidWeightFlag',
				type: 'boolean',
				default: false,
				displayOptions: { hide: { customerClidsCategory: [2, 4, 5] } },
				description: "Whether the fixed-line numbers are used in proportion to 'Caller ID Weights'",
			},
		},
		{
			api: 'CustomerClidWeight',
			zh: '外显号码比例配置内容',
			zhNote: '外显号码及其比例，客户侧外显号码类型为 1 且外显号码比例配置开关开启时生效',
			discouraged: true,
			encode: customerClidWeight,
			same: byWeights,
			property: customerClidWeightProperty,
			structured: customerClidWeightStructure,
		},
	],
	rules: [
		needs('customerClidsCategory', [1, 2], ['customerClids']),
		needs('customerClidsCategory', [4, 5], ['customerClidsGroup']),
	],
	cautions: [weightsElsewhere],
};
