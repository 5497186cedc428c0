import { choice, id, number, word } from './encoders/scalar';
import type { Section } from './parameter';
import { byId, byMusic, byNumber, byWord } from './same';
import { choices } from './words';

export const callHandling: Section = {
	zh: '通话处理',
	property: {
		displayName: 'Call Handling',
		name: 'callHandling',
		type: 'collection',
		placeholder: 'Add Call Handling Field',
		default: {},
		description: 'What happens once a customer is rung and answers',
	},
	rows: [
		{
			api: 'CallRouteStrategy',
			zh: '呼叫流转模式',
			zhNote:
				'直连座席：客户接听后直接分配座席，没有空闲座席时可溢出到语音导航（需配置语音导航）。AI 转人工：先进入语音导航中的智能体，按交互结果决定是否转座席',
			predictiveOnly: true,
			readBack: 'listed',
			encode: choice,
			same: byNumber,
			property: {
				displayName: 'Call Routing',
				name: 'callRouteStrategy',
				type: 'options',
				default: 1,
				description: 'Where a customer goes after answering',
				options: choices([
					{
						name: 'Direct to Agent',
						value: 1,
						zh: '直连座席',
						description: 'Overflows to the IVR, if one is set, when no agent is free',
					},
					{
						name: 'AI, Then Agent',
						value: 2,
						zh: 'AI 转人工',
						also: ['AI to Human', 'AI to Agent'],
						description:
							'The bot of the IVR talks first; what comes of it decides whether an agent takes over',
					},
				]),
			},
		},
		{
			api: 'IvrId',
			isId: true,
			zh: '语音导航 ID',
			zhNote:
				'与语音导航名称二选一，同时传入时以 ID 为准。自动外呼：客户接听后转入的语音导航。预测外呼：客户接听后在特定时间内（默认 2 秒）没有可用座席时，溢出到语音导航继续排队',
			condition: {
				en: 'With an enterprise setting it also takes over where an agent does not answer',
				zh: '座席未接听时也溢出到语音导航，需要开启企业配置',
			},
			offers: 'ivrs',
			encode: id,
			same: byId,
			property: {
				displayName: 'IVR ID',
				name: 'ivrId',
				type: 'options',
				default: '',
				placeholder: 'e.g. 13',
				description:
					'The voice menu (IVR). In automatic tasks, where a customer goes after answering. In predictive tasks, where the call overflows and queues if no agent is found in time (2 seconds by default). Wins over the IVR name.',
			},
		},
		{
			api: 'IvrName',
			zh: '语音导航名称',
			zhNote: '与语音导航 ID 二选一',
			insteadOf: true,
			readBack: 'never',
			encode: word,
			same: byWord,
			property: {
				displayName: 'IVR Name',
				name: 'ivrName',
				type: 'string',
				default: '',
				placeholder: 'e.g. Renewal menu',
				// A number stands there: not an expression, which may still turn out empty.
				displayOptions: { hide: { ivrId: [{ _cnd: { regex: '^\\s*\\d' } }] } },
				description: 'The IVR by its name, in place of the IVR ID',
			},
		},
		{
			api: 'CustomerTimeout',
			zh: '客户超时时间',
			zhNote: '呼叫客户时振铃的最长时间',
			vendorDefault: 30,
			aliases: ['客户超时'],
			unit: 'seconds',
			encode: number,
			same: byNumber,
			property: {
				displayName: 'Customer Timeout',
				name: 'customerTimeout',
				type: 'number',
				typeOptions: { minValue: 5, maxValue: 60, numberPrecision: 0 },
				default: 30,
				description: 'Seconds that the customer is rung',
			},
		},
		{
			api: 'CustomerVoice',
			zh: '客户侧提示音',
			zhNote:
				'客户接听后、呼转座席前播放，播放完再找座席；填语音文件的 path，支持公共语音和企业语音',
			vendorDefault: { en: 'no prompt', zh: '无提示音' },
			predictiveOnly: true,
			encode: word,
			same: byWord,
			property: {
				displayName: 'Customer Prompt',
				name: 'customerVoice',
				type: 'string',
				default: '',
				placeholder: 'e.g. 60000011533526918819',
				description:
					'Path of the voice file, public or of the enterprise, that is played to the customer after answering. The agent is looked for when it has ended.',
			},
		},
		{
			api: 'CustomerMoh',
			zh: '客户侧等待音',
			zhNote: '客户接听后、等待座席接听时播放；填语音文件的 path，支持公共语音和企业语音',
			vendorDefault: { en: 'silence', zh: '空白音' },
			predictiveOnly: true,
			encode: word,
			same: byMusic,
			property: {
				displayName: 'Hold Music',
				name: 'customerMoh',
				type: 'string',
				default: '',
				placeholder: 'e.g. 60000011533526918819',
				description:
					'Path of the voice file, public or of the enterprise, that the customer hears until the agent answers',
			},
		},
	],
	rules: [],
};
