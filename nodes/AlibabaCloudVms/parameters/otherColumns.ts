import { once } from '../once';
import { plainName } from './header';

/**
 * Columns that stand beside a task's parameters and are none: they are known, and left out without a word.
 * Each list is one text of names, since that is how such lists are read and kept.
 */

const names = (text: string, separator: RegExp = /\s+/): string[] => text.trim().split(separator);

/** Fields of the service's answers about a task that no update takes. */
export const OF_TASKS = names(`
	AccessDeniedDetail AdjustStep AgentUtilization CallGroupType CallbackUrl ClidGroup Code CreateTime
	CurlRetryTimes Data Id IsRandom Message OverCallLimitCnos OverTime PauseDuration PauseTime RequestId
	StandbyCnos StartTime Status StatusDescription StatusTriggerType TaskFields TaskProperties TaskProperty
	Type
`);

/** Fields of its other answers: call records, agents, queues, numbers, time conditions. */
export const OF_OTHER_ANSWERS = names(`
	Active Agent AgentAvgIdleTime AgentCount AgentInfo AgentName AgentStatisticList AgentStatus AgentStatuses
	AgentType Agents AnnouncePosition AnnouncePositionFrequency AnnouncePositionParam
	AnnouncePositionYouarenext AnnounceSound AnnounceSoundFile AnnounceSoundFrequency AnswerCount AnswerTime
	AreaCode AvailableCount AvgBridgeTime BindTel BindTelType BridgeCount BridgeDuration BridgeIn2sRate
	BridgeTime BridgedCount CallAgentCount CallId CallLimit CallPower CallType CalledCount CalleeClid
	CalleeDisplayNumber CalleeNumber CalleeRingingTime ChannelCount ChannelInfo ChildGnos Clid ClinkRequestId
	Cname Cno Comment CtiLinkAgentGroup CtiLinkTaskProperty CustomerCity CustomerNumber CustomerProvince
	DayOfWeek DetailRingingTime DeviceStatus DeviceStatusDuration DisplayNumber DownGrade DownGradeCounts
	EndReason EndTime Endpoint EnterpriseCallLimit EnterpriseChannelCount EnterpriseTodayAnsweredCount File
	FileId FrequentlyPath FromDay Gno GroupName IbRecord ImportCount ImportTotal InvalidTotal IsAsr IsOb
	IsQualityCheck IsRealAnswer IvrCount IvrNodes Ivrs JoinEmpty List LoginStatus LoginStatusDuration
	LoginTime MainUniqueId MaxLen MemberTimeout Monitor_type MusicClass NoBridgeCount NumberTrunk ObClid
	ObClidType ObRecord OnlineCount Power Priority Qno QueueList QueueTimeout RealAnswerTime RecordFile
	RemovedAgentStatisticList RepeatCount RequestUniqueId RestrictCount Result Retry RingingCount SayAgentno
	ServiceLevel SipCause SipCauseStr State StateAction Statistic StatusCode Strategy SuccessTotal TaskFileId
	TaskFileList TaskName TimeType ToDay TodayAnsweredCount TodayStatistic Total TotalCount TotalDuration
	TrunkGroupKey UncalledCount UniqueId Url UserField VadIn VadOut VipSupport WaitAgentCount WaitAnswerCount
	WaitDuration WebrtcUrlType Weight WrapupCount WrapupTime XNumber
`);

/** The same of a task as the vendor's pages and its console name them in Chinese. */
export const OF_TASKS_IN_CHINESE = names(
	'任务状态 状态 任务类型 任务创建时间 创建时间 任务开始时间 实际开始时间 任务结束时间 实际结束时间 任务暂停时间 暂停时间 任务暂停时长 暂停时长 任务状态描述 状态描述 任务状态变更类型 指定座席方式 随机呼叫 超过呼叫限制的座席',
);

/** What this node adds to its own output. */
export const OF_THIS_NODE = names(
	'action BatchName calls clear details endsAt expected explorer help ignored notVerified plan Position reason record request resumed statusWords summary typeWords undo undoLacks verified warnings',
);

/** What n8n and its nodes add to rows by themselves, by who adds it. */
export const ADDED_BY_N8N = {
	'the error output': 'error message details errorDetails errorMessage',
	'Google Sheets': 'row_number change_type previous current differences',
	'Airtable, Baserow, NocoDB, SeaTable, Grist, Notion, Feishu':
		'id recordId record_id createdTime lastModifiedTime created_time last_modified_time fields order CreatedAt UpdatedAt nc_order nc_created_by nc_updated_by ncRecordId ncRecordHash _id _ctime _mtime _creator _last_modifier _locked _locked_by _archived row_id row_mtime url',
	'Data Table, Postgres, Supabase, Strapi, MongoDB':
		'createdAt updatedAt deletedAt created_at updated_at deleted_at documentId __v',
	'Salesforce, Elasticsearch, HubSpot': 'attributes _index _score archived properties',
	'Form, Webhook, HTTP Request':
		'submittedAt formMode formQueryParameters headers params query body webhookUrl executionMode statusCode statusMessage',
	'an AI Agent, Chat': 'toolCallId sessionId chatInput',
	'Schedule Trigger':
		'timestamp|Readable date|Readable time|Day of week|Year|Month|Day of month|Hour|Minute|Second|Timezone',
	'Extract From File': 'row __EMPTY __rowNum__',
} as const;

/** Those of them that stand beside an `id` which the program that keeps the table gives each row, as it writes them. */
const BOOKKEEPING: ReadonlySet<string> = new Set(
	names(`
		createdTime lastModifiedTime created_time last_modified_time CreatedAt UpdatedAt createdAt
		updatedAt created_at updated_at deletedAt deleted_at nc_order nc_created_by nc_updated_by order _ctime
		_mtime row_mtime documentId __v
	`),
);

/** Whether a column shows that its table numbers rows by itself: `id` is then likely to be that number. */
export const isBookkeeping = (name: string): boolean => BOOKKEEPING.has(name);

/** The names in a list of them. */
export const namesIn = (text: string): string[] =>
	names(text, text.includes('|') ? /\|/ : undefined);

/** Names that readers give to columns without one. */
const NAMELESS = /^(?:__EMPTY|col)_\d+$/;

/** Words of a list of customers: what stands beside them may be about a customer. */
export const OF_CUSTOMERS = names(
	'phone mobile tel telephone phonenumber email company customer customername contact contactname 电话 电话号码 手机 手机号 手机号码 联系电话 客户 客户姓名 客户名称 客户电话 客户手机 姓名 联系人 公司 公司名称 邮箱',
);

/** Answered with everything, and called as columns of any table are. */
const OF_ANY_TABLE = names('AccessDeniedDetail Code Data Id Message RequestId');

const plainSet = (list: readonly string[]): ReadonlySet<string> => new Set(list.map(plainName));

/** A sheet in which some names of parameters mean something else. */
export type Sheet = 'export' | 'customers';

const plainSets = once(() => ({
	answers: plainSet([...OF_TASKS, ...OF_OTHER_ANSWERS]),
	known: plainSet([
		...OF_TASKS_IN_CHINESE,
		...OF_THIS_NODE,
		...Object.values(ADDED_BY_N8N).flatMap(namesIn),
	]),
	export: plainSet(
		[...OF_TASKS, ...OF_TASKS_IN_CHINESE].filter((name) => !OF_ANY_TABLE.includes(name)),
	),
	customers: plainSet(OF_CUSTOMERS),
}));

/** Whether a plain name is that of a field that the service answers with, and of no parameter. */
export const isAnswered = (plain: string): boolean => plainSets().answers.has(plain);

/** Whether a column is known, though it means no parameter. */
export const isKnownColumn = (name: string, plain: string): boolean =>
	isAnswered(plain) || plainSets().known.has(plain) || NAMELESS.test(name);

/** What sheet a column shows to be at hand. */
export const sheetOf = (plain: string): Sheet | undefined =>
	(['export', 'customers'] as const).find((sheet) => plainSets()[sheet].has(plain));
