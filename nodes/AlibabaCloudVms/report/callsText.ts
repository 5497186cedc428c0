import { windowsIn, type Calls, type Times } from '../calling/calls';
import { byDays, groupsOf } from '../calling/dayGroups';
import { clocksOf } from '../calling/dayWords';
import type { Span } from '../calling/spans';
import { dateOf, momentText } from '../calling/wallClock';
import { callsWords } from '../calling/words';
import { callTask } from '../parameters';
import { NEVER_ZH, UNKNOWN_ZH, type Language } from './texts';

/** Most groups of days that are named. */
const MOST_GROUPS = 4;

const labelOf = (name: string): string => callTask.rowNamed(name)?.property.displayName ?? name;

/** `09:00–12:00、14:00–20:30` */
const clocksText = (spans: readonly Span[]): string =>
	spans.map((span) => clocksOf(span).join('–')).join('、');

/** Without the year. */
const dayText = (day: number): string => dateOf(day).slice(5);

/** Days with their times: `12-02 至 12-06 09:00–12:00；12-09 09:00–12:00`. */
function daysText(windows: readonly Span[]): string {
	const days = [...byDays(windows)].map(([day, spans]) => [day, clocksText(spans)] as const);
	const words = groupsOf(days).map(({ from, to, times }) => {
		if (from === to) return `${dayText(from)} ${times}`;
		return `${dayText(from)} 至 ${dayText(to)} 每日 ${times}`;
	});
	const rest = words.length > MOST_GROUPS ? ' 等' : '';
	return `${words.slice(0, MOST_GROUPS).join('；')}${rest}`;
}

function timesZh(times: Times, days: Span): string {
	const doubt = times.doubt
		? times.doubt.why === 'paused'
			? '（任务已暂停，以其自动恢复为前提）'
			: '（定时开始时间已过，以其仍会自动启动为前提）'
		: '';
	const end = times.to === undefined ? '，未设结束时间' : `，至 ${momentText(times.to)} 为止`;
	const words = daysText(windowsIn(times, days));
	return `${words === '' ? '这十四天内不外呼' : words}${end}${doubt}`;
}

function callsZh(calls: Calls, days: Span): string {
	const byHand = calls.byHand ? '；手动启动会立即外呼' : '';
	switch (calls.kind) {
		case 'never':
			return `不会自动外呼：${NEVER_ZH[calls.reason.why]}${byHand}`;
		case 'unknown':
			return `无法得知：${UNKNOWN_ZH[calls.reason.why]}${byHand}`;
		case 'times':
			return `${timesZh(calls, days)}${byHand}`;
	}
}

/**
 * When a task calls, in words without the final period.
 * @param days those that are drawn
 * @param today in China, days since 1970
 */
export const callsText = (calls: Calls, days: Span, today: number, language: Language): string =>
	language === 'en' ? callsWords(calls, labelOf, today) : callsZh(calls, days);
