import { choice, id, number, word } from './encoders/scalar';
import type { Section } from './parameter';
import { byId, byMusic, byNumber, byWord } from './same';

export const callHandling: Section = {
	zh: '通话处理',
	property: {
		displayName: 'Call Handling',
		name: 'callHandling',
		type: 'collection',
		placeholder: 'Add Call Handling Field',
		default: {},
		description:
			'What happens once a customer is rung and answers. What is not added stays as it is.',
	},
	rows: [
		{
			api: 'CallRouteStrategy',
			zh: '呼叫流转模式',
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
				options: [
					{
						name: 'Straight to an Agent',
						value: 1,
						description: 'Overflows to the IVR, if one is set, when no agent is free',
					},
					{
						name: 'AI First, Then Agent',
						value: 2,
						description: 'The bot of the IVR talks first and decides about the transfer',
					},
				],
			},
		},
		{
			api: 'IvrId',
			isId: true,
			zh: '语音导航 ID',
			encode: id,
			same: byId,
			property: {
				displayName: 'IVR ID',
				name: 'ivrId',
				type: 'string',
				default: '',
				placeholder: 'e.g. 13',
				description:
					'The IVR that takes over: after the customer answers, or when no agent is free. Wins over the IVR name.',
			},
		},
		{
			api: 'IvrName',
			zh: '语音导航名称',
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
					'Path of the voice file that is played to the customer before an agent is called',
			},
		},
		{
			api: 'CustomerMoh',
			zh: '客户侧等待音',
			predictiveOnly: true,
			encode: word,
			same: byMusic,
			property: {
				displayName: 'Hold Music',
				name: 'customerMoh',
				type: 'string',
				default: '',
				placeholder: 'e.g. 60000011533526918819',
				description: 'Path of the voice file that the customer hears until the agent answers',
			},
		},
	],
	rules: [],
};
