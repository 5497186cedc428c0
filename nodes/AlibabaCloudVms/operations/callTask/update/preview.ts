import type { IDataObject } from 'n8n-workflow';
import { UPDATE_TASK } from '../../../gateway/actions';
import { explorerFor } from '../../../gateway/explorer';
import { fail, headlineOf, sentencesOf, type Failure, type Result } from '../../../gateway/failure';
import { encode } from '../../../input/encode';
import type { Read } from '../../../input/given';
import { unread } from '../../../tasks/unread';
import type { Done } from '../../operation';
import { decide, type Decision } from './decide';
import type { Expected } from './expected';
import { saidCalls } from './hours';
import { chinaNow } from '../../../parameters/chinaTime';
import { effectiveIn, isIdentity } from '../../../tasks/compare';
import { nextEnd } from '../../../tasks/ends';
import { expectedOf, sinceOf } from '../../../tasks/expectation';
import { rowFor } from '../../../tasks/rows';
import { kindOf } from '../../../tasks/state';
import { inOne, outcome, type Columns } from '../../outcome';
import { kindOfRead, outputOf, NOTHING_GIVEN, SENT_AGAIN } from './output';
import { apisOf, done, toSend, warningsOf, type Plan, type Tools } from './plan';
import { reasonOf, SENDS, type Step } from './step';

/** What an update would do about an item. */
export type Would = 'wouldUpdate' | 'wouldStay' | 'wouldSkip' | 'wouldRefuse';

const WOULD = {
	update: 'wouldUpdate',
	pauseUpdateResume: 'wouldUpdate',
	nothing: 'wouldStay',
	skip: 'wouldSkip',
	refuse: 'wouldRefuse',
} as const satisfies Record<Step['kind'], Would>;

/** Reads a task and shows what would change of it. */
export async function previewTask(plan: Plan, tools: Tools): Promise<Result<Done<Would>>> {
	const read = await tools.reader.read(plan.task, apisOf(plan));
	if (!read.ok) return fail(unread(read.failure));
	const { expected } = tools;
	const decision = await decide(plan, expected.of(plan.task, read.value), tools);
	return { ok: true, value: shown(plan, expected, decision) };
}

/**
 * What an update would send, to be stored, shown and sent later as it was shown; null where nothing would
 * change. What can't be read back is in it, and is not expected.
 */
function planRow(
	plan: Plan,
	{ state, comparisons }: Pick<Decision, 'state' | 'comparisons'>,
	toBeSent: readonly Read[],
): IDataObject | null {
	if (comparisons.every(({ verdict }) => verdict === 'same')) return null;
	const sent = toBeSent.filter((field) => !isIdentity(field));
	const effective = effectiveIn(plan.fields, state, plan.catalogue);
	const expected = expectedOf(
		state,
		comparisons.filter(({ field }) => sent.includes(field)),
		nextEnd(sent, effective, chinaNow()),
	);
	const settings = sent.map(({ row, reading }) => ({ row, wire: reading.wire ?? '' }));
	return rowFor(plan.task, settings, { ...expected, ...sinceOf(plan.expectation) });
}

/** What stands against an update, a sentence each. */
const issuesOf = (step: Step): readonly string[] =>
	step.kind === 'refuse' ? sentencesOf(step.failure) : [];

/** @param decision on the task as the rows before would leave it */
function shown(
	plan: Plan,
	expected: Expected,
	{ state, comparisons, step, hours }: Decision,
): Done<Would> {
	const isSent = SENDS.has(step.kind);
	const sent = isSent ? toSend(plan, comparisons) : [];
	expected.wouldSend(plan.task, sent);
	const said = {
		action: step.kind,
		reason: reasonOf(plan, step),
		otherwise: plan.fields.every(isIdentity) ? NOTHING_GIVEN : SENT_AGAIN,
		warnings: [...warningsOf(plan, state, step.kind !== 'update'), ...(hours?.warnings ?? [])],
		shown: { calls: saidCalls(hours, plan), issues: issuesOf(step) },
		name: state.fields.Name ?? null,
	};
	return done(
		WOULD[step.kind],
		outputOf(plan, said, comparisons, [
			...kindOfRead(state, plan),
			['plan', isSent ? planRow(plan, { state, comparisons }, sent) : null],
			['explorer', isSent ? explorerFor(UPDATE_TASK, encode(sent, false)) : ''],
			['help', ''],
		]),
	);
}

/** A row that is wrong, or that the service will not have: the same columns, and why. */
export function refusedRow(failure: Failure): Done<Would> {
	const { task = { enterpriseId: '', taskId: '' } } = failure;
	const issues = sentencesOf(failure);
	const { code, requestId, httpStatus, help = '', denial } = failure;
	const refusal = { code, requestId, httpStatus, ...denial };
	const details = {
		changes: [],
		unchanged: [],
		ignored: [],
		callWindows: null,
		issues: [...issues],
		refusal: requestId === undefined ? null : refusal,
	};
	const columns: Columns = [
		['calls', ''],
		['reason', inOne(issues)],
		['ignored', ''],
		...kindOf(undefined, undefined, task),
		['plan', null],
		['explorer', ''],
		['help', help],
	];
	const { notes = [], warnings = [] } = failure;
	const said = {
		id: task.taskId,
		action: 'refuse',
		summary: headlineOf(failure),
		warnings: [...notes, ...warnings],
		details,
	};
	return done('wouldRefuse', outcome(said, columns));
}
