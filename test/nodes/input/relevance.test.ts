import { callTask } from '../../../nodes/AlibabaCloudVms/parameters';
import { encode } from '../../../nodes/AlibabaCloudVms/input/encode';
import { read } from '../../../nodes/AlibabaCloudVms/input/read';
import type { Values } from './given';
import { givenOf } from './given';

const reasons = (values: Values) =>
	Object.fromEntries(
		read(givenOf(values), callTask).ignored.map(({ parameter, reason }) => [parameter, reason]),
	);
const sentOf = (values: Values) => encode(read(givenOf(values), callTask).fields, false);

const PRIORITY_POOL = { CustomerClidsGroup: 'sales-pool' };
const NUMBERS = { CustomerClids: '64203667' };
const RULE = { ClidProperty: { defaultAreaCode: '010', isMatchCapital: '1' } };
const WEIGHTS = { CustomerClidWeight: [{ number: '64203667', weight: '5' }] };

/** Controller, its values that hide, its values that do not, the dependants, the reason. */
const TABLE: ReadonlyArray<{
	controller: string;
	hiding: readonly unknown[];
	showing: readonly unknown[];
	dependants: Values;
	reason: RegExp;
}> = [
	{
		controller: 'AutoStart',
		hiding: [false, 0, '0', 'FALSE', '否', ' off '],
		showing: [true, 1, '1', 'TRUE', '是', 'maybe', ''],
		dependants: { AutoStartDay: '2026-01-01', AutoStartTime: '08:00:00' },
		reason: /^does not apply while 'Auto Start' is off$/,
	},
	{
		controller: 'AutoStop',
		hiding: [false, 0, '0', 'no', '关闭'],
		showing: [true, 1, 'yes', '开启', 2, ''],
		dependants: { AutoStopDay: '2026-01-01', AutoStopTime: '17:00:00', ForceEndFlag: '1' },
		reason: /^does not apply while 'Auto Stop' is off$/,
	},
	{
		controller: 'AutoTaskType',
		hiding: [0, '0', '０', 'Continuous'],
		showing: [1, '1', 'at intervals', 7, ''],
		dependants: { AutoTriggerTimeStrategy: '9,22' },
		reason: /^does not apply while 'Calling Mode' is set to 'Continuous'$/,
	},
	{
		controller: 'CustomerClidsCategory',
		hiding: [4, '4', 'Number Pool', 5, '5', 'caller id navigation'],
		showing: [1, '1', 'Fixed-Line Numbers', 3, ''],
		dependants: {
			...NUMBERS,
			CustomerClidType: '2',
			...RULE,
			CustomerClidWeightFlag: '1',
			...WEIGHTS,
		},
		reason:
			/^does not apply while 'Caller ID Type' is set to '(Number Pool|Caller ID Navigation)'$/,
	},
	{
		controller: 'CustomerClidsCategory',
		hiding: [1, '1', 2, 'mobile numbers'],
		showing: [4, '4', 5, '５', 'x', ''],
		dependants: PRIORITY_POOL,
		reason: /^does not apply while 'Caller ID Type' is set to '(Fixed-Line|Mobile) Numbers'$/,
	},
	{
		controller: 'CustomerClidsCategory',
		hiding: [2, '2'],
		showing: [1, '1'],
		dependants: { CustomerClidWeightFlag: '1', ...WEIGHTS },
		reason: /^does not apply while 'Caller ID Type' is set to 'Mobile Numbers'$/,
	},
	{
		controller: 'CustomerClidType',
		hiding: [1, '1', 'At Random'],
		showing: [2, '2', 'By Area Code', 9],
		dependants: RULE,
		reason: /^does not apply while 'Caller ID Selection' is set to 'At Random'$/,
	},
	{
		controller: 'CustomerClidWeightFlag',
		hiding: [false, '0', '否'],
		showing: [true, '1', '是', 'perhaps'],
		dependants: WEIGHTS,
		reason: /^does not apply while 'Weight Caller IDs' is off$/,
	},
	{
		controller: 'IvrId',
		hiding: ['13', 13, ' 13', '０13'],
		showing: ['', 'main', 0.5],
		dependants: { IvrName: 'Renewal menu' },
		reason: /^does not apply while 'IVR ID' is set to "0?13"$/,
	},
	{
		controller: 'RetryStrategy',
		hiding: [''],
		showing: ['{"retry":1,"strategy":[{"round":1,"time":"0-0-5"}]}', '{}', 'x'],
		dependants: { RetryStrategyTimeType: '2' },
		reason: /^does not apply while 'Retry Strategy' is empty$/,
	},
];

describe.each(TABLE)('$controller', ({ controller, hiding, showing, dependants, reason }) => {
	const names = Object.keys(dependants);

	test.each(hiding)(`at %p: ${names.join(', ')} not sent`, (value) => {
		const values = { [controller]: value, ...dependants };
		expect(Object.keys(reasons(values)).sort()).toEqual([...names].sort());
		for (const why of Object.values(reasons(values))) expect(why).toMatch(reason);
		for (const name of names) expect(sentOf(values)).not.toHaveProperty(name);
	});

	test.each(showing)(`at %p: ${names.join(', ')} sent`, (value) => {
		expect(Object.keys(sentOf({ [controller]: value, ...dependants }))).toEqual(
			expect.arrayContaining(names),
		);
		expect(reasons({ [controller]: value, ...dependants })).toEqual({});
	});

	test(`not given: ${names.join(', ')} sent`, () => {
		expect(Object.keys(sentOf(dependants)).sort()).toEqual([...names].sort());
	});
});

test('a value that does not apply may be wrong: it is ignored without an issue', () => {
	const { fields, ignored } = read(
		givenOf({ AutoStart: false, AutoStartDay: '2026-02-30', AutoStartTime: {} }),
		callTask,
	);
	expect(fields.map(({ reading }) => reading.issue)).toEqual([undefined]);
	expect(ignored).toEqual([
		{
			field: 'Start Date',
			parameter: 'AutoStartDay',
			reason: "does not apply while 'Auto Start' is off",
		},
		{
			field: 'Start Time',
			parameter: 'AutoStartTime',
			reason: "does not apply while 'Auto Start' is off",
		},
	]);
});

test('a controller that does not apply itself controls nothing', () => {
	const stale = { CustomerClidsCategory: 2, CustomerClidWeightFlag: false, ...WEIGHTS };
	expect(reasons(stale)).toEqual({
		CustomerClidWeightFlag: "does not apply while 'Caller ID Type' is set to 'Mobile Numbers'",
		CustomerClidWeight: "does not apply while 'Caller ID Type' is set to 'Mobile Numbers'",
	});
});

test('a number pool leaves out the rule of a former list of numbers, link by link', () => {
	const values = {
		CustomerClidsCategory: 4,
		...PRIORITY_POOL,
		CustomerClidType: 1,
		ClidProperty: 'broken',
	};
	expect(sentOf(values)).toEqual({ CustomerClidsCategory: '4', CustomerClidsGroup: 'sales-pool' });
	expect(Object.keys(reasons(values))).toEqual(['CustomerClidType', 'ClidProperty']);
});

test('a field that was given as JSON is ignored under its own label', () => {
	const [row] = givenOf({ ClidProperty: '{}' });
	const [type] = givenOf({ CustomerClidType: 1 });
	const given = [type, row && { ...row, label: 'Area Code Rule (JSON)' }].flatMap(
		(one) => one ?? [],
	);
	expect(read(given, callTask).ignored).toEqual([
		expect.objectContaining({ field: 'Area Code Rule (JSON)', parameter: 'ClidProperty' }),
	]);
});

test('a failed expression is an issue of its field, and has nothing to send', () => {
	const [given] = givenOf({ Name: 'x' });
	const problem = 'has an expression that fails: no data';
	const { fields } = read(given ? [{ ...given, value: undefined, problem }] : [], callTask);
	expect(fields[0]?.reading).toEqual({ issue: problem });
});

test('the fields of different sections do not see each other', () => {
	const values = { AutoStart: 0, AutoStop: 1, AutoStopDay: '2026-01-01', AutoTaskType: 1 };
	expect(reasons(values)).toEqual({});
});
