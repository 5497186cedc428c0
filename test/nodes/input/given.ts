import type { Given, Read } from '../../../nodes/AlibabaCloudVms/input/given';
import { callTask } from '../../../nodes/AlibabaCloudVms/parameters';
import { read } from '../../../nodes/AlibabaCloudVms/input/read';

const { rows } = callTask;

export type Values = Readonly<Record<string, unknown>>;

/** What collect() hands on for values under the API's names: in the catalogue's order. */
export const givenOf = (values: Values): Given[] =>
	rows
		.filter(({ api }) => api in values)
		.map((row) => ({ row, label: row.property.displayName, value: values[row.api] }));

export const readOf = (values: Values): Read[] => read(givenOf(values), callTask).fields;
