import type { IDataObject } from 'n8n-workflow';
import type { Options } from '../actions/options';
import type { Send } from '../bulk/send';
import { sections } from '../parameters';
import { check } from '../pipeline/check';
import { encode } from '../pipeline/encode';
import type { Ignored, Read } from '../pipeline/read';
import { shape } from '../pipeline/shape';
import { UPDATE_TASK } from '../transport/api';
import { fail, type Result } from '../transport/failure';
import { changeOf, changeWords, compare, isIdentity, type Comparison } from './compare';
import { RUNS_AGAIN, updateWhilePaused, type Changed } from './pause';
import type { TaskReader } from './reader';
import { RUNNING, summaryOf, type TaskKey, type TaskState } from './state';
import { stepFor, type Step } from './step';
import { verify } from './verify';
import { chinaNow, warningsFor } from './warnings';

/** What was done about an item, and its output. */
export interface Done {
	did:
		'updated' | 'unchanged' | 'skipped' | 'wouldUpdate' | 'wouldStay' | 'wouldSkip' | 'wouldRefuse';
	json: IDataObject;
}

/** What an item wants of its task. */
export interface Plan {
	task: TaskKey;
	/** What applies, readable, the two fields that say which task among it. */
	fields: Read[];
	ignored: Ignored[];
	options: Options;
	isPreview: boolean;
	/** Whether the values are columns of the input. */
	isMapped: boolean;
}

export interface Tools {
	send: Send;
	reader: TaskReader;
}

/** Whether the task has to be read before anything is sent. */
const readsFirst = ({ options, isPreview }: Plan): boolean =>
	isPreview ||
	options.onlySendWhatDiffers ||
	options.whenTaskIsRunning !== 'updateAnyway' ||
	(options.whenTaskHasEnded ?? 'updateAnyway') !== 'updateAnyway';

const apisOf = (fields: readonly Read[]): string[] => fields.map(({ row }) => row.api);

/** Only what is not empty, so that an output has no columns of nothing. */
const filled = (lists: Record<string, unknown[]>): IDataObject =>
	Object.fromEntries(Object.entries(lists).filter(([, list]) => list.length > 0)) as IDataObject;

const copies = (ignored: readonly Ignored[]): IDataObject[] => ignored.map((one) => ({ ...one }));

/** The output of a row whose cells are all empty. */
const nothingGiven = ({ task, ignored }: Plan): IDataObject => ({
	Id: task.taskId,
	EnterpriseId: task.enterpriseId,
	updated: false,
	...filled({ ignored: copies(ignored) }),
});

/** Changes a task as an item wants it, or shows what would change. */
export async function changeTask(plan: Plan, tools: Tools): Promise<Result<Done>> {
	if (plan.isMapped && !plan.isPreview && plan.fields.every(isIdentity)) {
		return { ok: true, value: { did: 'unchanged', json: nothingGiven(plan) } };
	}
	if (!readsFirst(plan)) return await sendUpdate(plan, tools, { fields: plan.fields });
	const wanted = apisOf(plan.fields);
	const read = await tools.reader.read(plan.task, wanted);
	if (!read.ok) return read;
	const state = read.value;
	const comparisons = compare(plan.fields, state);
	const step = stepFor(state, plan.options, comparisons);
	if (plan.isPreview) return { ok: true, value: preview(plan, state, comparisons, step) };
	if (step.kind === 'refuse') return step;
	if (step.kind === 'nothing' || step.kind === 'skip') {
		const did = step.kind === 'skip' ? 'skipped' : 'unchanged';
		const json = {
			...summaryOf(state),
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

/** What differs, what does not, and what is sent of it. */
function outlineOf({ fields, options }: Plan, comparisons: readonly Comparison[]) {
	const same = comparisons.filter(({ verdict }) => verdict === 'same').map(({ field }) => field);
	return {
		changes: comparisons.filter(({ verdict }) => verdict !== 'same').map(changeOf),
		unchanged: apisOf(same),
		toSend: options.onlySendWhatDiffers ? differingOf(fields, same) : fields,
	};
}

/**
 * What differs, and what that may not be sent without: where 'Auto Start' differs and its time does not, a
 * service that looks at the request alone would refuse the one without the other.
 */
function differingOf(fields: readonly Read[], same: readonly Read[]): readonly Read[] {
	const differing = fields.filter((field) => !same.includes(field));
	const incomplete = sections.filter(
		({ rows }) => check(differing.filter(({ row }) => rows.includes(row))).length > 0,
	);
	return fields.filter(
		(field) => differing.includes(field) || incomplete.some(({ rows }) => rows.includes(field.row)),
	);
}

/** What an apply would do: to send what the task has already would change nothing. */
function previewedStep(step: Step, changes: readonly unknown[]): Step {
	const sends = step.kind === 'update' || step.kind === 'pauseUpdateResume';
	return sends && changes.length === 0 ? { kind: 'nothing' } : step;
}

const WOULD = {
	update: 'wouldUpdate',
	pauseUpdateResume: 'wouldUpdate',
	nothing: 'wouldStay',
	skip: 'wouldSkip',
	refuse: 'wouldRefuse',
} as const satisfies Record<Step['kind'], Done['did']>;

/** What is meant for a person comes first: tables are read from the left. */
function preview(
	plan: Plan,
	state: TaskState,
	comparisons: readonly Comparison[],
	planned: Step,
): Done {
	const { changes, unchanged } = outlineOf(plan, comparisons);
	const step = previewedStep(planned, changes);
	const { Id, Name, ...rest } = summaryOf(state);
	return {
		did: WOULD[step.kind],
		json: {
			Id,
			Name,
			action: step.kind,
			...reasonOf(step),
			summary: changes.map(changeWords).join('; '),
			warnings: warningsOf(plan.fields, state, step.kind !== 'update'),
			changes,
			unchanged,
			ignored: copies(plan.ignored),
			...rest,
		},
	};
}

function reasonOf(step: Step): IDataObject {
	if (step.kind === 'refuse') return { reason: step.failure.message };
	return step.kind === 'skip' ? { reason: step.reason } : {};
}

/** @param isSafe whether a running task is not changed while it runs */
const warningsOf = (
	fields: readonly Read[],
	state: TaskState | undefined,
	isSafe: boolean,
): string[] => [
	...(state?.status === RUNNING && !isSafe
		? ['The task is running: people are being called now, and a change may count at once']
		: []),
	...warningsFor(fields, state, chinaNow()),
];

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

async function sendUpdate(
	{ task, ignored, options, fields: given }: Plan,
	{ send, reader }: Tools,
	{ fields, state, whilePaused = false, more = {} }: Sending,
): Promise<Result<Done>> {
	const request = encode(fields, options.urlEncodeNameAndDescriptionFirst);
	const update = async () => await send(UPDATE_TASK, request);
	const warnings = warningsOf(given, state, whilePaused);
	const changed = whilePaused
		? await updateWhilePaused(send, task, update)
		: withAnswer(await update());
	reader.changed(task);
	if (!changed.ok) return changed;
	const { answer, isResumed, warning } = changed.value;
	const verified = options.verifyAfterUpdate
		? await verify(reader, task, fields, answer)
		: undefined;
	if (verified && !verified.ok) {
		const { failure } = verified;
		const more = [failure.description, isResumed ? RUNS_AGAIN : warning].filter(Boolean);
		return fail({ ...failure, description: more.join(' ') });
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
		verified?.value,
		filled({ warnings: [...warnings, ...(warning ? [warning] : [])] }),
	);
	return { ok: true, value: { did: 'updated', json } };
}
