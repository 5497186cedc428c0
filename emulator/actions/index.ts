import type { Action } from './action';
import { getTask } from './getTask';
import { queryTask } from './queryTask';
import { pauseTask, startTask } from './runTask';
import { updateTask } from './updateTask';

/** A new action needs its file and a line here. */
export const ACTIONS: ReadonlyMap<string, Action> = new Map([
	['CloudUpdateTask', updateTask],
	['CloudGetTask', getTask],
	['CloudQueryTask', queryTask],
	['CloudStartTask', startTask],
	['CloudPauseTask', pauseTask],
]);
