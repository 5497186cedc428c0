import { allOf, twoDigits } from '../../text';
import { plainText } from './scalar';

/** What a text that is no date or time of one meaning may mean, for the sentence that refuses it. */

/** yyyy-MM-dd of a day that exists; undefined for any other. */
function dayOf(year: number, month: number, day: number): string | undefined {
	const at = new Date(Date.UTC(year, month - 1, day));
	const exists = at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
	return exists ? `${year}-${twoDigits(month)}-${twoDigits(day)}` : undefined;
}

const CENTURY = 2000;

/** Each meaning once. */
const days = (...read: ReadonlyArray<string | undefined>): string[] => [
	...new Set(read.filter((one) => one !== undefined)),
];

const several = (meanings: readonly string[]): string =>
	`${meanings.length === 2 ? 'has two meanings' : `has ${meanings.length} meanings`}: ${allOf(meanings)}; give the one that is meant`;

/** The day before or behind the month, and the year with all its digits behind them. */
const YEAR_LAST = /^(\d{1,2})([-/. ])(\d{1,2})\2(\d{4})(?!\d)/;
/** All in two digits or one. */
const SHORT = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{2})(?=$|[ T])/i;
/** Two of them, as calendars show this year's days. */
const WITHOUT_YEAR = /^(\d{1,2})([-/])(\d{1,2})(?=$|[ T])/i;
const ZH_WITHOUT_YEAR = /^\d{1,2} ?月 ?\d{1,2} ?[日号]/;

/** What a text with a day in it means where its parts do not stand as year, month and day. */
function ofDay(text: string): string | undefined {
	const [last, first, , second, year] = YEAR_LAST.exec(text) ?? [];
	if (last !== undefined) {
		const [one, other, whole] = [Number(first), Number(second), Number(year)];
		const meanings = days(dayOf(whole, one, other), dayOf(whole, other, one));
		const rest = text.slice(last.length);
		if (meanings.length > 1) return several(meanings.map((day) => `${day}${rest}`));
		return meanings[0] && `does not begin with its year; give ${meanings[0]}${rest}`;
	}
	const [short, ...parts] = SHORT.exec(text) ?? [];
	if (short !== undefined) {
		const [one, other, third] = [parts[0], parts[2], parts[3]].map(Number) as [
			number,
			number,
			number,
		];
		const meanings = days(
			dayOf(CENTURY + one, other, third),
			dayOf(CENTURY + third, other, one),
			dayOf(CENTURY + third, one, other),
		);
		const rest = text.slice(short.length);
		if (meanings.length > 1) return several(meanings.map((day) => `${day}${rest}`));
		return meanings[0] && `has a year of two digits; give ${meanings[0]}${rest}, if that is meant`;
	}
	return WITHOUT_YEAR.test(text) || ZH_WITHOUT_YEAR.test(text)
		? 'has no year; give it as yyyy-MM-dd, like 2026-01-31'
		: undefined;
}

const MIDNIGHT = /(?:^|[ T])24:00(?::00)?$|(?:晚上|夜里|半夜|午夜) ?12(?:[:点时]0?0?分?)?$/i;
const ZH_MORNING = /上午 ?12[:时点](\d{1,2})/;
const SPAN = /\d{1,2}:\d{2}(?::\d{2})?\s*(?:[-~–—至到]|to)\s*\d{1,2}:\d{2}/i;

/** The same of a text with a time of day. */
function ofTime(text: string): string | undefined {
	if (SPAN.test(text)) return 'has two times; give one, and the other one in its own field';
	if (MIDNIGHT.test(text)) {
		return 'has two meanings: the end of a day and its beginning; give 23:59:59, or 00:00:00 of the day that is meant';
	}
	const [, minutes] = ZH_MORNING.exec(text) ?? [];
	return minutes === undefined
		? undefined
		: several([`00:${minutes.padStart(2, '0')}:00`, `12:${minutes.padStart(2, '0')}:00`]);
}

/** Why a text has no single meaning, as the rest of a sentence; undefined where that is not what is wrong. */
export function severalMeanings(value: unknown): string | undefined {
	if (typeof value !== 'string') return undefined;
	const text = plainText(value);
	return ofTime(text) ?? ofDay(text);
}
