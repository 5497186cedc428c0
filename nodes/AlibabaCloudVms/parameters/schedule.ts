import { chinaNow } from './chinaTime';
import { day, time } from './encoders/dateTime';
import { list, TIME_CONDITION } from './encoders/list';
import { choice, flag } from './encoders/scalar';
import type { Fields, Section } from './parameter';
import { needs } from './rules';
import { byDay, byEntries, byFlag, byNumber, byTime } from './same';
import { choices } from './words';

const timeConditions = list('IDs of time conditions', TIME_CONDITION, 'warn');

const yearBefore = (today: string): string => `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`;

/** A day of last year may be late; one before that is a slip, or of a workbook that counts otherwise. */
function notLongPast(fields: Fields): string[] {
	const given = ['autoStartDay', 'autoStopDay'].filter((name) => fields.has(name));
	if (given.length === 0) return [];
	const earliest = yearBefore(chinaNow().day);
	return given.flatMap((name) => {
		const day = fields.value(name);
		if (typeof day !== 'string' || day >= earliest) return [];
		return [
			`'${fields.label(name)}' is ${day}, more than a year in the past; give a day from ${earliest} on (Excel workbooks that count from 1904 come four years and a day too early)`,
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
		description: 'When the task starts, stops and may call, in China Standard Time',
	},
	rows: [
		{
			api: 'AutoStart',
			zh: '定时开始',
			zhNote: '任务是否自动开始；开启时，开始日期和开始时间至少填一个',
			aliases: ['自动开始', '自动启动', '定时启动'],
			almost: ['Automatic Start', 'Scheduled Start'],
			vendorDefault: false,
			encode: flag,
			same: byFlag,
			property: {
				displayName: 'Auto Start',
				name: 'autoStart',
				type: 'boolean',
				default: false,
				description:
					'Whether the task starts by itself. Switched on, it needs a start date, a start time, or both.',
			},
		},
		{
			api: 'AutoStartDay',
			otherHalf: 'AutoStartTime',
			zh: '定时开始日期',
			zhNote: '自动开始的日期，定时开始开启时生效',
			vendorDefault: { en: 'today', zh: '当天' },
			aliases: ['开始日期', '自动开始日期', '自动启动日期', '定时启动日期'],
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
				description: 'Day of the automatic start',
			},
		},
		{
			api: 'AutoStartTime',
			otherHalf: 'AutoStartDay',
			zh: '定时开始时间',
			zhNote: '自动开始的时间，定时开始开启时生效',
			vendorDefault: { en: '00:00:00 of the start date', zh: '开始日期的 00:00:00' },
			aliases: ['开始时间', '自动开始时间', '自动启动时间', '定时启动时间'],
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
				description: 'Time of the automatic start, HH:mm:ss',
			},
		},
		{
			api: 'AutoStop',
			zh: '定时完成',
			zhNote: '任务是否自动完成；开启时，完成日期和完成时间至少填一个',
			aliases: ['定时结束', '定时停止'],
			// To complete once all numbers are called is automatic too.
			almost: ['Automatic Stop', 'Scheduled Stop', 'Auto End', '自动停止', '自动结束'],
			vendorDefault: false,
			encode: flag,
			same: byFlag,
			property: {
				displayName: 'Auto Stop',
				name: 'autoStop',
				type: 'boolean',
				default: false,
				description:
					'Whether the task stops by itself. Switched on, it needs a stop date, a stop time, or both.',
			},
		},
		{
			api: 'AutoStopDay',
			otherHalf: 'AutoStopTime',
			zh: '定时完成日期',
			zhNote: '自动完成的日期，定时完成开启时生效',
			vendorDefault: { en: 'today', zh: '当天' },
			aliases: [
				'定时结束日期',
				'完成日期',
				'结束日期',
				'定时停止日期',
				'自动停止日期',
				'自动结束日期',
			],
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
				description: 'Day of the automatic stop',
			},
		},
		{
			api: 'AutoStopTime',
			otherHalf: 'AutoStopDay',
			zh: '定时完成时间',
			zhNote: '自动完成的时间，定时完成开启时生效',
			vendorDefault: { en: '23:59:59 of the stop date', zh: '完成日期的 23:59:59' },
			aliases: [
				'定时结束时间',
				'完成时间',
				'结束时间',
				'定时停止时间',
				'自动停止时间',
				'自动结束时间',
			],
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
				description: 'Time of the automatic stop, HH:mm:ss',
			},
		},
		{
			api: 'ForceEndFlag',
			zh: '定时完成时强制结束任务',
			zhNote:
				'到完成时间时，无论号码是否呼完都把任务设为结束，适用于数据有呼叫时间限制的场景；任务结束后无法再次启动',
			vendorDefault: false,
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
			zhNote: '在定时开始和定时完成之间连续呼叫，还是只在每天的特定时间段内呼叫',
			vendorDefault: 0,
			encode: choice,
			same: byNumber,
			property: {
				displayName: 'Calling Mode',
				name: 'autoTaskType',
				type: 'options',
				default: 0,
				description:
					'Whether the task calls all the time between its automatic start and stop, or only within the calling times of each day',
				options: choices([
					{
						name: 'Continuous',
						value: 0,
						zh: '连续呼叫',
						also: ['连续'],
						description: 'Calls from the start to the stop',
					},
					{
						name: 'Within Calling Times',
						value: 1,
						zh: '间隔呼叫',
						also: ['间隔'],
						description: "Calls within the times of 'Calling Times' only",
					},
				]),
			},
		},
		{
			api: 'AutoTriggerTimeStrategy',
			zh: '间隔呼叫时间段',
			zhNote: '呼叫的时间段，填时间条件编号，间隔呼叫时必填；时间条件在控制台设置',
			offers: 'timeConditions',
			encode: timeConditions,
			same: byEntries,
			property: {
				displayName: 'Calling Times',
				name: 'autoTriggerTimeStrategy',
				type: 'multiOptions',
				default: [],
				placeholder: 'e.g. 9,22',
				displayOptions: { hide: { autoTaskType: [0] } },
				description:
					"Time conditions within which the task calls; they are made in the console. Required while 'Calling Mode' is 'Within Calling Times'.",
			},
		},
		{
			api: 'TimeStrategy',
			zh: '禁呼时间',
			zhNote: '这些时间段内禁止呼叫，填时间条件编号；时间条件在控制台设置',
			aliases: ['禁止呼叫时间限制'],
			offers: 'timeConditions',
			encode: timeConditions,
			same: byEntries,
			property: {
				displayName: 'No-Call Times',
				name: 'timeStrategy',
				type: 'multiOptions',
				default: [],
				placeholder: 'e.g. 9,22',
				description:
					'Time conditions within which the task calls nobody; they are made in the console',
			},
		},
		{
			api: 'AutoComplete',
			zh: '自动完成',
			zhNote: '开启：号码呼完后任务结束，无法再次启动；关闭：号码呼完后任务暂停',
			vendorDefault: true,
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
