import type { IDataObject } from 'n8n-workflow';
import { UPDATE_TASK } from '../../../gateway/actions';
import { fail, mayBeApplied, type Failure, type Result } from '../../../gateway/failure';
import { settled } from '../../../gateway/settled';
import { isRecord } from '../../../guards';
import { encode } from '../../../input/encode';
import type { Read } from '../../../input/given';
import { shapeColumns } from '../../../input/shape';
import { chinaNow } from '../../../parameters/chinaTime';
import type { Turns } from '../../../sending/attempts';
import { Doors } from '../../../sending/doors';
import { whenToldToEnd } from '../../../sending/ending';
import { Urgency } from '../../../sending/waiting';
import { isIdentity, uncompared, type Comparison } from '../../../tasks/compare';
import { known } from '../../../tasks/noSuchTask';
import {
	aboutTask,
	kindOf,
	RUNNING,
	stateOf,
	type TaskKey,
	type TaskState,
} from '../../../tasks/state';
import type { Done } from '../../operation';
import { requestOf } from '../../request';
import { refusalFor, type Decided } from './decide';
import { updateWhilePaused, type Change } from './pause';
import type { Changed } from './pauseOutcome';
import { RUNS_AGAIN } from './pauseWords';
import type { UpdateOptions } from './options';
import { changesOf, NOTHING_GIVEN, outputOf, SENT_AGAIN } from './output';
import { done, toSend, warningsOf, type Deed, type Plan, type Tools } from './plan';
import { RunningTask } from './runningTask';
import { verify } from './verify';
import { undoColumns } from './wayBack';

const nameIn = (sent: readonly Read[]): string | undefined =>
	sent.find(({ row }) => row.api === 'Name')?.reading.wire;

const withAnswer = (answer: Result<IDataObject>): Result<Changed> =>
	answer.ok ? { ok: true, value: { answer: answer.value } } : answer;

/** An update that was answered for another task: what became of this one, and of that, is open. */
function provenFor(task: TaskKey, answered: Result<IDataObject>): Result<IDataObject> {
	if (!answered.ok) return known(task, answered);
	const asked = aboutTask(answered.value, answered.value.Data, task);
	return asked.ok ? asked : fail({ ...asked.failure, fate: 'open' });
}

interface Outgoing {
	/** What is given, against the task as it was read. */
	comparisons: readonly Comparison[];
	sent: readonly Read[];
	request: Record<string, string>;
}

/** What is sent as it is decided now. */
function outgoingOf(plan: Plan<UpdateOptions>, decided: Decided | undefined): () => Outgoing {
	const { fields, options } = plan;
	const of = (comparisons: readonly Comparison[], sent: readonly Read[]): Outgoing => ({
		comparisons,
		sent,
		request: encode(sent, options.urlEncodeNameAndDescriptionFirst),
	});
	if (!decided) {
		const outgoing = of(uncompared(fields), fields);
		return () => outgoing;
	}
	let last: Outgoing | undefined;
	return () => {
		const { comparisons } = decided.now;
		if (last?.comparisons !== comparisons) last = of(comparisons, toSend(plan, comparisons));
		return last;
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
	const { task, options } = plan;
	const whilePaused = decided?.now.step.kind === 'pauseUpdateResume';
	const now = chinaNow();
	const warned = (seen = decided?.now.state ?? plan.seen) => [
		...warningsOf(plan, seen, whilePaused, now),
		...(decided?.now.hours?.warnings ?? []),
	];
	const outgoing = outgoingOf(plan, decided);
	let mayHaveTaken = decided?.sentOn !== undefined;
	const update = async (turns?: Turns) => {
		const answered = provenFor(task, await send(UPDATE_TASK, () => outgoing().request, turns));
		mayHaveTaken ||= answered.ok || mayBeApplied(answered.failure);
		return answered;
	};
	/** A failure with what was to be changed, and the way back where some of it may have been. */
	const failed = (failure: Failure, more: Partial<Failure> = {}, after?: TaskState) =>
		fail({
			...failure,
			changes: changesOf(outgoing().comparisons),
			warnings: warned(),
			...(mayHaveTaken ? { undo: Object.fromEntries(undoColumns(plan, decided, after)) } : {}),
			...more,
		});
	const guarded = decided && { urgency: Urgency.decided, guard: decided };
	const changed =
		decided && whilePaused
			? await paused(plan, tools, {
					update,
					guard: decided,
					refusal: (seen, isOpen) => {
						// The status is this item's own doing, and what only lists have is not in what was seen.
						const fields = { ...decided.now.state.fields, ...seen.fields };
						return refusalFor(plan, { ...seen, fields }, { isOpen, isOurs: true });
					},
					ends: whenToldToEnd(),
					isEarlierOpen: decided.sentOn !== undefined,
				})
			: withAnswer(await update(guarded));
	reader.changed(task);
	if (decided && !changed.ok && !whilePaused && mayHaveStarted(plan, changed.failure)) {
		// Where the execution is stopped before it, the refusal stands.
		await settled(async () => ({ ok: true, value: await decided.renew(false) }));
	}
	if (!changed.ok) return failed(changed.failure);
	const { answer, isResumed, warnings = [] } = changed.value;
	const { comparisons, sent, request } = outgoing();
	const verified = options.verifyAfterUpdate
		? await verify(plan, reader, { sent, answer })
		: undefined;
	if (verified && !verified.ok) {
		const note = (isResumed ? [RUNS_AGAIN] : warnings).map((one) => `${one}.`).join(' ');
		return failed(verified.failure, { note }, verified.state);
	}
	const seen = verified?.state ?? decided?.now.state;
	const answered = stateOf(isRecord(answer.Data) ? (answer.Data as IDataObject) : {});
	const { status = seen?.status, type = seen?.type } = answered;
	const more = {
		...(options.includeRequestParameters ? requestOf(UPDATE_TASK, request) : {}),
		...(isResumed ? { resumed: true } : {}),
		...verified?.value,
	};
	const kind = options.simplify ? kindOf(isResumed ? RUNNING : status, type, task) : [];
	// The answer is older than a start that came after it.
	const shaped = shapeColumns(answer, shaper, options.simplify).filter(
		([name]) => !kind.some(([column]) => column === name),
	);
	const json = outputOf(
		plan,
		{
			action: 'updated',
			reason: '',
			otherwise: sent.every(isIdentity) ? NOTHING_GIVEN : SENT_AGAIN,
			warnings: [...warned(decided?.now.state ?? verified?.state), ...warnings],
			name: answered.fields.Name ?? nameIn(sent) ?? seen?.fields.Name ?? null,
		},
		comparisons,
		[...kind, ...shaped, ...Object.entries(more), ...undoColumns(plan, decided, verified?.state)],
	);
	return { ok: true, value: done('updated', json) };
}
