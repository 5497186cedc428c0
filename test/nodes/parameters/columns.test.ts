import { callTask } from '../../../nodes/AlibabaCloudVms/parameters';
import { isNamedAs, namesOf } from '../../../nodes/AlibabaCloudVms/parameters/columns';
import { plainName } from '../../../nodes/AlibabaCloudVms/parameters/header';
import { rowOf } from './catalogue';

const { rows } = callTask;
const { didYouMean } = callTask.columns;
const rowForColumn = (column: string) => callTask.columns.meaningOf(column).row;

const words = (api: string) => api.replace(/(?<=[a-z])(?=[A-Z])/g, ' ');
const wide = (text: string) =>
	text.replace(/[A-Za-z]/g, (letter) => String.fromCodePoint(letter.charCodeAt(0) + 0xfee0));

/** Ways to write a name in a sheet, an API, a database, a form. */
const spellings = (name: string): string[] => [
	name,
	name.toLowerCase(),
	name.toUpperCase(),
	`  ${name} `,
	words(name),
	words(name).toLowerCase().replaceAll(' ', '_'),
	words(name).toUpperCase().replaceAll(' ', '-'),
	words(name).replaceAll(' ', '.'),
	name.charAt(0).toLowerCase() + name.slice(1),
	`${name}*`,
	`【${name}】`,
	wide(name),
];

test('no two parameters share a name, however it is written', () => {
	const owners = new Map<string, Set<string>>();
	for (const row of rows) {
		for (const name of namesOf(row)) {
			const plain = plainName(name);
			expect(plain).not.toBe('');
			owners.set(plain, (owners.get(plain) ?? new Set()).add(row.api));
		}
	}
	const shared = [...owners].filter(([, apis]) => apis.size > 1);
	expect(shared).toEqual([]);
	expect(owners.size).toBeGreaterThan(rows.length * 2);
});

test.each(rows.map((row) => [row.api, row] as const))('%s is found by every name', (api, row) => {
	for (const name of namesOf(row)) {
		for (const spelling of spellings(name)) {
			expect([spelling, rowForColumn(spelling)?.api]).toEqual([spelling, api]);
		}
	}
});

test.each([
	['auto_start', 'AutoStart'],
	['Auto Start', 'AutoStart'],
	['autoStart', 'AutoStart'],
	['AUTOSTART', 'AutoStart'],
	['定时开始', 'AutoStart'],
	['定时开始日期', 'AutoStartDay'],
	['开始时间', 'AutoStartTime'],
	['任务ID', 'TaskId'],
	['任务 id', 'TaskId'],
	['企业编号', 'EnterpriseId'],
	['cnos', 'Cnos'],
	['Call Order (JSON)', 'CallPriorityStrategy'],
	['ＩｖｒＩｄ', 'IvrId'],
	['定时开始[Y/N]', 'AutoStart'],
	['自动启动', 'AutoStart'],
	['自动启动时间', 'AutoStartTime'],
	['定时停止', 'AutoStop'],
	['自动停止日期', 'AutoStopDay'],
	['开始时间（北京时间 UTC+8）', 'AutoStartTime'],
	['开始时间(24小时制)', 'AutoStartTime'],
	['开始日期 (ISO 8601)', 'AutoStartDay'],
])('the column %s is %s', (column, api) => {
	expect(rowForColumn(column)?.api).toBe(api);
});

test.each([
	'',
	' ',
	'---',
	'🌸',
	'Id',
	'Status',
	'Type',
	'row_number',
	'Remarks',
	'备注',
	'AutoStart2',
	'constructor',
	'__proto__',
	'toString',
])('the column %j is no parameter', (column) => {
	expect(rowForColumn(column)).toBeUndefined();
});

test('a column is named beside its parameter only where that says more', () => {
	expect(isNamedAs('auto_start', rowOf('AutoStart'))).toBe(true);
	expect(isNamedAs('start date', rowOf('AutoStartDay'))).toBe(true);
	expect(isNamedAs('定时开始', rowOf('AutoStart'))).toBe(false);
});

describe('what was probably meant', () => {
	test.each([
		['AutoStrat', 'AutoStart'],
		['AutoStartDayy', 'AutoStartDay'],
		['Concurency', 'Concurrency'],
		['retry_strategie', 'RetryStrategy'],
		['Task Idd', 'TaskId'],
		['wrapupp', 'Wrapup'],
		['定时开始日', '定时开始'],
		['外显号码列表', '客户侧外显号码列表'],
		['外显号码', 'Caller ID Numbers'],
		['是否定时开始', '定时开始'],
		['计划开始时间', '开始时间'],
		['修改后客户超时时间（秒）', '客户超时时间'],
		['Planned Start Time', 'Start Time'],
		['Task Name', 'Name'],
		['截止时间', 'Stop Time'],
		// Once all numbers are called, or at a time: either may be meant.
		['自动停止', 'Auto Stop'],
		['自动结束', 'Auto Stop'],
		['是否自动启动', '自动启动'],
		['Scheduled Start', 'Auto Start'],
	])('by %s', (column, expected) => {
		expect(rowForColumn(column)).toBeUndefined();
		expect(didYouMean(column, '; ')).toBe(`; did you mean ${JSON.stringify(expected)}?`);
	});

	test.each([
		['auto_startday', 'AutoStartDay'],
		['wrap up', 'Wrapup'],
		['Customer Time-Out!', 'CustomerTimeout'],
	])('is not asked of %s, which is a parameter', (column, api) => {
		expect(rowForColumn(column)?.api).toBe(api);
	});

	test.each([
		'Remarks',
		'备注',
		'Phone',
		'row_number',
		'id',
		'x',
		'',
		'Customer',
		'Notes',
		'城市',
		'号码',
		'客户电话',
		'客户描述',
		'Product Description',
		'Company Name',
		'坐席',
	])('by %j is nothing', (column) => {
		expect(didYouMean(column, '; ')).toBe('');
	});

	test('by a name with a letter too few is that name, for every API name', () => {
		for (const { api } of rows) {
			const typed = api.slice(0, 2) + api.slice(3);
			const meant = /^did you mean "(.*)"\?$/.exec(didYouMean(typed, ''))?.[1] ?? '';
			expect([typed, rowForColumn(meant)?.api]).toEqual([typed, api]);
		}
	});
});
