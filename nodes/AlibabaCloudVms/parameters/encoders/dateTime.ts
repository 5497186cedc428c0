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

const encoder =
	(formats: string[], pattern: string, expected: string, firstYear: number): Encoder =>
	(value) => {
		const read = parse(value, formats);
		if (!read?.isValid || read.year < firstYear || read.year > 9999) {
			return refusal(value, expected);
		}
		const wire = read.toFormat(pattern);
		return { value: wire, wire };
	};

/** A calendar day, `yyyy-MM-dd` for the service. Days long past come from seconds read as milliseconds. */
export const day = encoder(
	[...DAYS, ...MOMENTS],
	'yyyy-MM-dd',
	'a date that exists as yyyy-MM-dd, like 2026-01-31, from the year 2000 on',
	2000,
);

/** A time of day, `HH:mm:ss` for the service. */
export const time = encoder(
	[...TIMES, ...MOMENTS],
	'HH:mm:ss',
	'a time of day as HH:mm:ss from 00:00:00 to 23:59:59, like 08:00:00',
	0,
);
