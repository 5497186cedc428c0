import { chinaNow } from './chinaTime';
import { day, time } from './encoders/dateTime';
import { list, TIME_CONDITION } from './encoders/list';
import { choice, flag } from './encoders/scalar';
import type { Fields, Section } from './parameter';
import { needs } from './rules';
import { byDay, byEntries, byFlag, byNumber, byTime } from './same';

const timeConditions = list('IDs of time conditions', TIME_CONDITION, 'warn');

const yearBefore = (today: string): string => `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`;

/** A day of last year may be late; one before that is a slip, or of a workbook that counts otherwise. */
function notLongPast(fields: Fields): string[] {
	return ['autoStartDay', 'autoStopDay'].flatMap((name) => {
		const given = fields.value(name);
		if (typeof given !== 'string' || given === '') return [];
		const earliest = yearBefore(chinaNow().day);
		return given >= earliest
			? []
			: [
					`'${fields.label(name)}' is ${given}, more than a year in the past; give a day from ${earliest} on (Excel workbooks that count from 1904 come four years and a day too early)`,
				];
	});
}

/** The start against the stop, as far as the item gives both; days alone already tell. */
function startBeforeStop(fields: Fields): string[] {
	const [startDay, startTime, stopDay, stopTime] = [
		'autoStartDay',
		'autoStartTime',
		'autoStopDay',
		'autoStopTime',
	].map((name) => String(fields.value(name) ?? ''));
	if (!startDay || !stopDay) return [];
	const bothTimes = Boolean(startTime && stopTime);
	const start = bothTimes ? `${startDay} ${startTime}` : startDay;
	const stop = bothTimes ? `${stopDay} ${stopTime}` : stopDay;
	if (start <= stop) return [];
	return [
		`'${fields.label('autoStartDay')}' and '${fields.label('autoStartTime')}' (${start}) lie after '${fields.label('autoStopDay')}' and '${fields.label('autoStopTime')}' (${stop}); give a start before the stop`,
	];
}

export const schedule: Section = {
	zh: '定时',
	property: {
		displayName: 'Schedule',
		name: 'schedule',
		type: 'collection',
		placeholder: 'Add Schedule Field',
		default: {},
		description:
			'When the task starts, pauses and stops, in China Standard Time. What is not added stays as it is.',
	},
	rows: [
		{
			api: 'AutoStart',
			zh: '定时开始',
			encode: flag,
			same: byFlag,
			property: {
				displayName: 'Auto Start',
				name: 'autoStart',
				type: 'boolean',
				default: false,
				description:
					'Whether the task starts by itself at the start date and time. Switched on, it needs at least one of the two.',
			},
		},
		{
			api: 'AutoStartDay',
			otherHalf: 'AutoStartTime',
			zh: '定时开始日期',
			aliases: ['开始日期'],
			doubtful: { names: ['Start Date', '开始日期'], beside: 'export' },
			encode: day,
			same: byDay,
			property: {
				displayName: 'Start Date',
				name: 'autoStartDay',
				type: 'dateTime',
				typeOptions: { dateOnly: true },
				default: '',
				displayOptions: { hide: { autoStart: [false] } },
				description: 'Day of the automatic start. Without it the task starts today.',
			},
		},
		{
			api: 'AutoStartTime',
			otherHalf: 'AutoStartDay',
			zh: '定时开始时间',
			aliases: ['开始时间'],
			doubtful: { names: ['Start Time', '开始时间'], beside: 'export' },
			encode: time,
			same: byTime,
			property: {
				displayName: 'Start Time',
				name: 'autoStartTime',
				type: 'string',
				default: '',
				placeholder: 'e.g. 08:00:00',
				displayOptions: { hide: { autoStart: [false] } },
				description:
					'Time of the automatic start, HH:mm:ss. Without it the task starts at 00:00:00 of the start date.',
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
				default: false,
				description:
					'Whether the task completes by itself at the stop date and time. Switched on, it needs at least one of the two.',
			},
		},
		{
			api: 'AutoStopDay',
			otherHalf: 'AutoStopTime',
			zh: '定时完成日期',
			aliases: ['完成日期', '结束日期'],
			doubtful: { names: ['Stop Date', '完成日期', '结束日期'], beside: 'export' },
			almost: ['End Date', '停止日期', '截止日期'],
			encode: day,
			same: byDay,
			property: {
				displayName: 'Stop Date',
				name: 'autoStopDay',
				type: 'dateTime',
				typeOptions: { dateOnly: true },
				default: '',
				displayOptions: { hide: { autoStop: [false] } },
				description: 'Day of the automatic stop. Without it the task stops today.',
			},
		},
		{
			api: 'AutoStopTime',
			otherHalf: 'AutoStopDay',
			zh: '定时完成时间',
			aliases: ['完成时间', '结束时间'],
			doubtful: { names: ['Stop Time', '完成时间', '结束时间'], beside: 'export' },
			almost: ['End Time', '停止时间', '截止时间'],
			encode: time,
			same: byTime,
			property: {
				displayName: 'Stop Time',
				name: 'autoStopTime',
				type: 'string',
				default: '',
				placeholder: 'e.g. 17:00:00',
				displayOptions: { hide: { autoStop: [false] } },
				description:
					'Time of the automatic stop, HH:mm:ss. Without it the task stops at 23:59:59 of the stop date.',
			},
		},
		{
			api: 'ForceEndFlag',
			zh: '定时完成时强制结束任务',
			encode: flag,
			same: byFlag,
			property: {
				displayName: 'Force End at Stop',
				name: 'forceEndFlag',
				type: 'boolean',
				default: false,
				displayOptions: { hide: { autoStop: [false] } },
				description:
					'Whether the task ends at its stop time even if numbers are left to call. An ended task cannot start again.',
			},
		},
		{
			api: 'AutoTaskType',
			zh: '呼叫方式',
			encode: choice,
			same: byNumber,
			property: {
				displayName: 'Calling Mode',
				name: 'autoTaskType',
				type: 'options',
				default: 0,
				description:
					'Whether the task calls without a break between start and stop, or only at certain times of the day',
				options: [
					{ name: 'Continuous', value: 0, description: 'Calls from the start to the stop' },
					{ name: 'At Intervals', value: 1, description: 'Calls within the calling times only' },
				],
			},
		},
		{
			api: 'AutoTriggerTimeStrategy',
			zh: '间隔呼叫时间段',
			encode: timeConditions,
			same: byEntries,
			property: {
				displayName: 'Calling Times',
				name: 'autoTriggerTimeStrategy',
				type: 'string',
				default: '',
				placeholder: 'e.g. 9,22',
				displayOptions: { hide: { autoTaskType: [0] } },
				description:
					'IDs of the time conditions within which the task calls, separated by commas. Needed when calling at intervals.',
			},
		},
		{
			api: 'TimeStrategy',
			zh: '禁呼时间',
			encode: timeConditions,
			same: byEntries,
			property: {
				displayName: 'Do-Not-Call Times',
				name: 'timeStrategy',
				type: 'string',
				default: '',
				placeholder: 'e.g. 9,22',
				description:
					'IDs of the time conditions within which nobody is called, separated by commas',
			},
		},
		{
			api: 'AutoComplete',
			zh: '自动完成',
			encode: flag,
			same: byFlag,
			property: {
				displayName: 'Complete Automatically',
				name: 'autoComplete',
				type: 'boolean',
				default: true,
				description:
					'Whether the task ends once all its numbers are called; otherwise it pauses. An ended task cannot start again.',
			},
		},
	],
	rules: [
		needs('autoStart', [true], ['autoStartDay', 'autoStartTime']),
		needs('autoStop', [true], ['autoStopDay', 'autoStopTime']),
		needs('autoTaskType', [1], ['autoTriggerTimeStrategy']),
		notLongPast,
		startBeforeStop,
	],
};
