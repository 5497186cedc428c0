/** The vendor's page of CloudUpdateTask, copied out by hand: the side that the catalogue is held against. */

/** Every request parameter with the page's example, in the page's order; '' where it has none. */
export const EXAMPLES: ReadonlyArray<readonly [api: string, example: string]> = [
	['EnterpriseId', '7000002'],
	['TaskId', '133224'],
	['Name', '任务名称-1'],
	['Description', '描述任务信息'],
	['AutoStart', '0'],
	['AutoStartDay', '2026-01-01'],
	['AutoStartTime', '08:00:00'],
	['AutoStop', '0'],
	['AutoStopDay', '2026-01-01'],
	['AutoStopTime', '17:00:00'],
	['ForceEndFlag', '0'],
	['AutoTaskType', '0'],
	['AutoTriggerTimeStrategy', '9,22'],
	['AutoComplete', '1'],
	[
		'RetryStrategy',
		'{"retry":2,"strategy":[{"round":1,"time":"1-1-1"},{"round":2,"time":"2-2-2"}]}',
	],
	['RetryStrategyTimeType', '1'],
	['RetryStrategyOnlyToday', '0'],
	[
		'CallPriorityStrategy',
		'{"strategy":[{"sort":1,"type":"retryCall", "desc":0},{"sort":2,"type":"firstCall","orderType":0}]}',
	],
	['CustomerClidsCategory', '1'],
	['CustomerClids', '64203667,23434294'],
	['CustomerClidType', '1'],
	['ClidProperty', '{"defaultAreaCode":"010", "isMatchCapital":"1"}'],
	['CustomerClidWeightFlag', '0'],
	['CustomerClidWeight', '[{"number":"123,345","weight":"5"}, {"number":"567,789","weight":"5"}]'],
	['CustomerClidsGroup', '示例值'],
	['CustomerTimeout', '55'],
	['CallRouteStrategy', '1'],
	['IvrId', '13'],
	['IvrName', 'IvrName1'],
	['Concurrency', '0'],
	['UserFields', '[{"name":"1234"},{"name1":"12345"}]'],
	['CallVariables', '[{"name":"abcdefg","value":"${cdr_enterprise_id}"}]'],
	['TimeStrategy', '9,22'],
	['Cnos', '1111,2222'],
	['AgentGroup', '6,7'],
	['CallStrategy', '1'],
	['AgentTimeout', '50'],
	['Wrapup', '30'],
	['MaxWaitTime', '40'],
	['MinAvailableAgentCount', '10'],
	['Quotiety', '19.00'],
	['PredictAdjust', '100'],
	['CallLimitStrategy', '[{"cnos":["2000","2001"],"limit":"5"}]'],
	['CustomerMoh', '60000011533526918819'],
	['CustomerVoice', '60000011533526918819'],
	['AnswerRate', '50'],
	['WarmUpDuration', '370'],
	['IsRewarm', '1'],
];

/** The page's second example of RetryStrategy, the advanced mode. */
export const ADVANCED_RETRY =
	'[{"condition":{"sipCause":[710,719]},"retry":1,"sort":1,"strategy":[{"round":1,"time":"0-0-10"}]},{"condition":{"sipCause":[800]},"retry":1,"sort":2,"strategy":[{"round":2,"time":"0-0-10"}]}]';

/** Whole numbers: parameter, least, most. */
export const RANGES: ReadonlyArray<readonly [api: string, least: number, most: number]> = [
	['CustomerTimeout', 5, 60],
	['AgentTimeout', 5, 60],
	['Wrapup', 1, 10800],
	['MaxWaitTime', 10, 600],
	['MinAvailableAgentCount', 1, 10],
	['PredictAdjust', 50, 400],
	['AnswerRate', 1, 100],
	['WarmUpDuration', 60, 600],
];

export const FLAGS: readonly string[] = [
	'AutoStart',
	'AutoStop',
	'ForceEndFlag',
	'AutoComplete',
	'CustomerClidWeightFlag',
	'IsRewarm',
];

/** Enumerations that are more than on and off. */
export const CHOICES: ReadonlyArray<readonly [api: string, accepted: readonly number[]]> = [
	['AutoTaskType', [0, 1]],
	['RetryStrategyTimeType', [1, 2]],
	['RetryStrategyOnlyToday', [0, 1, 2, 3]],
	['CustomerClidsCategory', [1, 2, 4, 5]],
	['CustomerClidType', [1, 2]],
	['CallRouteStrategy', [1, 2]],
	['CallStrategy', [1, 2, 3, 4]],
];

/** Enumerations inside structured values, by the parameter and the name of the builder's field. */
export const INNER_CHOICES: ReadonlyArray<
	readonly [api: string, field: string, accepted: ReadonlyArray<number | string>]
> = [
	[
		'RetryStrategy',
		'sipCause',
		[183, 710, 711, 712, 713, 714, 715, 716, 717, 718, 719, 720, 721, 722, 723, 724],
	],
	['CallPriorityStrategy', 'first', ['retryCall', 'firstCall']],
	['CallPriorityStrategy', 'desc', [0, 1]],
	['CallPriorityStrategy', 'orderType', [0, 1, 2]],
];

/** What the page says happens without a value: the documented defaults. */
export const DEFAULTS: ReadonlyArray<readonly [api: string, wire: string]> = [
	['AutoStart', '0'],
	['AutoStop', '0'],
	['ForceEndFlag', '0'],
	['AutoTaskType', '0'],
	['AutoComplete', '1'],
	['RetryStrategyTimeType', '1'],
	['RetryStrategyOnlyToday', '0'],
	['CustomerClidType', '1'],
	['CustomerClidWeightFlag', '0'],
	['CustomerTimeout', '30'],
	['CallStrategy', '1'],
	['AgentTimeout', '10'],
	['Wrapup', '30'],
	['MaxWaitTime', '40'],
	['MinAvailableAgentCount', '10'],
	['Quotiety', '1'],
	['PredictAdjust', '100'],
	['AnswerRate', '50'],
	['WarmUpDuration', '300'],
	['IsRewarm', '1'],
];

/** Parameters whose default the page describes: 默认空值, 默认为空白音, 当天 and the like. */
export const DEFAULTS_IN_WORDS: readonly string[] = [
	'UserFields',
	'CallVariables',
	'AutoStartDay',
	'AutoStartTime',
	'AutoStopDay',
	'AutoStopTime',
	'CustomerMoh',
	'CustomerVoice',
];

/** Parameters whose value is JSON. */
export const JSON_PARAMETERS: readonly string[] = [
	'RetryStrategy',
	'CallPriorityStrategy',
	'ClidProperty',
	'CustomerClidWeight',
	'UserFields',
	'CallVariables',
	'CallLimitStrategy',
];

/** What an action beside CloudUpdateTask takes: its parameters, each with the numbers or words it may be. */
export type Page = Readonly<Record<string, ReadonlyArray<number | string> | 'flag' | 'any'>>;

/** The vendor's pages of the other actions, but for the paging (Start, Limit), by the operation that sends them. */
export const OTHER_PAGES: Readonly<Record<string, Page>> = {
	create: {
		EnterpriseId: 'any',
		Type: [1, 2],
		CallGroupType: [1, 2],
		TemplateName: 'any',
		AutoDelete: 'flag',
		...Object.fromEntries(
			EXAMPLES.filter(([api]) => api !== 'TaskId').map(([api]): [string, 'any'] => [api, 'any']),
		),
		...Object.fromEntries(FLAGS.map((api): [string, 'flag'] => [api, 'flag'])),
		...Object.fromEntries(CHOICES),
	},
	getMany: {
		EnterpriseId: 'any',
		Type: [1, 2],
		Name: 'any',
		Status: [0, 1, 2, 3],
		AutoStart: 'flag',
		AutoStop: 'flag',
		TimeType: [1, 2, 3],
		StartTime: 'any',
		EndTime: 'any',
	},
	get: { EnterpriseId: 'any', TaskId: 'any' },
	getStatistics: { EnterpriseId: 'any', TaskId: 'any' },
	start: { EnterpriseId: 'any', TaskId: 'any' },
	pause: { EnterpriseId: 'any', TaskId: 'any', PauseDuration: 'any' },
	delete: { EnterpriseId: 'any', TaskId: 'any' },
	importNumbers: {
		EnterpriseId: 'any',
		TaskId: 'any',
		BatchName: 'any',
		FileId: 'any',
		Priority: 'any',
		IsRepeat: [0, 1, 2, 3],
		ImportTelAutoStart: 'flag',
		BridgeVoicePath: 'any',
		BridgeVoiceType: [1, 2, 3],
		Tel: 'any',
		BackupTels: 'any',
		Clid: 'any',
		ClidGroup: 'any',
		Property: 'any',
	},
	deleteNumbers: {
		EnterpriseId: 'any',
		TaskId: 'any',
		Tels: 'any',
		FileId: 'any',
		FileName: 'any',
		Status: [0, 1],
	},
	getNumberBatches: {
		EnterpriseId: 'any',
		TaskId: 'any',
		// The request's list; answers know 4, frozen, too.
		Status: [0, 1, 2, 3],
		StartTime: 'any',
		EndTime: 'any',
	},
	getCallRecords: {
		EnterpriseId: 'any',
		TaskId: 'any',
		TaskFileId: 'any',
		StartTime: 'any',
		EndTime: 'any',
		TimeRangeType: [1, 2],
		Status: [40, 41, 42, 43],
		CustomerNumber: 'any',
		Clid: 'any',
		DisplayNumber: 'any',
		Cno: 'any',
		AgentName: 'any',
		Gno: 'any',
		Province: 'any',
		City: 'any',
		IsRealAnswer: 'flag',
		DownGrade: 'flag',
		UniqueId: 'any',
		RequestUniqueId: 'any',
		UserFieldkey: 'any',
		UserFieldValue: 'any',
	},
	getRecording: {
		EnterpriseId: 'any',
		RecordFile: 'any',
		Download: 'flag',
		RecordFormat: [0, 1],
		RecordType: ['record', 'voicemail', 'tsi', 'rasr', 'transfer', 'consult', 'threeway'],
		RecordSide: [1, 2],
		CallType: [1, 2, 4, 5],
	},
};

/** What only a creation takes, with the defaults that its page gives: AutoDelete has none. */
export const DEFAULTS_OF_A_CREATION: ReadonlyArray<readonly [api: string, wire: string]> = [
	['CallGroupType', '1'],
];
