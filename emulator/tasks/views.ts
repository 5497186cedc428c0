import { JsonNumber, type JsonObject } from '../json';
import type { Task, TaskField } from './task';

/**
 * What each action shows of a task. The three differ in fields and in types, as the vendor's do;
 * CustomerClidsGroup and IvrName are in none of them.
 */

/** A number never set has no literal; null stands for it. */
const numberOf = (text: string) => (text === '' ? null : new JsonNumber(text));

function pick<F extends string, V>(fields: readonly F[], valueOf: (field: F) => V) {
	return Object.fromEntries(fields.map((field) => [field, valueOf(field)]));
}

const words = <F extends TaskField>(...fields: F[]): readonly F[] => fields;

// prettier-ignore
const UPDATED_TEXTS = words(
	'OverTime', 'CustomerTimeout', 'Description', 'AutoStopDay', 'AgentTimeout', 'EnterpriseId',
	'Name', 'Cnos', 'Concurrency', 'CustomerClids', 'AutoStart', 'AnswerRate', 'Status',
	'CustomerMoh', 'AutoStartDay', 'UserFields', 'PredictAdjust', 'CreateTime', 'StartTime',
	'AutoStop', 'Wrapup', 'MaxWaitTime', 'Type', 'AutoStartTime', 'IsRandom', 'AutoStopTime', 'Id',
	'IvrId', 'Quotiety',
);

/** Data of CloudUpdateTask: texts, only AutoComplete is a number. */
export function updatedView(task: Task): JsonObject {
	return {
		...pick(UPDATED_TEXTS, (field) => task[field]),
		AutoComplete: numberOf(task.AutoComplete),
	};
}

// prettier-ignore
const PROPERTY_TEXTS = words(
	'AgentTimeout', 'AnswerRate', 'AutoComplete', 'AutoStart', 'AutoStartDay', 'AutoStartTime',
	'AutoStop', 'AutoStopDay', 'AutoStopTime', 'AutoTaskType', 'AutoTriggerTimeStrategy',
	'CallLimitStrategy', 'CallStrategy', 'CallVariables', 'ClidProperty', 'Cnos', 'Concurrency',
	'CreateTime', 'CustomerClidType', 'CustomerClidWeight', 'CustomerClidWeightFlag',
	'CustomerClids', 'CustomerClidsCategory', 'CustomerMoh', 'CustomerTimeout', 'CustomerVoice',
	'Description', 'EnterpriseId', 'ForceEndFlag', 'Id', 'IsRandom', 'IsRewarm', 'IvrId',
	'MaxWaitTime', 'MinAvailableAgentCount', 'Name', 'OverCallLimitCnos', 'OverTime',
	'PauseDuration', 'PauseTime', 'PredictAdjust', 'Quotiety', 'RetryStrategy',
	'RetryStrategyOnlyToday', 'StartTime', 'Status', 'StatusDescription', 'TimeStrategy', 'Type',
	'UserFields', 'WarmUpDuration', 'Wrapup',
);

/** Fields CloudGetTask still has for old clients; nothing sets them. */
const DEPRECATED = {
	AdjustStep: '5',
	AgentUtilization: '',
	CallbackUrl: '',
	ClidGroup: '',
	CurlRetryTimes: '5',
	StandbyCnos: '',
	TaskFields: '',
};

/** Data.TaskProperty of CloudGetTask: texts only. */
export function propertyView(task: Task): JsonObject {
	return { ...pick(PROPERTY_TEXTS, (field) => task[field]), ...DEPRECATED };
}

// prettier-ignore
const LISTED_NUMBERS = words(
	'AgentTimeout', 'AnswerRate', 'AutoComplete', 'AutoStart', 'AutoStop', 'AutoTaskType',
	'CallGroupType', 'CallRouteStrategy', 'CallStrategy', 'Concurrency', 'CustomerClidType',
	'CustomerClidWeightFlag', 'CustomerClidsCategory', 'CustomerTimeout', 'ForceEndFlag', 'Id',
	'IsRewarm', 'IvrId', 'MaxWaitTime', 'MinAvailableAgentCount', 'PauseDuration', 'PredictAdjust',
	'Quotiety', 'RetryStrategyOnlyToday', 'RetryStrategyTimeType', 'Status', 'StatusTriggerType',
	'Type', 'WarmUpDuration', 'Wrapup',
);

// prettier-ignore
const LISTED_TEXTS = words(
	'AgentGroup', 'AutoStartDay', 'AutoStartTime', 'AutoStopDay', 'AutoStopTime',
	'AutoTriggerTimeStrategy', 'CallLimitStrategy', 'CallPriorityStrategy', 'CallVariables',
	'ClidProperty', 'Cnos', 'CreateTime', 'CustomerClidWeight', 'CustomerClids', 'CustomerMoh',
	'CustomerVoice', 'Description', 'EnterpriseId', 'Name', 'OverCallLimitCnos', 'OverTime',
	'PauseTime', 'RetryStrategy', 'StartTime', 'StatusDescription', 'TimeStrategy', 'UserFields',
);

/** An element of Data.TaskProperties of CloudQueryTask. */
export function listedView(task: Task): JsonObject {
	return {
		...pick(LISTED_NUMBERS, (field) => numberOf(task[field])),
		...pick(LISTED_TEXTS, (field) => task[field]),
	};
}
