import { quote } from '../../text';
import { CHINA_OFFSET_MS, CHINA_ZONE, chinaTime } from '../chinaTime';
import type { Encoder, Fields, Rule } from '../parameter';
import { carriesZone, momentOf, type Moment } from './moment';
import { because, plainText, refusal } from './scalar';

const EXPECTED =
	'a date and time as yyyy-MM-dd HH:mm:ss, like 2026-01-31 08:00:00, or a date alone, from the year 2000 on';

/** Seconds or milliseconds since 1970, as the service writes times: nobody types so many digits for a date. */
const SINCE_1970 = /^([1-9]\d{9})(\d{3})?$/;

/** A count of seconds or milliseconds since 1970 as a moment, anything else as it is read everywhere. */
function read(value: unknown, zone: string): Moment | undefined {
	const [, seconds] = SINCE_1970.exec(plainText(value)) ?? [];
	return seconds ? chinaTime(Number(seconds) * 1000) : momentOf(value, zone);
}

/**
 * Reads one end of a range of time as a moment of China, `yyyy-MM-dd HH:mm:ss`.
 * @param ofDate the time of day that is meant by a date alone
 */
const end =
	(ofDate: string, called: string): Encoder =>
	(value, _property, zone = CHINA_ZONE) => {
		const moment = read(value, zone);
		if (moment?.doubt !== undefined) return because(value, `is ${moment.doubt}`);
		if (moment?.day === undefined) return refusal(value, EXPECTED);
		const { day, time, isDate } = moment;
		if (time !== undefined && !isDate) {
			const wire = `${day} ${time}`;
			return { value: wire, wire };
		}
		const wire = `${day} ${ofDate}`;
		if (!carriesZone(value)) return { value: wire, wire };
		const warning = `is ${quote(value)}, the midnight of a date, and taken for the ${called} of that day in China, ${wire}; if it is meant as a moment, give the date and the time in China`;
		return { value: wire, wire, warning };
	};

/** The beginning of a range: of a date alone, its first second. */
export const rangeStart = end('00:00:00', 'beginning');

/** The end of a range, which belongs to it: of a date alone, its last second. */
export const rangeEnd = end('23:59:59', 'end');

/** Seconds since 1970 of `yyyy-MM-dd HH:mm:ss` in China. */
export const secondsOf = (wire: string): number =>
	(Date.parse(`${wire.replace(' ', 'T')}Z`) - CHINA_OFFSET_MS) / 1000;

/** A range that begins after its end is a slip. */
export const startBeforeEnd: Rule = (fields: Fields) => {
	const [start, stop] = [fields.value('startTime'), fields.value('endTime')];
	if (typeof start !== 'string' || typeof stop !== 'string' || start <= stop) return [];
	return [
		`'${fields.label('startTime')}' (${start}) lies after '${fields.label('endTime')}' (${stop}); give a beginning before the end`,
	];
};
