import type { INodeExecutionData } from 'n8n-workflow';
import type { Result } from '../gateway/failure';
import type { Operation } from '../operations/operation';
import { INPUT } from '../operations/options';
import { Slice } from '../sending/slice';
import { errorItem } from './errors';
import { hidden } from './hidden';
import { addInput } from './inputColumns';
import type { Session } from './open';
import { rowOf, type Paired, type Place } from './place';
import type { Results } from './progress';

interface Work {
	operation: Operation;
	items: readonly INodeExecutionData[];
	session: Result<Session>;
}

export const placeOf = (items: readonly INodeExecutionData[], item: number): Place => ({
	item,
	total: items.length,
	row: rowOf(items[item]),
});

/** Takes the key out of what a person may have written into a field, too. */
export const hiderOf = (session: Result<Session>): ((text: string) => string) =>
	session.ok ? session.value.redactData : (text) => text;

/**
 * What the items give, each paired with its own; of a stopped execution, what was not begun gives nothing. In
 * slices, since there may be a hundred thousand.
 */
export async function outputOf(
	results: Results,
	{ operation, items, session }: Work,
): Promise<Paired[]> {
	const output: Paired[] = [];
	const slice = new Slice();
	const hide = hiderOf(session);
	const takesInput = INPUT.includeInputColumns.property.name in operation.options;
	const isAll = session.ok && session.value.wide.includeInputColumns === true;
	for (let item = 0; item < results.length; item++) {
		if (slice.isOverAt(item)) await slice.giveWay();
		const result = results[item];
		if (!result) continue;
		if (!result.ok) {
			output.push(errorItem(hidden(result.failure, hide), placeOf(items, item)));
			continue;
		}
		const { outputs, isClean = !takesInput } = result.value;
		for (const { json: given, binary } of outputs) {
			const pairedItem = { item };
			const isAdded = takesInput && addInput(given, items[item]?.json ?? {}, isAll);
			// What is only read was cleaned as it came.
			const json = isAdded || !isClean ? hidden(given, hide) : given;
			output.push(binary ? { json, binary, pairedItem } : { json, pairedItem });
		}
	}
	return output;
}
