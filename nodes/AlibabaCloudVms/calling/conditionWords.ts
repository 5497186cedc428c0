import type { TimeCondition } from './conditions';
import { datesWords, dayWords, WEEK, weekdaysWords, windowWords } from './dayWords';
import { clockOf, DAY } from './wallClock';

/** `09:00 to 12:00`, `20:00 to 02:00 the next day`. */
function clocksWords({ start, end }: TimeCondition): string {
	const isNextDay = end <= start && end > 0;
	// Midnight at the end of a day is still that day.
	const until = end === 0 ? DAY : end;
	return `${clockOf(start)} to ${clockOf(until)}${isNextDay ? ' the next day' : ''}`;
}

/**
 * The times of a condition: `Mon to Fri 09:00 to 12:00`, `21 to 31 December 2030, each day 10:00 to 16:00`,
 * `11 December 2030 08:00 to 13 December 2030 20:00`.
 */
export function conditionWords(condition: TimeCondition): string {
	const { weekdays, dates, isContinuous, start, end } = condition;
	if (weekdays) {
		const days = WEEK.filter((day) => weekdays.has(day));
		return `${weekdaysWords(days)} ${clocksWords(condition)}`;
	}
	if (!dates) return clocksWords(condition);
	const { from, to } = dates;
	if (isContinuous) {
		return windowWords({ from: from * DAY + start, to: to * DAY + end }, (day) => dayWords(day));
	}
	const days = datesWords(from, to);
	return `${days}${from === to ? ' ' : ', each day '}${clocksWords(condition)}`;
}
