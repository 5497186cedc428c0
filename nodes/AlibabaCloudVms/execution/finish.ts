import type { INodeExecutionData } from 'n8n-workflow';
import type { Operation, Output, Paired } from '../operations/operation';
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
): (item: number, output: Output) => Paired {
	const takesInput = INPUT.includeInputColumns.property.name in options;
	return (item, { json: given, binary }) => {
		const pairedItem = { item };
		if (takesInput) addInput(given, items[item]?.json ?? {}, isAll);
		// What is only read was cleaned as it came.
		const json = takesInput ? hidden(given, hide) : given;
		return binary ? { json, binary, pairedItem } : { json, pairedItem };
	};
}
