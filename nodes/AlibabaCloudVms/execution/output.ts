import type { INodeExecutionData } from 'n8n-workflow';
import type { Result } from '../gateway/failure';
import type { Done, Paired } from '../operations/operation';
import { Slice } from '../sending/slice';
import { errorItem } from './errors';
import { hidden } from './hidden';
import type { Session } from './open';
import { rowOf, type Place } from './place';
import type { Results } from './progress';

export const placeOf = (items: readonly INodeExecutionData[], item: number): Place => ({
	item,
	total: items.length,
	row: rowOf(items[item]),
});

/** Takes the key out of what a person may have written into a field, too. */
export const hiderOf = (session: Result<Session>): ((text: string) => string) =>
	session.ok ? session.value.redactData : (text) => text;

/** The ID of the task that an item was about, '' where its output has none. */
export function taskIdOf({ outputs: [first], outputOf }: Done, item: number): string {
	const output = outputOf ? outputOf(item) : first;
	return String(output?.json.Id ?? '');
}

/**
 * What the items give, each paired with its own; of a stopped execution, what was not begun gives nothing. In
 * slices, since there may be a hundred thousand.
 */
export async function outputOf(
	results: Results,
	items: readonly INodeExecutionData[],
	session: Result<Session>,
): Promise<Paired[]> {
	const output: Paired[] = [];
	const slice = new Slice();
	const hide = hiderOf(session);
	const add = ({ outputs, outputOf: sharedBy }: Done, item: number, { finished }: Session) => {
		if (sharedBy) output.push(sharedBy(item));
		else for (const one of outputs) output.push(finished(item, one));
	};
	for (let item = 0; item < results.length; item++) {
		if (slice.isOverAt(item)) await slice.giveWay();
		const result = results[item];
		if (result?.ok && session.ok) add(result.value, item, session.value);
		else if (result && !result.ok) {
			output.push(errorItem(hidden(result.failure, hide), placeOf(items, item)));
		}
	}
	return output;
}
