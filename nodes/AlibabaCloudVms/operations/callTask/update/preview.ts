import type { IDataObject } from 'n8n-workflow';
import { fail, type Result } from '../../../gateway/failure';
import { changeWords } from '../../../tasks/compare';
import { summaryOf } from '../../../tasks/state';
import { unread } from '../../../tasks/unread';
import type { Done } from '../../operation';
import { decide, type Decision } from './decide';
import type { Expected } from './expected';
import { apisOf, copies, done, outlineOf, warningsOf, type Plan, type Tools } from './plan';
import type { Step } from './step';

/** What an update would do about an item. */
export type Would = 'wouldUpdate' | 'wouldStay' | 'wouldSkip' | 'wouldRefuse';

const WOULD = {
	update: 'wouldUpdate',
	pauseUpdateResume: 'wouldUpdate',
	nothing: 'wouldStay',
	skip: 'wouldSkip',
	refuse: 'wouldRefuse',
} as const satisfies Record<Step['kind'], Would>;

const SENDS: ReadonlySet<Step['kind']> = new Set(['update', 'pauseUpdateResume']);

/** Reads a task and shows what would change of it. */
export async function previewTask(plan: Plan, tools: Tools): Promise<Result<Done<Would>>> {
	const read = await tools.reader.read(plan.task, apisOf(plan.fields));
	if (!read.ok) return fail(unread(read.failure));
	const { expected } = tools;
	const decision = decide(plan, expected.of(plan.task, read.value));
	return { ok: true, value: shown(plan, expected, decision) };
}

/**
 * What is meant for a person comes first: tables are read from the left.
 * @param decision on the task as the rows before would leave it
 */
function shown(
	plan: Plan,
	expected: Expected,
	{ state, comparisons, step }: Decision,
): Done<Would> {
	const { changes, unchanged, toSend } = outlineOf(plan, comparisons);
	if (SENDS.has(step.kind)) expected.wouldSend(plan.task, toSend);
	const { Id, Name, ...rest } = summaryOf(state, plan.task);
	return done(WOULD[step.kind], {
		Id,
		Name,
		action: step.kind,
		...reasonOf(step),
		summary: changes.map(changeWords).join('; '),
		warnings: warningsOf(plan, state, step.kind !== 'update'),
		changes,
		unchanged,
		ignored: copies(plan.ignored),
		...rest,
	});
}

function reasonOf(step: Step): IDataObject {
	if (step.kind === 'refuse') return { reason: step.failure.message };
	return step.kind === 'skip' ? { reason: step.reason } : {};
}
