import { checkParameter, isParameterName, parameter } from '../tasks/parameters';
import { problemMessage } from '../tasks/problems';
import { isWithoutRounds } from '../tasks/retryStrategy';
import { brokenRule } from '../tasks/rules';
import { scheduleStop, type ScheduleSettings } from '../tasks/schedule';
import { ENDED, RUNNING } from '../tasks/status';
import type { TaskChanges } from '../tasks/store';
import { defaultOf, newTask, type Task } from '../tasks/task';
import { updatedView } from '../tasks/views';
import type { Action, ActionCall, ActionResult } from './action';
import { findTarget } from './target';

export interface UpdateSettings extends ScheduleSettings {
	allowUpdateWhileRunning: boolean;
	allowUpdateAfterEnd: boolean;
	/** What an empty text in an update does. */
	emptyValue: 'clear' | 'ignore' | 'refuse';
	/** What a retry strategy without rounds does: `{"retry":0,"strategy":[]}`. */
	noRounds: 'clear' | 'refuse';
	/** Where a conditionally required value may come from: the request only, or the task too. */
	requiredFrom: 'task' | 'request';
	/** What a parameter that is only for predictive tasks does to an automatic one. */
	predictiveOnly: 'store' | 'ignore' | 'refuse';
	/** CloudUpdateTask answers Code OK with Data {Result: n}; applied only if n is 0. */
	updateResult: number | null;
	/** Parameters that CloudUpdateTask checks and accepts, and then silently does not store. */
	untakenParameters: string[];
}

type UpdateCall = ActionCall<UpdateSettings>;

/** The new values the request asks for, or the message of the first wrong one. */
function readChanges({
	params,
	settings,
}: UpdateCall): { changes: TaskChanges } | { refused: string } {
	const changes: TaskChanges = {};
	for (const [name, text] of params) {
		if (!isParameterName(name)) continue;
		if (text === '') {
			if (settings.emptyValue === 'ignore') continue;
			if (settings.emptyValue === 'refuse' || parameter(name).required) {
				return { refused: problemMessage(name, 'empty') };
			}
			changes[name] = defaultOf(name);
			continue;
		}
		if (name === 'RetryStrategy' && settings.noRounds === 'clear' && isWithoutRounds(text)) {
			changes[name] = defaultOf(name);
			continue;
		}
		const problem = checkParameter(name, text);
		if (problem) return { refused: problemMessage(name, problem) };
		changes[name] = text;
	}
	return { changes };
}

function checkState(task: Task, settings: Readonly<UpdateSettings>): string | undefined {
	if (task.Status === RUNNING && !settings.allowUpdateWhileRunning) {
		return '验证失败，任务运行中，不能修改';
	}
	if (task.Status === ENDED && !settings.allowUpdateAfterEnd) {
		return '验证失败，任务已结束，不能修改';
	}
	return undefined;
}

/** IvrId wins over IvrName; a name alone leaves no id, as the emulator has no list of names. */
function chooseIvr(changes: TaskChanges): TaskChanges {
	if (changes.IvrId) return { ...changes, IvrName: '' };
	return changes.IvrName ? { ...changes, IvrId: '' } : changes;
}

/** What an automatic task takes of the changes. */
function relevantTo(
	task: Task,
	changes: TaskChanges,
	settings: Readonly<UpdateSettings>,
): { changes: TaskChanges } | { refused: string } {
	if (task.Type === '1' || settings.predictiveOnly === 'store') return { changes };
	const entries = Object.entries(changes);
	const isForeign = ([name]: [string, string]) =>
		isParameterName(name) && parameter(name).predictiveOnly;
	const foreign = entries.find(isForeign);
	if (foreign && settings.predictiveOnly === 'refuse') {
		return { refused: problemMessage(foreign[0], 'value') };
	}
	const kept: TaskChanges = Object.fromEntries(entries.filter((entry) => !isForeign(entry)));
	return { changes: kept };
}

/** As if the request did not have the parameters that are accepted but not stored. */
function takenOf(
	changes: TaskChanges,
	{ untakenParameters }: Readonly<UpdateSettings>,
): TaskChanges {
	const entries = Object.entries(changes);
	return Object.fromEntries(entries.filter(([name]) => !untakenParameters.includes(name)));
}

function run(call: UpdateCall): ActionResult {
	const { settings, store, now } = call;
	const target = findTarget(call);
	if ('refused' in target) return target;
	const { task } = target;
	const read = readChanges(call);
	if ('refused' in read) return read;
	const refused = checkState(store.seenAt(task, now), settings);
	if (refused) return { refused };
	const relevant = relevantTo(task, read.changes, settings);
	if ('refused' in relevant) return relevant;
	const changes = chooseIvr(relevant.changes);
	const { Type, CallGroupType } = task;
	const judged = settings.requiredFrom === 'task' ? task : newTask({ Type, CallGroupType });
	const broken = brokenRule(new Set(Object.keys(changes)), { ...judged, ...changes });
	if (broken) return { refused: problemMessage(broken.name, broken.problem) };
	const taken = chooseIvr(takenOf(relevant.changes, settings));
	const apply = () => {
		const updated = call.apply(task, taken);
		scheduleStop(store, updated, new Set(Object.keys(taken)), call);
		return updated;
	};
	if (settings.updateResult === null) return { data: updatedView(store.seenAt(apply(), now)) };
	if (settings.updateResult === 0) apply();
	return { data: { Result: settings.updateResult } };
}

/** Changes what the request names and leaves the rest; unknown parameters have no effect. */
export const updateTask: Action<UpdateSettings> = { mandatory: ['EnterpriseId', 'TaskId'], run };
