import { percent } from './encoders/percent';
import { flag, number } from './encoders/scalar';
import type { Section } from './parameter';
import {
	callPriorityStrategy,
	callPriorityStrategyFromBuilder,
	callPriorityStrategyProperty,
} from './structured/callPriorityStrategy';
import { byFlag, byNumber } from './same';
import { bySteps } from './structured/same';

export const pacing: Section = {
	zh: '呼叫节奏',
	property: {
		displayName: 'Pacing',
		name: 'pacing',
		type: 'collection',
		placeholder: 'Add Pacing Field',
		default: {},
		description: 'How many numbers are called, and which first. What is not added stays as it is.',
	},
	rows: [
		{
			api: 'AnswerRate',
			zh: '初始化预计客户接通率',
			predictiveOnly: true,
			encode: percent,
			same: byNumber,
			property: {
				displayName: 'Expected Answer Rate',
				name: 'answerRate',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: 100, numberPrecision: 0 },
				default: 50,
				description:
					'Percent of calls that are expected to be answered; sets the pace while the task warms up',
			},
		},
		{
			api: 'Concurrency',
			zh: '最大并发限制',
			aliases: ['最大并发', '并发数'],
			encode: number,
			same: byNumber,
			property: {
				displayName: 'Maximum Concurrency',
				name: 'concurrency',
				type: 'number',
				typeOptions: { minValue: 0, numberPrecision: 0 },
				default: 0,
				description:
					'Maximum number of simultaneous calls of the task. 0 means no limit, in predictive tasks only; with fewer than 10 agents a limit is recommended.',
			},
		},
		{
			api: 'PredictAdjust',
			zh: '超呼率',
			predictiveOnly: true,
			encode: percent,
			same: byNumber,
			property: {
				displayName: 'Overdial Rate',
				name: 'predictAdjust',
				type: 'number',
				typeOptions: { minValue: 50, maxValue: 400, numberPrecision: 0 },
				default: 100,
				description: 'Percentage by which more, or below 100 fewer, numbers are called',
			},
		},
		{
			api: 'Quotiety',
			zh: '骚扰率',
			predictiveOnly: true,
			encode: percent,
			same: byNumber,
			property: {
				displayName: 'Nuisance Rate',
				name: 'quotiety',
				type: 'number',
				// Above 0 with two decimals: the smallest is 0.01.
				typeOptions: { minValue: 0.01, maxValue: 20, numberPrecision: 2 },
				default: 1,
				description: 'The higher, the more numbers are called and the busier the agents are',
			},
		},
		{
			api: 'WarmUpDuration',
			zh: '任务预热时间',
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
				description: 'Seconds of the warm-up after the start',
			},
		},
		{
			api: 'IsRewarm',
			zh: '暂停后重新预热',
			predictiveOnly: true,
			encode: flag,
			same: byFlag,
			property: {
				displayName: 'Warm Up Again After Pause',
				name: 'isRewarm',
				type: 'boolean',
				default: true,
				description: 'Whether the task warms up again after a pause',
			},
		},
		{
			api: 'CallPriorityStrategy',
			zh: '呼叫顺序',
			readBack: 'listed',
			encode: callPriorityStrategy,
			same: bySteps,
			property: callPriorityStrategyProperty,
			structured: {
				fromBuilder: callPriorityStrategyFromBuilder,
				example:
					'{"strategy":[{"sort":1,"type":"retryCall","desc":0},{"sort":2,"type":"firstCall","orderType":0}]}',
			},
		},
	],
	rules: [],
};
