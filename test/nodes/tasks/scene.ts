import { setTimeout as sleep } from 'node:timers/promises';
import type { INodeParameters } from 'n8n-workflow';
import type { Settings } from '../../../emulator';
import { Bench, errorsOf, TASK, CONTINUE, type RunOptions } from '../../support/bench';

/** A running predictive task of the seed, of agents. */
export const RUNNING = '133230';

/** The status of a task in the emulator: '1' is running, '2' paused. */
export const statusOf = ({ emulator }: Bench, taskId = RUNNING) =>
	emulator.store.find(TASK.enterpriseId, taskId)?.Status;

/** As if somebody changed the task in the console. */
export function change({ emulator }: Bench, changes: Record<string, string>, taskId = RUNNING) {
	const stored = emulator.store.find(TASK.enterpriseId, taskId);
	if (stored) emulator.store.change(stored, changes);
}

/** Resolves when a request of the action has come in, before it is processed if there is latency. */
export async function arrival({ emulator }: Bench, action: string): Promise<void> {
	while (!emulator.requests.some((request) => request.action === action)) await sleep(1);
}

/** Resolves when a request of the action has been answered, and the answer has had time to be read. */
export async function answer(bench: Pick<Bench, 'emulator'>, action: string): Promise<void> {
	const isAnswered = () =>
		bench.emulator.requests.some((request) => request.action === action && request.status > 0);
	while (!isAnswered()) await sleep(1);
	await sleep(200);
}

/**
 * Does something while a request of the action is at the gateway, which processes it only then.
 * @param passing requests of the action that are let through before it
 */
export async function during(
	bench: Pick<Bench, 'emulator'>,
	action: string,
	deed: () => unknown,
	passing = 0,
): Promise<void> {
	const { emulator } = bench;
	const release = emulator.hold(action, passing);
	const arrived = () => emulator.requests.filter((request) => request.action === action).length;
	while (arrived() <= passing) await sleep(1);
	await deed();
	release();
}

export const actionsOf = ({ emulator }: Bench): string[] =>
	emulator.requests.map(({ action }) => action.replace(/^Cloud|Task$/g, ''));

/** The actions without the reads. */
export const stepsOf = (bench: Bench): string[] =>
	actionsOf(bench).filter((action) => !['Get', 'Query'].includes(action));

/** A run on a running task with an emulator of its own, so that slow ones can go side by side. */
export async function scene(
	settings: Partial<Settings>,
	parameters: INodeParameters,
	{ meanwhile, ...options }: RunOptions & { meanwhile?(bench: Bench): Promise<void> } = {},
) {
	const bench = await Bench.open({ settings });
	try {
		const [{ output }] = await Promise.all([
			bench.run(
				{
					taskId: RUNNING,
					details: { name: 'new' },
					...parameters,
					options: {
						whenTaskIsRunning: 'pauseUpdateResume',
						...(parameters.options as INodeParameters),
					},
				},
				{ node: CONTINUE, ...options },
			),
			meanwhile?.(bench),
		]);
		const task = bench.emulator.store.find(TASK.enterpriseId, RUNNING);
		return {
			json: output[0]?.json ?? {},
			output,
			error: errorsOf(output)[0],
			status: task?.Status,
			name: task?.Name,
			requests: actionsOf(bench),
			steps: stepsOf(bench),
		};
	} finally {
		await bench.close();
	}
}
