import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { FIRST_TASK } from './sheet';

const FIRST_NUMBER = 13_800_000_000;
const NAMES = ['王芳', '李伟', '张敏', '刘洋'];

/** Columns of a list of customers. */
export const numberSheet = (rows: number): IDataObject[] =>
	Array.from({ length: rows }, (_unused, row) => ({
		姓名: NAMES[row % NAMES.length] ?? '',
		手机号: String(FIRST_NUMBER + row),
		城市: '北京',
	}));

/** The task that they are imported into. */
export const TASK_ID = String(FIRST_TASK);

/** The node's parameters. */
export const importing: INodeParameters = {
	resource: 'callTask',
	operation: 'importNumbers',
	taskId: { __rl: true, mode: 'id', value: TASK_ID },
	batchName: 'spring',
	options: {},
};

/** What has to reach the gateway of a sheet. */
export const listOf = (rows: readonly IDataObject[]): string =>
	JSON.stringify(rows.map((row) => ({ Tel: row['手机号'] })));
