import { startBeforeEnd } from './encoders/range';
import { choice, flag, text } from './encoders/scalar';
import { filtersProperty, rangeRows } from './filters';
import type { Rule, Section } from './parameter';
import { byFlag, byNumber, byText } from './same';
import { choices } from './words';

/** A range of time, and what lies in it: the service looks at neither without the other. */
const rangeWithKind: Rule = (fields) => {
	const [kind, start, end] = ['timeType', 'startTime', 'endTime'].map(
		(name) => `'${fields.label(name)}'`,
	);
	const hasRange = fields.has('startTime') || fields.has('endTime');
	if (hasRange === fields.has('timeType')) return [];
	return [
		hasRange
			? `${kind} is missing; say what the range from ${start} to ${end} is about`
			: `${start} or ${end} is missing; ${kind} needs at least one of them`,
	];
};

/** What narrows down a list of call tasks: the parameters of CloudQueryTask. */
export const taskFilters: Section = {
	zh: '查询条件',
	property: filtersProperty('Only tasks to which all of these apply. Without any, all tasks.'),
	rows: [
		{
			api: 'Type',
			zh: '任务类型',
			encode: choice,
			same: byNumber,
			property: {
				displayName: 'Task Type',
				name: 'type',
				type: 'options',
				default: 1,
				description:
					'The kind of tasks. Without it, tasks of both kinds are listed, predictive ones first.',
				options: choices([
					{ name: 'Predictive', value: 1, zh: '预测外呼任务', also: ['预测外呼'] },
					{ name: 'Automatic', value: 2, zh: '自动外呼任务', also: ['自动外呼'] },
				]),
			},
		},
		{
			api: 'Name',
			urlEncoded: true,
			zh: '任务名称',
			encode: text(49),
			same: byText,
			property: {
				displayName: 'Name',
				name: 'name',
				type: 'string',
				default: '',
				placeholder: 'e.g. Spring renewals',
				description:
					'Name of the task. Whether the service also finds names that only contain it is not documented.',
			},
		},
		{
			api: 'Status',
			zh: '任务状态',
			encode: choice,
			same: byNumber,
			property: {
				displayName: 'Status',
				name: 'status',
				type: 'options',
				default: 1,
				description: 'The state that the task is in',
				options: choices([
					{ name: 'Not Started', value: 0, zh: '初始', also: ['Initial', '未开始'] },
					{ name: 'Running', value: 1, zh: '运行中', also: ['运行'] },
					{ name: 'Paused', value: 2, zh: '暂停', also: ['已暂停'] },
					{ name: 'Ended', value: 3, zh: '结束', also: ['已结束'] },
				]),
			},
		},
		{
			api: 'AutoStart',
			zh: '定时开始',
			encode: flag,
			same: byFlag,
			property: {
				displayName: 'Auto Start',
				name: 'autoStart',
				type: 'boolean',
				default: true,
				description: 'Whether the task starts by itself, or is one that does not',
			},
		},
		{
			api: 'AutoStop',
			zh: '定时完成',
			encode: flag,
			same: byFlag,
			property: {
				displayName: 'Auto Stop',
				name: 'autoStop',
				type: 'boolean',
				default: true,
				description: 'Whether the task stops by itself, or is one that does not',
			},
		},
		{
			api: 'TimeType',
			zh: '时间过滤条件',
			encode: choice,
			same: byNumber,
			property: {
				displayName: 'Time Range Of',
				name: 'timeType',
				type: 'options',
				default: 3,
				description: 'What lies between start time and end time',
				options: choices([
					{ name: 'Start of the Task', value: 1, zh: '任务启动时间' },
					{ name: 'End of the Task', value: 2, zh: '任务结束时间' },
					{ name: 'Creation of the Task', value: 3, zh: '任务创建时间' },
				]),
			},
		},
		...rangeRows({ zh: '查询开始时间' }, { zh: '查询结束时间' }),
	],
	rules: [rangeWithKind, startBeforeEnd],
};
