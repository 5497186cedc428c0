import { AGENT, GROUP, list } from './encoders/list';
import { choice, number } from './encoders/scalar';
import type { Section } from './parameter';
import {
	callLimitStrategy,
	callLimitStrategyProperty,
	callLimitStrategyStructure,
} from './structured/callLimitStrategy';
import {
	callVariables,
	callVariablesProperty,
	callVariablesStructure,
} from './structured/nameValue';
import { byEntries, byNumber, byOrder } from './same';
import { byLimits, byVariables } from './structured/same';
import { choices } from './words';

export const agents: Section = {
	zh: '座席',
	property: {
		displayName: 'Agents',
		name: 'agents',
		type: 'collection',
		placeholder: 'Add Agent Field',
		default: {},
		description: 'Who answers, and how calls are shared out',
	},
	rows: [
		{
			api: 'Cnos',
			zh: '座席工号列表',
			zhNote: '按工号列表指定座席的任务必填；一个座席只能在一个运行中的任务中',
			aliases: ['座席工号'],
			doubtful: { names: ['座席工号'], beside: 'customers' },
			predictiveOnly: true,
			encode: list('agent IDs', AGENT, 'refuse'),
			same: byEntries,
			ordered: { same: byOrder, while: 'callStrategy', is: 2 },
			property: {
				displayName: 'Agent IDs',
				name: 'cnos',
				type: 'string',
				default: '',
				placeholder: 'e.g. 1111,2222',
				description:
					'IDs of the agents of the task, separated by commas. Required in tasks with an agent list. An agent can be in one running task only.',
			},
		},
		{
			api: 'AgentGroup',
			zh: '外呼组号',
			zhNote: '按外呼组指定座席的任务必填；一个外呼组可以绑定多个任务，但只能同时在一个任务中运行',
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
					'Outbound groups of the task, separated by commas. Required in tasks with groups. A group may be bound to several tasks, of which one runs at a time.',
			},
		},
		{
			api: 'CallStrategy',
			zh: '座席分配规则',
			zhNote: '下一通电话分给哪个空闲座席',
			vendorDefault: 1,
			predictiveOnly: true,
			encode: choice,
			same: byNumber,
			property: {
				displayName: 'Agent Assignment',
				name: 'callStrategy',
				type: 'options',
				default: 1,
				description: 'Which free agent gets the next call',
				options: choices([
					{ name: 'At Random', value: 1, zh: '随机', also: ['Random'] },
					{ name: 'In Order', value: 2, zh: '顺序', also: ['Sequential'] },
					{
						name: 'Longest Since Last Call',
						value: 3,
						zh: '座席未进线最大时',
						also: ['座席未进线最大时长', '未进线最大时', '未进线最大时长', '未进线最长'],
						description: 'Counted from the end of the last call',
					},
					{
						name: 'Longest Idle',
						value: 4,
						zh: '座席状态[空闲]最长时长',
						also: ['空闲最长时长', '空闲最长', '最长空闲', '空闲时间最长'],
						description: 'Counted from the last change to the idle state',
					},
				]),
			},
		},
		{
			api: 'CallLimitStrategy',
			zh: '座席当日接听数限制',
			zhNote: '座席一天最多接听的通话数，企业和任务的限制中取较小的一个',
			condition: {
				en: 'Needs an enterprise setting; calls are counted only once that is on and a limit is set',
				zh: '需要开启企业配置，开启并配置上限后系统才开始统计当日接听数',
			},
			aliases: ['座席当日接听的通话个数上限'],
			predictiveOnly: true,
			encode: callLimitStrategy,
			same: byLimits,
			property: callLimitStrategyProperty,
			structured: callLimitStrategyStructure,
		},
		{
			api: 'AgentTimeout',
			zh: '座席超时时间',
			zhNote: '呼叫座席时振铃的最长时间',
			vendorDefault: 10,
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
			zhNote: '座席通话后的整理时间；值越大，每次呼叫的号码越少',
			vendorDefault: 30,
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
					'Seconds of after-call work that an agent has. The longer, the fewer numbers are called at a time.',
			},
		},
		{
			api: 'MaxWaitTime',
			zh: '座席最长等待时间',
			zhNote: '允许座席空闲的最大时间；座席平均空闲时间超过它时，每次呼叫的号码增加',
			vendorDefault: 40,
			aliases: ['座席最大等待时间'],
			predictiveOnly: true,
			unit: 'seconds',
			encode: number,
			same: byNumber,
			property: {
				displayName: 'Maximum Agent Wait Time',
				name: 'maxWaitTime',
				type: 'number',
				typeOptions: { minValue: 10, maxValue: 600, numberPrecision: 0 },
				default: 40,
				description:
					'Seconds that agents may be idle: while their average is longer, more numbers are called at a time',
			},
		},
		{
			api: 'MinAvailableAgentCount',
			zh: '最小可用座席数',
			zhNote: '任务内可用座席少于它时任务自动暂停，避免骚扰客户',
			vendorDefault: 10,
			predictiveOnly: true,
			encode: number,
			same: byNumber,
			property: {
				displayName: 'Minimum Available Agents',
				name: 'minAvailableAgentCount',
				type: 'number',
				typeOptions: { minValue: 1, maxValue: 10, numberPrecision: 0 },
				default: 10,
				description:
					'The task pauses by itself once fewer agents are available, to spare customers calls that nobody takes',
			},
		},
		{
			api: 'CallVariables',
			zh: '座席通道变量',
			zhNote: '以 SIP_HEADER 的形式设置到座席侧通道，最多 5 个，值不超过 1000 个字符',
			vendorDefault: { en: 'none', zh: '空' },
			encode: callVariables,
			same: byVariables,
			property: callVariablesProperty,
			structured: callVariablesStructure,
		},
	],
	rules: [],
};
