import type { IDataObject } from 'n8n-workflow';
import { callTask } from '../../../nodes/AlibabaCloudVms/parameters';
import { EXPECTED } from '../../../nodes/AlibabaCloudVms/parameters/companions';
import { changedSince, expectationIn } from '../../../nodes/AlibabaCloudVms/tasks/expectation';
import { stateOf } from '../../../nodes/AlibabaCloudVms/tasks/state';

const read = (value: unknown, column = 'expected') =>
	expectationIn([{ companion: EXPECTED, column, value }], callTask);

const textsOf = (value: unknown) =>
	Object.fromEntries(
		(read(value).expectation?.values ?? []).map(({ row, text }) => [row.api, text]),
	);

test.each<[IDataObject, Record<string, string>]>([
	[
		{ AutoStart: true, AutoStop: false },
		{ AutoStart: '1', AutoStop: '0' },
	],
	[
		{ AutoStart: 1, Wrapup: 30, Quotiety: 1.5 },
		{ AutoStart: '1', Wrapup: '30', Quotiety: '1.5' },
	],
	[{ UserFields: [{ a: '1' }] }, { UserFields: '[{"a":"1"}]' }],
	[{ RetryStrategy: { retry: 0, strategy: [] } }, { RetryStrategy: '{"retry":0,"strategy":[]}' }],
	[
		{ Name: '', CustomerMoh: 'no' },
		{ Name: '', CustomerMoh: 'no' },
	],
])('values are taken as the service writes them: %j', (given, texts) => {
	expect(textsOf(given)).toEqual(texts);
	expect(textsOf(JSON.stringify(given))).toEqual(texts);
});

test.each<[unknown, RegExp]>([
	[{ Name: true }, /^'expected' has "Name" as true, which is no value of it/],
	[{ Name: { a: 1 } }, /has "Name" as \{"a":1\}, which is no value/],
	[{ Name: null }, /has "Name" as null, which is no value/],
	[{ UserFields: 3 }, /has "UserFields" as 3, which is no value/],
	[{ IvrName: 'Menu' }, /has "IvrName", which can't be read back/],
	[{ TaskId: '1' }, /has "TaskId", which is no parameter that can be expected$/],
	[
		{ 'Start Date': 'x' },
		/has "Start Date", which is no parameter .*; did you mean "AutoStartDay"\?/,
	],
	[{ Wrapupp: '1' }, /; did you mean "Wrapup"\?$/],
	[{ after: 'lunch', Wrapup: '1' }, /has "after" as "lunch"/],
	[{ Status: '7' }, /has "Status" as "7"; give 0, 1, 2 or 3/],
	[{}, /expects nothing; give what the preview or the update gave/],
	['', /is empty; give what/],
	['{"Wrapup":', /; give what the preview/],
	['[1]', /is "\[1\]"; give what/],
])('anything else is refused: %j', (given, issue) => {
	const { expectation, issues } = read(given);
	expect(expectation).toBeUndefined();
	expect(issues).toEqual([expect.stringMatching(issue)]);
});

test('two columns are one too many', () => {
	const beside = ['expected', 'Expected'].map((column) => ({
		companion: EXPECTED,
		column,
		value: { Wrapup: '1' },
	}));
	expect(expectationIn(beside, callTask).issues).toEqual([
		`'expected' stands in the columns "expected" and "Expected"; keep one of them`,
	]);
});

test('what cannot be read now is no proof that nothing has changed', () => {
	const { expectation } = read({ Status: '0', AgentGroup: '6', Wrapup: '30' });
	const since =
		expectation &&
		changedSince(expectation, stateOf({ Wrapup: '30', Status: '2' }), {
			fields: [],
			catalogue: callTask,
		});
	expect(since).toEqual([
		'The task was not started when this was previewed and is paused now',
		expect.stringMatching(/^'[^']+' was "6" when this was previewed and could not be read now$/),
	]);
});
