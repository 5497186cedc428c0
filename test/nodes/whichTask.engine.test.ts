import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { hintsOf, mapping } from '../support/mapping';
import { CONTINUE, errorsOf, useBench, withoutIdentity } from '../support/bench';

const bench = useBench();

const { map } = mapping(bench);

/** The tasks that requests went out for, and what was refused. */
async function fates(items: IDataObject[], more: INodeParameters = {}) {
	const { output, hints } = await map(items, more, { node: CONTINUE });
	return {
		sent: bench.sent.map(({ TaskId }) => TaskId),
		enterprises: bench.sent.map(({ EnterpriseId }) => EnterpriseId),
		changes: bench.sent.map(withoutIdentity),
		refusals: errorsOf(output).map(({ message }) => String(message)),
		hints: hintsOf({ hints }),
	};
}

describe('without a better column, the task stands under', () => {
	test.each([
		'ID',
		'Id',
		'id',
		'Task',
		'Task No',
		'Task No.',
		'task_no',
		'TaskNo',
		'Task Number',
		'任务',
		'任务号',
		'任务号（必填）',
		'外呼任务编号',
		'外呼任务号',
		'外呼任务',
		'Ｔａｓｋ',
	])('%s', async (name) => {
		const items = [
			{ [name]: 133224, Name: 'x' },
			{ [name]: '0133225 ', Name: 'y' },
		];
		const { sent, hints } = await fates(items, { options: { unknownColumns: 'refuse' } });
		expect(sent).toEqual(['133224', '133225']);
		expect(hints.join()).not.toContain(name);
	});

	test('an answer of the service is read as it is: its Id is the task', async () => {
		const item = { Id: '133224', CreateTime: '2036-01-01 00:00:00', Status: 0, Name: 'x' };
		expect((await fates([item])).sent).toEqual(['133224']);
	});
});

describe('beside a better column', () => {
	test.each<[string, IDataObject]>([
		['ID', { ID: 7, TaskId: 133224 }],
		[
			'the ID of another system',
			{ id: 'rec8x2', createdTime: '2036-01-01T00:00:00Z', 任务ID: 133224 },
		],
		['Task, which is a name', { Task: '春季 🌸', 任务编号: 133224 }],
		['several', { ID: 7, Task: 'x', 任务号: 3, 'Task ID': '133224', row_number: 2 }],
	])('%s is known, and says nothing', async (_name, item) => {
		const { sent, hints } = await fates([{ ...item, Name: 'x' }], {
			options: { unknownColumns: 'refuse' },
		});
		expect(sent).toEqual(['133224']);
		expect(hints.join()).not.toContain('column');
	});

	test('that is empty in a row, or left out of it by a reader, no other takes its place', async () => {
		const { sent, refusals } = await fates([
			{ ID: 133227, TaskId: 133224, Name: 'x' },
			{ ID: 133225, Name: 'x' },
			{ ID: 133225, TaskId: '', Name: 'x' },
		]);
		expect(sent).toEqual(['133224']);
		expect(refusals).toEqual([
			'\'Task ID\' is missing; its column "TaskId" is empty here, and "ID" is not taken in its place [item 1]',
			'\'Task ID\' is missing; its column "TaskId" is empty or left out [item 2]',
		]);
	});

	test('that is to be ignored, they count', async () => {
		const options = { columnsToIgnore: 'TaskId' };
		const items = [{ ID: 133225, TaskId: 133224, Name: 'x' }];
		expect((await fates(items, { options })).sent).toEqual(['133225']);
	});
});

describe('of two that may mean the task', () => {
	test.each<[string, IDataObject]>([
		['the one that holds an ID counts', { 任务: '春季 🌸', ID: 133224 }],
		['the same ID in both is one', { ID: '133224', Task: 133224.0, 任务号: '０133224' }],
		['an empty one says nothing', { 'Task No': ' ', ID: 133224 }],
	])('%s', async (_name, item) => {
		expect((await fates([{ ...item, Name: 'x' }])).sent).toEqual(['133224']);
	});

	test('different IDs are for the person to choose from', async () => {
		const { sent, refusals } = await fates([{ ID: 133225, 'Task No': 133224, Name: 'x' }]);
		expect(sent).toEqual([]);
		expect(refusals).toEqual([
			'\'Task ID\' may be 133225 of the column "ID" or 133224 of "Task No"; choose one of the two under \'Task ID\' [item 0]',
		]);
		const chosen = await fates([{ ID: 133225, 'Task No': 133224, Name: 'x' }], {
			taskId: 'Task No',
		});
		expect(chosen.sent).toEqual(['133224']);
	});
});

describe('an ID that is hardly a task', () => {
	test.each<[string, IDataObject[], string]>([
		[
			'beside what a table keeps of its rows',
			[{ id: 3, createdAt: '2036-01-01', Name: 'x' }],
			'; "id" stands beside "createdAt" and is not taken for it, since tables number their rows so. ',
		],
		[
			'of a record',
			[{ id: 'recA1', createdTime: '2036-01-01', Name: 'x' }],
			'; "id" holds "recA1", which is no ID of a task. ',
		],
		[
			'in a list of customers',
			[{ ID: 133224, 手机号: '13800000000', Name: 'x' }],
			'; "ID" stands beside "手机号" and is not taken for it, since it may be a customer\'s. ',
		],
		[
			'that counts the rows',
			[
				{ ID: 1, Name: 'x' },
				{ ID: '2', Name: 'x' },
				{ ID: 3, Name: 'x' },
			],
			'; "ID" is not taken for it, since it counts the rows. ',
		],
	])('is not taken for one: %s', async (_name, items, why) => {
		const { sent, refusals } = await fates(items);
		expect(sent).toEqual([]);
		expect(refusals).toHaveLength(items.length);
		expect(refusals[0]).toMatch(/^No column says which task\. There are: "/);
		expect(refusals[0]).toContain(why);
		expect(refusals[0]).toContain("Name one Task ID, or choose it under 'Task ID'");
		// Whoever chooses it means it.
		const column = Object.keys(items[0] ?? {})[0] ?? '';
		const chosen = await fates(
			items.map((item) => ({ ...item, [column]: 133224 })),
			{
				taskId: column,
			},
		);
		expect(chosen.refusals).toEqual([]);
	});

	test('an empty item, and one in a name only', async () => {
		const { refusals } = await fates([{}, { Task: '' }, { 任务: '春季' }]);
		expect(refusals).toEqual([
			"'Task ID' is missing; the item has no columns [item 0]",
			'\'Task ID\' is missing; its column "Task" is empty [item 1]',
			expect.stringMatching(/^'Task ID' \(column "任务"\) is "春季"; give a number/),
		]);
	});
});

describe('the field Task ID', () => {
	const sheet = [
		{ 活动: 133224, TaskId: 133227, Name: 'x' },
		{ 活动: '133225', TaskId: 133227, Name: 'y' },
	];

	test.each([
		['the name of a column', '活动'],
		['blanks around it', ' 活动 '],
		['an expression', '={{ $json["活动"] }}'],
		['a longer one', '={{ String($json["活动"]).trim() }}'],
	])('takes %s, which wins over all others', async (_name, taskId) => {
		const { sent, changes, refusals } = await fates(sheet, { taskId });
		expect(refusals).toEqual([]);
		expect(sent).toEqual(['133224', '133225']);
		expect(changes).toEqual([{ Name: 'x' }, { Name: 'y' }]);
	});

	test.each(['活动', '={{ $json["活动"] }}'])(
		'keeps a column that it takes from being unknown: %s',
		async (taskId) => {
			const items = [{ 活动: 133224, Name: 'x' }];
			const { sent, hints } = await fates(items, { taskId, options: { unknownColumns: 'refuse' } });
			expect(sent).toEqual(['133224']);
			expect(hints.join()).not.toContain('活动');
		},
	);

	test('takes a column that would mean something else from it', async () => {
		const items = [{ Name: '133224', Description: 'x' }];
		for (const taskId of ['Name', '={{ $json.Name }}']) {
			const { sent, changes } = await fates(items, { taskId });
			expect(sent.at(-1)).toBe('133224');
			expect(changes.at(-1)).toEqual({ Description: 'x' });
		}
	});

	test.each(['task ref', 'Task_Ref', 'ＴＡＳＫ　ＲＥＦ'])(
		'takes a name in another spelling: %s',
		async (taskId) => {
			expect((await fates([{ 'Task Ref': 133224, Name: 'x' }], { taskId })).sent).toEqual([
				'133224',
			]);
		},
	);

	test.each(['133224', '0133224', '１３３２２４', ' 133224 ', '133224.0', 133224])(
		'takes digits for an ID that holds for all items: %j',
		async (taskId) => {
			const { sent } = await fates([{ Name: 'x' }, { ID: 5, Task: '春季', Name: 'y' }], { taskId });
			expect(sent).toEqual(['133224', '133224']);
		},
	);

	test('with digits does not send every row of a sheet to one task', async () => {
		const items = [{ TaskId: 133224, Name: 'x' }, { 任务ID: '133225', Name: 'y' }, { Name: 'z' }];
		const { sent, refusals } = await fates(items, { taskId: '133224' });
		expect(sent).toEqual(['133224', '133224']);
		expect(refusals).toEqual([
			'\'Task ID\' is 133224 for all items, and the column "任务ID" says "133225"; empty the field to take the column, or leave the column out by \'Columns to Ignore\' [item 1]',
		]);
		const options = { columnsToIgnore: '任务ID' };
		expect((await fates([items[1] ?? {}], { taskId: '133224', options })).refusals).toEqual([]);
	});

	test.each<[string, string]>([
		[
			'Taskk Ref',
			'is "Taskk Ref", which is neither an ID nor a column; did you mean "Task Ref"? There are: "Task Ref", "Name" [item 0]',
		],
		[
			'campaign',
			'is "campaign", which is neither an ID nor a column. There are: "Task Ref", "Name" [item 0]',
		],
		['-5', 'is "-5", which is neither an ID nor a column'],
		['13 3224', 'is "13 3224", which is neither an ID nor a column'],
		['0', 'is "0"; give a number without signs or blanks'],
		['🌸', 'is "🌸", which is neither an ID nor a column'],
	])('refuses what is neither: %s', async (taskId, expected) => {
		const { sent, refusals } = await fates([{ 'Task Ref': 133224, Name: 'x' }], { taskId });
		expect(sent).toEqual([]);
		expect(refusals[0]).toContain(`'Task ID' ${expected}`);
	});

	test('says so where its expression gives nothing, and looks nowhere else', async () => {
		const items = [
			{ Ref: 133224, TaskId: 133227, Name: 'x' },
			{ Ref: '', TaskId: 133227, Name: 'x' },
			{ TaskId: 133227, Name: 'x' },
			{ Ref: 'undefined', Name: 'x' },
			{},
		];
		for (const [taskId, why] of [
			['={{ $json.Ref }}', 'its expression gave nothing for this item'],
			['Ref', 'its column "Ref" is empty'],
		] as const) {
			const { refusals } = await fates(items, { taskId });
			expect(refusals).toEqual([
				`'Task ID' is missing; ${why} [item 1]`,
				`'Task ID' is missing; ${why} [item 2]`,
				expect.stringMatching(/^'Task ID'.* is "undefined"; give a number/),
				expect.stringContaining(`'Task ID' is missing; `),
			]);
		}
		expect(bench.sent.map(({ TaskId }) => TaskId)).toEqual(['133224', '133224']);
	});

	test('says so where its expression fails', async () => {
		const { sent, refusals } = await fates([{ Name: 'x' }], { taskId: '={{ $json.a.b.c() }}' });
		expect(sent).toEqual([]);
		expect(refusals[0]).toMatch(/^'Task ID' /);
	});

	test('names columns of the object that is mapped', async () => {
		const items = [{ body: { Ref: 133224, Name: 'x' }, Ref: 5 }, { body: { Name: 'y' } }];
		const { sent, refusals } = await fates(items, {
			taskId: 'Ref',
			fieldsObject: '={{ $json.body }}',
		});
		expect(sent).toEqual(['133224']);
		expect(refusals).toEqual(['\'Task ID\' is missing; its column "Ref" is empty [item 1]']);
	});

	test('a thousand items, each by its column', async () => {
		const items = Array.from({ length: 1000 }, (_none, index) => ({
			ID: index + 1,
			'Ref 🌸': index % 2 ? 133224 : '133225',
			Name: `x${index}`,
		}));
		const { sent, refusals } = await fates(items, { taskId: 'Ref 🌸' });
		expect(refusals).toEqual([]);
		expect(sent.filter((id) => id === '133224')).toHaveLength(500);
		expect(sent.filter((id) => id === '133225')).toHaveLength(500);
	});
});

describe('the field Enterprise ID', () => {
	const items = [{ TaskId: 133224, Center: 7000002, Name: 'x' }];

	test.each(['Center', '={{ $json.Center }}', '7000002', '', '={{ $json.nothing }}'])(
		'takes a column, an expression, an ID, or else what the credential says: %j',
		async (enterpriseId) => {
			expect((await fates(items, { enterpriseId })).enterprises).toEqual(['7000002']);
		},
	);

	test('is refused where it is neither, or where a column contradicts it', async () => {
		expect((await fates(items, { enterpriseId: 'Centre No' })).refusals[0]).toContain(
			'\'Enterprise ID\' is "Centre No", which is neither an ID nor a column',
		);
		const contradicting = [{ TaskId: 133224, EnterpriseId: 8001654, Name: 'x' }];
		expect((await fates(contradicting, { enterpriseId: '7000002' })).refusals[0]).toContain(
			'\'Enterprise ID\' is 7000002 for all items, and the column "EnterpriseId" says 8001654',
		);
		expect(bench.sent).toEqual([]);
	});
});
