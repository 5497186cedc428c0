import { twoDigits } from '../text';

/** Minutes of a day. */
export const DAY = 24 * 60;

const MINUTE_MS = 60 * 1000;
const DAY_MS = DAY * MINUTE_MS;

const DATE = /^\d{4}-\d{2}-\d{2}$/;
const CLOCK = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/;

/**
 * The days since 1970 of a date that exists, as yyyy-MM-dd; undefined for anything else. Moments of China
 * are counted like this throughout: on its clocks, which know no summer time.
 */
export function dayNumber(date: string): number | undefined {
	if (!DATE.test(date)) return undefined;
	const at = Date.parse(`${date}T00:00:00Z`);
	return !Number.isNaN(at) && dateOf(at / DAY_MS) === date ? at / DAY_MS : undefined;
}

/** yyyy-MM-dd */
export const dateOf = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** Days since 1970 of a date that is one, as yyyy-MM-dd. */
export const dayOfDate = (date: string): number => Date.parse(`${date}T00:00:00Z`) / DAY_MS;

/** A day in its parts; the first month is 0. */
export function partsOfDay(day: number): { year: string; month: number; date: number } {
	const at = new Date(day * DAY_MS);
	return { year: yearOf(day), month: at.getUTCMonth(), date: at.getUTCDate() };
}

/** yyyy */
export const yearOf = (day: number): string => dateOf(day).slice(0, 4);

/** Minutes since midnight of HH:mm or HH:mm:ss up to 24:00, with seconds as a part; undefined for anything else. */
export function clockNumber(clock: string): number | undefined {
	const [, hours = '', minutes = '', seconds = '0'] = CLOCK.exec(clock) ?? [];
	const of = Number(hours) * 60 + Number(minutes) + Number(seconds) / 60;
	const exists = hours !== '' && Number(minutes) < 60 && Number(seconds) < 60 && of <= DAY;
	return exists ? of : undefined;
}

/** HH:mm, up to 24:00. */
export const clockOf = (minutes: number): string =>
	`${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;

/** The day of a minute since 1970. */
export const dayOf = (minute: number): number => Math.floor(minute / DAY);

/** yyyy-MM-dd HH:mm */
export const momentText = (minute: number): string =>
	`${dateOf(dayOf(minute))} ${clockOf(minute - dayOf(minute) * DAY)}`;

/** 1 is Sunday and 7 Saturday, as the service counts them. */
export const weekdayOf = (day: number): number => ((((day + 4) % 7) + 7) % 7) + 1;

const SUNDAY = 1;
const SATURDAY = 7;

/** Whether a day is a Saturday or a Sunday, worked or not. */
export function isWeekend(day: number): boolean {
	const weekday = weekdayOf(day);
	return weekday === SUNDAY || weekday === SATURDAY;
}
