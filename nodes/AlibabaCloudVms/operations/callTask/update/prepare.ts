import { about, type Result } from '../../../gateway/failure';
import { shaperOf } from '../../../input/shape';
import { callTask } from '../../../parameters';
import { FIRST_WINDOW } from '../../../sending/rate';
import { alone, laneOf } from '../../../tasks/alone';
import { createLooker } from '../../../calling/look';
import { createTaskReader } from '../../../tasks/reader';
import { taskOf } from '../../../tasks/which';
import type { Policy } from '../../../calling/policy';
import { notingYears, policyOf } from '../../callingHours';
import { noted } from '../../noted';
import type { AnyExecution, Done, Job } from '../../operation';
import { Expected } from './expected';
import type { Deciding } from './options';
import type { Plan, Tools } from './plan';
import { wishesOf } from './wishes';

/** What is done with what an item wants: its task is changed, or what would change is shown. */
interface Act<O extends Deciding, D extends string> {
	isChange: boolean;
	run(plan: Plan<O>, tools: Tools): Promise<Result<Done<D>>>;
}

interface Opened<O extends Deciding> extends AnyExecution {
	optionsOf(itemIndex: number): Result<O>;
	readableOptionsOf(itemIndex: number): Partial<O>;
}

/** What is made once an execution. */
export const toolsOf = ({ account, total, send, log, note, cancelled }: AnyExecution): Tools => ({
	account,
	cancelled,
	log,
	send,
	shaper: shaperOf(callTask),
	expected: new Expected(callTask),
	looker: createLooker(send, callTask, notingYears({ note })),
	reader: createTaskReader(send, { account, catalogue: callTask, total }),
});

/** Keeps when the task of an item calls, where a report is wanted. */
export const drawOf = (
	{ draw }: Pick<AnyExecution, 'draw'>,
	itemIndex: number,
): Pick<Plan, 'draw'> => (draw ? { draw: (view) => draw(itemIndex, view) } : {});

/** From an item to a job that does what is done with its plan. */
export function openFor<O extends Deciding, D extends string>(
	execution: Opened<O>,
	act: Act<O, D>,
): (itemIndex: number) => Result<Job<D>> {
	const wishes = wishesOf(execution, callTask);
	const tools = toolsOf(execution);
	const choicesOf = (itemIndex: number): Result<{ options: O; policy: Policy }> => {
		const own = execution.optionsOf(itemIndex);
		if (!own.ok) return own;
		const policy = policyOf(own.value);
		return policy.ok ? { ok: true, value: { options: own.value, policy: policy.value } } : policy;
	};
	return (itemIndex) => {
		const choices = choicesOf(itemIndex);
		if (!choices.ok) {
			const { columnsToIgnore } = execution.readableOptionsOf(itemIndex);
			return about(wishes.taskNamedIn(itemIndex, columnsToIgnore), choices);
		}
		const { options, policy } = choices.value;
		// How many tasks may be left paused is bounded: the number side by side is not doubled.
		if (options.whenTaskIsRunning === 'pauseUpdateResume') execution.stayBelow(FIRST_WINDOW);
		const collected = wishes.collect(itemIndex, options);
		if (!collected.ok) return collected;
		const wish = wishes.judge(collected.value, options);
		if (!wish.ok) return wish;
		const { fields, ignored, notes, expectation } = wish.value;
		const task = taskOf(fields);
		const { givesValues } = wishes;
		const plan: Plan<O> = {
			catalogue: callTask,
			task,
			fields,
			ignored,
			notes,
			options,
			policy,
			expectation,
			givesValues,
			...drawOf(execution, itemIndex),
		};
		const run = async () => noted(await act.run(plan, tools), notes);
		// A preview changes nothing, and waits for nobody.
		const job = act.isChange
			? { isChange: true, run: async () => await alone(task, tools, run) }
			: { run };
		return { ok: true, value: { lane: laneOf(task), task, ...job } };
	};
}
