import type { IExecuteFunctions } from 'n8n-workflow';
import { performance } from 'node:perf_hooks';
import { callTask } from '../nodes/AlibabaCloudVms/parameters';
import { createCollector } from '../nodes/AlibabaCloudVms/input/collect';
import { COLUMNS } from './sheet';

/** Values of one item, in whatever form. */
type Way = (context: IExecuteFunctions) => (itemIndex: number) => unknown;

/** The fields and collections of the node that hold the columns. */
const HOLDERS = [...new Set(COLUMNS.map(({ section, field }) => section || field))];

/** Two ways to the values of an item's fields. */
export const WAYS = {
	/** The straightforward node: each collection is read for each item. */
	getNodeParameter: (context) => (itemIndex) =>
		HOLDERS.map((name) => context.getNodeParameter(name, itemIndex, undefined)),
	node: (context) => {
		const { collect } = createCollector(context, callTask);
		return (itemIndex) => collect(itemIndex, false);
	},
} satisfies Record<string, Way>;

/** How many rows each way resolves in one measurement. */
export const ROWS = { getNodeParameter: 60, node: 2000 };

/** Milliseconds a row; what is prepared once an execution is included. */
export function perRow(name: keyof typeof WAYS, context: IExecuteFunctions): number {
	const begin = performance.now();
	const resolve = WAYS[name](context);
	for (let itemIndex = 0; itemIndex < ROWS[name]; itemIndex++) resolve(itemIndex);
	return (performance.now() - begin) / ROWS[name];
}

/** Milliseconds a row, round by round. */
export interface Resolving {
	getNodeParameter: number[];
	node: number[];
}
