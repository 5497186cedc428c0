import { checkParameter, isParameterName, PARAMETERS } from '../tasks/parameters';
import { problemMessage } from '../tasks/problems';
import { brokenRule } from '../tasks/rules';
import { scheduleStop, type ScheduleSettings } from '../tasks/schedule';
import { ENDED } from '../tasks/status';
import type { TaskChanges, TaskStore } from '../tasks/store';
import { newTask, type Task } from '../tasks/task';
import { updatedView } from '../tasks/views';
import { chinaTime } from '../tasks/chinaTime';
import type { Action, ActionCall, ActionResult } from './action';
import { id, oneOf } from '../tasks/values';

export interface CreateSettings extends ScheduleSettings {
	/** What a new task takes from a template, by its name, where the request gives nothing. */
	templates: Record<string, Record<string, string>>;
	/** Whether a call center has each name once. */
	uniqueNames: boolean;
	/** Tasks that a call center may have. */
	maxTasks: number;
}

type CreateCall = ActionCall<CreateSettings>;

/** What only a creation takes. */
const OWN = { Type: oneOf(1, 2), CallGroupType: oneOf(1, 2), AutoDelete: oneOf(0, 1) };

/** The values that the request gives; an empty one is none. Or the message of the first wrong one. */
function readValues(
	params: ReadonlyMap<string, string>,
): { values: TaskChanges } | { refused: string } {
	const values: TaskChanges = {};
	for (const [name, text] of params) {
		if (text === '') continue;
		const own = Object.hasOwn(OWN, name) ? OWN[name as keyof typeof OWN] : undefined;
		if (!own && !isParameterName(name)) continue;
		const problem = own ? own(text) : isParameterName(name) && checkParameter(name, text);
		if (problem) return { refused: problemMessage(name, problem) };
		if (name !== 'AutoDelete') values[name as keyof Task] = text;
	}
	return { values };
}

/** Takes the oldest ended task away where that makes room; false where there is none. */
function makeRoom(store: TaskStore, enterpriseId: string): boolean {
	const oldest = store.list(enterpriseId).find(({ Status }) => Status === ENDED);
	if (!oldest) return false;
	store.remove(oldest);
	return true;
}

function run(call: CreateCall): ActionResult {
	const { params, settings, store, now } = call;
	const EnterpriseId = params.get('EnterpriseId') ?? '';
	const wrongId = id(EnterpriseId);
	if (wrongId) return { refused: problemMessage('EnterpriseId', wrongId) };
	const read = readValues(params);
	if ('refused' in read) return read;
	const template = params.get('TemplateName') || undefined;
	if (template !== undefined && !Object.hasOwn(settings.templates, template)) {
		return { refused: problemMessage('TemplateName', 'value') };
	}
	const CreateTime = chinaTime(now);
	const task = newTask({
		...(template === undefined ? {} : settings.templates[template]),
		...read.values,
		EnterpriseId,
		Id: store.nextId(),
		CreateTime,
	});
	const broken = brokenRule(new Set(Object.keys(PARAMETERS)), task);
	if (broken) return { refused: problemMessage(broken.name, broken.problem) };
	const others = store.list(EnterpriseId);
	if (settings.uniqueNames && others.some(({ Name }) => Name === task.Name)) {
		return { refused: '验证失败，任务名称已存在' };
	}
	const isFull = others.length >= settings.maxTasks;
	if (isFull && !(params.get('AutoDelete') === '1' && makeRoom(store, EnterpriseId))) {
		return { refused: '验证失败，任务数超出最大限制' };
	}
	store.put(task);
	const created = call.apply(task, {});
	scheduleStop(store, created, new Set(Object.keys(PARAMETERS)), call);
	return { data: updatedView(created) };
}

/** Makes a task of what is given, of its template, and of the documented defaults, in this order. */
export const createTask: Action<CreateSettings> = {
	mandatory: ['EnterpriseId', 'Name', 'Type'],
	run,
};
