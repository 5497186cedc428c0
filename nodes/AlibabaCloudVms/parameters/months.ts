import { twoDigits } from '../text';
import { chinaTime, momentText } from './chinaTime';

/** A range of time on the clocks of China, `yyyy-MM-dd HH:mm:ss`; both ends belong to it. */
export interface Range {
	start: string;
	end: string;
}

/** The last day of a month and the month after it; of the last month that has a text, none. */
function aroundEndOf(month: string): { last: string; next?: string } {
	const [year, place] = [Number(month.slice(0, 4)), Number(month.slice(5))];
	const days = new Date(Date.UTC(year, place, 0)).getUTCDate();
	const last = `${month}-${twoDigits(days)}`;
	if (place < 12) return { last, next: `${month.slice(0, 4)}-${twoDigits(place + 1)}` };
	return year < 9999 ? { last, next: `${year + 1}-01` } : { last };
}

/**
 * A range in parts of which none reaches over the end of a month of China, the earliest first. Each second
 * of the range is in one of them.
 */
export function* monthsOf({ start, end }: Range): Generator<Range> {
	let from = start;
	// Texts of this form sort as the times do.
	while (from <= end) {
		const { last, next } = aroundEndOf(from.slice(0, 7));
		const lastSecond = `${last} 23:59:59`;
		yield { start: from, end: lastSecond < end ? lastSecond : end };
		if (next === undefined) return;
		from = `${next}-01 00:00:00`;
	}
}

/** By so much clocks differ at most. */
const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * The parts of a range that may hold what has happened: those of months to come are left out behind the first
 * one. People write 9999-12-31 for an end that is open.
 * @param now milliseconds since 1970
 */
export function monthsBegun(range: Range, now: number): Range[] {
	const latest = momentText(chinaTime(now + DAY_MS));
	const begun: Range[] = [];
	for (const part of monthsOf(range)) {
		if (begun.length > 0 && part.start > latest) break;
		begun.push(part);
	}
	return begun;
}
