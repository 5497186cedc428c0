import { startBeforeEnd } from './encoders/range';
import { choice } from './encoders/scalar';
import { filtersProperty, rangeRows } from './filters';
import type { Section } from './parameter';
import { byNumber } from './same';
import { choices } from './words';

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
				options: choices([
					{ name: 'Not Imported', value: 0, zh: '未导入' },
					{ name: 'Imported', value: 1, zh: '导入完成', also: ['已导入'] },
					{ name: 'Loaded for Calling', value: 2, zh: '加载到缓存' },
					{ name: 'Called', value: 3, zh: '呼叫完', also: ['呼叫完成'] },
				]),
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
