import { refusalIn, type ValueCheck } from '../tasks/problems';
import type { Task, TaskField } from '../tasks/task';
import { dateTime, id, integer, onOff, oneOf } from '../tasks/values';
import { listedView } from '../tasks/views';
import type { Action, ActionCall } from './action';
import { shown, type ShownSettings } from './shown';

export interface QuerySettings extends ShownSettings {
	/** How CloudQueryTask compares Name. */
	nameFilter: 'contains' | 'exact';
	/** Whether CloudQueryTask gives its first page whatever Start says. */
	ignoreStart: boolean;
}

const MAX_LIMIT = 100;
const DEFAULT_LIMIT = '10';

const CHECKS: Record<string, ValueCheck> = {
	EnterpriseId: id,
	Type: oneOf(1, 2),
	Status: oneOf(0, 1, 2, 3),
	AutoStart: onOff,
	AutoStop: onOff,
	TimeType: oneOf(1, 2, 3),
	StartTime: dateTime,
	EndTime: dateTime,
	Start: integer(0, Number.MAX_SAFE_INTEGER),
	Limit: integer(1, MAX_LIMIT),
};

/** The time each TimeType looks at. */
const TIME_FIELDS: Record<string, TaskField> = { 1: 'StartTime', 2: 'OverTime', 3: 'CreateTime' };

function matches(task: Task, { params, settings }: ActionCall<QuerySettings>): boolean {
	const same = (field: TaskField) => !params.get(field) || params.get(field) === task[field];
	if (!(['EnterpriseId', 'Type', 'Status', 'AutoStart', 'AutoStop'] as const).every(same)) {
		return false;
	}
	const name = params.get('Name') ?? '';
	const isNamed = settings.nameFilter === 'exact' ? task.Name === name : task.Name.includes(name);
	if (name && !isNamed) return false;
	const timeField = TIME_FIELDS[params.get('TimeType') ?? ''];
	if (!timeField) return true;
	const from = params.get('StartTime') ?? '';
	const to = params.get('EndTime') ?? '';
	const at = task[timeField];
	// A time never set is in no interval. The texts sort as the times do.
	if (!at && (from || to)) return false;
	return (!from || at >= from) && (!to || at <= to);
}

/** Lists the tasks of one type in the order of creation; there is no total. */
export const queryTask: Action<QuerySettings> = {
	mandatory: ['EnterpriseId', 'Type'],
	run(call) {
		const { params, store } = call;
		const refused = refusalIn(params, CHECKS);
		if (refused) return { refused };
		const start = call.settings.ignoreStart ? 0 : Number(params.get('Start') || '0');
		const limit = Number(params.get('Limit') || DEFAULT_LIMIT);
		const tasks = store.list().map((task) => shown(task, call));
		const found = tasks.filter((task) => matches(task, call));
		return { data: { TaskProperties: found.slice(start, start + limit).map(listedView) } };
	},
};
