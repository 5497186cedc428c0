import type { Structured } from '../parameter';
import { CALL_RESULTS } from './callResults';
import { retryStrategyFromBuilder } from './retryStrategyBuilder';
import { retryWords } from './retryWords';

export const retryStrategyStructure: Structured = {
	fromBuilder: retryStrategyFromBuilder,
	example: '{"retry":2,"strategy":[{"round":1,"time":"1-1-1"},{"round":2,"time":"2-2-2"}]}',
	advanced:
		'[{"condition":{"sipCause":[710,719]},"retry":1,"sort":1,"strategy":[{"round":1,"time":"0-0-10"}]},{"condition":{"sipCause":[718]},"retry":2,"sort":2,"strategy":[{"round":1,"time":"0-1-0"},{"round":2,"time":"1-0-0"}]}]',
	keys: [
		{ key: 'retry', en: 'how many rounds there are', zh: '重试次数，即轮数' },
		{ key: 'strategy[].round', en: 'which retry, from 1 on', zh: '第几次重试，从 1 开始' },
		{
			key: 'strategy[].time',
			en: 'when, as days-hours-minutes: 1-2-30 is a day, two hours and 30 minutes',
			zh: '第几次重试间隔的时间，写成“天-时-分”：1-2-30 是 1 天 2 小时 30 分钟',
		},
		{
			key: '[].condition.sipCause',
			en: 'in a list of rules, the results of a call after which the rule holds',
			zh: '高级模式（数组）：重试条件，即呼叫结果的编码',
			choices: CALL_RESULTS,
		},
		{
			key: '[].sort',
			en: 'in a list of rules, the place of the rule among the others',
			zh: '高级模式：重试条件的顺序',
		},
	],
	words: retryWords,
};
