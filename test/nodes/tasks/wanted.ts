import type { Read } from '../../../nodes/AlibabaCloudVms/input/given';
import { callTask } from '../../../nodes/AlibabaCloudVms/parameters';
import { stateOf } from '../../../nodes/AlibabaCloudVms/tasks/state';
import { rowOf } from '../parameters/catalogue';

const { rows } = callTask;

/** Values by API name as an item gives them, read. */
export const wanted = (values: Record<string, unknown>): Read[] =>
	rows
		.filter(({ api }) => api in values)
		.map(({ api }) => {
			const row = rowOf(api);
			const value = values[api];
			const reading = value === '' ? { value: '', wire: '' } : row.encode(value, row.property);
			return { row, label: row.property.displayName, value, reading };
		});

/** A task as it was read: a running predictive one, unless told. */
export const task = (fields: Record<string, string | number | null>) =>
	stateOf({ Id: '133224', EnterpriseId: '7000002', Status: '1', Type: '1', ...fields });
