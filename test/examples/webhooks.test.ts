import type { IDataObject } from 'n8n-workflow';
import { useBench } from '../support/bench';
import { example, gatewayCredential, runExample } from './support/runExample';

const bench = useBench();

/** What the example answers to a body that is posted to its webhook. */
async function posted(file: string, start: string, body: unknown) {
	const { error, responses } = await runExample({
		workflow: await example(file),
		start,
		items: [{ json: { headers: {}, params: {}, query: {}, body } as IDataObject }],
		credentials: gatewayCredential(bench.emulator),
	});
	expect(error).toBeUndefined();
	expect(responses).toHaveLength(1);
	return responses[0];
}

const changes = () => bench.emulator.journal.map(({ taskId, after }) => [taskId, after]);

describe('a deal of a CRM', () => {
	const deal = (taskId: string) => ({
		objectId: 5678,
		properties: {
			dealname: { value: 'Renewal of Acme' },
			dealstage: { value: 'contractsent' },
			vms_task_id: { value: taskId },
		},
	});
	const refusal = expect.stringMatching(/Call center \d+ has no task 99999\d/);

	test.each([
		['one', deal('133224'), 200, { changed: 1, refused: [] }],
		['one that is refused', deal('999999'), 422, { changed: 0, refused: [refusal] }],
		[
			'several, both kinds in one body',
			[deal('999999'), deal('133224'), deal('999998')],
			200,
			{ changed: 1, refused: [refusal, refusal] },
		],
	])('%s', async (_what, body, statusCode, answer) => {
		expect(await posted('crm-webhook.json', 'Deal changed', body)).toMatchObject({
			statusCode,
			body: answer,
		});
		const { changed } = answer;
		expect(changes()).toEqual(
			changed === 0
				? []
				: [['133224', { Name: 'Renewal of Acme', Description: 'Deal 5678, stage contractsent' }]],
		);
	});
});

describe('a row of a table', () => {
	const answered = async (row: IDataObject) => {
		const answer = await posted('feishu-table.json', '多维表格的一行', row);
		return (answer as { body: unknown }).body;
	};

	test('is changed, and says what changed', async () => {
		const row = { 任务ID: '133224', 客户超时: '45', 任务名称: '', 开始日期: '2030/12/01' };
		expect(await answered(row)).toEqual({
			结果: '已修改',
			修改内容: expect.stringContaining('45'),
			原因: '',
		});
		expect(changes()).toEqual([['133224', { CustomerTimeout: '45', AutoStartDay: '2030-12-01' }]]);
	});

	test.each([
		['has its values', { 任务ID: '133232', 客户超时: 28 }, '无需修改', 'all values already'],
		['is wrong', { 任务ID: '133224', 开始时间: '25:00' }, '已拒绝', '25:00'],
		['runs', { 任务ID: 133230, 客户超时: 45 }, '已拒绝', 'running'],
		['names no task', { 任务ID: '', 客户超时: 45 }, '已拒绝', 'Task ID'],
	])('that %s says so', async (_what, row, result, reason) => {
		expect(await answered(row)).toEqual({
			结果: result,
			修改内容: '',
			原因: expect.stringContaining(reason),
		});
		expect(changes()).toEqual([]);
	});
});
