import type { INodeParameters } from 'n8n-workflow';
import { CONTINUE, errorsOf, TASK, useBench, type RunOptions } from '../../support/bench';
import { RUNNING } from '../tasks/scene';

const bench = useBench();

const get = async (parameters: INodeParameters = {}, options: RunOptions = {}) =>
	await bench.run({ operation: 'getStatistics', taskId: RUNNING, ...parameters }, options);

const answerWith = (Data: unknown) => {
	const body = JSON.stringify({ Code: 'OK', Message: 'OK', RequestId: 'A1', Data });
	bench.emulator.settings.answer = { status: 200, body };
};

test('asks once, and changes nothing', async () => {
	const { output } = await get();
	expect(bench.emulator.requests.map(({ action }) => action)).toEqual(['CloudMonitorTask']);
	expect(bench.sent).toEqual([{ EnterpriseId: TASK.enterpriseId, TaskId: RUNNING }]);
	expect(bench.emulator.journal).toEqual([]);
	expect(output).toHaveLength(1);
});

test('gives the task and its counts first, then what is nested', async () => {
	const [item] = (await get()).output;
	const json = item?.json ?? {};
	expect(Object.keys(json).slice(0, 3)).toEqual(['Id', 'Name', 'Status']);
	expect(json).toMatchObject({
		Id: RUNNING,
		Name: '信用卡账单提醒',
		Status: 1,
		CalledCount: 8,
		UncalledCount: 0,
		AnswerCount: 4,
		AgentInfo: { TotalCount: 3 },
		ChannelInfo: { ChannelCount: 0 },
		TodayStatistic: { Id: RUNNING, Status: 1, Name: '信用卡账单提醒' },
	});
	expect(json.AgentStatisticList).toHaveLength(3);
	expect(json.AgentStatisticList).toContainEqual(expect.objectContaining({ Cno: '0006' }));
	expect(json).not.toHaveProperty('Statistic');
});

test('gives the answer as it came without Simplify', async () => {
	const [item] = (await get({ options: { simplify: false } })).output;
	expect(item?.json).toMatchObject({
		Statistic: { CtiLinkTaskProperty: { Id: 133230, Status: 1 } },
		TodayStatistic: { CtiLinkTaskProperty: { Status: '1' } },
	});
});

test('counts what is called meanwhile', async () => {
	const known = bench.emulator.store.numbers.of(TASK.enterpriseId, RUNNING);
	known.numbers.push({ tel: '13900000001', fileId: '1', status: '0', entry: {} });
	bench.emulator.settings.callsPerSecond = 0;
	expect((await get()).output[0]?.json).toMatchObject({ CalledCount: 8, UncalledCount: 1 });
});

test('reads each item for itself', async () => {
	const items = [{ id: '133226' }, { id: '999' }, { id: '133230' }];
	const { output, hints } = await get({ taskId: '={{ $json.id }}' }, { items, node: CONTINUE });
	expect(output.map(({ json }) => json.Id)).toEqual(['133226', undefined, '133230']);
	expect(errorsOf(output)).toHaveLength(1);
	expect(hints[0]?.message).toMatch(/^2 read, 1 refused/);
});

test('leaves out what the answer has not', async () => {
	answerWith({ Statistic: { CalledCount: '3' } });
	expect((await get()).output[0]?.json).toEqual({ Id: RUNNING, CalledCount: 3 });
});

describe('refuses', () => {
	test.each<[string, INodeParameters, RegExp]>([
		['a missing ID', { taskId: '' }, /^'Task ID' is missing/],
		['an ID that is none', { taskId: '12 34' }, /^'Task ID' is "12 34"; give a number/],
	])('%s', async (_what, parameters, message) => {
		const failure = await bench.failure({ operation: 'getStatistics', ...parameters });
		expect(failure.message).toMatch(message);
		expect(bench.sent).toEqual([]);
	});

	test.each<[string, unknown, RegExp]>([
		['an answer without Data', undefined, /^The answer says OK, but holds no statistics/],
		['an answer without its statistics', { AgentInfo: {} }, /holds no statistics/],
		[
			'an answer about another task',
			{ Statistic: { CtiLinkTaskProperty: { Id: 7 } } },
			/^The answer says OK, but is about task 7 instead of "133230"/,
		],
	])('%s', async (_what, data, message) => {
		answerWith(data);
		const failure = await bench.failure({ operation: 'getStatistics', taskId: RUNNING });
		expect(failure.message).toMatch(message);
		expect(failure.description).not.toMatch(/change|applied/);
	});
});
