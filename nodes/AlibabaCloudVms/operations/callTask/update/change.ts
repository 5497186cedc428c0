import { fail, type Failure, type Result } from '../../../gateway/failure';
import { settled } from '../../../gateway/settled';
import { whenToldToEnd } from '../../../sending/ending';
import { unread } from '../../../tasks/unread';
import type { Done } from '../../operation';
import { decide, Decided, type Decision } from './decide';
import type { UpdateOptions } from './options';
import { changesOf, kindOfRead, NOTHING_GIVEN, outputOf } from './output';
import { isEnding } from './pause';
import { apisOf, wantsNothing, done, type Deed, type Plan, type Tools } from './plan';
import { sendUpdate } from './send';
import { hangsOnState, reasonOf } from './step';
import { undoColumns } from './wayBack';

/** Whether the task has to be read before anything is sent. */
const readsFirst = ({ options, policy, expectation, draw }: Plan<UpdateOptions>): boolean =>
	options.onlySendWhatDiffers ||
	options.includeUndo ||
	hangsOnState(options) ||
	policy.callingHours !== 'off' ||
	draw !== undefined ||
	expectation !== undefined;

/** The output of an item for which nothing is sent. */
const untouched = (
	plan: Plan<UpdateOptions>,
	did: 'unchanged' | 'skipped',
	{ reason, state, comparisons = [] }: { reason: string } & Partial<Decision>,
): Done<Deed> =>
	done(
		did,
		outputOf(
			plan,
			{ action: did, reason, otherwise: '', warnings: [], name: state?.fields.Name ?? null },
			comparisons,
			[...kindOfRead(state, plan), ...undoColumns(plan)],
		),
	);

/** Changes a task as an item wants it. */
export async function changeTask(
	plan: Plan<UpdateOptions>,
	tools: Tools,
): Promise<Result<Done<Deed>>> {
	if (wantsNothing(plan)) {
		return {
			ok: true,
			value: untouched(plan, 'unchanged', { reason: NOTHING_GIVEN, state: plan.seen }),
		};
	}
	if (!readsFirst(plan)) return await sendUpdate(plan, tools);
	const pauses = plan.options.whenTaskIsRunning === 'pauseUpdateResume';
	if (pauses && whenToldToEnd().aborted) return fail(isEnding);
	const { reader } = tools;
	// What was shown is held against the task as it is now.
	const read = plan.expectation
		? await reader.readNow(plan.task, apisOf(plan))
		: await reader.read(plan.task, apisOf(plan));
	if (!read.ok) return fail(unread(read.failure));
	const decided = new Decided(plan, tools, await decide(plan, read.value, tools));
	// What is decided in its place is carried out instead.
	for (;;) {
		decided.isNew = false;
		const result = await carryOut(plan, tools, decided).catch(stoppedIn(plan, decided));
		if (!decided.isNew) return result.ok ? result : fail(told(result.failure, decided));
	}
}

/** A failure with the name of the task that was read, and what was to be changed of it. */
function told(failure: Failure, { now, sentOn }: Decided): Failure {
	const { Name: name = '' } = now.state.fields;
	const { comparisons } = sentOn ?? now;
	return { taskName: String(name), changes: changesOf(comparisons), ...failure };
}

/** A result without an update, which may not hide that one was sent before. */
function withoutUpdate(
	plan: Plan<UpdateOptions>,
	decided: Decided,
	result: Result<Done<Deed>>,
): Result<Done<Deed>> {
	if (!decided.sentOn) return result;
	const message = result.ok
		? result.value.did === 'skipped'
			? String(result.value.outputs[0]?.json.reason)
			: 'The task has all values now'
		: result.failure.message;
	return fail({
		kind: 'connection',
		message,
		description: 'The task was read again before its update was to be repeated.',
		fate: 'earlierOpen',
		undo: Object.fromEntries(undoColumns(plan, decided)),
	});
}

/** A stop before anything more was sent hides no update that was sent before. */
const stoppedIn = (plan: Plan<UpdateOptions>, decided: Decided) => async (error: unknown) => {
	const stopped = await settled<never>(async () => await Promise.reject(error));
	if (!decided.sentOn || stopped.ok || stopped.failure.kind !== 'cancelled') throw error;
	return withoutUpdate(plan, decided, stopped);
};

async function carryOut(
	plan: Plan<UpdateOptions>,
	tools: Tools,
	decided: Decided,
): Promise<Result<Done<Deed>>> {
	const { step } = decided.now;
	switch (step.kind) {
		case 'refuse':
			return withoutUpdate(plan, decided, step);
		case 'nothing':
		case 'skip': {
			const did = step.kind === 'skip' ? 'skipped' : 'unchanged';
			const value = untouched(plan, did, { ...decided.now, reason: reasonOf(plan, step) });
			return withoutUpdate(plan, decided, { ok: true, value });
		}
		default:
			return await sendUpdate(plan, tools, decided);
	}
}
