import { fail, type Failure } from '../../../gateway/failure';
import type { Guard } from '../../../sending/attempts';
import { chinaNow } from '../../../parameters/chinaTime';
import { compare, type Comparison } from '../../../tasks/compare';
import { changedSince, overBy } from '../../../tasks/expectation';
import { FRESH_MS } from '../../../tasks/reader';
import type { TaskState } from '../../../tasks/state';
import { unread } from '../../../tasks/unread';
import { hoursOf, type Hours } from './hours';
import { apisOf, type Plan, type Tools } from './plan';
import { SENDS, stepFor, type Step } from './step';

/** What is done about a task, and what that was decided on. */
export interface Decision {
	state: TaskState;
	/** As it was when the values were compared: before anything was sent. */
	before: TaskState;
	comparisons: readonly Comparison[];
	step: Step;
	/** Absent where the user does not ask for calling hours. */
	hours?: Hours;
}

const SEE_AGAIN =
	'Nothing was sent for this item. Preview it again, and decide on what it shows now.';

/** Why a task is not changed that is not any more as it was shown; undefined where it is. */
export function refusalFor(
	{ expectation, fields, catalogue }: Plan,
	state: TaskState,
	whose: { isOpen?: boolean; isOurs?: boolean } = {},
): Failure | undefined {
	if (!expectation) return undefined;
	const issues = [
		// What an attempt before may have done already is not too late.
		...(whose.isOpen ? [] : overBy(expectation, chinaNow())),
		...changedSince(expectation, state, { fields, catalogue, ...whose }),
	];
	if (issues.length === 0) return undefined;
	// These say what became of the task, and not what is wrong with the row.
	return {
		kind: 'input',
		message: issues.join('. '),
		sentences: issues,
		description: SEE_AGAIN,
	};
}

/**
 * The same for whoever applies and for a preview.
 * @param isOpen whether an update that was sent before may have been applied
 */
export async function decide(
	plan: Plan,
	state: TaskState,
	{ looker }: Pick<Tools, 'looker'>,
	isOpen = false,
): Promise<Decision> {
	const comparisons = compare(plan.fields, state, plan.catalogue);
	const wished = stepFor(state, plan, comparisons);
	const changed = SENDS.has(wished.kind) ? refusalFor(plan, state, { isOpen }) : undefined;
	const allowed: Step = changed ? { kind: 'refuse', ...fail(changed) } : wished;
	const hours = await hoursOf(plan, state, allowed, looker);
	const step: Step = hours?.refusal ? { kind: 'refuse', ...fail(hours.refusal) } : allowed;
	return { state, before: state, comparisons, step, ...(hours ? { hours } : {}) };
}

/** Never shown: what is decided now takes its place. */
const ELSE: Failure = { kind: 'input', message: 'Something else was decided', description: '' };

/** A decision that is made again where the turn to act on it comes too late. */
export class Decided implements Guard {
	/** Whether it is another one than that which was acted on. */
	isNew = false;

	/** On which an update was sent that may have been applied; absent where none was. */
	sentOn?: Decision;

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
		const { expectation, options } = this.plan;
		// A list that was asked for just for this is no older than a look at the task alone.
		const isPausing = options.whenTaskIsRunning === 'pauseUpdateResume' && !expectation;
		return isListed && isPausing && this.decision.step.kind === 'update';
	}

	until(): number {
		return this.isSeenInPassing ? Number.NEGATIVE_INFINITY : this.decision.state.readAt + FRESH_MS;
	}

	async renew(isOpen: boolean): Promise<Failure | undefined> {
		const { task, expectation } = this.plan;
		const read = expectation
			? await this.tools.reader.readNow(task, apisOf(this.plan))
			: await this.tools.reader.readAgain(task, this.decision.state);
		if (!read.ok) return unread(read.failure, isOpen);
		const next = await decide(this.plan, read.value, this.tools, isOpen);
		if (isOpen) this.sentOn ??= this.decision;
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
}
