import * as json from './jsonShapes';
import type { Problem, ValueCheck } from './problems';
import { retryStrategy } from './retryStrategy';
import * as value from './values';

interface Parameter {
	check: ValueCheck;
	/** Documented default: what a new task has, and what clearing goes back to. */
	default?: string;
	/** Any text is a value, "null" too. */
	freeText?: true;
	/** Without meaning for automatic tasks. */
	predictiveOnly?: true;
	/** Cannot be emptied. */
	required?: true;
}

const MAX_INT = 2 ** 31 - 1;
const MAX_WRAPUP_SECONDS = 3 * 60 * 60;

/** What CloudUpdateTask can change, in the order of its reference page. */
export const PARAMETERS = {
	Name: { check: value.shorterThan(50), freeText: true, required: true },
	Description: { check: value.shorterThan(200), freeText: true },
	AutoStart: { check: value.onOff, default: '0' },
	AutoStartDay: { check: value.date },
	AutoStartTime: { check: value.time },
	AutoStop: { check: value.onOff, default: '0' },
	AutoStopDay: { check: value.date },
	AutoStopTime: { check: value.time },
	ForceEndFlag: { check: value.onOff, default: '0' },
	AutoTaskType: { check: value.onOff, default: '0' },
	AutoTriggerTimeStrategy: { check: value.conditionIds },
	AutoComplete: { check: value.onOff, default: '1' },
	RetryStrategy: { check: retryStrategy },
	RetryStrategyTimeType: { check: value.oneOf(1, 2), default: '1' },
	RetryStrategyOnlyToday: { check: value.oneOf(0, 1, 2, 3), default: '0' },
	CallPriorityStrategy: { check: json.callPriorityStrategy },
	CustomerClidsCategory: { check: value.oneOf(1, 2, 4, 5) },
	CustomerClids: { check: value.phoneNumbers },
	CustomerClidType: { check: value.oneOf(1, 2), default: '1' },
	ClidProperty: { check: json.clidProperty },
	CustomerClidWeightFlag: { check: value.onOff, default: '0' },
	CustomerClidWeight: { check: json.customerClidWeight },
	CustomerClidsGroup: { check: value.shorterThan(256), freeText: true },
	CustomerTimeout: { check: value.integer(5, 60), default: '30' },
	CallRouteStrategy: { check: value.oneOf(1, 2), predictiveOnly: true },
	IvrId: { check: value.id },
	IvrName: { check: value.shorterThan(256), freeText: true },
	Concurrency: { check: value.integer(0, MAX_INT) },
	UserFields: { check: json.userFields },
	CallVariables: { check: json.callVariables },
	TimeStrategy: { check: value.conditionIds },
	Cnos: { check: value.agentNumbers, predictiveOnly: true },
	AgentGroup: { check: value.groupNumbers, predictiveOnly: true },
	CallStrategy: { check: value.oneOf(1, 2, 3, 4), default: '1', predictiveOnly: true },
	AgentTimeout: { check: value.integer(5, 60), default: '10', predictiveOnly: true },
	Wrapup: { check: value.integer(1, MAX_WRAPUP_SECONDS), default: '30', predictiveOnly: true },
	MaxWaitTime: { check: value.integer(10, 600), default: '40', predictiveOnly: true },
	MinAvailableAgentCount: { check: value.integer(1, 10), default: '10', predictiveOnly: true },
	Quotiety: { check: value.positiveDecimal(20), default: '1', predictiveOnly: true },
	PredictAdjust: { check: value.integer(50, 400), default: '100', predictiveOnly: true },
	CallLimitStrategy: { check: json.callLimitStrategy, predictiveOnly: true },
	CustomerMoh: { check: value.voicePath, predictiveOnly: true },
	CustomerVoice: { check: value.voicePath, predictiveOnly: true },
	AnswerRate: { check: value.integer(1, 100), default: '50', predictiveOnly: true },
	WarmUpDuration: { check: value.integer(60, 600), default: '300', predictiveOnly: true },
	IsRewarm: { check: value.onOff, default: '1', predictiveOnly: true },
} as const satisfies Record<string, Parameter>;

export type ParameterName = keyof typeof PARAMETERS;

export const isParameterName = (name: string): name is ParameterName =>
	Object.hasOwn(PARAMETERS, name);

/** One row, with the optional columns visible to the compiler. */
export const parameter = (name: ParameterName): Parameter => PARAMETERS[name];

/** What a careless client makes of a missing value or an object. */
const LEAKED = new Set(['undefined', 'null', 'NaN', '[object Object]']);

/** @param text not empty */
export function checkParameter(name: ParameterName, text: string): Problem | undefined {
	const { check, freeText } = parameter(name);
	return !freeText && LEAKED.has(text) ? 'format' : check(text);
}
