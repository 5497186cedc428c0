import type { IDataObject } from 'n8n-workflow';
import type { Read } from '../../../input/given';
import type { Catalogue } from '../../../parameters/catalogue';
import { isIdentity } from '../../../tasks/compare';
import type { TaskKey, TaskState } from '../../../tasks/state';

/** What is no longer known of a task once a value is sent: for one cleared, the service decides. */
function obscuredBy({ row, reading }: Read, { rowNamed }: Catalogue): string[] {
	const replaced = Object.keys(row.insteadOf ? (row.property.displayOptions?.hide ?? {}) : {});
	return [
		...(reading.wire === '' ? [row.api] : []),
		...replaced.flatMap((name) => rowNamed(name)?.api ?? []),
	];
}

/**
 * What the rows of a preview would leave of their tasks, one after the other: the second row for a task is
 * compared with what the first would make of it, as it would be if they were applied.
 */
export class Expected {
	/** By task, the texts of the API as they would stand; undefined for what is not known any more. */
	private readonly left = new Map<string, Map<string, string | undefined>>();

	constructor(private readonly catalogue: Catalogue) {}

	/** A task as it was read, with what the rows before would have made of it. */
	of(task: TaskKey, state: TaskState): TaskState {
		const left = this.left.get(keyOf(task));
		if (!left) return state;
		const fields: IDataObject = { ...state.fields };
		for (const [api, text] of left) {
			if (text === undefined) delete fields[api];
			else fields[api] = text;
		}
		return { ...state, fields };
	}

	/** Told what a row would send. */
	wouldSend(task: TaskKey, fields: readonly Read[]): void {
		const key = keyOf(task);
		const left = this.left.get(key) ?? new Map<string, string | undefined>();
		this.left.set(key, left);
		for (const field of fields) {
			if (isIdentity(field)) continue;
			left.set(field.row.api, field.reading.wire);
			for (const api of obscuredBy(field, this.catalogue)) left.set(api, undefined);
		}
	}
}

const keyOf = ({ enterpriseId, taskId }: TaskKey): string => `${enterpriseId}/${taskId}`;
