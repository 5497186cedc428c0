import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { TASK, type Bench, type RunOptions } from './bench';

/** Runs of the node whose columns map themselves. */
export function mapping(bench: Bench) {
	const map = async (items: IDataObject[], more: INodeParameters = {}, options: RunOptions = {}) =>
		await bench.run({ fields: 'mapFromInput', taskId: '', ...more }, { ...options, items });

	const itemOf = (item: IDataObject) => [{ TaskId: TASK.taskId, ...item }];

	return {
		map,
		/** What arrives for an item of a sheet. */
		async sentFor(item: IDataObject, more: INodeParameters = {}) {
			await map(itemOf(item), more);
			return bench.changes;
		},
		refusalOf: async (item: IDataObject, options: INodeParameters = {}, more = {}) =>
			await bench.failure({ fields: 'mapFromInput', options, ...more }, { items: itemOf(item) }),
	};
}

/** The lines of the hint. */
export const hintsOf = ({ hints }: { hints: Array<{ message: string }> }) =>
	hints.flatMap(({ message }) => message.split('<br>'));
