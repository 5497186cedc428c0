import type { Action } from './action';
import { getTask } from './getTask';
import { pauseTask, type PauseSettings } from './pauseTask';
import { queryTask, type QuerySettings } from './queryTask';
import { startTask, type StartSettings } from './startTask';
import { updateTask, type UpdateSettings } from './updateTask';

/** Those of an action that has some belong here too. */
export type ActionSettings = UpdateSettings & QuerySettings & StartSettings & PauseSettings;

/** A new action needs its file and a line here. */
export const ACTIONS: ReadonlyMap<string, Action<ActionSettings>> = new Map<
	string,
	Action<ActionSettings>
>([
	['CloudUpdateTask', updateTask],
	['CloudGetTask', getTask],
	['CloudQueryTask', queryTask],
	['CloudStartTask', startTask],
	['CloudPauseTask', pauseTask],
]);
