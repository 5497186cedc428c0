import type { IExecuteFunctions } from 'n8n-workflow';
import { mayBeApplied } from '../gateway/failure';
import type { Operation, Paired } from '../operations/operation';
import { chinaTime } from '../parameters/chinaTime';
import type { ReportItem } from '../report/entries';
import { reportPage } from '../report/page';
import { hidden } from './hidden';
import type { Session } from './open';
import type { Results } from './progress';
import { descriptionOf } from './words';

/** What became of the items, for people. */
function itemsOf(
	output: readonly Paired[],
	results: Results,
	{ views, redactData }: Session,
): ReportItem[] {
	return output.map((one): ReportItem => {
		const item = one.pairedItem.item;
		const view = views?.get(item);
		const own = { item, ...(view ? { view } : {}) };
		const result = results[item];
		if (!result || result.ok) return { ...own, json: one.json };
		const failure = hidden(result.failure, redactData);
		const { message, task, taskName, changes } = failure;
		const description = descriptionOf(failure);
		const isOpen = mayBeApplied(failure);
		const taskId = task?.taskId ?? '';
		return {
			...own,
			failed: { message, description, isOpen, taskId, taskName, changes },
		};
	});
}

/**
 * The first output item; where n8n gives errors an output of their own, the first one of each, so that it is
 * there whichever way is gone on.
 */
function carriersOf(output: readonly Paired[], results: Results, areApart: boolean): Paired[] {
	const isError = (one: Paired) => results[one.pairedItem.item]?.ok === false;
	const first = areApart
		? [output.find((one) => !isError(one)), output.find((one) => isError(one))]
		: [output[0]];
	return first.filter((one) => one !== undefined);
}

/** Adds the page about the run to what the items give; what was done counts without it as well. */
export async function attachReport(
	context: IExecuteFunctions,
	operation: Operation,
	output: readonly Paired[],
	{ results, session }: { results: Results; session: Session },
): Promise<void> {
	const { views, wide } = session;
	if (!views || output.length === 0) return;
	const { option, deeds } = operation;
	const at = Date.now();
	const page = reportPage(itemsOf(output, results, session), {
		language: wide.reportLanguage === 'zh' ? 'zh' : 'en',
		operation: { name: option.value, label: option.name },
		workflow: session.redactData(context.getWorkflow().name ?? ''),
		isPlan: !Object.values(deeds).some(({ isChange }) => isChange),
		at,
	});
	const { day, time } = chinaTime(at);
	const fileName = `${option.value}-${day}-${time.slice(0, 5).replace(':', '')}.html`;
	try {
		const report = await context.helpers.prepareBinaryData(
			Buffer.from(page),
			fileName,
			'text/html',
		);
		const areApart = context.getNode().onError === 'continueErrorOutput';
		for (const one of carriersOf(output, results, areApart)) one.binary = { ...one.binary, report };
	} catch (error) {
		const { message } = Object(error) as { message?: unknown };
		context.logger.error(`The report could not be kept: ${String(message ?? error)}`);
		context.addExecutionHints({
			message: "The report could not be kept; n8n's log says why. All else is as the output says.",
			type: 'warning',
			location: 'outputPane',
		});
	}
}
