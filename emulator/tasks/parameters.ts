import { everywhere, inList, inReads, NOWHERE, type Field } from './field';
import * as json from './jsonShapes';
import type { Problem, ValueCheck } from './problems';
import { retryStrategy } from './retryStrategy';
import * as value from './values';

/** Its default is the documented one, and what clearing goes back to. */
interface Parameter extends Field {
	check: ValueCheck;
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
	Name: { check: value.shorterThan(50), freeText: true, required: true, shown: everywhere('text') },
	Description: { check: value.shorterThan(200), freeText: true, shown: everywhere('text') },
	AutoStart: { check: value.onOff, default: '0', shown: everywhere('number') },
	AutoStartDay: { check: value.date, shown: everywhere('text') },
	AutoStartTime: { check: value.time, shown: everywhere('text') },
	AutoStop: { check: value.onOff, default: '0', shown: everywhere('number') },
	AutoStopDay: { check: value.date, shown: everywhere('text') },
	AutoStopTime: { check: value.time, shown: everywhere('text') },
	ForceEndFlag: { check: value.onOff, default: '0', shown: inReads('number') },
	AutoTaskType: { check: value.onOff, default: '0', shown: inReads('number') },
	AutoTriggerTimeStrategy: { check: value.conditionIds, isList: true, shown: inReads('text') },
	AutoComplete: {
		check: value.onOff,
		default: '1',
		shown: { ...inReads('number'), updated: 'number' },
	},
	RetryStrategy: { check: retryStrategy, shown: inReads('text') },
	RetryStrategyTimeType: { check: value.oneOf(1, 2), default: '1', shown: inList('number') },
	RetryStrategyOnlyToday: {
		check: value.oneOf(0, 1, 2, 3),
		default: '0',
		shown: inReads('number'),
	},
	CallPriorityStrategy: { check: json.callPriorityStrategy, shown: inList('text') },
	CustomerClidsCategory: { check: value.oneOf(1, 2, 4, 5), shown: inReads('number') },
	CustomerClids: { check: value.phoneNumbers, isList: true, shown: everywhere('text') },
	CustomerClidType: { check: value.oneOf(1, 2), default: '1', shown: inReads('number') },
	ClidProperty: { check: json.clidProperty, shown: inReads('text') },
	CustomerClidWeightFlag: { check: value.onOff, default: '0', shown: inReads('number') },
	CustomerClidWeight: { check: json.customerClidWeight, shown: inReads('text') },
	CustomerClidsGroup: { check: value.shorterThan(256), freeText: true, shown: NOWHERE },
	CustomerTimeout: { check: value.integer(5, 60), default: '30', shown: everywhere('number') },
	CallRouteStrategy: { check: value.oneOf(1, 2), predictiveOnly: true, shown: inList('number') },
	IvrId: { check: value.id, shown: everywhere('number') },
	IvrName: { check: value.shorterThan(256), freeText: true, shown: NOWHERE },
	Concurrency: { check: value.integer(0, MAX_INT), shown: everywhere('number') },
	UserFields: { check: json.userFields, shown: everywhere('text') },
	CallVariables: { check: json.callVariables, shown: inReads('text') },
	TimeStrategy: { check: value.conditionIds, isList: true, shown: inReads('text') },
	Cnos: {
		check: value.agentNumbers,
		predictiveOnly: true,
		isList: true,
		shown: everywhere('text'),
	},
	AgentGroup: {
		check: value.groupNumbers,
		predictiveOnly: true,
		isList: true,
		shown: inList('text'),
	},
	CallStrategy: {
		check: value.oneOf(1, 2, 3, 4),
		default: '1',
		predictiveOnly: true,
		shown: inReads('number'),
	},
	AgentTimeout: {
		check: value.integer(5, 60),
		default: '10',
		predictiveOnly: true,
		shown: everywhere('number'),
	},
	Wrapup: {
		check: value.integer(1, MAX_WRAPUP_SECONDS),
		default: '30',
		predictiveOnly: true,
		shown: everywhere('number'),
	},
	MaxWaitTime: {
		check: value.integer(10, 600),
		default: '40',
		predictiveOnly: true,
		shown: everywhere('number'),
	},
	MinAvailableAgentCount: {
		check: value.integer(1, 10),
		default: '10',
		predictiveOnly: true,
		shown: inReads('number'),
	},
	Quotiety: {
		check: value.positiveDecimal(20),
		default: '1',
		predictiveOnly: true,
		shown: everywhere('number'),
	},
	PredictAdjust: {
		check: value.integer(50, 400),
		default: '100',
		predictiveOnly: true,
		shown: everywhere('number'),
	},
	CallLimitStrategy: {
		check: json.callLimitStrategy,
		predictiveOnly: true,
		shown: inReads('text'),
	},
	CustomerMoh: { check: value.voicePath, predictiveOnly: true, shown: everywhere('text') },
	CustomerVoice: { check: value.voicePath, predictiveOnly: true, shown: inReads('text') },
	AnswerRate: {
		check: value.integer(1, 100),
		default: '50',
		predictiveOnly: true,
		shown: everywhere('number'),
	},
	WarmUpDuration: {
		check: value.integer(60, 600),
		default: '300',
		predictiveOnly: true,
		shown: inReads('number'),
	},
	IsRewarm: { check: value.onOff, default: '1', predictiveOnly: true, shown: inReads('number') },
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
