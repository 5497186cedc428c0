import { callTask } from '../../../nodes/AlibabaCloudVms/parameters';
import { changeOf, changeWords, compare } from '../../../nodes/AlibabaCloudVms/tasks/compare';
import { task, wanted } from './wanted';

type Stored = string | number | null;

const verdictOf = (api: string, given: unknown, stored: Stored) =>
	compare(wanted({ [api]: given }), task({ [api]: stored }), callTask).map(
		({ verdict }) => verdict,
	);

describe('a value counts as the same', () => {
	test.each<[api: string, given: unknown, stored: Stored]>([
		['CustomerTimeout', 30, '30'],
		['CustomerTimeout', '30', 30],
		['CustomerTimeout', '030', '30'],
		['Quotiety', 0.5, '0.50'],
		['Quotiety', '1', '1.00'],
		['AutoStart', true, '1'],
		['AutoStart', '是', 1],
		['AutoStart', 'off', 0],
		['CallStrategy', 'Longest Idle', 4],
		['RetryStrategyOnlyToday', 0, '0'],
		['AutoStartDay', '2026/11/1', '2026-11-01'],
		['AutoStartDay', '2026-11-01T20:00:00Z', '2026-11-02'],
		['AutoStartDay', '2026-11-01', '2026-11-01 00:00:00'],
		['AutoStartTime', '8:30', '08:30:00'],
		['AutoStartTime', '08:30:00', '08:30'],
		['AutoStopTime', '5:00 PM', '17:00:00'],
		['Cnos', ['2000', '0012'], '2000,0012'],
		['Cnos', '2000， 0012', '2000,0012'],
		['Cnos', '2000', '2000'],
		['CustomerClids', '64203667、23434294', '64203667,23434294'],
		['IvrId', '900719925474099312', '900719925474099312'],
		['IvrId', 13, 13],
		['Name', '春季 🌸', '春季 🌸'],
		['UserFields', [{ a: '1' }, { b: 2 }], '[{"a":"1"},{"b":"2"}]'],
		['UserFields', '[ {"a" : "1"} ]', '[{"a":"1"}]'],
		[
			'ClidProperty',
			{ isMatchCapital: true, defaultAreaCode: '010' },
			'{"defaultAreaCode":"010","isMatchCapital":"1"}',
		],
		['CallLimitStrategy', [{ limit: 5, cnos: ['2000'] }], '[{"cnos":["2000"],"limit":"5"}]'],
		[
			'RetryStrategy',
			'{"strategy":[{"time":"0-1-0","round":1}],"retry":1}',
			'{"retry":1,"strategy":[{"round":1,"time":"0-1-0"}]}',
		],
		['Description', '', ''],
		['Name', 'x', 'x '],
		['Description', 'a\r\nb', 'a\nb'],
		['IvrId', '013', '13'],
		['CallVariables', [{ name: 'a', value: 'b' }], '[{"a":"b"}]'],
		['RetryStrategy', '', '{}'],
		['RetryStrategy', { retry: 0, strategy: [] }, '{}'],
		['RetryStrategy', 'no retries', ''],
		['RetryStrategy', '不重试', '{"retry":"0","strategy":[]}'],
		['CustomerMoh', '', 'no'],
		['IvrId', '', null],
	])('%s: %j and %j', (api, given, stored) => {
		expect(verdictOf(api, given, stored)).toEqual(['same']);
	});
});

describe('a value counts as different', () => {
	test.each<[api: string, given: unknown, stored: Stored]>([
		['CustomerTimeout', 30, '31'],
		['CustomerTimeout', 30, ''],
		['CustomerTimeout', 30, null],
		['Quotiety', 0.5, '0.05'],
		['AutoStart', false, '1'],
		['AutoStart', false, ''],
		['AutoStartDay', '2026-11-01T10:00:00Z', '2026-11-02'],
		['AutoStartTime', '8:30 PM', '08:30:00'],
		['Cnos', '12', '0012'],
		['Cnos', '2001,2000', '2000,2001'],
		['IvrId', '900719925474099312', '900719925474099313'],
		['Name', 'Name', 'name'],
		['Description', '', 'text'],
		['UserFields', [{ b: '2' }, { a: '1' }], '[{"a":"1"},{"b":"2"}]'],
		['UserFields', [{ a: '1' }], 'not JSON'],
		[
			'RetryStrategy',
			'{"retry":1,"strategy":[{"round":1,"time":"0-1-0"}]}',
			'{"retry":1,"strategy":[{"round":1,"time":"0-1-1"}]}',
		],
	])('%s: %j and %j', (api, given, stored) => {
		expect(verdictOf(api, given, stored)).toEqual(['differs']);
	});
});

test('what the service never tells, or left out, is unknown', () => {
	expect(verdictOf('IvrName', 'Menu', 'Menu')).toEqual(['unknown']);
	expect(verdictOf('CustomerClidsGroup', 'Pool', 'Pool')).toEqual(['unknown']);
	const [one] = compare(wanted({ AgentGroup: '6' }), task({}), callTask);
	expect(one?.verdict).toBe('unknown');
	expect(one && changeOf(one)).toEqual({
		field: 'AgentGroup',
		label: 'Outbound Groups',
		from: null,
		to: '6',
		words: '? → 6',
		note: 'was not in the answer, so it may be the same already',
	});
	const [never] = compare(wanted({ IvrName: 'Menu' }), task({}), callTask);
	expect(never && changeOf(never).note).toBe("can't be read back, so it may be the same already");
});

test('the two that say which task are not compared', () => {
	expect(compare(wanted({ TaskId: 1, EnterpriseId: 2 }), task({}), callTask)).toEqual([]);
});

describe('the order of agents', () => {
	const given = '2001,2000,0012';
	const verdict = (stored: string, more: Record<string, string>, also = {}) =>
		compare(wanted({ Cnos: given, ...also }), task({ Cnos: stored, ...more }), callTask).find(
			({ field }) => field.row.api === 'Cnos',
		)?.verdict;

	test.each<[string, Record<string, string>, object, string]>([
		['at random', { CallStrategy: '1' }, {}, 'same'],
		['by the longest wait', { CallStrategy: '3' }, {}, 'same'],
		['as it was never set', { CallStrategy: '' }, {}, 'same'],
		['in order', { CallStrategy: '2' }, {}, 'differs'],
		['in order from now on', { CallStrategy: '1' }, { CallStrategy: 'In Order' }, 'differs'],
		['in order no longer', { CallStrategy: '2' }, { CallStrategy: 4 }, 'same'],
		['nobody knows how', {}, {}, 'differs'],
	])('where they are assigned %s: %j, %j', (_how, stored, also, expected) => {
		expect(verdict('0012,2000,2001', stored, also)).toBe(expected);
		expect(verdict('2001,2000,2000,0012', stored, also)).toBe('same');
		expect(verdict('0012,2000', stored, also)).toBe('differs');
		expect(verdict('12,2000,2001', stored, also)).toBe('differs');
	});
});

test.each<[api: string, given: unknown, stored: Stored, from: unknown, to: unknown]>([
	['CustomerTimeout', '45', '30', 30, 45],
	['AutoStart', 'on', '0', 0, 1],
	['Cnos', '1,2', '2000', '2000', '1,2'],
	['Description', '', 'text', 'text', null],
	['UserFields', '[{"a":"1"}]', '', null, [{ a: '1' }]],
	['AutoStartTime', '8:00', 'soon', 'soon', '08:00:00'],
	[
		'CallVariables',
		[{ name: 'a', value: 'c' }],
		'[{"a":"b"}]',
		[{ name: 'a', value: 'b' }],
		[{ name: 'a', value: 'c' }],
	],
	[
		'RetryStrategy',
		'{"retry":1,"strategy":[{"round":1,"time":"0-0-5"}]}',
		'{}',
		null,
		expect.anything(),
	],
	['CustomerMoh', '1', 'no', null, '1'],
])(
	'a change of %s to %j from %j tells numbers and structures as such',
	(api, given, stored, from, to) => {
		const [one] = compare(wanted({ [api]: given }), task({ [api]: stored }), callTask);
		expect(one && changeOf(one)).toMatchObject({ field: api, from, to });
	},
);

test.each<[api: string, given: unknown, stored: Stored, words: string]>([
	['AutoStartDay', '2026/12/1', '2026-11-01', 'Start Date 2026-11-01 → 2026-12-01'],
	['Description', '', 'text', 'Description text → (empty)'],
	['CustomerTimeout', 20, null, 'Customer Timeout (empty) → 20'],
	['UserFields', [{ a: '1' }, { b: '2' }], '', 'User Fields (empty) → a: 1; b: 2'],
	['UserFields', [], '[{"a":"1"}]', 'User Fields a: 1 → no fields'],
	['UserFields', [{ a: 'x\n y' }], '{"not":"so"}', 'User Fields {"not":"so"} → a: x y'],
	['AutoStart', 'on', '0', 'Auto Start off → on'],
	['AutoStart', '', '1', 'Auto Start on → (empty)'],
	['AutoTaskType', 1, '0', 'Calling Mode Continuous → Within Calling Times'],
	[
		'RetryStrategy',
		'{"retry":2,"strategy":[{"round":1,"time":"0-0-5"},{"round":2,"time":"1-2-1"}]}',
		'{"retry":1,"strategy":[{"round":1,"time":"0-2-0"}]}',
		'Retry Strategy 1 round: after 2 hours → 2 rounds: after 5 minutes, after 1 day 2 hours 1 minute',
	],
	['RetryStrategy', 'no retries', '', 'Retry Strategy (empty) → no retries'],
	[
		'RetryStrategy',
		[
			{
				condition: { sipCause: [800] },
				retry: 1,
				sort: 2,
				strategy: [{ round: 2, time: '0-0-10' }],
			},
			{
				condition: { sipCause: [710, 718] },
				retry: 1,
				sort: 1,
				strategy: [{ round: 1, time: '0-0-1' }],
			},
		],
		'{}',
		'Retry Strategy (empty) → on Busy (710) or No Answer (718), 1 round: after 1 minute; on result 800, 1 round from round 2 on: after 10 minutes',
	],
	[
		'CallLimitStrategy',
		[{ cnos: ['2000', '0012'], limit: 5 }],
		'[{"cnos":["2000"],"limit":"1"}]',
		'Daily Answer Limits 2000: at most 1 call a day → 2000, 0012: at most 5 calls a day',
	],
	[
		'CallPriorityStrategy',
		'{"strategy":[{"sort":2,"type":"retryCall","desc":1},{"sort":1,"type":"firstCall","orderType":2}]}',
		'',
		'Call Order (empty) → numbers not called yet (by import time), then numbers to retry (late rounds first)',
	],
	[
		'ClidProperty',
		{ defaultAreaCode: '010', isMatchCapital: '1', more: 'x' },
		'{"defaultAreaCode":"021","isMatchCapital":"0"}',
		'Area Code Rule default area code 021, match capital off → default area code 010, match capital on, more x',
	],
	[
		'CustomerClidWeight',
		[{ number: '123,345', weight: 5 }],
		'',
		'Caller ID Weights (empty) → 123, 345: weight 5',
	],
	[
		'CallVariables',
		[{ name: 'city', value: 'Berlin' }],
		'[{"city":"Bonn"}]',
		'Call Variables city: Bonn → city: Berlin',
	],
	['IvrName', 'Menu', '', 'IVR Name ? → Menu'],
	['Name', '🌸'.repeat(45), 'x'.repeat(100), `Name ${'x'.repeat(60)}… → ${'🌸'.repeat(45)}`],
])('a change of %s to %j from %j in words', (api, given, stored, words) => {
	const [one] = compare(wanted({ [api]: given }), task({ [api]: stored }), callTask);
	expect(one && changeWords(changeOf(one))).toBe(words);
});
