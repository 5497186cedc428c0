import type { INodeExecutionData } from 'n8n-workflow';
import type { AnyExecution, Operation } from '../operations/operation';
import { INPUT } from '../operations/options';
import { hidden } from './hidden';
import { addInput } from './inputColumns';

/**
 * Finishes the outputs of an operation.
 * @param isAll whether all columns of the input stand behind them, or the number of its row alone
 */
export function finisher(
	{ options }: Operation,
	items: readonly INodeExecutionData[],
	{ isAll, hide }: { isAll: boolean; hide(text: string): string },
): AnyExecution['finished'] {
	const takesInput = INPUT.includeInputColumns.property.name in options;
	// What is only read was cleaned as it came.
	return (item, { json: given, binary }, isClean = !takesInput) => {
		const pairedItem = { item };
		const isAdded = takesInput && addInput(given, items[item]?.json ?? {}, isAll);
		const json = isAdded || !isClean ? hidden(given, hide) : given;
		return binary ? { json, binary, pairedItem } : { json, pairedItem };
	};
}
