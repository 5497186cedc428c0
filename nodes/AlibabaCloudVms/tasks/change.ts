import type { IDataObject } from 'n8n-workflow';
import { chinaNow } from '../parameters/chinaTime';
import { encode } from '../pipeline/encode';
import type { Read } from '../pipeline/read';
import { shape } from '../pipeline/shape';
import { UPDATE_TASK } from '../transport/api';
import { fail, type Failure, type Result } from '../transport/failure';
import { compare } from './compare';
import { RUNS_AGAIN, updateWhilePaused, type Changed } from './pause';
import {
	apisOf,
	copies,
	outlineOf,
	warningsOf,
	type Done,
	wantsNothing,
	type Plan,
	type Tools,
} from './plan';
import { preview } from './preview';
import { aboutTask, RUNNING, summaryOf, type TaskKey, type TaskState } from './state';
import { hangsOnState, stepFor } from './step';
import { verify } from './verify';

/** Whether the task has to be read before anything is sent. */
const readsFirst = ({ options, isPreview }: Plan): boolean =>
	isPreview || options.onlySendWhatDiffers || hangsOnState(options);

/** Only what is not empty, so that an output has no columns of nothing. */
const filled = (lists: Record<string, unknown[]>): IDataObject =>
	Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0)) as IDataObject;

/** The output of an item whose fields or cells are all empty. */
const nothingGiven = ({ task, ignored }: Plan): IDataObject => ({
	Id: task.taskId,
	EnterpriseId: task.enterpriseId,
	updated: false,
	...filled({ ignored: copies(ignored) }),
});

const unread = (failure: Failure) =>
	fail({
		...failure,
		description:
			`The task could not be read, so nothing was changed. ${failure.description}`.trim(),
	});

/** Changes a task as an item wants it, or shows what would change. */
export async function changeTask(plan: Plan, tools: Tools): Promise<Result<Done>> {
	if (wantsNothing(plan) && !plan.isPreview) {
		return { ok: true, value: { did: 'unchanged', json: nothingGiven(plan) } };
	}
	if (!readsFirst(plan)) return await sendUpdate(plan, tools, { fields: plan.fields });
	const wanted = apisOf(plan.fields);
	const read = await tools.reader.read(plan.task, wanted);
	if (!read.ok) return unread(read.failure);
	const state = plan.isPreview ? tools.expected.of(plan.task, read.value) : read.value;
	const comparisons = compare(plan.fields, state);
	const step = stepFor(state, plan, comparisons);
	if (plan.isPreview) {
		return { ok: true, value: preview(plan, tools.expected, { state, comparisons, step }) };
	}
	if (step.kind === 'refuse') return step;
	if (step.kind === 'nothing' || step.kind === 'skip') {
		const did = step.kind === 'skip' ? 'skipped' : 'unchanged';
		const json = {
			...summaryOf(state, plan.task),
			updated: false,
			...(step.kind === 'skip' ? { skipped: step.reason } : {}),
			...filled({ ignored: copies(plan.ignored) }),
		};
		return { ok: true, value: { did, json } };
	}
	const { changes, toSend } = outlineOf(plan, comparisons);
	return await sendUpdate(plan, tools, {
		fields: toSend,
		state,
		whilePaused: step.kind === 'pauseUpdateResume',
		more: { updated: true, changes },
	});
}

interface Sending {
	/** What is sent; the two fields that say which task are among it. */
	fields: readonly Read[];
	/** The task as it was read before. */
	state?: TaskState;
	whilePaused?: boolean;
	/** What the output says besides the answer. */
	more?: IDataObject;
}

const withAnswer = (answer: Result<IDataObject>): Result<Changed> =>
	answer.ok ? { ok: true, value: { answer: answer.value } } : answer;

/** An update that was answered for another task: what became of this one, and of that, is open. */
function provenFor(task: TaskKey, answered: Result<IDataObject>): Result<IDataObject> {
	if (!answered.ok) return answered;
	const asked = aboutTask(answered.value, answered.value.Data, task);
	return asked.ok ? asked : fail({ ...asked.failure, fate: 'open' });
}

async function sendUpdate(
	{ task, ignored, options, fields: given }: Plan,
	{ send, reader }: Tools,
	{ fields, state, whilePaused = false, more = {} }: Sending,
): Promise<Result<Done>> {
	const request = encode(fields, options.urlEncodeNameAndDescriptionFirst);
	const update = async () => provenFor(task, await send(UPDATE_TASK, request));
	const now = chinaNow();
	const warned = (seen?: TaskState) => warningsOf(given, seen, whilePaused, now);
	const changed = whilePaused
		? await updateWhilePaused(send, task, update)
		: withAnswer(await update());
	reader.changed(task);
	if (!changed.ok) return fail({ ...changed.failure, warnings: warned(state) });
	const { answer, isResumed, warning } = changed.value;
	const verified = options.verifyAfterUpdate
		? await verify(reader, task, fields, answer)
		: undefined;
	if (verified && !verified.ok) {
		return fail({
			...verified.failure,
			note: isResumed ? RUNS_AGAIN : warning,
			warnings: warned(state),
		});
	}
	const json = shape(answer, {
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
		filled({
			warnings: [...warned(state ?? verified?.value.state), ...(warning ? [warning] : [])],
		}),
	);
	return { ok: true, value: { did: 'updated', json } };
}
