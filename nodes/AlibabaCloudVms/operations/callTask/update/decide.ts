import { fail, type Failure, type Result } from '../../../gateway/failure';
import type { Guard } from '../../../sending/attempts';
import { compare, type Comparison } from '../../../tasks/compare';
import { FRESH_MS } from '../../../tasks/reader';
import type { TaskState } from '../../../tasks/state';
import { unread } from '../../../tasks/unread';
import type { Done } from '../../operation';
import { hoursOf, type Hours } from './hours';
import type { Deed, Plan, Tools } from './plan';
import { stepFor, type Step } from './step';

/** What is done about a task, and what that was decided on. */
export interface Decision {
	state: TaskState;
	comparisons: readonly Comparison[];
	step: Step;
	/** Absent where the user does not ask for calling hours. */
	hours?: Hours;
}

/** The same for whoever applies and for a preview. */
export async function decide(
	plan: Plan,
	state: TaskState,
	{ looker }: Pick<Tools, 'looker'>,
): Promise<Decision> {
	const comparisons = compare(plan.fields, state, plan.catalogue);
	const allowed = stepFor(state, plan, comparisons);
	const hours = await hoursOf(plan, state, allowed, looker);
	const step: Step = hours?.refusal ? { kind: 'refuse', ...fail(hours.refusal) } : allowed;
	return { state, comparisons, step, ...(hours ? { hours } : {}) };
}

/** Never shown: what is decided now takes its place. */
const ELSE: Failure = { kind: 'input', message: 'Something else was decided', description: '' };

/** A decision that is made again where the turn to act on it comes too late. */
export class Decided implements Guard {
	/** Whether it is another one than that which was acted on. */
	isNew = false;

	/** Whether an update that was sent before may have been applied. */
	isOpen = false;

	constructor(
		private readonly plan: Plan,
		private readonly tools: Pick<Tools, 'looker' | 'reader'>,
		private decision: Decision,
	) {}

	get now(): Decision {
		return this.decision;
	}

	/**
	 * Another process may pause and start the same task: what is not changed while it runs is looked at by
	 * itself, and the update comes next.
	 */
	private get isSeenInPassing(): boolean {
		const { isListed = false } = this.decision.state;
		const isPausing = this.plan.options.whenTaskIsRunning === 'pauseUpdateResume';
		return isListed && isPausing && this.decision.step.kind === 'update';
	}

	until(): number {
		return this.isSeenInPassing ? Number.NEGATIVE_INFINITY : this.decision.state.readAt + FRESH_MS;
	}

	async renew(isOpen: boolean): Promise<Failure | undefined> {
		const read = await this.tools.reader.readAgain(this.plan.task, this.decision.state);
		if (!read.ok) return unread(read.failure, isOpen);
		const next = await decide(this.plan, read.value, this.tools);
		this.isOpen ||= isOpen;
		const { kind } = next.step;
		if (kind !== this.decision.step.kind && !(isOpen && kind === 'nothing')) {
			this.decision = next;
			this.isNew = true;
			return ELSE;
		}
		// What an attempt before may have changed already still belongs to what is sent, and told.
		this.decision = isOpen ? { ...this.decision, state: next.state } : next;
		return undefined;
	}

	/** A result without an update, which may not hide that one was sent before. */
	withoutUpdate(result: Result<Done<Deed>>): Result<Done<Deed>> {
		if (!this.isOpen) return result;
		const message = result.ok
			? result.value.did === 'skipped'
				? String(result.value.outputs[0]?.json.reason)
				: 'The task has all values now'
			: result.failure.message;
		const description = 'The task was read again before its update was to be repeated.';
		return fail({ kind: 'connection', message, description, fate: 'earlierOpen' });
	}
}
