import { GROUP, list } from './encoders/list';
import { taskId } from './encoders/taskId';
import { foundTel } from './encoders/tel';
import { choice, flag, id, plainText, refusal, word } from './encoders/scalar';
import { filtersProperty } from './filters';
import type { Encoder, Row, Rule, Section } from './parameter';
import { byEntries, byFlag, byId, byNumber, byWord } from './same';
import { TASK_LOCATOR } from './taskLocator';
import { choices } from './words';

/** A number that is written in digits and stays text: 0012 is not 12. */
const digits =
	(pattern: RegExp, expected: string): Encoder =>
	(value) => {
		const wire = plainText(value);
		return pattern.test(wire) ? { value: wire, wire } : refusal(value, expected);
	};

const MOST_GROUPS = 10;

const groups: Encoder = (...given) => {
	const reading = list('group numbers', GROUP)(...given);
	const count = Array.isArray(reading.value) ? reading.value.length : 0;
	return count > MOST_GROUPS
		? { ...reading, issue: `has ${count} group numbers; give at most ${MOST_GROUPS}` }
		: reading;
};

/** A filter that is a text of one line, or digits. */
const textRow = (
	row: Pick<Row, 'api' | 'zh' | 'encode'> & Partial<Pick<Row, 'same' | 'isId'>>,
	[displayName, name, description, placeholder]: readonly [string, string, string, string?],
): Row => ({
	same: byWord,
	...row,
	property: { displayName, name, type: 'string', default: '', description, placeholder },
});

/** The service finds a call by its ID and looks at nothing else. */
const uniqueAlone: Rule = (fields) => {
	if (!fields.has('uniqueId')) return [];
	const others = NAMES.filter((name) => name !== 'uniqueId' && fields.has(name));
	return others.length > 0
		? [
				`'${fields.label('uniqueId')}' finds a call by itself, and the service looks at no other filter; take out ${others.map((name) => `'${fields.label(name)}'`).join(', ')}`,
			]
		: [];
};

const bothOrNone: Rule = (fields) => {
	const [key, value] = ['userFieldkey', 'userFieldValue'];
	if (fields.has(key) === fields.has(value)) return [];
	const [given, lacking] = fields.has(key) ? [key, value] : [value, key];
	return [`'${fields.label(lacking)}' is missing; '${fields.label(given)}' needs it`];
};

const rows: readonly Row[] = [
	{
		api: 'TaskId',
		zh: '外呼任务 ID',
		encode: taskId,
		isId: true,
		same: byId,
		property: {
			displayName: 'Task ID',
			name: 'taskId',
			...TASK_LOCATOR,
			description: 'The outbound call task that called: choose it, or give its ID, digits only',
		},
	},
	textRow({ api: 'TaskFileId', zh: '批次 ID', encode: id, isId: true, same: byId }, [
		'Batch ID',
		'taskFileId',
		'ID of the batch that the number was imported with, as Get Number Batches gives it',
		'e.g. 880001',
	]),
	{
		api: 'Status',
		zh: '呼叫结果',
		encode: choice,
		same: byNumber,
		property: {
			displayName: 'Call Result',
			name: 'status',
			type: 'options',
			default: 43,
			description: 'What became of the call',
			options: choices([
				{ name: 'Customer Did Not Answer', value: 40, zh: '客户未接听' },
				{ name: 'Customer Answered', value: 41, zh: '客户接听' },
				{ name: 'Called', value: 42, zh: '已呼叫' },
				{ name: 'Customer and Agent Answered', value: 43, zh: '双方接听' },
			]),
		},
	},
	textRow({ api: 'CustomerNumber', zh: '客户电话', encode: foundTel }, [
		'Customer Number',
		'customerNumber',
		'The number that was called',
		'e.g. 18012345678',
	]),
	textRow({ api: 'Clid', zh: '外显号码', encode: foundTel }, [
		'Caller ID',
		'clid',
		'The number that the call was made with',
		'e.g. 02138276106',
	]),
	textRow({ api: 'DisplayNumber', zh: '客户侧真实外显号码', encode: foundTel }, [
		'Displayed Number',
		'displayNumber',
		'The number that the customer really saw, where a virtual one stands between',
		'e.g. 02138276106',
	]),
	{
		api: 'Cno',
		zh: '座席工号',
		offers: 'agents',
		encode: digits(/^\d{3,10}$/, 'an agent ID of 3 to 10 digits'),
		same: byWord,
		property: {
			displayName: 'Agent ID',
			name: 'cno',
			type: 'options',
			default: '',
			description: 'The agent who took the call: 3 to 10 digits',
			placeholder: 'e.g. 2000',
		},
	},
	textRow({ api: 'AgentName', zh: '座席姓名', encode: word }, [
		'Agent Name',
		'agentName',
		'Name of the agent who took the call',
		'e.g. 王芳',
	]),
	{
		api: 'Gno',
		zh: '外呼组号',
		offers: 'agentGroups',
		encode: groups,
		same: byEntries,
		property: {
			displayName: 'Outbound Groups',
			name: 'gno',
			type: 'multiOptions',
			default: [],
			description: 'Outbound groups of the agent, at most 10',
			placeholder: 'e.g. WH13,WH14',
		},
	},
	textRow({ api: 'Province', zh: '客户电话归属省份', encode: word }, [
		'Province',
		'province',
		'Province of the number that was called, in Chinese',
		'e.g. 四川',
	]),
	textRow({ api: 'City', zh: '客户电话归属城市', encode: word }, [
		'City',
		'city',
		'City of the number that was called, in Chinese',
		'e.g. 成都',
	]),
	{
		api: 'IsRealAnswer',
		zh: '真人接听',
		encode: flag,
		same: byFlag,
		property: {
			displayName: 'Answered by a Person',
			name: 'isRealAnswer',
			type: 'boolean',
			default: true,
			description: 'Whether a person answered, as far as the service can tell',
		},
	},
	{
		api: 'DownGrade',
		zh: '是否呼叫降级',
		encode: flag,
		same: byFlag,
		property: {
			displayName: 'Downgraded',
			name: 'downGrade',
			type: 'boolean',
			default: true,
			description:
				'Whether the service marked the call as downgraded (呼叫降级); what that means, it does not say',
		},
	},
	{
		api: 'TimeRangeType',
		zh: '时间范围类型',
		encode: choice,
		same: byNumber,
		property: {
			displayName: 'Time Range Of',
			name: 'timeRangeType',
			type: 'options',
			default: 1,
			description:
				'What lies between start time and end time. Without it, the beginning of the call.',
			options: choices([
				{ name: 'Beginning of the Call', value: 1, zh: '呼叫开始时间' },
				{ name: 'End of the Call', value: 2, zh: '呼叫结束时间' },
			]),
		},
	},
	textRow({ api: 'UniqueId', zh: '电话唯一标识', encode: word }, [
		'Unique ID',
		'uniqueId',
		'ID of one call, whenever it was, as a call record has it. No other filter and no time range counts then.',
		'e.g. uniq_1-1620461234.12',
	]),
	textRow({ api: 'RequestUniqueId', zh: '请求唯一标识', encode: word }, [
		'Request Unique ID',
		'requestUniqueId',
		'Your own ID of the call; it is found within the time range',
		'e.g. req-uniq_1-1620461234.12',
	]),
	textRow({ api: 'UserFieldkey', zh: '自定义参数 key', encode: word }, [
		'User Field Name',
		'userFieldkey',
		'Name of a field of your own, which has to have exactly the value below',
		'e.g. campaign',
	]),
	textRow({ api: 'UserFieldValue', zh: '自定义参数 value', encode: word }, [
		'User Field Value',
		'userFieldValue',
		'Value of that field, as a whole',
		'e.g. spring 2026',
	]),
];

const NAMES = rows.map(({ property }) => property.name);

/** What narrows down the records of calls: the parameters of CloudQueryPredictiveCallCdr. */
export const recordFilters: Section = {
	zh: '查询条件',
	property: filtersProperty(
		'Only calls to which all of these apply. Without any, all calls of the call center.',
	),
	rows,
	rules: [uniqueAlone, bothOrNone],
};
