import type { IDataObject } from 'n8n-workflow';
import { UPDATE_TASK } from '../../../gateway/actions';
import { fail, type Failure, type Result } from '../../../gateway/failure';
import { settled } from '../../../gateway/settled';
import { encode } from '../../../input/encode';
import type { Read } from '../../../input/given';
import { shape } from '../../../input/shape';
import { chinaNow } from '../../../parameters/chinaTime';
import type { Turns } from '../../../sending/attempts';
import { Doors } from '../../../sending/doors';
import { whenToldToEnd } from '../../../sending/ending';
import { Urgency } from '../../../sending/waiting';
import type { Comparison } from '../../../tasks/compare';
import { aboutTask, RUNNING, type TaskKey } from '../../../tasks/state';
import type { Done } from '../../operation';
import type { Decided } from './decide';
import { updateWhilePaused, type Change } from './pause';
import type { Changed } from './pauseOutcome';
import { RUNS_AGAIN } from './pauseWords';
import type { UpdateOptions } from './options';
import { done, filled, outlineOf, warningsOf, type Deed, type Plan, type Tools } from './plan';
import { RunningTask } from './runningTask';
import { verify } from './verify';

const withAnswer = (answer: Result<IDataObject>): Result<Changed> =>
	answer.ok ? { ok: true, value: { answer: answer.value } } : answer;

/** An update that was answered for another task: what became of this one, and of that, is open. */
function provenFor(task: TaskKey, answered: Result<IDataObject>): Result<IDataObject> {
	if (!answered.ok) return answered;
	const asked = aboutTask(answered.value, answered.value.Data, task);
	return asked.ok ? asked : fail({ ...asked.failure, fate: 'open' });
}

interface Outgoing {
	sent: readonly Read[];
	request: Record<string, string>;
	/** What the output says besides the answer. */
	more: IDataObject;
}

/** What is sent as it is decided now. */
function outgoingOf(plan: Plan<UpdateOptions>, decided: Decided | undefined): () => Outgoing {
	const { fields, options } = plan;
	const of = (sent: readonly Read[], more: IDataObject): Outgoing => ({
		sent,
		request: encode(sent, options.urlEncodeNameAndDescriptionFirst),
		more,
	});
	if (!decided) {
		const outgoing = of(fields, {});
		return () => outgoing;
	}
	let last: { comparisons: readonly Comparison[]; outgoing: Outgoing } | undefined;
	return () => {
		const { comparisons } = decided.now;
		if (last?.comparisons !== comparisons) {
			const { changes, toSend } = outlineOf(plan, comparisons);
			last = { comparisons, outgoing: of(toSend, { updated: true, changes }) };
		}
		return last.outgoing;
	};
}

/** Tasks that stand still at one time, of all executions with a key: few, since each is a campaign. */
const MOST_STANDING = 5;
const standing = new Doors(MOST_STANDING);

const paused = async (
	{ task }: Plan,
	{ account, cancelled, send, log }: Tools,
	change: Change,
): Promise<Result<Changed>> =>
	await standing.through(
		account,
		cancelled,
		async () => await updateWhilePaused(new RunningTask(send, log, task), change),
	);

/** Whether a task may have been refused because another process, or a person, has started it since. */
const mayHaveStarted = ({ options }: Plan, { kind, fate }: Failure): boolean =>
	options.whenTaskIsRunning === 'pauseUpdateResume' && kind === 'gateway' && fate === 'refused';

/**
 * Sends an update, with a pause around it where that was decided.
 * @param decided absent where nothing hangs on the task as it is
 */
export async function sendUpdate(
	plan: Plan<UpdateOptions>,
	tools: Tools,
	decided?: Decided,
): Promise<Result<Done<Deed>>> {
	const { send, reader, shaper } = tools;
	const { task, ignored, options } = plan;
	const whilePaused = decided?.now.step.kind === 'pauseUpdateResume';
	const now = chinaNow();
	const warned = (seen = decided?.now.state) => warningsOf(plan, seen, whilePaused, now);
	const outgoing = outgoingOf(plan, decided);
	const update = async (turns?: Turns) =>
		provenFor(task, await send(UPDATE_TASK, () => outgoing().request, turns));
	const guarded = decided && { urgency: Urgency.decided, guard: decided };
	const changed =
		decided && whilePaused
			? await paused(plan, tools, {
					update,
					guard: decided,
					ends: whenToldToEnd(),
					isEarlierOpen: decided.isOpen,
				})
			: withAnswer(await update(guarded));
	reader.changed(task);
	if (decided && !changed.ok && !whilePaused && mayHaveStarted(plan, changed.failure)) {
		// Where the execution is stopped before it, the refusal stands.
		await settled(async () => ({ ok: true, value: await decided.renew(false) }));
	}
	if (!changed.ok) return fail({ ...changed.failure, warnings: warned() });
	const { answer, isResumed, warnings = [] } = changed.value;
	const { sent, request, more } = outgoing();
	const verified = options.verifyAfterUpdate
		? await verify(plan, reader, { sent, answer })
		: undefined;
	if (verified && !verified.ok) {
		return fail({
			...verified.failure,
			warnings: warned(),
			note: (isResumed ? [RUNS_AGAIN] : warnings).map((one) => `${one}.`).join(' '),
		});
	}
	const json = shape(answer, {
		shaper,
		simplify: options.simplify,
		request: options.includeRequestParameters ? request : undefined,
		ignored,
	});
	Object.assign(
		json,
		more,
		// The answer was given while the task was paused.
		isResumed ? { resumed: true, ...(options.simplify ? { Status: RUNNING } : {}) } : {},
		verified?.value.said,
		filled({ warnings: [...warned(decided?.now.state ?? verified?.value.state), ...warnings] }),
	);
	return { ok: true, value: done('updated', json) };
}
