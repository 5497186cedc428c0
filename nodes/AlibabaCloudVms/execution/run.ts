import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';
import { forManyListeners } from '../sending/cancel';
import { operationFor } from '../operations';
import { errorOf, failuresOf, unexpected } from './errors';
import { hidden } from './hidden';
import { hintsFor } from './hints';
import { executeItems, isOfItem, type Outcomes } from './items';
import { Notes } from './notes';
import { keepTaskIds, touchedTasks } from './executionData';
import { openSession } from './open';
import { hiderOf, outputOf, placeOf, taskIdOf } from './output';
import { recordOptions, Records } from './records';
import { attachReport } from './report';
import { retryHint } from './retryOnFail';

/** What was done about items, one entry an item without an error. */
function deedsIn(results: Outcomes['results']): string[] {
	const did: string[] = [];
	for (const result of results) if (result?.ok) did.push(result.value.did);
	return did;
}

/** Runs the operation that the node is set to for all its items. */
export async function run(context: IExecuteFunctions): Promise<INodeExecutionData[]> {
	const items = context.getInputData();
	const total = items.length;
	if (total === 0) return [];
	const resource = context.getNodeParameter('resource', 0);
	const name = context.getNodeParameter('operation', 0);
	const operation = operationFor(resource, name);
	if (!operation) {
		throw new NodeOperationError(context.getNode(), `${resource}: ${name} is not an operation`);
	}
	const { deeds } = operation;
	const cancelled = forManyListeners(context.getExecutionCancelSignal());
	const goesOn = context.continueOnFail();
	const began = Date.now();
	const session = await openSession(operation, context, cancelled).catch(unexpected);
	const kept = recordOptions(context, operation);
	const records = kept.includeChangeRecord ? new Records(context, operation) : undefined;
	const times: number[] = [];
	const { results, retries, waitedMs, hasChanges } = await executeItems(session, {
		total,
		settled: records && ((index) => (times[index] = Date.now())),
		goesOn,
		cancelled,
		tell: (progress) => context.sendMessageToUI(progress),
		log: (progress) =>
			context.logger.info(
				`Execution ${context.getExecutionId()}, node "${context.getNode().name}": ${progress}`,
			),
		report: (defect) => context.logger.error(defect),
	});
	const hide = hiderOf(session);
	if (kept.taskIdsInExecutionData) keepTaskIds(context, touchedTasks(results, deeds));
	const failed = failuresOf(results);
	const [worst, ...others] = failed;
	if (worst && !goesOn) {
		const { itemIndex, failure } = worst;
		const changedIn = (from: number, to: number) =>
			results
				.slice(from, to)
				.flatMap((result, place) =>
					result?.ok && deeds[result.value.did]?.isChange
						? [taskIdOf(result.value, from + place)]
						: [],
				);
		const told = hidden(failure, hide);
		const error = errorOf(context.getNode(), told, {
			...placeOf(items, itemIndex),
			changed: Object.values(deeds).find(({ isChange }) => isChange)?.words,
			before: changedIn(0, itemIndex),
			after: changedIn(itemIndex, total),
			isOfItem: session.ok && isOfItem(failure),
			alarming: others.flatMap((one) => (one.failure.alarm ? [one.itemIndex] : [])),
		});
		records?.addToError(error, told);
		throw error;
	}
	const did = deedsIn(results);
	const notes = session.ok ? session.value.notes : new Notes();
	if (did.length + failed.length === total) notes.isWhole();
	const output = await outputOf(results, items, session);
	await records?.addTo(output, { results, times, hide: (failure) => hidden(failure, hide) });
	if (session.ok) {
		await attachReport(context, operation, output, { results, session: session.value });
	}
	context.addExecutionHints(
		...hintsFor(output, {
			deeds,
			did,
			refused: failed.length,
			retries,
			waitedMs,
			ms: Date.now() - began,
			notes,
		}).map((hint) => ({ ...hint, message: hide(hint.message) })),
		...(session.ok && session.value.isRetriedByN8n && hasChanges ? [retryHint] : []),
	);
	return output;
}
