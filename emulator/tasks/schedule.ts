import { ENDED, PAUSED, RUNNING } from './status';
import type { TaskStore } from './store';
import { chinaMoment, chinaTime } from './chinaTime';
import type { Task } from './task';

export interface ScheduleSettings {
	/** In which states a stop time with ForceEndFlag ends a task. */
	scheduleEnds: 'runningOrPaused' | 'running' | 'nothing';
	/** Whether a stop time that is past when it is set ends the task too. */
	pastStopEnds: boolean;
}

/** What of an update sets a stop time. */
const FIELDS = ['AutoStop', 'AutoStopDay', 'AutoStopTime', 'ForceEndFlag'] as const;

/** When the schedule ends a task, in milliseconds since 1970; undefined where it does not. */
function stopOf(task: Task, now: number): number | undefined {
	if (task.AutoStop !== '1' || task.ForceEndFlag !== '1') return undefined;
	const [today = ''] = chinaTime(now).split(' ');
	return chinaMoment(`${task.AutoStopDay || today} ${task.AutoStopTime || '23:59:59'}`);
}

/** Told of a task whose fields were set just now. */
export function scheduleStop(
	store: TaskStore,
	task: Task,
	changed: ReadonlySet<string>,
	{ now, settings }: { now: number; settings: Readonly<ScheduleSettings> },
): void {
	if (!FIELDS.some((name) => changed.has(name))) return;
	const at = stopOf(task, now);
	const isIgnored = at !== undefined && at <= now && !settings.pastStopEnds;
	store.stopAt(task, isIgnored ? undefined : at);
}

/** Ends the tasks whose stop time has come. */
export function endStopped(
	store: TaskStore,
	{ scheduleEnds }: Readonly<ScheduleSettings>,
	now: number,
): void {
	const ending: Record<ScheduleSettings['scheduleEnds'], string[]> = {
		runningOrPaused: [RUNNING, PAUSED],
		running: [RUNNING],
		nothing: [],
	};
	for (const task of store.takeStopped(now)) {
		if (!ending[scheduleEnds].includes(task.Status)) continue;
		store.change(task, { Status: ENDED, StatusTriggerType: '0', OverTime: chinaTime(now) });
	}
}
