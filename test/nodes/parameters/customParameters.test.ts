import type { INodeProperties } from 'n8n-workflow';
import {
	parametersFromJson,
	parametersFromRows,
} from '../../../nodes/AlibabaCloudVms/parameters/customParameters';

const property: INodeProperties = {
	displayName: 'Parameters',
	name: 'parameters',
	type: 'json',
	default: '',
};

const fromJson = (value: unknown) => parametersFromJson(value, property);
const fromRows = (rows: unknown) => parametersFromRows({ parameter: rows }, property);

test.each<[unknown, Record<string, string>]>([
	['{"TaskId":"0012","Limit":5,"Force":true}', { TaskId: '0012', Limit: '5', Force: 'true' }],
	[
		{ 'Ids.1': '1', Nothing: null, Unknown: undefined, Empty: '' },
		{ 'Ids.1': '1', Empty: '' },
	],
	['{"\\u200bTaskId":"1"}', { TaskId: '1' }],
	[{}, {}],
])('%j gives flat texts', (value, expected) => {
	expect(fromJson(value)).toEqual({ value: expected });
});

test.each<[unknown, string]>([
	['[1]', 'is "[1]"; give a JSON object of names and values'],
	['{"a":', 'is no JSON: at character 6, behind `{"a":`, a value like'],
	['"a"', 'is ""a""; give a JSON object'],
	[7, 'is 7; give a JSON object'],
	[{ Ids: [1, 2] }, 'has a list for "Ids"; give its JSON as text'],
	[{ Filter: { a: 1 } }, 'has an object for "Filter"; give its JSON as text'],
	[{ Limit: Number.NaN }, 'has NaN for "Limit"; give a text or a number'],
	[{ TaskId: '1', taskid: '2' }, 'names "TaskId" and "taskid", which are one parameter'],
	[{ signature: 'x' }, 'names "signature", which belongs to the protocol'],
	[{ 任务: '1' }, 'names "任务"; a name begins with a letter'],
	[{ '': '1', Timestamp: null }, 'names ""; a name begins with a letter'],
	['{"Id":12345678901234567890}', '12345678901234567890'],
])('%j is refused', (value, words) => {
	expect(fromJson(value).issue).toContain(words);
	expect(fromJson(value).value).toBeUndefined();
});

test.each<[unknown, { value?: Record<string, string>; issue?: unknown }]>([
	[[{ name: 'TaskId', value: '1' }, { name: '', value: '' }, {}], { value: { TaskId: '1' } }],
	[[{ name: 'Note', value: '' }, { name: 'Other' }], { value: { Note: '' } }],
	[undefined, { value: {} }],
	[[{ value: '1' }], { issue: expect.stringContaining('names ""') }],
])('rows of names and values: %j', (rows, expected) => {
	expect(fromRows(rows)).toEqual(expected);
});
