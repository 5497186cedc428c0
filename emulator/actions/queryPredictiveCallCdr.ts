import type { Json, JsonObject } from '../json';
import { callNumbers, type CallingSettings } from '../tasks/calling';
import { problemMessage, refusalIn, type ValueCheck } from '../tasks/problems';
import type { CallRecord } from '../tasks/records';
import { id, integer, onOff, oneOf } from '../tasks/values';
import type { Action, ActionCall, ActionResult } from './action';
import { chinaTime } from '../tasks/chinaTime';

export interface RecordSettings extends CallingSettings {
	/** Whether every page is the first one, whatever Start says. */
	ignoreStart: boolean;
	/** Whether the call made last comes first. */
	recordsNewestFirst: boolean;
	/** Whether a range of time may reach over the end of a month. */
	rangeOverMonths: boolean;
}

type RecordCall = ActionCall<RecordSettings>;

const MAX_LIMIT = 1000;
const DEFAULT_LIMIT = '10';
const SECONDS = integer(0, 9_999_999_999);

const CHECKS: Record<string, ValueCheck> = {
	EnterpriseId: id,
	TaskId: id,
	TaskFileId: id,
	StartTime: SECONDS,
	EndTime: SECONDS,
	TimeRangeType: oneOf(1, 2),
	Status: oneOf(40, 41, 42, 43),
	IsRealAnswer: onOff,
	DownGrade: onOff,
	Start: integer(0, Number.MAX_SAFE_INTEGER),
	Limit: integer(1, MAX_LIMIT),
};

/** The member of a record that a parameter is compared with. */
const COMPARED: Readonly<Record<string, keyof CallRecord>> = {
	TaskId: 'TaskId',
	TaskFileId: 'TaskFileId',
	CustomerNumber: 'CustomerNumber',
	Clid: 'Clid',
	DisplayNumber: 'DisplayNumber',
	Cno: 'Cno',
	AgentName: 'AgentName',
	City: 'CustomerCity',
	Province: 'CustomerProvince',
	Status: 'StatusCode',
	IsRealAnswer: 'IsRealAnswer',
	DownGrade: 'DownGrade',
	RequestUniqueId: 'RequestUniqueId',
};

const monthOf = (seconds: number): string => chinaTime(seconds * 1000).slice(0, 7);

/** The first and the last second of the month in which a moment lies. */
function monthAround(seconds: number): [number, number] {
	const [year = 0, month = 0] = monthOf(seconds).split('-').map(Number);
	const first = (later: number) => Date.UTC(year, month - 1 + later, 1) / 1000 - 8 * 3600;
	return [first(0), first(1) - 1];
}

function rangeOf({ params, now, settings }: RecordCall): [number, number] | { refused: string } {
	const given = (name: string) => params.get(name) || undefined;
	const [from, to] = [given('StartTime'), given('EndTime')].map((text) => text && Number(text));
	const [first, last] = monthAround(Number(from ?? to ?? now / 1000));
	const [start, end] = [Number(from ?? first), Number(to ?? last)];
	const isOver = !settings.rangeOverMonths && monthOf(start) !== monthOf(end);
	return isOver || start > end ? { refused: problemMessage('EndTime', 'range') } : [start, end];
}

function matches(record: CallRecord, { params }: RecordCall, [from, to]: [number, number]) {
	const uniqueId = params.get('UniqueId');
	if (uniqueId) return record.UniqueId === uniqueId;
	const at = Number(params.get('TimeRangeType') === '2' ? record.EndTime : record.StartTime);
	if (at < from || at > to) return false;
	const key = params.get('UserFieldkey');
	if (key && record.UserField[key] !== params.get('UserFieldValue')) return false;
	const groups = params.get('Gno');
	if (groups && !groups.split(',').includes(record.Gno)) return false;
	return Object.entries(COMPARED).every(
		([name, member]) => !params.get(name) || params.get(name) === record[member],
	);
}

const view = ({ EnterpriseId, RecordFile, UserField, ...record }: CallRecord): JsonObject => ({
	...record,
	RecordFile: RecordFile.map((file): Json => ({ ...file })),
	UserField: { ...UserField },
	CallType: 'predictiveCall',
	CallId: `${EnterpriseId}-${record.UniqueId}`,
});

function run(call: RecordCall): ActionResult {
	const { params, store, settings, now } = call;
	const refused = refusalIn(params, CHECKS);
	if (refused) return { refused };
	if (Boolean(params.get('UserFieldkey')) !== Boolean(params.get('UserFieldValue'))) {
		return { refused: problemMessage('UserFieldValue', 'empty') };
	}
	const range = rangeOf(call);
	if ('refused' in range) return range;
	callNumbers(store, settings, now);
	const found = store.records
		.of(params.get('EnterpriseId') ?? '')
		.filter((record) => matches(record, call, range));
	if (settings.recordsNewestFirst) found.reverse();
	const start = settings.ignoreStart ? 0 : Number(params.get('Start') || '0');
	const limit = Number(params.get('Limit') || DEFAULT_LIMIT);
	return { data: { List: found.slice(start, start + limit).map(view) } };
}

/** Lists the calls of predictive tasks; there is no total. */
export const queryPredictiveCallCdr: Action<RecordSettings> = { mandatory: ['EnterpriseId'], run };
