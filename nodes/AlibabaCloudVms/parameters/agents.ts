import { AGENT, GROUP, list } from './encoders/list';
import { choice, number } from './encoders/scalar';
import type { Section } from './parameter';
import {
	callLimitStrategy,
	callLimitStrategyFromBuilder,
	callLimitStrategyProperty,
} from './structured/callLimitStrategy';
import {
	callVariables,
	callVariablesFromBuilder,
	callVariablesProperty,
} from './structured/nameValue';
import { byEntries, byNumber, byOrder } from './same';
import { byLimits, byVariables } from './structured/same';

export const agents: Section = {
	zh: '座席',
	property: {
		displayName: 'Agents',
		name: 'agents',
		type: 'collection',
		placeholder: 'Add Agent Field',
		default: {},
		description: 'Who answers, and how calls are shared out. What is not added stays as it is.',
	},
	rows: [
		{
			api: 'Cnos',
			zh: '座席工号列表',
			aliases: ['座席工号', '坐席工号'],
			doubtful: { names: ['座席工号', '坐席工号'], beside: 'customers' },
			predictiveOnly: true,
			encode: list('agent numbers', AGENT, 'refuse'),
			same: byEntries,
			ordered: { same: byOrder, while: 'callStrategy', is: 2 },
			property: {
				displayName: 'Agent Numbers',
				name: 'cnos',
				type: 'string',
				default: '',
				placeholder: 'e.g. 1111,2222',
				description:
					'Agents of the task, separated by commas. For tasks with an agent list; an agent can be in one running task only.',
			},
		},
		{
			api: 'AgentGroup',
			zh: '外呼组号',
			predictiveOnly: true,
			readBack: 'listed',
			encode: list('numbers of outbound groups', GROUP, 'warn'),
			same: byEntries,
			property: {
				displayName: 'Outbound Groups',
				name: 'agentGroup',
				type: 'string',
				default: '',
				placeholder: 'e.g. 6,7',
				description:
					'Outbound groups of the task, separated by commas. For tasks with groups; a group works in one running task at a time.',
			},
		},
		{
			api: 'CallStrategy',
			zh: '座席分配规则',
			predictiveOnly: true,
			encode: choice,
			same: byNumber,
			property: {
				displayName: 'Agent Assignment',
				name: 'callStrategy',
				type: 'options',
				default: 1,
				description: 'Which free agent gets the next call',
				options: [
					{ name: 'At Random', value: 1 },
					{ name: 'In Order', value: 2 },
					{
						name: 'Longest Without a Call',
						value: 3,
						description: 'Counted from the end of the last call',
					},
					{
						name: 'Longest Idle',
						value: 4,
						description: 'Counted from the last change to the idle state',
					},
				],
			},
		},
		{
			api: 'CallLimitStrategy',
			zh: '座席当日接听数限制',
			predictiveOnly: true,
			encode: callLimitStrategy,
			same: byLimits,
			property: callLimitStrategyProperty,
			structured: {
				fromBuilder: callLimitStrategyFromBuilder,
				example: '[{"cnos":["2000","2001"],"limit":"5"}]',
			},
		},
		{
			api: 'AgentTimeout',
			zh: '座席超时时间',
			predictiveOnly: true,
			unit: 'seconds',
			encode: number,
			same: byNumber,
			property: {
				displayName: 'Agent Timeout',
				name: 'agentTimeout',
				type: 'number',
				typeOptions: { minValue: 5, maxValue: 60, numberPrecision: 0 },
				default: 10,
				description: 'Seconds that an agent is rung',
			},
		},
		{
			api: 'Wrapup',
			zh: '座席整理时间',
			predictiveOnly: true,
			unit: 'seconds',
			encode: number,
			same: byNumber,
			property: {
				displayName: 'Wrap-Up Time',
				name: 'wrapup',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: 10800, numberPrecision: 0 },
				default: 30,
				description:
					'Seconds that an agent has after a call. The longer, the fewer numbers are called.',
			},
		},
		{
			api: 'MaxWaitTime',
			zh: '座席最长等待时间',
			predictiveOnly: true,
			unit: 'seconds',
			encode: number,
			same: byNumber,
			property: {
				displayName: 'Maximum Wait Time',
				name: 'maxWaitTime',
				type: 'number',
				typeOptions: { minValue: 10, maxValue: 600, numberPrecision: 0 },
				default: 40,
				description: 'Seconds that agents may be idle on average before more numbers are called',
			},
		},
		{
			api: 'MinAvailableAgentCount',
			zh: '最小可用座席数',
			predictiveOnly: true,
			encode: number,
			same: byNumber,
			property: {
				displayName: 'Minimum Available Agents',
				name: 'minAvailableAgentCount',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: 10, numberPrecision: 0 },
				default: 10,
				description: 'The task pauses by itself while fewer agents are available',
			},
		},
		{
			api: 'CallVariables',
			zh: '座席通道变量',
			encode: callVariables,
			same: byVariables,
			property: callVariablesProperty,
			structured: {
				fromBuilder: callVariablesFromBuilder,
				example: '[{"name":"abcdefg","value":"${cdr_enterprise_id}"}]',
			},
		},
	],
	rules: [],
};
