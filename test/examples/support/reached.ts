import { stringify } from 'flatted';
import type { IDataObject, IRun } from 'n8n-workflow';

/** What each node gave, by its name and its outputs. */
export interface Reached {
	outputs: Record<string, IDataObject[][]>;
	/** Why the workflow stopped. */
	error?: string;
	/** What is kept of an execution that waits for somebody, as n8n's database has it. */
	kept?: string;
}

export const reachedIn = ({ data }: IRun): Reached => ({
	outputs: Object.fromEntries(
		Object.entries(data.resultData.runData).map(([name, runs]) => [
			name,
			(runs.at(-1)?.data?.main ?? []).map((items) => (items ?? []).map(({ json }) => json)),
		]),
	),
	error: data.resultData.error?.message,
	...(data.waitTill ? { kept: stringify(data) } : {}),
});
