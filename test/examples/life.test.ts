import { setTimeout as sleep } from 'node:timers/promises';
import { newTask } from '../../emulator';
import { TASK, useBench } from '../support/bench';
import type { Reached } from './support/reached';
import { example, filledIn, gatewayCredential, runExampleIn } from './support/runExample';

const MINUTE_MS = 60_000;
/** n8n's own nodes are loaded anew, in a process that has to start. */
const SLOW_MS = 90_000;

/** Whatever a task has is called at once, and a stop time counts though it is past. */
const bench = useBench({ settings: { callsPerSecond: 1_000_000, pastStopEnds: true } });

/** @param statisticsOf the task of the statistics; default: the one that was created */
async function run(statisticsOf?: string): Promise<Reached> {
	const file = await example('life-of-a-task.json');
	// A second in place of ten minutes.
	const short = filledIn(file, 'Let it call', { amount: 1, unit: 'seconds' });
	const workflow = statisticsOf ? filledIn(short, 'Statistics', { taskId: statisticsOf }) : short;
	const credentials = gatewayCredential(bench.emulator);
	return await runExampleIn({}, { workflow, start: 'Run by hand', credentials });
}

/** The task ends a minute or two after it is told to: the service's clock is ahead from then on. */
async function runUntilItEnds(statisticsOf?: string): Promise<Reached> {
	const { emulator, clock } = bench;
	let isOver = false;
	const running = run(statisticsOf).finally(() => (isOver = true));
	const release = emulator.hold('CloudUpdateTask', 1);
	const updates = () => emulator.requests.filter(({ action }) => action === 'CloudUpdateTask');
	while (!isOver && updates().length < 2) await sleep(5);
	clock.skewMs = 3 * MINUTE_MS;
	release();
	return await running;
}

/** The actions beside those that read the task, in their order; pages of one list count once. */
const steps = (): string[] =>
	bench.emulator.requests
		.map(({ action }) => action)
		.filter((action) => !['CloudGetTask', 'CloudQueryTask'].includes(action))
		.filter((action, index, all) => action !== all[index - 1]);

test(
	'a task is created, filled, changed, started, watched, paused, told of and ended',
	async () => {
		const { error, outputs } = await runUntilItEnds();
		expect(error).toBeUndefined();
		expect(steps()).toEqual([
			'CloudCreateTask',
			'CloudImportTaskTel',
			'CloudUpdateTask',
			'CloudStartTask',
			'CloudMonitorTask',
			'CloudPauseTask',
			'CloudQueryPredictiveCallCdr',
			'CloudUpdateTask',
		]);
		const of = (node: string) => outputs[node]?.[0] ?? [];
		const [{ Id } = { Id: '' }] = of('Create');
		expect(of('Import numbers')).toHaveLength(1000);
		expect(of('Update')).toMatchObject([{ Id, action: 'updated' }]);
		expect(of('Start')).toMatchObject([{ Id, action: 'started', Status: 1 }]);
		expect(of('Statistics')).toMatchObject([{ Id, CalledCount: 1000, UncalledCount: 0 }]);
		expect(of('Pause')).toMatchObject([{ Id, action: 'paused', Status: 2 }]);
		const called = of('Call records').map(({ CustomerNumber }) => CustomerNumber);
		expect([called.length, new Set(called).size]).toEqual([1000, 1000]);
		const counted = of('Calls by result').map(({ count_Id }) => Number(count_Id));
		expect(counted.reduce((sum, count) => sum + count, 0)).toBe(1000);
		expect(of('End')).toMatchObject([{ Id, action: 'ended', Status: 3 }]);
		const ended = bench.emulator.store.find(TASK.enterpriseId, String(Id));
		expect(ended).toMatchObject({ Status: '3', CustomerTimeout: '45' });
	},
	SLOW_MS,
);

test(
	'a task whose statistics cannot be read is paused all the same',
	async () => {
		const { error, outputs } = await runUntilItEnds('999999');
		expect(error).toBeUndefined();
		expect(outputs['Statistics']?.[0]).toMatchObject([{ error: expect.anything() }]);
		expect(outputs['Pause']?.[0]).toMatchObject([{ action: 'paused' }]);
	},
	SLOW_MS,
);

test(
	'where the task of the day is there already, nobody is called',
	async () => {
		const days = new Intl.DateTimeFormat('sv', { timeZone: 'Asia/Shanghai' });
		// Midnight may come while the workflow starts.
		for (const [index, later] of [0, MINUTE_MS].entries()) {
			bench.emulator.store.put(
				newTask({
					EnterpriseId: TASK.enterpriseId,
					Id: String(900_001 + index),
					Name: `Spring renewals ${days.format(Date.now() + later)}`,
				}),
			);
		}
		const { error, outputs } = await run();
		expect(error).toBeUndefined();
		expect(outputs['There already']?.[0]).toMatchObject([{ action: 'skipped' }]);
		expect(steps()).toEqual([]);
	},
	SLOW_MS,
);
