import { DateTime } from 'luxon';
import type { Encoder } from '../parameter';
import { plainText, refusal } from './scalar';

/**
 * Call tasks live in China Standard Time, which has no summer time. Values that carry an offset are
 * converted to it; values without one are wall-clock values already and are taken as they are.
 */
const CHINA = 'UTC+8';

const DAYS = ['yyyy-M-d', 'yyyy/M/d', 'yyyy.M.d', 'yyyy年M月d日'];
const TIMES = ['H:mm:ss', 'H:mm', 'h:mm:ss a', 'h:mm a'];
const MOMENTS = DAYS.flatMap((day) => TIMES.map((time) => `${day} ${time}`));

/**
 * Offsets that exist. One to the west counts only after a day and a time with seconds: `09:00-12:00` is
 * a span to its writer.
 */
const EAST = /(?<=:\d{2}(?: ?[AP]M)?) ?(?:Z|(\+(?:0\d|1[0-4])):?([0-5]\d))$/i;
const WEST = /(?<=^\d{4}\D.*:\d{2}:\d{2}(?: ?[AP]M)?) ?(-(?:0\d|1[0-2])):?([0-5]\d)$/i;

/** One spelling for what ISO 8601 and spreadsheets write differently: `T`, fractions, `8:00PM`. */
const spelled = (text: string): string =>
	plainText(text)
		.replace(/(?<=\d)T(?=\d)/, ' ')
		.replace(/(?<=:\d{2})\.\d+/, '')
		.replace(/(?<=\d)(?=[AP]M)/i, ' ');

/** Luxon reads 24:00 as the midnight before, which moves a stop by a whole day, and 20:00 AM as 20:00. */
const MISREAD = /(?:^| )(?:24:|(?:1[3-9]|2\d):[\d:]+ AM)/i;

const SECONDS_OF_DAY = 24 * 60 * 60;
/** Day 0 of spreadsheets, as wall-clock time. Not made when n8n starts: Luxon's first date takes 10 ms. */
const sheetEpoch = () => DateTime.fromISO('1899-12-30', { zone: CHINA });
/** Day numbers of the years 2000 to 2099: no other number of a sheet is taken for a date. */
const isSheetDay = (value: number): boolean => value >= 36526 && value < 73051;

/** The day of a spreadsheet's date cell, which n8n reads from an Excel file as days since its day 0. */
const sheetDay = (value: number): DateTime | undefined =>
	isSheetDay(value) ? sheetEpoch().plus({ days: Math.floor(value) }) : undefined;

/** The time of a spreadsheet's time cell: the fraction of the day, alone or behind a day. */
function sheetTime(value: number): DateTime | undefined {
	const seconds = Math.round((value % 1) * SECONDS_OF_DAY);
	const isTime = (value > 0 && value < 1) || isSheetDay(value);
	return isTime && seconds > 0 && seconds < SECONDS_OF_DAY
		? DateTime.fromISO('2000-01-01', { zone: CHINA }).plus({ seconds })
		: undefined;
}

/** A Date, a Luxon DateTime (n8n's `$now`), or a text in one of the formats, in China Standard Time. */
function parse(value: unknown, formats: string[]): DateTime | undefined {
	if (DateTime.isDateTime(value)) return DateTime.fromMillis(value.toMillis(), { zone: CHINA });
	if (Object.prototype.toString.call(value) === '[object Date]') {
		return DateTime.fromMillis(Number(value), { zone: CHINA });
	}
	if (typeof value !== 'string') return undefined;
	const text = spelled(value);
	if (MISREAD.test(text)) return undefined;
	const offset = EAST.exec(text) ?? WEST.exec(text);
	const [, hours = '+00', minutes = '00'] = offset ?? [];
	const zone = offset ? `UTC${hours}:${minutes}` : CHINA;
	const wall = text.slice(0, offset?.index);
	for (const format of formats) {
		const parsed = DateTime.fromFormat(wall, format, { zone, locale: 'en' });
		if (parsed.isValid) return parsed.setZone(CHINA);
	}
	return undefined;
}

/** Days long past are none: a sheet's time without a day, or seconds that were read as milliseconds. */
const FIRST_YEAR = 2000;
const LAST_YEAR = 9999;

const encoder =
	(
		formats: string[],
		fromNumber: (value: number) => DateTime | undefined,
		pattern: string,
		expected: string,
	): Encoder =>
	(value) => {
		const read = typeof value === 'number' ? fromNumber(value) : parse(value, formats);
		if (!read?.isValid || read.year < FIRST_YEAR || read.year > LAST_YEAR) {
			return refusal(value, expected);
		}
		const wire = read.toFormat(pattern);
		return { value: wire, wire };
	};

/** A calendar day, `yyyy-MM-dd` for the service. */
export const day = encoder(
	[...DAYS, ...MOMENTS],
	sheetDay,
	'yyyy-MM-dd',
	'a date that exists as yyyy-MM-dd, like 2026-01-31, from the year 2000 on',
);

/** A time of day, `HH:mm:ss` for the service. */
export const time = encoder(
	[...TIMES, ...MOMENTS],
	sheetTime,
	'HH:mm:ss',
	'a time of day as HH:mm:ss from 00:00:00 to 23:59:59, like 08:00:00',
);
