import type { DateTime } from 'luxon';
import { isRecord } from '../../guards';
import { CHINA_OFFSET_MS, chinaTime } from '../chinaTime';
import { wallTime } from './wallTime';
import { beginsDay, zonedAt } from './zoned';

/** What a value says of a moment, in China Standard Time. */
export interface Moment {
	/** yyyy-MM-dd */
	day?: string;
	/** HH:mm:ss */
	time?: string;
	/** Whether the time comes from how a date was stored, and counts only where a time is asked for. */
	isDate?: true;
	/** The workflow's zone, where being midnight there is all that makes it a date: it may be a moment after all. */
	midnightIn?: string;
	/** Why the day is in doubt, as the rest of a sentence that begins with the value. */
	doubt?: string;
}

const MINUTE = 60 * 1000;
const DAY = 24 * 60 * MINUTE;
const MIDNIGHT = '00:00:00';

/** Days long past are none: a sheet's time without a day, or seconds that were read as milliseconds. */
const FIRST = Date.UTC(2000, 0, 1);
const AFTER_LAST = Date.UTC(10000, 0, 1);

/** An instant, and what is known of the zone in which it was written down. */
interface Instant {
	/** Milliseconds since 1970, whole seconds. */
	at: number;
	/** The zone's offset in minutes; absent for a Date, which has no zone. */
	offset?: number;
	/** The zone's date, where the instant is the beginning of its day there. */
	midnightOf?: string;
}

/** The workflow's date, where an instant is the beginning of its day in the workflow's zone. */
function workflowMidnight(at: number, zone: string): string | undefined {
	// In every zone of today days begin on a quarter of an hour.
	if (at % (15 * MINUTE) !== 0) return undefined;
	const local = zonedAt(at, zone);
	return local && beginsDay(local, zone) ? dayOf(local.wall) : undefined;
}

/**
 * An instant in China. What is midnight in the zone it was written in is a date, which programs carry
 * around as a midnight, and keeps its day: converted, a date from the east of China would lose one.
 */
function inChina({ at, offset, midnightOf }: Instant, zone: string): Moment | undefined {
	if (!(at + CHINA_OFFSET_MS >= FIRST && at + CHINA_OFFSET_MS < AFTER_LAST)) return undefined;
	const china = chinaTime(at);
	if (china.time === MIDNIGHT) return china;
	if (offset) return midnightOf === undefined ? china : { day: midnightOf };
	// Its day is the same in China.
	if (at % DAY === 0) return { ...china, isDate: true };
	const local = workflowMidnight(at, zone);
	if (local === undefined) return china;
	if (local === china.day) return { ...china, isDate: true, midnightIn: zone };
	if (offset === undefined) return { day: local };
	return {
		doubt: `midnight of ${local} in the workflow's time zone (${zone}) and ${china.time} of ${china.day} in China; give the date as ${local}, or the moment as ${china.day} ${china.time}`,
	};
}

/**
 * Whether a wall-clock time is the first of a day of the workflow's zone on which its clocks leave midnight
 * out, as they do in Cairo and Santiago in spring: that is what programs write for that date.
 */
function isFirstOfDay(
	{ at, time, offset }: { at: number; time: number; offset: number },
	zone: string,
): boolean {
	if (offset === 0 || time > 60 * MINUTE || workflowMidnight(at, zone) === undefined) return false;
	return zonedAt(at, zone)?.offset === offset;
}

function fromText(text: string, zone: string): Moment | undefined {
	const wall = wallTime(text);
	if (!wall) return undefined;
	const { day, time, offset } = wall;
	if (day === undefined) {
		const china = (time ?? 0) + (offset === undefined ? 0 : CHINA_OFFSET_MS - offset * MINUTE);
		return { time: timeOf(china) };
	}
	if (day < FIRST) return undefined;
	if (time === undefined) return { day: dayOf(day) };
	if (offset === undefined) return { day: dayOf(day), time: timeOf(time) };
	const at = day + time - offset * MINUTE;
	const isMidnight = time === 0 || isFirstOfDay({ at, time, offset }, zone);
	return inChina({ at, offset, midnightOf: isMidnight ? dayOf(day) : undefined }, zone);
}

/** Whether a value says itself which zone it was written down in, or is a moment of no zone. */
export const carriesZone = (value: unknown): boolean =>
	typeof value === 'string' ? wallTime(value)?.offset !== undefined : typeof value === 'object';

/** Of a wall-clock time, written as if it were in UTC. */
const dayOf = (wall: number): string => new Date(wall).toISOString().slice(0, 10);
const timeOf = (wall: number): string => new Date(wall).toISOString().slice(11, 19);

/** 1970-01-01 as spreadsheets count days. */
const SHEET_DAY_OF_1970 = 25569;
/** Day numbers of the years 2000 to 2099: no other number of a sheet is taken for a date. */
const isSheetDay = (value: number): boolean => value >= 36526 && value < 73051;

/** A spreadsheet's cell, which n8n reads from an Excel file as days since 1899-12-30, times as their part. */
function fromSheet(value: number): Moment | undefined {
	const wall = Math.round(value * 24 * 60 * 60) * 1000;
	if (value >= 0 && wall < DAY) return { time: timeOf(wall) };
	if (!isSheetDay(value)) return undefined;
	const day = dayOf(wall - SHEET_DAY_OF_1970 * DAY);
	return wall % DAY === 0 ? { day } : { day, time: timeOf(wall) };
}

const wholeSeconds = (millis: number): number => Math.floor(millis / 1000) * 1000;

/** Of whichever copy of Luxon: n8n's, or that of a node before this one. */
const isDateTime = (value: unknown): value is DateTime =>
	isRecord(value) && value.isLuxonDateTime === true;

function fromDateTime(value: DateTime, zone: string): Moment | undefined {
	if (!value.isValid) return undefined;
	const at = wholeSeconds(value.toMillis());
	const isMidnight = at === value.startOf('day').toMillis();
	const midnightOf = isMidnight ? value.toFormat('yyyy-MM-dd') : undefined;
	return inChina({ at, offset: value.offset, midnightOf }, zone);
}

/**
 * What a text, a number of a spreadsheet, a Date or a Luxon DateTime says of a moment; undefined for what
 * says nothing, and for days before the year 2000.
 * @param zone the workflow's time zone, an IANA name
 */
export function momentOf(value: unknown, zone: string): Moment | undefined {
	if (typeof value === 'string') return fromText(value, zone);
	if (typeof value === 'number') return fromSheet(value);
	if (isDateTime(value)) return fromDateTime(value, zone);
	return Object.prototype.toString.call(value) === '[object Date]'
		? inChina({ at: wholeSeconds(Number(value)) }, zone)
		: undefined;
}
