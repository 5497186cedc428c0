import { DEFAULT_ENTERPRISE_ID } from './keys';
import { newTask, type Task } from './tasks/task';

/**
 * The tasks an emulator begins with: the same every time, all fields filled with plausible values
 * that differ from task to task. Ids start at 133224, the reference page's example.
 */

const FIRST_ID = 133224;
export const OTHER_ENTERPRISE_ID = '8001654';

/** Names of campaigns; the position decides everything else about the task. */
const NAMES = [
	'双十一回访',
	'会员续费提醒',
	'新客户满意度调查',
	'保单到期通知',
	'物流签收确认',
	'课程试听邀约',
	'信用卡账单提醒',
	'售后服务回访',
	'体检预约确认',
	'问卷调查（华东）',
	'问卷调查（华南）',
	'流失客户召回',
	'装修预约回访',
	'车险续保提醒',
	'社区活动通知',
	'年终大促预热',
	'积分到期提醒',
	'门店开业邀请',
	'快递派送通知',
	'贷后服务回访',
	'退货原因调查',
	'疫苗接种提醒',
	'水电缴费通知',
	'招聘面试邀约',
	'宽带到期续约',
	'酒店入住回访',
	'旅游产品推荐',
	'家电保养提醒',
	'VIP 客户关怀',
	'圣诞活动 A/B 测试',
	'元旦放假通知',
	'长编号任务',
] as const;

const OTHER_NAMES = ['北京分公司回访', '上海分公司回访', '广州分公司通知'] as const;

/**
 * Few running or paused ones, as an enterprise may have ten. The odd length lets every state meet
 * both types.
 */
const STATES = ['0', '0', '3', '2', '0', '3', '1', '0', '3', '0', '0'] as const;

const pad = (value: number) => String(value).padStart(2, '0');

/** A day of November or December 2026. */
const day = (index: number) => `2026-${11 + (index % 2)}-${pad(1 + ((index * 7) % 28))}`;

const CHINESE_STATES = ['初始', '运行中', '暂停', '结束'];

function stateFields(index: number): Partial<Task> {
	const today = `2026-11-${pad(1 + ((index * 3) % 20))}`;
	const Status = STATES[index % STATES.length] ?? '0';
	return {
		Status,
		StatusDescription: CHINESE_STATES[Number(Status)],
		StatusTriggerType: String(index % 2),
		CreateTime: `2026-10-${pad(1 + (index % 28))} ${pad(9 + (index % 9))}:05:${pad(index)}`,
		StartTime: Status === '0' ? '' : `${today} 09:00:${pad(index)}`,
		PauseTime: Status === '2' ? `${today} 11:30:00` : '',
		PauseDuration: Status === '2' ? '30' : '0',
		OverTime: Status === '3' ? `${today} 18:00:${pad(index)}` : '',
	};
}

function scheduleFields(index: number): Partial<Task> {
	const isInterval = index % 3 === 0;
	return {
		AutoStart: String(index % 2),
		AutoStartDay: day(index),
		AutoStartTime: `${pad(8 + (index % 4))}:30:00`,
		AutoStop: String((index + 1) % 2),
		AutoStopDay: `2026-12-${pad(10 + (index % 20))}`,
		AutoStopTime: `${pad(17 + (index % 4))}:00:00`,
		ForceEndFlag: String(index % 2),
		AutoTaskType: isInterval ? '1' : '0',
		AutoTriggerTimeStrategy: isInterval ? `9,${22 + index}` : '',
		AutoComplete: String((index + 1) % 2),
		TimeStrategy: `${11 + index},50`,
	};
}

/** Basic for three tasks in four, advanced for the fourth. */
function retryStrategy(index: number): string {
	const minutes = 5 + index;
	if (index % 4 === 3) {
		const strategy = [{ round: 1, time: `0-0-${minutes}` }];
		return JSON.stringify([
			{ condition: { sipCause: [710, 719] }, retry: 1, sort: 1, strategy },
			{ condition: { sipCause: [711, 718] }, retry: 1, sort: 2, strategy },
		]);
	}
	const strategy = [
		{ round: 1, time: `0-0-${minutes}` },
		{ round: 2, time: `0-2-${minutes}` },
	];
	return JSON.stringify({ retry: 2, strategy });
}

/** Caller ids: numbers for the first two categories, a named group for the others. */
function callerFields(index: number): Partial<Task> {
	const category = [1, 2, 4, 5][index % 4] ?? 1;
	const first = `642036${pad(index)}`;
	const second = `234342${pad(index)}`;
	const weights = [
		{ number: first, weight: '3' },
		{ number: second, weight: '7' },
	];
	return {
		CustomerClidsCategory: String(category),
		CustomerClids: category < 4 ? `${first},${second}` : '',
		CustomerClidsGroup: category < 4 ? '' : `外显${category === 4 ? '号码池' : '导航'}${index}`,
		CustomerClidType: category === 2 ? '2' : '1',
		ClidProperty: JSON.stringify({ defaultAreaCode: '010', isMatchCapital: String(index % 2) }),
		CustomerClidWeightFlag: category === 1 ? '1' : '0',
		CustomerClidWeight: category === 1 ? JSON.stringify(weights) : '',
		CustomerTimeout: String(20 + index),
		IvrId: String(13 + index),
		IvrName: `语音导航${index}`,
		Concurrency: String(5 + index),
	};
}

function contentFields(index: number): Partial<Task> {
	const priorities = [
		{ sort: 1, type: 'retryCall', desc: index % 2 },
		{ sort: 2, type: 'firstCall', orderType: index % 3 },
	];
	return {
		RetryStrategy: retryStrategy(index),
		RetryStrategyTimeType: String(1 + (index % 2)),
		RetryStrategyOnlyToday: String(index % 4),
		CallPriorityStrategy: JSON.stringify({ strategy: priorities }),
		UserFields: JSON.stringify([{ 渠道: `线上${index}` }, { batch: String(index) }]),
		CallVariables: JSON.stringify([{ name: 'ent', value: '${cdr_enterprise_id}' }]),
	};
}

/** Only for predictive tasks; every third of those calls through an outbound group. */
function agentFields(index: number): Partial<Task> {
	const usesGroup = index % 3 === 2;
	const cnos = [String(2000 + index * 2), String(2001 + index * 2), pad(index).padStart(4, '0')];
	return {
		CallGroupType: usesGroup ? '2' : '1',
		Cnos: usesGroup ? '' : cnos.join(','),
		AgentGroup: usesGroup ? `6,WH${100 + index}` : '',
		CallRouteStrategy: String(1 + (index % 2)),
		CallStrategy: String(1 + (index % 4)),
		CallLimitStrategy: JSON.stringify([{ cnos: cnos.slice(0, 2), limit: String(50 + index) }]),
		AgentTimeout: String(10 + index),
		Wrapup: String(30 + index),
		MaxWaitTime: String(40 + index),
		MinAvailableAgentCount: String(1 + (index % 10)),
		Quotiety: (1 + index / 4).toFixed(2),
		PredictAdjust: String(100 + index * 5),
		CustomerMoh: `600000115335269188${pad(index)}`,
		CustomerVoice: `600000115335269199${pad(index)}`,
		AnswerRate: String(40 + index),
		WarmUpDuration: String(120 + index * 10),
		IsRewarm: String(index % 2),
	};
}

function seedTask(enterpriseId: string, index: number, name: string): Task {
	const Type = index % 2 === 0 ? '1' : '2';
	return newTask({
		EnterpriseId: enterpriseId,
		Id: String(FIRST_ID + index),
		Type,
		Name: name,
		Description: `${name}：第 ${index + 1} 批客户`,
		...stateFields(index),
		...scheduleFields(index),
		...callerFields(index),
		...contentFields(index),
		...(Type === '1' && agentFields(index)),
	});
}

/** Ids that a JavaScript number cannot hold. */
const LONG_IDS = { Id: '133224000000000017', IvrId: '900719925474099312' };

/** @returns fresh copies */
export function createSeed(): Task[] {
	const tasks = NAMES.map((name, index) => seedTask(DEFAULT_ENTERPRISE_ID, index, name));
	const last = tasks.at(-1);
	if (last) Object.assign(last, LONG_IDS);
	const others = OTHER_NAMES.map((name, index) => {
		return seedTask(OTHER_ENTERPRISE_ID, NAMES.length + index, name);
	});
	return [...tasks, ...others];
}
