import type { IDataObject } from 'n8n-workflow';
import { changeWords } from '../../../tasks/compare';
import { summaryOf } from '../../../tasks/state';
import type { Done } from '../../operation';
import type { Decision } from './decide';
import type { Expected } from './expected';
import { copies, done, outlineOf, warningsOf, type Deed, type Plan } from './plan';
import type { Step } from './step';

const WOULD = {
	update: 'wouldUpdate',
	pauseUpdateResume: 'wouldUpdate',
	nothing: 'wouldStay',
	skip: 'wouldSkip',
	refuse: 'wouldRefuse',
} as const satisfies Record<Step['kind'], Deed>;

const SENDS: ReadonlySet<Step['kind']> = new Set(['update', 'pauseUpdateResume']);

/**
 * What is meant for a person comes first: tables are read from the left.
 * @param decision on the task as the rows before would leave it
 */
export function preview(
	plan: Plan,
	expected: Expected,
	{ state, comparisons, step }: Decision,
): Done<Deed> {
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
