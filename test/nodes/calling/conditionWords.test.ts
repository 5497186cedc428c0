import { readCondition } from '../../../nodes/AlibabaCloudVms/calling/conditions';
import { conditionWords } from '../../../nodes/AlibabaCloudVms/calling/conditionWords';
import { onDates, weekly, type Listed } from './given';

test.each<[expected: string, listed: Listed]>([
	['Mon to Fri 09:00 to 12:00', weekly('9', '6,5,4,3,2', '09:00', '12:00')],
	['every day 00:00 to 24:00', weekly('9', '1,2,3,4,5,6,7', '00:00', '24:00')],
	['Sat and Sun 09:30 to 24:00', weekly('9', '1,7', '09:30', '00:00')],
	['Mon, Wed and Fri 20:00 to 02:00 the next day', weekly('9', '2,4,6', '20:00', '02:00')],
	[
		'30 November to 3 December 2030, each day 10:00 to 16:00',
		onDates('9', ['2030-11-30', '2030-12-03'], ['10:00', '16:00']),
	],
	[
		'31 December 2030 to 2 January 2031, each day 22:00 to 01:00 the next day',
		onDates('9', ['2030-12-31', '2031-01-02'], ['22:00', '01:00']),
	],
	[
		'3 December 2030 10:00 to 16:00',
		onDates('9', ['2030-12-03', '2030-12-03'], ['10:00', '16:00']),
	],
	[
		'11 December 2030 08:00 to 13 December 2030 20:00',
		onDates('9', ['2030-12-11', '2030-12-13'], ['08:00', '20:00'], 'continuous'),
	],
	[
		'3 December 2030 08:00 to 20:00',
		onDates('9', ['2030-12-03', '2030-12-03'], ['08:00', '20:00'], 'continuous'),
	],
])('a condition in words: %s', (expected, listed) => {
	const condition = readCondition(listed);
	expect('problem' in condition ? condition.problem : conditionWords(condition)).toBe(expected);
});
