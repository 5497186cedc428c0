import { percent } from './encoders/percent';
import { flag, number } from './encoders/scalar';
import type { Section } from './parameter';
import {
	callPriorityStrategy,
	callPriorityStrategyProperty,
	callPriorityStrategyStructure,
} from './structured/callPriorityStrategy';
import { byFlag, byNumber } from './same';
import { bySteps } from './structured/same';
import { NOTHING } from './words';

export const pacing: Section = {
	zh: '呼叫节奏',
	property: {
		displayName: 'Pacing',
		name: 'pacing',
		type: 'collection',
		placeholder: 'Add Pacing Field',
		default: {},
		description: 'How many numbers are called, and which first',
	},
	rows: [
		{
			api: 'AnswerRate',
			zh: '初始化预计客户接通率',
			zhNote: '预热阶段按此接通率计算呼叫频率',
			vendorDefault: 50,
			predictiveOnly: true,
			unit: 'percent',
			encode: percent,
			same: byNumber,
			property: {
				displayName: 'Initial Expected Answer Rate',
				name: 'answerRate',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: 100, numberPrecision: 0 },
				default: 50,
				description:
					'Percent of calls that are expected to be answered: it paces the calls while the task warms up',
			},
		},
		{
			api: 'Concurrency',
			zh: '最大并发限制',
			zhNote: '任务同时呼叫的最大数量。0 表示不限制，仅预测外呼任务适用；座席少于 10 个时建议配置',
			aliases: ['最大并发数', '任务维度限制最大并发数', '最大并发', '并发数'],
			encode: number,
			same: byNumber,
			property: {
				displayName: 'Maximum Concurrency',
				name: 'concurrency',
				type: 'number',
				typeOptions: { minValue: 0, numberPrecision: 0 },
				default: NOTHING,
				placeholder: 'e.g. 20',
				description:
					'Most calls of the task at a time. 0 means no limit, in predictive tasks only; with fewer than 10 agents a limit is recommended.',
			},
		},
		{
			api: 'PredictAdjust',
			zh: '超呼率',
			zhNote: '调节呼叫号码的数量；官方文档只给出名称、范围和默认值',
			vendorDefault: 100,
			predictiveOnly: true,
			unit: 'percent',
			encode: percent,
			same: byNumber,
			property: {
				displayName: 'Overdial Rate',
				name: 'predictAdjust',
				type: 'number',
				typeOptions: { minValue: 50, maxValue: 400, numberPrecision: 0 },
				default: 100,
				description:
					"Scales how many numbers are dialled. The vendor's page gives no more than its name, range and default.",
			},
		},
		{
			api: 'Quotiety',
			zh: '骚扰率',
			zhNote: '值越大，呼叫的号码越多，座席利用率越高；值越小，呼叫的号码越少',
			vendorDefault: 1,
			predictiveOnly: true,
			unit: 'percent',
			encode: percent,
			same: byNumber,
			property: {
				displayName: 'Nuisance Call Rate',
				name: 'quotiety',
				type: 'number',
				// Above 0 with two decimals: the smallest is 0.01.
				typeOptions: { minValue: 0.01, maxValue: 20, numberPrecision: 2 },
				default: 1,
				description:
					'The higher, the more numbers are called and the busier agents are, at the price of answered calls that find no agent',
			},
		},
		{
			api: 'WarmUpDuration',
			zh: '任务预热时间',
			zhNote: '任务启动后预热的时间，期间按初始化预计客户接通率呼叫',
			vendorDefault: 300,
			predictiveOnly: true,
			unit: 'seconds',
			encode: number,
			same: byNumber,
			property: {
				displayName: 'Warm-Up Duration',
				name: 'warmUpDuration',
				type: 'number',
				typeOptions: { minValue: 60, maxValue: 600, numberPrecision: 0 },
				default: 300,
				description: 'Seconds that the task warms up',
			},
		},
		{
			api: 'IsRewarm',
			zh: '暂停后重新预热',
			zhNote: '任务暂停后再启动时是否重新预热；选项 Pause, Update, Resume 也会暂停任务',
			vendorDefault: true,
			predictiveOnly: true,
			encode: flag,
			same: byFlag,
			property: {
				displayName: 'Warm Up Again After Pause',
				name: 'isRewarm',
				type: 'boolean',
				default: true,
				description:
					"Whether the task warms up again after a pause, that of 'Pause, Update, Resume' too",
			},
		},
		{
			api: 'CallPriorityStrategy',
			zh: '呼叫顺序',
			zhNote: '重试号码和未呼叫号码的先后，以及各自内部的顺序',
			readBack: 'listed',
			encode: callPriorityStrategy,
			same: bySteps,
			property: callPriorityStrategyProperty,
			structured: callPriorityStrategyStructure,
		},
	],
	rules: [],
};
