import { plainText } from './scalar';

/** What is written in a text, as it stands there. */
interface WallTime {
	/** Midnight of the day as if it were in UTC, milliseconds since 1970; absent where none is written. */
	day?: number;
	/** Milliseconds since midnight; absent where none is written. */
	time?: number;
	/** Minutes east of UTC; absent where none is written. */
	offset?: number;
}

const DAY =
	/^(\d{4})(?:([-/.])(\d{1,2})\2(\d{1,2})(?=$|[ T])| ?年 ?(\d{1,2}) ?月 ?(\d{1,2}) ?[日号])/i;
const TIME = /^(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?(?: ?([AP])M)?/i;
/** The Chinese formats of spreadsheets: 下午3:00, 8时30分, 上午8时30分00秒. */
const ZH_CLOCK = /^((?:[上下]午 ?)?\d{1,2})时(\d{1,2})分(?:(\d{1,2})秒)?/;
const ZH_HALF = /^([上下])午 ?(\d{1,2})(?=:)/;
const OFFSET = /^ ?(?:Z|([+-])(\d{2})(?::?([0-5]\d))?)$/i;

const EASTMOST = 14;
const WESTMOST = 12;

function dayOf([, year, , month, date, zhMonth, zhDate]: RegExpExecArray): number | undefined {
	const [y, m, d] = [Number(year), Number(month ?? zhMonth), Number(date ?? zhDate)];
	const day = new Date(Date.UTC(y, m - 1, d));
	const exists =
		day.getUTCFullYear() === y && day.getUTCMonth() === m - 1 && day.getUTCDate() === d;
	return exists ? day.getTime() : undefined;
}

/** A time in Chinese in the spelling of the others. 上午12:30 is half past midnight to some, and noon to others. */
const fromChinese = (text: string): string =>
	text
		.replace(ZH_CLOCK, (_all, hours: string, ...parts: Array<string | undefined>) =>
			[hours, ...parts.slice(0, 2).flatMap((part) => part?.padStart(2, '0') ?? [])].join(':'),
		)
		.replace(ZH_HALF, (all, half: string, hours: string) => {
			if (half === '上') return Number(hours) < 12 ? hours : all;
			return Number(hours) < 12 ? String(Number(hours) + 12) : hours;
		});

/** 24:00 is no time: whether it ends this day or begins it would move a stop by a whole day. */
function timeOf([, hours, minutes, seconds = '0', half = '']: RegExpExecArray): number | undefined {
	const [h, m, s] = [Number(hours), Number(minutes), Number(seconds)];
	const isMorning = half.toUpperCase() === 'A';
	if (h > 23 || m > 59 || s > 59 || (isMorning && h > 12)) return undefined;
	const shift = isMorning && h === 12 ? -12 : half.toUpperCase() === 'P' && h < 12 ? 12 : 0;
	return (((h + shift) * 60 + m) * 60 + s) * 1000;
}

/**
 * Minutes of an offset that exists; NaN for what is none. Hours to the west, and hours alone, count only
 * after a day and a time with seconds: `09:00-12:00` is a span to its writer.
 */
function offsetOf(text: string, isWhole: boolean): number {
	const found = OFFSET.exec(text);
	if (!found) return Number.NaN;
	const [, sign = '+', hours = '00', minutes = ''] = found;
	const isWest = sign === '-';
	const isShort = minutes === '' && hours !== '00';
	if (Number(hours) > (isWest ? WESTMOST : EASTMOST)) return Number.NaN;
	if ((isWest || isShort) && !isWhole) return Number.NaN;
	return (isWest ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

/** Reads a day, a time, or both, with or without an offset, as people and programs write them. */
export function wallTime(typed: string): WallTime | undefined {
	const text = plainText(typed);
	const dayFound = DAY.exec(text);
	const day = dayFound ? dayOf(dayFound) : undefined;
	if (dayFound && day === undefined) return undefined;
	const behindDay = text.slice(dayFound?.[0].length ?? 0);
	if (day !== undefined && behindDay === '') return { day };
	const rest = fromChinese(day === undefined ? behindDay : behindDay.replace(/^(?:T| +)/i, ''));
	const timeFound = TIME.exec(rest);
	const time = timeFound ? timeOf(timeFound) : undefined;
	if (!timeFound || time === undefined) return undefined;
	const behindTime = rest.slice(timeFound[0].length);
	if (behindTime === '') return { day, time };
	const offset = offsetOf(behindTime, day !== undefined && timeFound[3] !== undefined);
	return Number.isNaN(offset) ? undefined : { day, time, offset };
}
