import type { INodeParameters } from 'n8n-workflow';
import { CONTINUE, errorsOf, TASK, useBench } from '../support/bench';
import { actionsOf, arrival, change, RUNNING, statusOf, stepsOf } from './tasks/scene';

const bench = useBench();

const NAME = { details: { name: 'new' } };
const PAUSE = { whenTaskIsRunning: 'pauseUpdateResume' };
const run = async (options: INodeParameters, taskId = RUNNING) =>
	await bench.run({ taskId, ...NAME, options });

describe('a running task', () => {
	test('is updated by default, without a question; the service may refuse that', async () => {
		const error = await bench.failure({ taskId: RUNNING, ...NAME });
		expect(error.message).toMatch(/运行中/);
		expect(actionsOf(bench)).toEqual(['Update']);
		bench.emulator.settings.allowUpdateWhileRunning = true;
		const { output } = await run({ whenTaskHasEnded: 'refuse' });
		expect(output[0]?.json).toMatchObject({
			Name: 'new',
			Status: 1,
			warnings: 'The task is running: people are being called now, and a change may count at once',
		});
	});

	test('is skipped', async () => {
		const { output, hints } = await run({ whenTaskIsRunning: 'skip' });
		expect(output).toEqual([
			{
				json: {
					Id: RUNNING,
					Name: '信用卡账单提醒',
					action: 'skipped',
					summary: 'The task is running',
					warnings: '',
					reason: 'The task is running',
					ignored: '',
					Status: 1,
					statusWords: 'running',
					Type: 1,
					typeWords: 'predictive',
					EnterpriseId: '7000002',
					details: {
						changes: [
							{
								field: 'Name',
								label: 'Name',
								from: '信用卡账单提醒',
								to: 'new',
								words: '信用卡账单提醒 → new',
							},
						],
						unchanged: [],
						ignored: [],
						warnings: [],
					},
				},
				pairedItem: { item: 0 },
			},
		]);
		expect(hints).toEqual([]);
		expect(actionsOf(bench)).toEqual(['Get']);
	});

	test('is refused', async () => {
		const error = await bench.failure({
			taskId: RUNNING,
			...NAME,
			options: { whenTaskIsRunning: 'refuse' },
		});
		expect(error.message).toBe('The task is running [item 0]');
		expect(error.description).toMatch(/^Nothing was sent for this item\. Pause the task first/);
		expect(actionsOf(bench)).toEqual(['Get']);
	});

	test.each(['skip', 'refuse', 'pauseUpdateResume'])(
		'is what %s is about, and no other task',
		async (choice) => {
			for (const taskId of [TASK.taskId, '133227']) {
				await run({ whenTaskIsRunning: choice }, taskId);
				expect(bench.changes).toEqual({ Name: 'new' });
			}
			expect(stepsOf(bench)).toEqual(['Update', 'Update']);
			expect(statusOf(bench, '133227')).toBe('2');
		},
	);

	test('is given up where a value is wrong, before anything is sent', async () => {
		const parameters = { taskId: RUNNING, agents: { wrapup: 0 }, options: PAUSE };
		await bench.failure(parameters);
		expect(bench.sent).toEqual([]);
	});

	test('is paused with only what differs, as the whole answer says without Simplify', async () => {
		const options = { ...PAUSE, onlySendWhatDiffers: true, simplify: false };
		const { output } = await bench.run({
			taskId: RUNNING,
			details: { name: 'new', description: '信用卡账单提醒：第 7 批客户' },
			options,
		});
		expect(
			bench.emulator.requests.find(({ action }) => action === 'CloudUpdateTask')?.params,
		).toEqual(expect.not.objectContaining({ Description: expect.anything() }));
		expect(output[0]?.json).toMatchObject({
			Code: 'OK',
			Data: { Name: 'new' },
			action: 'updated',
			resumed: true,
			summary: 'Name 信用卡账单提醒 → new',
			details: { changes: [{ field: 'Name', to: 'new' }] },
		});
	});

	test('is paused as the item decides', async () => {
		const items = [
			{ id: RUNNING, choice: 'skip' },
			{ id: '133241', choice: 'Pause, Update, Resume' },
			{ id: RUNNING, choice: 'stop it' },
			{ id: RUNNING, choice: 'refuse' },
		];
		const { output, hints } = await bench.run(
			{
				taskId: '={{ $json.id }}',
				details: { name: 'new' },
				options: { whenTaskIsRunning: '={{ $json.choice }}' },
			},
			{ items, node: CONTINUE },
		);
		expect(output[0]?.json.reason).toBe('The task is running');
		expect(output[1]?.json.resumed).toBe(true);
		expect(errorsOf(output).map(({ message }) => message)).toEqual([
			expect.stringMatching(
				/^Task 133230, item 2: 'When the Task Is Running' is "stop it"; give one of /,
			),
			`Task ${RUNNING}, item 3: The task is running`,
		]);
		expect(hints[0]?.message).toMatch(/^1 updated, 1 skipped, 2 refused, /);
		expect(statusOf(bench, '133241')).toBe('1');
	});
});

test('many running tasks and rows: each task in order, and all run at the end', async () => {
	const tasks = bench.emulator.store.list(TASK.enterpriseId).slice(0, 8);
	for (const { Id } of tasks) change(bench, { Status: '1' }, Id);
	bench.emulator.settings.latencyMs = { min: 0, max: 6 };
	const items = [0, 1, 2].flatMap((round) => tasks.map(({ Id }) => ({ id: Id, name: `${round}` })));
	const { output } = await bench.run(
		{ taskId: '={{ $json.id }}', details: { name: '={{ $json.name }}' }, options: PAUSE },
		{ items },
	);
	expect(output.map(({ json, pairedItem }) => [json.Name, json.resumed, pairedItem])).toEqual(
		items.map(({ name }, item) => [name, true, { item }]),
	);
	for (const { Id } of tasks) {
		expect(statusOf(bench, Id)).toBe('1');
		const steps = bench.emulator.journal
			.filter(({ taskId }) => taskId === Id)
			.map(({ after }) => after.Name ?? after.Status);
		expect(steps).toEqual(['2', '0', '1', '2', '1', '1', '2', '2', '1']);
	}
});

test('an execution stopped among many leaves none paused', async () => {
	const tasks = bench.emulator.store.list(TASK.enterpriseId).slice(0, 20);
	for (const { Id } of tasks) change(bench, { Status: '1' }, Id);
	bench.emulator.settings.latencyMs = { min: 15, max: 35 };
	const stop = new AbortController();
	// The first update is under way then, and waits for its answer.
	void arrival(bench, 'CloudUpdateTask').then(() => stop.abort());
	const { output } = await bench.run(
		{ taskId: '={{ $json.id }}', ...NAME, options: PAUSE },
		{ items: tasks.map(({ Id }) => ({ id: Id })), signal: stop.signal, node: CONTINUE },
	);
	expect(bench.emulator.journal.some(({ after }) => after.Status === '2')).toBe(true);
	expect(errorsOf(output).length).toBeGreaterThan(0);
	expect(tasks.map(({ Id }) => statusOf(bench, Id))).toEqual(tasks.map(() => '1'));
});
