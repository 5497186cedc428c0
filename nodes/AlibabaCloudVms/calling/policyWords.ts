import { spanWords } from './dayWords';
import type { AllowedDays, Judgement, Outside, Policy } from './policy';
import { clockOf } from './wallClock';

const DAYS: Record<AllowedDays, string> = {
	every: 'every day',
	weekdays: 'Monday to Friday',
	workingDays: 'working days of China',
};

/** `09:00 to 21:00 on working days of China` */
const policyText = ({ from, to, days }: Policy): string =>
	`${clockOf(from)} to ${clockOf(to)}${days === 'every' ? '' : ` on ${DAYS[days]}`}`;

/** More than these are not counted for anybody: a task without an end has one every night. */
const MOST_COUNTED = 20;

function othersWords(more: number): string {
	if (more === 0) return '';
	if (more > MOST_COUNTED) return ', and many more windows';
	return `, and ${more} more ${more === 1 ? 'window' : 'windows'}`;
}

/** The first window outside, and how many more there are. */
function outsideWords({ why, windows, holiday }: Outside, policy: Policy): string {
	const [first] = windows;
	const others = othersWords(windows.length - 1);
	const named = holiday ? ` (${holiday.en}, ${holiday.zh})` : '';
	const when = first ? spanWords(first) : '';
	return why === 'holiday'
		? `The task would call on a public holiday${named}: ${when}${others}`
		: `The task would call outside of your calling hours (${policyText(policy)}): ${when}${why === 'day' ? named : ''}${others}`;
}

/** What a policy does not want, a sentence each without the final period; the user's hours, never the law. */
export const judgementWords = (
	{ outside }: Judgement,
	policy: Policy,
	severity: Outside['severity'],
): string[] =>
	outside.flatMap((one) => (one.severity === severity ? [outsideWords(one, policy)] : []));
