import type { IDataObject } from 'n8n-workflow';
import { mapping } from '../support/mapping';
import { useBench } from '../support/bench';

/** Sheets in the words of the vendor's own pages and of its console. */

const bench = useBench();

const { map, sentFor, refusalOf } = mapping(bench);

test("a whole row in the vendor's words is sent as the vendor's numbers", async () => {
	await map([
		{
			呼叫中心ID: '7000002',
			外呼任务ID: '133224',
			任务名称: '十一月续约',
			定时开始: '开启',
			定时开始日期: '2030年12月1日',
			定时开始时间: '上午8:30',
			定时结束: '开启',
			定时结束日期: '2030/12/31',
			定时结束时间: '17:00',
			呼叫方式: '间隔呼叫',
			间隔呼叫时间段: '9、22',
			禁止呼叫时间限制: '9',
			重试策略时间类型: '基于上次呼叫时间',
			重试仅当天生效: '开启，删除待重试的数据',
			客户侧外显号码类型: '外显号码池',
			客户侧外显号码池名称或外显导航标识: '销售号码池',
			呼叫流转模式: 'AI转人工',
			坐席工号列表: '0012，2001',
			坐席分配规则: '顺序',
			坐席整理时间: 20,
			坐席超时时间: '15',
			座席最大等待时间: 60,
			最小可用坐席数: 2,
			座席当日接听的通话个数上限: '[{"cnos":["2000"],"limit":"5"}]',
			任务维度限制最大并发数: 20,
		},
	]);
	expect(bench.changes).toEqual({
		Name: '十一月续约',
		AutoStart: '1',
		AutoStartDay: '2030-12-01',
		AutoStartTime: '08:30:00',
		AutoStop: '1',
		AutoStopDay: '2030-12-31',
		AutoStopTime: '17:00:00',
		AutoTaskType: '1',
		AutoTriggerTimeStrategy: '9,22',
		TimeStrategy: '9',
		RetryStrategyTimeType: '2',
		RetryStrategyOnlyToday: '2',
		CustomerClidsCategory: '4',
		CustomerClidsGroup: '销售号码池',
		CallRouteStrategy: '2',
		Cnos: '0012,2001',
		CallStrategy: '2',
		Wrapup: '20',
		AgentTimeout: '15',
		MaxWaitTime: '60',
		MinAvailableAgentCount: '2',
		CallLimitStrategy: '[{"cnos":["2000"],"limit":"5"}]',
		Concurrency: '20',
	});
});

test.each<[column: string, cell: unknown, sent: IDataObject]>([
	['客户侧外显号码池名称或外显导航标识', '池', { CustomerClidsGroup: '池' }],
	['外显号码池名称', '池', { CustomerClidsGroup: '池' }],
	['外显导航标识', 'nav-1', { CustomerClidsGroup: 'nav-1' }],
	['最大并发数', '20', { Concurrency: '20' }],
	['定时结束', '否', { AutoStop: '0' }],
	['座席工号', '2001', { Cnos: '2001' }],
	['坐席工号', '2001', { Cnos: '2001' }],
	['坐席最长等待时间（秒）', '60', { MaxWaitTime: '60' }],
	['坐席通道变量', '[{"name":"a","value":"1"}]', { CallVariables: '[{"name":"a","value":"1"}]' }],
])('the column %s with %j is taken', async (column, cell, sent) => {
	expect(await sentFor({ [column]: cell } as IDataObject)).toEqual(sent);
});

test.each<[column: string, cell: unknown, sent: IDataObject]>([
	['呼叫方式', '连续呼叫', { AutoTaskType: '0' }],
	['呼叫方式', '0.连续呼叫', { AutoTaskType: '0' }],
	['呼叫方式', '0（连续呼叫）', { AutoTaskType: '0' }],
	['重试策略时间类型', '基于首次呼叫时间', { RetryStrategyTimeType: '1' }],
	['重试策略时间类型', '首次呼叫', { RetryStrategyTimeType: '1' }],
	['任务仅当天生效', '关闭', { RetryStrategyOnlyToday: '0' }],
	['任务仅当天生效', '开启,删除待重试的数据和待呼叫的数据', { RetryStrategyOnlyToday: '1' }],
	['任务仅当天生效', '删除待呼叫的数据', { RetryStrategyOnlyToday: '3' }],
	['客户侧外显规则', '按区号', { CustomerClidType: '2' }],
	['客户侧外显规则', '随机', { CustomerClidType: '1' }],
	['呼叫流转模式', '直连座席', { CallRouteStrategy: '1' }],
	['呼叫流转模式', '直连坐席', { CallRouteStrategy: '1' }],
	['呼叫流转模式', 'ＡＩ 转人工', { CallRouteStrategy: '2' }],
	['座席分配规则', '随机', { CallStrategy: '1' }],
	['座席分配规则', '座席未进线最大时', { CallStrategy: '3' }],
	['座席分配规则', '座席状态[空闲]最长时长', { CallStrategy: '4' }],
	['Agent Assignment', 'longest since last call', { CallStrategy: '3' }],
])('below %s, %j is a choice', async (column, cell, sent) => {
	expect(await sentFor({ [column]: cell } as IDataObject)).toEqual(sent);
});

test.each([
	['外显导航', '5', '外显导航标识'],
	['外显号码池', '4', '外显号码池名称'],
	['外显固话', '1', '客户侧外显号码列表'],
	['外显手机号', '2', '客户侧外显号码列表'],
])('the type %s is %s, with what it needs', async (word, value, column) => {
	const sent = await sentFor({ 客户侧外显号码类型: word, [column]: '64203667' });
	expect(sent).toMatchObject({ CustomerClidsCategory: value });
});

test.each<[column: string, cell: unknown, accepted: string]>([
	[
		'任务仅当天生效',
		'开启',
		'one of 0 (Off, 关闭), 1 (On, Delete Numbers to Retry and Numbers Not Called, 开启，删除待重试的数据和待呼叫的数据)',
	],
	['呼叫方式', '每天', 'one of 0 (Continuous, 连续呼叫), 1 (Within Calling Times, 间隔呼叫)'],
	['座席分配规则', '1 顺序', 'one of 1 (At Random, 随机), 2 (In Order, 顺序)'],
	['客户侧外显号码类型', '3', '5 (Caller ID Navigation, 外显导航)'],
])('below %s, %j is refused with the choices', async (column, cell, accepted) => {
	const { message } = await refusalOf({ [column]: cell } as IDataObject);
	expect(message).toContain(accepted);
	expect(bench.sent).toEqual([]);
});

test.each([
	['whenTaskIsRunning', '更新'],
	['whenTaskHasEnded', 'later'],
])("the option %s, this node's own, is refused for %j", async (option, value) => {
	const { message } = await refusalOf({ Name: 'x' }, { [option]: value });
	expect(message).toMatch(/give one of .*skip \(Skip\)/);
});

test('an option is taken by its label too', async () => {
	const options = { whenTaskIsRunning: 'Update Anyway', unknownColumns: 'IGNORE' };
	expect(await sentFor({ Name: 'x' }, { options })).toEqual({ Name: 'x' });
});

test('a concurrency that was added and left alone is no limit that anyone chose', async () => {
	await bench.run({ pacing: { concurrency: '' }, details: { name: 'x' } });
	expect(bench.changes).toEqual({ Name: 'x' });
});
