/** A range of time on the clocks of China, `yyyy-MM-dd HH:mm:ss`; both ends belong to it. */
export interface Range {
	start: string;
	end: string;
}

/** Of a month `yyyy-MM`. */
const lastSecond = (month: string): string => {
	const [year = 0, number = 0] = month.split('-').map(Number);
	return `${month}-${new Date(Date.UTC(year, number, 0)).getUTCDate()} 23:59:59`;
};

const monthAfter = (month: string): string => {
	const [year = 0, number = 0] = month.split('-').map(Number);
	return new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 7);
};

/**
 * A range in parts of which none reaches over the end of a month of China, the earliest first. Each second
 * of the range is in one of them.
 */
export function* monthsOf({ start, end }: Range): Generator<Range> {
	let from = start;
	// Texts of this form sort as the times do.
	while (from <= end) {
		const month = from.slice(0, 7);
		const last = lastSecond(month);
		yield { start: from, end: last < end ? last : end };
		from = `${monthAfter(month)}-01 00:00:00`;
	}
}
