import { rangeEnd, rangeStart, startBeforeEnd } from './encoders/range';
import { choice } from './encoders/scalar';
import type { Section } from './parameter';
import { byNumber, byWord } from './same';

/** What narrows down the batches of a task: the parameters of CloudListTaskFile. */
export const batchFilters: Section = {
	zh: '查询条件',
	property: {
		displayName: 'Filters',
		name: 'filters',
		type: 'collection',
		placeholder: 'Add Filter',
		default: {},
		description: 'Only batches to which all of these apply. Without any, all batches of the task.',
	},
	rows: [
		{
			api: 'Status',
			zh: '批次状态',
			encode: choice,
			same: byNumber,
			property: {
				displayName: 'Batch Status',
				name: 'status',
				type: 'options',
				default: 1,
				description: 'How far the batch is',
				options: [
					{ name: 'Not Imported', value: 0 },
					{ name: 'Imported', value: 1 },
					{ name: 'Loaded for Calling', value: 2 },
					{ name: 'Called', value: 3 },
				],
			},
		},
		{
			api: 'StartTime',
			zh: '统计日期的开始时间',
			encode: rangeStart,
			same: byWord,
			property: {
				displayName: 'Start Time',
				name: 'startTime',
				type: 'dateTime',
				default: '',
				description:
					'Beginning of the time range, in China Standard Time; a date alone means its first second. A longer range than a month is asked for month by month.',
			},
		},
		{
			api: 'EndTime',
			zh: '统计日期的结束时间',
			encode: rangeEnd,
			same: byWord,
			property: {
				displayName: 'End Time',
				name: 'endTime',
				type: 'dateTime',
				default: '',
				description:
					'End of the time range, in China Standard Time; a date alone means its last second. Without it, until now.',
			},
		},
	],
	rules: [startBeforeEnd],
};
