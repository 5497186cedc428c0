import { soonestStop } from '../../../nodes/AlibabaCloudVms/operations/callTask/lifecycle/stopTime';

/** Moments on the clocks of China. */
test.each([
	['2026-11-26T10:00:00', '2026-11-26 10:01:00'],
	['2026-11-26T10:00:00.001', '2026-11-26 10:02:00'],
	['2026-11-26T10:00:59.999', '2026-11-26 10:02:00'],
	['2026-11-26T23:58:30', '2026-11-27 00:00:00'],
	['2026-12-31T23:59:30', '2027-01-01 00:01:00'],
	['2028-02-28T23:59:01', '2028-02-29 00:01:00'],
])('at %s the soonest stop is %s', (now, expected) => {
	const { day, time } = soonestStop(Date.parse(`${now}+08:00`));
	expect(`${day} ${time}`).toBe(expected);
});
