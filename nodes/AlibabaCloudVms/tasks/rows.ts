import type { IDataObject } from 'n8n-workflow';
import { CLEAR, EXPECTED } from '../parameters/companions';
import type { Row } from '../parameters/parameter';
import { recordOf } from '../records';
import { identityOf, type TaskKey } from './state';

/** A value that a row gives a task, by the API's text; '' clears. */
export interface Setting {
	row: Row;
	wire: string;
}

/** A row that Map Automatically takes as it is: which task, what is set, what is cleared, what is expected. */
export function rowFor(
	task: TaskKey,
	settings: readonly Setting[],
	expected: IDataObject,
): IDataObject {
	const { EnterpriseId, TaskId } = identityOf(task);
	const cleared = settings.filter(({ wire }) => wire === '').map(({ row }) => row.api);
	return recordOf<IDataObject[string]>([
		['TaskId', TaskId],
		['EnterpriseId', EnterpriseId],
		...settings.filter(({ wire }) => wire !== '').map(({ row, wire }) => [row.api, wire] as const),
		...(cleared.length > 0 ? [[CLEAR.name, cleared.join(', ')] as const] : []),
		[EXPECTED.name, expected],
	]);
}
