/** An action of the service. */
export interface ApiAction {
	name: string;
	/**
	 * Whether sending it twice does what sending it once does. Others are repeated only after failures that
	 * prove that nothing arrived.
	 */
	repeatable: boolean;
	/** Whether it changes nothing. */
	isRead?: true;
}

export const GET_TASK: ApiAction = { name: 'CloudGetTask', repeatable: true, isRead: true };
export const QUERY_TASK: ApiAction = { name: 'CloudQueryTask', repeatable: true, isRead: true };
export const MONITOR_TASK: ApiAction = { name: 'CloudMonitorTask', repeatable: true, isRead: true };
export const QUERY_RECORDS: ApiAction = {
	name: 'CloudQueryPredictiveCallCdr',
	repeatable: true,
	isRead: true,
};
export const GET_RECORD_URL: ApiAction = {
	name: 'CloudGetRecordUrl',
	repeatable: true,
	isRead: true,
};
export const UPDATE_TASK: ApiAction = { name: 'CloudUpdateTask', repeatable: true };
// Both set a state; what is in that state already answers that it was not done, and stays in it.
export const PAUSE_TASK: ApiAction = { name: 'CloudPauseTask', repeatable: true };
export const START_TASK: ApiAction = { name: 'CloudStartTask', repeatable: true };
export const LIST_ENTERPRISE_TIME: ApiAction = {
	name: 'CloudListEnterpriseTime',
	repeatable: true,
	isRead: true,
};
export const QUERY_AGENTS: ApiAction = {
	name: 'CloudQueryAgentCnoAndName',
	repeatable: true,
	isRead: true,
};
export const LIST_GROUPS: ApiAction = {
	name: 'CloudListAgentGroup',
	repeatable: true,
	isRead: true,
};
export const LIST_IVRS: ApiAction = { name: 'ClinkListIvrs', repeatable: true, isRead: true };
export const LIST_BATCHES: ApiAction = {
	name: 'CloudListTaskFile',
	repeatable: true,
	isRead: true,
};
// What arrived twice stands there twice, unless the service looks for doubles.
export const IMPORT_NUMBERS: ApiAction = { name: 'CloudImportTaskTel', repeatable: false };
export const DELETE_NUMBERS: ApiAction = { name: 'CloudDeleteTaskTel', repeatable: true };
// A name means the batch that was made last: the second time that is another one.
export const DELETE_BATCH_BY_NAME: ApiAction = { name: 'CloudDeleteTaskTel', repeatable: false };
// What is deleted answers the next one that it is not there, and stays away.
export const DELETE_TASK: ApiAction = { name: 'CloudDeleteTask', repeatable: true };
// Done twice it makes two tasks.
export const CREATE_TASK: ApiAction = { name: 'CloudCreateTask', repeatable: false };
