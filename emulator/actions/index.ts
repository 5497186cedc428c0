import type { Action } from './action';
import { createTask, type CreateSettings } from './createTask';
import { deleteTask, type DeleteSettings } from './deleteTask';
import { deleteTaskTel, type DeleteTelSettings } from './deleteTaskTel';
import { getRecordUrl, type RecordUrlSettings } from './getRecordUrl';
import { getTask } from './getTask';
import { importTaskTel, type ImportSettings } from './importTaskTel';
import { listAgentGroup } from './listAgentGroup';
import { listEnterpriseTime } from './listEnterpriseTime';
import { listIvrs } from './listIvrs';
import { listTaskFile, type ListFileSettings } from './listTaskFile';
import { monitorTask, type MonitorSettings } from './monitorTask';
import { pauseTask, type PauseSettings } from './pauseTask';
import { queryAgentCnoAndName, type AgentSettings } from './queryAgentCnoAndName';
import { queryPredictiveCallCdr, type RecordSettings } from './queryPredictiveCallCdr';
import { queryTask, type QuerySettings } from './queryTask';
import { startTask, type StartSettings } from './startTask';
import { updateTask, type UpdateSettings } from './updateTask';

/** Those of an action that has some belong here too. */
export type ActionSettings = UpdateSettings &
	QuerySettings &
	StartSettings &
	PauseSettings &
	DeleteSettings &
	CreateSettings &
	ImportSettings &
	DeleteTelSettings &
	ListFileSettings &
	MonitorSettings &
	RecordSettings &
	RecordUrlSettings &
	AgentSettings;

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
	['CloudDeleteTask', deleteTask],
	['CloudCreateTask', createTask],
	['CloudImportTaskTel', importTaskTel],
	['CloudDeleteTaskTel', deleteTaskTel],
	['CloudListTaskFile', listTaskFile],
	['CloudMonitorTask', monitorTask],
	['CloudQueryPredictiveCallCdr', queryPredictiveCallCdr],
	['CloudGetRecordUrl', getRecordUrl],
	['CloudListEnterpriseTime', listEnterpriseTime],
	['CloudQueryAgentCnoAndName', queryAgentCnoAndName],
	['CloudListAgentGroup', listAgentGroup],
	['ClinkListIvrs', listIvrs],
]);
