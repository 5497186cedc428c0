import type { IDataObject } from 'n8n-workflow';
import { changeWords, type Comparison } from './compare';
import { copies, outlineOf, warningsOf, type Done, type Plan } from './plan';
import { summaryOf, type TaskState } from './state';
import type { Step } from './step';

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
export function preview(
	plan: Plan,
	state: TaskState,
	comparisons: readonly Comparison[],
	planned: Step,
): Done {
	const { changes, unchanged } = outlineOf(plan, comparisons);
	const step = previewedStep(planned, changes);
	const { Id, Name, ...rest } = summaryOf(state, plan.task);
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
