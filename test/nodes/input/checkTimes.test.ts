import { callTask } from '../../../nodes/AlibabaCloudVms/parameters';
import { check } from '../../../nodes/AlibabaCloudVms/input/check';
import type { Values } from './given';
import { readOf } from './given';

const issues = (values: Values) => check(readOf(values), callTask);

describe('a start after the stop', () => {
	const span = (startDay: string, startTime: string, stopDay: string, stopTime: string) =>
		issues(
			Object.fromEntries(
				[
					['AutoStartDay', startDay],
					['AutoStartTime', startTime],
					['AutoStopDay', stopDay],
					['AutoStopTime', stopTime],
				].filter(([, value]) => value !== ''),
			),
		);

	test.each([
		['2036-01-02', '', '2036-01-01', ''],
		['2036/1/2', '', '2036-01-01', '17:00'],
		['2036-01-02', '08:00', '2036-01-01', ''],
		['2036-01-02', '00:00', '2036-01-01', '23:59'],
		['2036-01-01', '17:00:01', '2036-01-01', '17:00:00'],
		['2036-01-01', '10:00 PM', '2036-01-01', '9:00'],
		['2037-01-01', '', '2036-12-31', ''],
	])('%s %s to %s %s is refused', (...times) => {
		expect(span(...times)).toEqual([
			expect.stringMatching(
				/^'Start Date' and 'Start Time' \(2.+\) lie after 'Stop Date' and 'Stop Time' \(2.+\); give a start before the stop$/,
			),
		]);
	});

	test.each([
		['2036-01-01', '', '2036-01-01', ''],
		['2036-01-01', '', '2036-01-02', ''],
		['2036-01-01', '08:00', '2036-01-01', '17:00'],
		['2036-01-01', '8:00', '2036-01-01', '17:00'],
		['2036-01-01', '17:00', '2036-01-02', '08:00'],
		['2036-01-01', '17:00', '2036-01-01', ''],
		['2036-01-01', '', '2036-01-01', '08:00'],
		['', '17:00', '', '08:00'],
		['2036-01-02', '17:00', '', '08:00'],
		['', '', '2036-01-01', ''],
	])('%s %s to %s %s is not: the rest is not known', (...times) => {
		expect(span(...times)).toEqual([]);
	});

	test('is none where the start is switched off', () => {
		expect(issues({ AutoStart: 0, AutoStartDay: '2036-01-02', AutoStopDay: '2036-01-01' })).toEqual(
			[],
		);
	});
});

describe('times of retries that do not grow', () => {
	const strategy = (...times: string[]) => ({
		retry: times.length,
		strategy: times.map((time, index) => ({ round: index + 1, time })),
	});
	const rule = (sort: number, ...times: string[]) => ({
		condition: { sipCause: [710] },
		sort,
		...strategy(...times),
	});
	const advice =
		"; give growing times, or set 'Retry Time Counts From' to count from the previous call";

	test.each([1, '1', 'First Call', '基于首次呼叫时间'])('are refused at type %p', (type) => {
		const values = { RetryStrategy: strategy('0-0-10', '0-0-10', '0-0-5') };
		expect(issues({ ...values, RetryStrategyTimeType: type })).toEqual([
			`'Retry Strategy' round 2: time 0-0-10 is not later than 0-0-10 of the round before${advice}`,
			`'Retry Strategy' round 3: time 0-0-5 is not later than 0-0-10 of the round before${advice}`,
		]);
	});

	test('are not refused where the task may count from the previous call', () => {
		expect(issues({ RetryStrategy: strategy('0-0-10', '0-0-10') })).toEqual([]);
	});

	test.each([2, '2', 'Previous Call'])('are fine at type %p', (type) => {
		const values = { RetryStrategy: strategy('0-0-10', '0-0-5'), RetryStrategyTimeType: type };
		expect(issues(values)).toEqual([]);
	});

	test('are compared as times, not as texts', () => {
		const found = (...times: string[]) =>
			issues({ RetryStrategy: strategy(...times), RetryStrategyTimeType: 1 });
		expect(found('0-0-9', '0-0-10', '0-2-0', '0-10-0', '2-0-0')).toEqual([]);
		expect(found('0-23-59', '1-0-0', '10-0-0')).toEqual([]);
		expect(found('1-0-0', '0-23-59')).toHaveLength(1);
	});

	test('are compared within each rule', () => {
		const found = (...rules: object[]) =>
			issues({ RetryStrategy: rules, RetryStrategyTimeType: 1 });
		expect(found(rule(1, '0-0-10'), rule(2, '0-0-5'))).toEqual([]);
		expect(found(rule(1, '0-0-10'), rule(2, '0-1-0', '0-0-5'))).toEqual([
			`'Retry Strategy' rule 2, round 2: time 0-0-5 is not later than 0-1-0 of the round before${advice}`,
		]);
	});

	test('are not looked at in a strategy that is wrong or emptied', () => {
		expect(issues({ RetryStrategy: { ...strategy('0-0-9', '0-0-5'), retry: 9 } })).toHaveLength(1);
		expect(issues({ RetryStrategy: '' })).toEqual([]);
	});
});
