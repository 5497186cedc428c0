import { JsonNumber, type JsonObject } from '../json';
import { callNumbers, type CallingSettings } from '../tasks/calling';
import type { CallRecord } from '../tasks/records';
import { RUNNING } from '../tasks/status';
import type { Task } from '../tasks/task';
import type { Action } from './action';
import { chinaTime } from '../tasks/chinaTime';
import { shown, type ShownSettings } from './shown';
import { findTarget } from './target';

export type MonitorSettings = CallingSettings & ShownSettings;

const isAnswered = ({ AnswerTime }: CallRecord) => AnswerTime !== '0';
const isBridged = ({ BridgeTime }: CallRecord) => BridgeTime !== '0';

const agentsOf = ({ Cnos }: Task): string[] => Cnos.split(',').filter(Boolean);

/** Of all calls, or of those of a day. */
const statistic = (
	task: Task,
	records: readonly CallRecord[],
	UncalledCount: number,
	Status: string | JsonNumber,
): JsonObject => ({
	AgentCount: agentsOf(task).length,
	AnswerCount: records.filter(isAnswered).length,
	CallAgentCount: records.filter(isBridged).length,
	CalledCount: records.length,
	UncalledCount,
	CtiLinkTaskProperty: {
		Id: new JsonNumber(task.Id),
		Name: task.Name,
		OverTime: task.OverTime,
		StartTime: task.StartTime,
		Status,
		StatusDescription: task.StatusDescription,
	},
});

function agentStatistic(Cno: string, task: Task, records: readonly CallRecord[]): JsonObject {
	const own = records.filter((record) => record.Cno === Cno && isAnswered(record));
	const bridged = own.filter(isBridged);
	const talked = bridged.reduce((sum, { BridgeDuration }) => sum + Number(BridgeDuration), 0);
	return {
		AgentAvgIdleTime: 0,
		AgentStatus: task.Status === RUNNING ? 'stateIdle' : '',
		AvgBridgeTime: String(bridged.length > 0 ? Math.round(talked / bridged.length) : 0),
		BridgeCount: bridged.length,
		BridgeIn2sRate: new JsonNumber('0.0'),
		CallLimit: -1,
		CalledCount: own.length,
		Cno,
		EnterpriseCallLimit: -1,
		EnterpriseTodayAnsweredCount: 0,
		Name: `座席${Cno}`,
		NoBridgeCount: own.length - bridged.length,
		TodayAnsweredCount: 0,
	};
}

/** What a task has done so far and what its agents do now; the two statistics differ in the type of Status. */
export const monitorTask: Action<MonitorSettings> = {
	mandatory: ['EnterpriseId', 'TaskId'],
	run(call) {
		const target = findTarget(call);
		if ('refused' in target) return target;
		const { store, settings, now } = call;
		callNumbers(store, settings, now);
		const task = shown(target.task, call);
		const records = store.records.of(task.EnterpriseId).filter(({ TaskId }) => TaskId === task.Id);
		const today = chinaTime(now).slice(0, 10);
		const ofToday = records.filter(
			({ StartTime }) => chinaTime(Number(StartTime) * 1000).slice(0, 10) === today,
		);
		const { numbers } = store.numbers.of(task.EnterpriseId, task.Id);
		const uncalled = numbers.filter(({ status }) => status === '0').length;
		const agents = agentsOf(task);
		const AvailableCount = task.Status === RUNNING ? agents.length : 0;
		return {
			data: {
				AgentInfo: {
					AvailableCount,
					BridgeCount: 0,
					OnlineCount: agents.length,
					RingingCount: 0,
					TotalCount: agents.length,
					WrapupCount: 0,
				},
				AgentStatisticList: agents.map((cno) => agentStatistic(cno, task, records)),
				ChannelInfo: {
					AnswerCount: 0,
					BridgedCount: 0,
					ChannelCount: 0,
					EnterpriseChannelCount: 0,
					IvrCount: 0,
					WaitAgentCount: 0,
					WaitAnswerCount: 0,
				},
				RemovedAgentStatisticList: [],
				Statistic: statistic(task, records, uncalled, new JsonNumber(task.Status)),
				TodayStatistic: statistic(task, ofToday, uncalled, task.Status),
			},
		};
	},
};
