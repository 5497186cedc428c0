import { issueOf } from '../catalogue';

const [day, time] = ['AutoStartDay', 'AutoStartTime'] as const;

const END_OR_BEGINNING =
	'has two meanings: the end of a day and its beginning; give 23:59:59, or 00:00:00 of the day that is meant';
const NO_YEAR = 'has no year; give it as yyyy-MM-dd, like 2026-01-31';
const TWO_TIMES = 'has two times; give one, and the other one in its own field';
const either = (...meanings: string[]) =>
	`has two meanings: ${meanings.join(' and ')}; give the one that is meant`;

test.each<[string, string]>([
	['1/2/2026', either('2026-01-02', '2026-02-01')],
	['01-02-2026', either('2026-01-02', '2026-02-01')],
	['12.11.2026', either('2026-12-11', '2026-11-12')],
	['１／２／２０２６', either('2026-01-02', '2026-02-01')],
	['3/4/2026 08:00', either('2026-03-04 08:00', '2026-04-03 08:00')],
	['26-01-02', either('2026-01-02', '2002-01-26')],
	['1/2/26', 'has 3 meanings: 2001-02-26, 2026-02-01 and 2026-01-02; give the one that is meant'],
	['13/2/2026', 'does not begin with its year; give 2026-02-13'],
	['2/2/2026', 'does not begin with its year; give 2026-02-02'],
	['31/12/99', 'has a year of two digits; give 2099-12-31, if that is meant'],
	['1/2', NO_YEAR],
	['1月2日', NO_YEAR],
	['1-31 8:00', NO_YEAR],
	['24:00', END_OR_BEGINNING],
	['2026-01-01 24:00:00', END_OR_BEGINNING],
	['晚上12点', END_OR_BEGINNING],
	['上午12:30', either('00:30:00', '12:30:00')],
	['2026-01-01 上午12时05分', either('00:05:00', '12:05:00')],
	['09:00-18:00', TWO_TIMES],
	['9:00 至 18:00', TWO_TIMES],
	['2026-01-01 09:00~18:00', TWO_TIMES],
])('%s %s', (value, what) => {
	const expected = `is "${value}", which ${what}`;
	for (const api of [day, time]) {
		expect(issueOf(api, value)).toBe(expected);
	}
});

test.each(['31/31/2026', '2026-02-30', '30/02/2026', 'tomorrow', '8', '26-26-26', '99/99/99'])(
	'%s has none, and is told what is taken',
	(value) => {
		expect(issueOf(day, value)).toMatch(/; give a date that exists as yyyy-MM-dd/);
		expect(issueOf(time, value)).toMatch(/; give a time of day as HH:mm:ss/);
	},
);
