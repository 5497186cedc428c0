import { startBeforeEnd } from './encoders/range';
import { choice } from './encoders/scalar';
import { filtersProperty, rangeRows } from './filters';
import type { Section } from './parameter';
import { byNumber } from './same';

/** What narrows down the batches of a task: the parameters of CloudListTaskFile. */
export const batchFilters: Section = {
	zh: '查询条件',
	property: filtersProperty(
		'Only batches to which all of these apply. Without any, all batches of the task.',
	),
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
		...rangeRows(
			{
				zh: '统计日期的开始时间',
				more: 'A longer range than a month is asked for month by month.',
			},
			{ zh: '统计日期的结束时间', more: 'Without it, until now.' },
		),
	],
	rules: [startBeforeEnd],
};
