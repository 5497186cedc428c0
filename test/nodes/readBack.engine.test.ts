import type { IDataObject } from 'n8n-workflow';
import { TEST_KEYS } from '../../emulator';
import { ADDED_BY_N8N, namesIn } from '../../nodes/AlibabaCloudVms/parameters/otherColumns';
import { CONTINUE, credentialOf, errorsOf, detailsOf, useBench } from '../support/bench';
import { hintsOf, mapping } from '../support/mapping';

const bench = useBench();

const { map, sentFor, refusalOf } = mapping(bench);

/** What an answer about a task holds beside its parameters, in the vendor's spelling and in others. */
const ANSWERED: IDataObject = {
	Id: '133224',
	Type: 1,
	CreateTime: '2025-05-10 14:07:22',
	StartTime: '2025-05-10 14:11:15',
	OverTime: '2025-05-11 20:00:00',
	PauseTime: '',
	PauseDuration: '0',
	IsRandom: '0',
	CallGroupType: 1,
	StatusTriggerType: 0,
	StatusDescription: '可用座席数小于1',
	TaskFields: '{}',
	ClidGroup: 'deprecated',
	RequestId: 'x',
	Code: 'OK',
	WrapupTime: 30,
	EndTime: 1480904471,
	Cno: '2000',
	UserField: '{}',
	starttime: '2025-05-10',
	任务状态: '运行中',
	创建时间: '2025-05-10',
	任务开始时间: '2025-05-10',
};

describe('a row that was read back', () => {
	const refuse = { options: { unknownColumns: 'refuse' } };

	test.each(Object.entries(ANSWERED))('has %s left out without a word', async (name, cell) => {
		const item = { TaskId: '133224', Name: 'x', [name]: cell };
		const { output, hints } = await map([item], refuse);
		expect(bench.changes).toEqual({ Name: 'x' });
		expect(output[0]?.json).toMatchObject({ warnings: '' });
		expect(hintsOf({ hints })).toEqual([]);
	});

	test('sends its own parameters, whatever else the answer holds', async () => {
		const AutoStartTime = '08:00:00';
		expect(
			await sentFor({ ...ANSWERED, AutoStart: 1, AutoStartTime, Wrapup: '15' }, refuse),
		).toEqual({ AutoStart: '1', AutoStartTime, Wrapup: '15' });
	});

	test.each([
		['Start Time', 'AutoStartTime', '08:00:00'],
		['start_time', 'AutoStartTime', '08:00:00'],
		['开始时间（HH:mm）', 'AutoStartTime', '08:00:00'],
		['Wrap-Up Time', 'Wrapup', '30'],
		['结束时间', 'AutoStopTime', '08:00:00'],
	])('does not change what %s means to people', async (name, api, wire) => {
		expect(await sentFor({ [name]: wire })).toEqual({ [api]: wire });
	});

	test.each(['End Time', 'end_time', 'StartTime（HH:mm）'])(
		'is not what %s looks like: it comes back with a proposal',
		async (name) => {
			const { output } = await map([{ TaskId: '133224', Name: 'x', [name]: '20:00' }]);
			expect(detailsOf(output[0]).warnings).toEqual([
				expect.stringMatching(/^The column ".*" was left out; did you mean "St(?:art|op) Time"\?$/),
			]);
		},
	);
});

describe('a sheet in which names may mean something else', () => {
	const warningsFor = async (item: IDataObject) => {
		const { output } = await map([{ TaskId: '133224', ...item }]);
		return detailsOf(output[0]).warnings;
	};
	const times = { 定时开始: '是', 开始时间: '09:00', 定时完成: '是', 结束时间: '20:00' };

	test.each(['任务状态', 'Status', 'CreateTime', '创建时间', '任务类型'])(
		'is an export of the console beside %s',
		async (name) => {
			expect(await warningsFor({ ...times, [name]: 'x' })).toEqual([
				`The columns "开始时间" and "结束时间" stand beside "${name}", as in an export of the console, and were taken for 'Start Time' and 'Stop Time' of the schedule to set; if they say when the task really began and ended, leave them out by 'Columns to Ignore'`,
			]);
			expect(bench.changes).toMatchObject({ AutoStartTime: '09:00:00', AutoStopTime: '20:00:00' });
		},
	);

	test('is a list of customers beside a phone number', async () => {
		expect(await warningsFor({ Name: '王小明', 描述: 'vip', 手机号: '13800000000' })).toEqual([
			'The columns "Name" and "描述" stand beside "手机号", as in a list of customers, and were taken for \'Name\' and \'Description\' of the task; if they say something about a customer, leave them out by \'Columns to Ignore\'',
		]);
	});

	test.each<[string, IDataObject]>([
		['only the parameters', times],
		[
			'unmistakable names',
			{ 定时开始: '是', AutoStartTime: '09:00', Status: 1, 任务名称: 'x', 电话: 1 },
		],
		['empty cells', { Name: '', 手机: '1', 任务状态: 'x', 开始时间: ' ', 客户超时: 30 }],
	])('is none where it holds %s', async (_name, item) => {
		expect(await warningsFor(item)).toEqual([]);
	});

	test.each(['企业ID', '企业编号'])('does not lead to another call center by %s', async (name) => {
		expect((await refusalOf({ Name: 'x', [name]: 1024 })).message).toBe(
			`'Enterprise ID' (column "${name}") is 1024, and the credential says "7000002"; if the column is about a customer's company, leave it out by 'Columns to Ignore', and if it is the call center, call it "EnterpriseId" [item 0]`,
		);
		expect(bench.sent).toEqual([]);
		// The same as the credential's, and the only one there is, are no question.
		expect(await sentFor({ 任务名称: 'x', [name]: '07000002.0' })).toEqual({ Name: 'x' });
		const credential = credentialOf(TEST_KEYS.active, { enterpriseId: '' });
		await map([{ TaskId: '133256', 任务名称: 'x', [name]: 8001654 }], {}, { credential });
		expect(bench.sent.at(-1)?.EnterpriseId).toBe('8001654');
		expect(await sentFor({ EnterpriseId: 8001654, TaskId: 133256, 任务名称: 'y' })).toEqual({
			Name: 'y',
		});
	});
});

describe('what n8n and its nodes add', () => {
	const added = Object.values(ADDED_BY_N8N).flatMap(namesIn);
	const refuse = { options: { unknownColumns: 'refuse' } };

	test.each([...added, '__EMPTY_1', 'col_7'])('%s is left out without a word', async (name) => {
		const { output, hints } = await map([{ TaskId: '133224', Name: 'x', [name]: 'y' }], refuse);
		expect(bench.changes).toEqual({ Name: 'x' });
		expect(output[0]?.json).toMatchObject({ warnings: '' });
		expect(hintsOf({ hints })).toEqual([]);
	});

	test('does not keep a refused row from being corrected and sent again', async () => {
		const row = { row_number: 2, 任务ID: 133224, 客户超时: 90 };
		const { output } = await map([row], refuse, { node: CONTINUE });
		// The error output puts the columns of the row beside it.
		const again = { ...row, ...output[0]?.json, 客户超时: 45 };
		expect(errorsOf(output)).toHaveLength(1);
		await map([again], refuse);
		expect(bench.changes).toEqual({ CustomerTimeout: '45' });
	});
});
