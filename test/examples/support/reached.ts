import type { IDataObject, IRun } from 'n8n-workflow';

/** What each node gave, by its name and its outputs. */
export interface Reached {
	outputs: Record<string, IDataObject[][]>;
	/** Why the workflow stopped. */
	error?: string;
}

export const reachedIn = ({ data: { resultData } }: IRun): Reached => ({
	outputs: Object.fromEntries(
		Object.entries(resultData.runData).map(([name, runs]) => [
			name,
			(runs.at(-1)?.data?.main ?? []).map((items) => (items ?? []).map(({ json }) => json)),
		]),
	),
	error: resultData.error?.message,
});
