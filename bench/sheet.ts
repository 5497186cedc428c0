import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { DEFAULT_ENTERPRISE_ID, newTask, type Task } from '../emulator';

/** A column of the sheet, and the field and the parameter that it is mapped to. */
interface Column {
	name: string;
	/** The collection that the field stands in; '' for Task ID. */
	section: string;
	field: string;
	api: string;
	cell(row: number): string | number;
}

export const FIRST_TASK = 500_000;
const pad = (value: number) => String(value).padStart(2, '0');
const times = (hour: number) => (row: number) => `${pad(hour)}:${pad(row % 60)}:00`;
const days = (month: number) => (row: number) => `2027-${pad(month)}-${pad(1 + (row % 28))}`;

const columnsOf = (
	section: string,
	fields: Array<[name: string, field: string, cell: Column['cell']]>,
): Column[] =>
	fields.map(([name, field, cell]) => ({
		name,
		section,
		field,
		api: field.charAt(0).toUpperCase() + field.slice(1),
		cell,
	}));

/** Twenty columns, as a call centre's sheet may have them; all are called as their parameters are. */
export const COLUMNS: readonly Column[] = [
	...columnsOf('', [['任务编号', 'taskId', (row) => String(FIRST_TASK + row)]]),
	...columnsOf('details', [
		['任务名称', 'name', (row) => `回访 ${row}`],
		['任务描述', 'description', (row) => `第 ${row} 批客户，三月到期`],
	]),
	...columnsOf('schedule', [
		['定时开始', 'autoStart', () => 1],
		['开始日期', 'autoStartDay', days(1)],
		['开始时间', 'autoStartTime', times(8)],
		['定时完成', 'autoStop', () => 1],
		['结束日期', 'autoStopDay', days(2)],
		['结束时间', 'autoStopTime', times(17)],
		['禁呼时间', 'timeStrategy', (row) => String(1 + (row % 9))],
	]),
	...columnsOf('callHandling', [
		['语音导航 ID', 'ivrId', (row) => String(10 + (row % 50))],
		['客户超时', 'customerTimeout', (row) => 30 + (row % 30)],
	]),
	...columnsOf('agents', [
		['座席工号', 'cnos', (row) => `20${pad(row % 100)},2222`],
		['座席超时时间', 'agentTimeout', (row) => 30 + (row % 20)],
		['座席整理时间', 'wrapup', (row) => 10 + (row % 100)],
		['座席最长等待时间', 'maxWaitTime', (row) => 30 + (row % 100)],
	]),
	...columnsOf('pacing', [
		['初始化预计客户接通率', 'answerRate', (row) => 30 + (row % 60)],
		['并发数', 'concurrency', (row) => 1 + (row % 10)],
		['超呼率', 'predictAdjust', (row) => 100 + (row % 100)],
		['骚扰率', 'quotiety', (row) => 1 + (row % 3)],
	]),
];

export const sheet = (rows: number): IDataObject[] =>
	Array.from({ length: rows }, (_unused, row) =>
		Object.fromEntries(COLUMNS.map(({ name, cell }) => [name, cell(row)])),
	);

/** A task of its own for every row, so that no row waits for another. */
export const tasksFor = (rows: number): Task[] =>
	Array.from({ length: rows }, (_unused, row) =>
		newTask({
			EnterpriseId: DEFAULT_ENTERPRISE_ID,
			Id: String(FIRST_TASK + row),
			Name: 'before',
			Type: '1',
		}),
	);

/** How a column comes into its field. */
export const MAPPINGS = {
	'plain references': ({ name }: Column) => `={{ $json['${name}'] }}`,
	'other expressions': ({ name }: Column) => `={{ String($json['${name}']).trim() }}`,
	'no expression': ({ cell }: Column) => cell(0),
} satisfies Record<string, (column: Column) => string | number>;

export type Mapping = keyof typeof MAPPINGS;

/** The node's parameters with every column mapped. */
export function mapped(mapping: Mapping, options: INodeParameters = {}): INodeParameters {
	const parameters: INodeParameters = { resource: 'callTask', operation: 'update', options };
	for (const column of COLUMNS) {
		const { section, field } = column;
		const value = MAPPINGS[mapping](column);
		if (section === '') parameters[field] = { __rl: true, mode: 'id', value };
		else parameters[section] = { ...(parameters[section] as INodeParameters), [field]: value };
	}
	return parameters;
}

/** The node's parameters where the columns map themselves. */
export const automatic = (options: INodeParameters = {}): INodeParameters => ({
	resource: 'callTask',
	operation: 'update',
	fields: 'mapFromInput',
	options,
});

/** What has to reach the gateway for a row. */
export const requestFor = (row: IDataObject): Record<string, string> => ({
	EnterpriseId: DEFAULT_ENTERPRISE_ID,
	...Object.fromEntries(COLUMNS.map(({ name, api }) => [api, String(row[name])])),
});
