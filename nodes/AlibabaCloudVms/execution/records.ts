import type {
	IDataObject,
	IExecuteFunctions,
	NodeApiError,
	NodeOperationError,
} from 'n8n-workflow';
import type { Failure } from '../gateway/failure';
import { isRecord } from '../guards';
import type { Operation, Paired } from '../operations/operation';
import { RECORD } from '../operations/options';
import { Slice } from '../sending/slice';
import { recordOfDone, recordOfFailure, type Origin } from './record';
import type { Results } from './progress';
import { createOptionsReader } from './readOptions';

/** What the options say of records; they count where there is no way to the service, too. */
export function recordOptions(context: IExecuteFunctions, { options }: Operation) {
	const nothing = { includeChangeRecord: false, taskIdsInExecutionData: false };
	if (!(RECORD.includeChangeRecord.property.name in options)) return nothing;
	const read = createOptionsReader(context, RECORD, true).read(0);
	return read.ok ? read.value : nothing;
}

function originOf(context: IExecuteFunctions, { option }: Operation): Origin {
	const { id, name } = context.getWorkflow();
	return {
		workflow: name ?? '',
		workflowId: String(id ?? ''),
		executionId: String(context.getExecutionId() ?? ''),
		node: context.getNode().name,
		operation: option.value,
	};
}

/** Records of what became of items, where they are wanted. */
export class Records {
	private readonly origin: Origin;

	constructor(context: IExecuteFunctions, operation: Operation) {
		this.origin = originOf(context, operation);
	}

	/**
	 * Adds them to the outputs, and to the errors of refused items.
	 * @param times when the outcomes were known, by item
	 */
	async addTo(
		output: readonly Paired[],
		{ results, times, hide }: { results: Results; times: readonly number[]; hide: Hide },
	): Promise<void> {
		const slice = new Slice();
		const { origin } = this;
		for (const [index, one] of output.entries()) {
			if (slice.isOverAt(index)) await slice.giveWay();
			const item = one.pairedItem.item;
			const result = results[item];
			if (!result) continue;
			const how = { origin, at: times[item] ?? Date.now() };
			if (result.ok) one.json.record = { ...recordOfDone(one.json, result.value.task, how) };
			else if (isRecord(one.json.error)) {
				const error = one.json.error as IDataObject;
				error.record = { ...recordOfFailure(hide(result.failure), how) };
			}
		}
	}

	/** Adds that of the item that stops the run to its error. */
	addToError(error: NodeApiError | NodeOperationError, failure: Failure): void {
		const record = { ...recordOfFailure(failure, { origin: this.origin, at: Date.now() }) };
		error.context.data = { ...(Object(error.context.data) as object), record };
	}
}

/** Takes the key out of what is said. */
type Hide = (failure: Failure) => Failure;
