import { choice, OFF } from './encoders/scalar';
import type { Section } from './parameter';
import { growingRounds, mayNotGrow, retryStrategy } from './structured/retryStrategy';
import { retryStrategyProperty } from './structured/retryStrategyBuilder';
import { retryStrategyStructure } from './structured/retryStrategyShape';
import { byNumber } from './same';
import { byRounds } from './structured/same';
import { choices } from './words';

export const retry: Section = {
	zh: '重试',
	property: {
		displayName: 'Retry',
		name: 'retry',
		type: 'collection',
		placeholder: 'Add Retry Field',
		default: {},
		description: 'Whether and when numbers are called again',
	},
	rows: [
		{
			api: 'RetryStrategy',
			zh: '重试策略',
			zhNote:
				'未接通的号码何时再呼。基础模式：所有号码按同样的轮次重试；高级模式：按呼叫结果分别设置。两种模式由传入的格式自动识别，不能混用',
			condition: {
				en: "Rules by call result need the service 号码状态识别 (recognition of the number's status), which the vendor's pages offer for automatic tasks only",
				zh: '高级模式需要开启「号码状态识别」服务，官方文档注明目前只支持自动外呼任务',
			},
			encode: retryStrategy,
			same: byRounds,
			property: retryStrategyProperty,
			structured: retryStrategyStructure,
		},
		{
			api: 'RetryStrategyTimeType',
			zh: '重试策略时间类型',
			zhNote:
				'每轮重试的间隔从何时算起，配置重试策略时生效；基于首次呼叫时间时，每轮的时间必须大于上一轮',
			vendorDefault: 1,
			readBack: 'listed',
			encode: choice,
			same: byNumber,
			property: {
				displayName: 'Retry Time Counts From',
				name: 'retryStrategyTimeType',
				type: 'options',
				default: 1,
				// Nothing to count where the strategy was added and left empty. n8n compares deeply, though its
				// type for conditions names scalars only.
				displayOptions: {
					hide: { retryStrategy: [{ _cnd: { eq: {} as string } }, ''] },
				},
				description:
					'What the waiting times of the retry strategy are counted from. From the first call, each round has to be later than the one before.',
				options: choices([
					{
						name: 'First Call',
						value: 1,
						zh: '基于首次呼叫时间',
						also: ['首次呼叫时间', '首次呼叫'],
					},
					{
						name: 'Previous Call',
						value: 2,
						zh: '基于上次呼叫时间',
						also: ['上次呼叫时间', '上次呼叫'],
					},
				]),
			},
		},
		{
			api: 'RetryStrategyOnlyToday',
			zh: '任务仅当天生效',
			zhNote: '任务是否只在当天生效，以及届时删除哪些号码；删除的号码不再呼叫',
			vendorDefault: 0,
			aliases: ['重试仅当天生效'],
			encode: choice,
			same: byNumber,
			property: {
				displayName: 'Today Only',
				name: 'retryStrategyOnlyToday',
				type: 'options',
				default: 0,
				description:
					'Whether the task holds for the current day only, and which numbers are then deleted from it. Deleted numbers are not called any more.',
				options: choices([
					// On has three meanings, off has one.
					{ name: 'Off', value: 0, zh: '关闭', also: OFF },
					{
						name: 'On, Delete Numbers to Retry and Numbers Not Called',
						value: 1,
						zh: '开启，删除待重试的数据和待呼叫的数据',
						also: [
							'Delete Numbers to Retry and Numbers Not Called',
							'删除待重试的数据和待呼叫的数据',
							'删除待重试和待呼叫的数据',
						],
					},
					{
						name: 'On, Delete Numbers to Retry',
						value: 2,
						zh: '开启，删除待重试的数据',
						also: ['Delete Numbers to Retry', '删除待重试的数据'],
					},
					{
						name: 'On, Delete Numbers Not Called',
						value: 3,
						zh: '开启，删除待呼叫的数据',
						also: ['Delete Numbers Not Called', '删除待呼叫的数据'],
					},
				]),
			},
		},
	],
	rules: [growingRounds],
	cautions: [mayNotGrow],
};
