import { DateTime } from 'luxon';
import type { Encoder } from '../parameter';
import { plainText, refusal } from './scalar';

/**
 * Call tasks live in China Standard Time, which has no summer time. Values that carry an offset are
 * converted to it; values without one are wall-clock values already and are taken as they are.
 */
const CHINA = 'UTC+8';

const DAYS = ['yyyy-M-d', 'yyyy/M/d', 'yyyy.M.d', 'yyyy年M月d日'];
const TIMES = ['H:mm:ss', 'H:mm', 'h:mm:ss a', 'h:mm a'].flatMap((time) => [time, `${time} ZZ`]);
const MOMENTS = DAYS.flatMap((day) => TIMES.map((time) => `${day} ${time}`));

const OFFSET = /(?<=:\d{2}(?: ?[AP]M)?) ?(Z|([+-]\d{2}):?(\d{2}))$/i;

/** One spelling for what ISO 8601 and spreadsheets write differently: `T`, fractions, the offset. */
const spelled = (text: string): string =>
	plainText(text)
		.replace(/(?<=\d)T(?=\d)/, ' ')
		.replace(/(?<=:\d{2})\.\d+/, '')
		.replace(OFFSET, (_all, _offset, hours = '+00', minutes = '00') => ` ${hours}:${minutes}`);

/** A Date, a Luxon DateTime (n8n's `$now`), or a text in one of the formats, in China Standard Time. */
function parse(value: unknown, formats: string[]): DateTime | undefined {
	if (DateTime.isDateTime(value)) return DateTime.fromMillis(value.toMillis(), { zone: CHINA });
	if (Object.prototype.toString.call(value) === '[object Date]') {
		return DateTime.fromMillis(Number(value), { zone: CHINA });
	}
	if (typeof value !== 'string') return undefined;
	const text = spelled(value);
	// Luxon reads 24:00 as the midnight before: a stop time would move by a whole day.
	if (/(?:^| )24:/.test(text)) return undefined;
	for (const format of formats) {
		const parsed = DateTime.fromFormat(text, format, { zone: CHINA, locale: 'en' });
		if (parsed.isValid) return parsed;
	}
	return undefined;
}

const encoder =
	(formats: string[], pattern: string, expected: string): Encoder =>
	(value) => {
		const read = parse(value, formats);
		if (!read?.isValid) return refusal(value, expected);
		const wire = read.toFormat(pattern);
		return { value: wire, wire };
	};

/** A calendar day, `yyyy-MM-dd` for the service. */
export const day = encoder(
	[...DAYS, ...MOMENTS],
	'yyyy-MM-dd',
	'a date that exists as yyyy-MM-dd, like 2026-01-31',
);

/** A time of day, `HH:mm:ss` for the service. */
export const time = encoder(
	[...TIMES, ...MOMENTS],
	'HH:mm:ss',
	'a time of day as HH:mm:ss from 00:00:00 to 23:59:59, like 08:00:00',
);
