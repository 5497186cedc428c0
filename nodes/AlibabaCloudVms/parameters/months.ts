/** A range of time on the clocks of China, `yyyy-MM-dd HH:mm:ss`; both ends belong to it. */
export interface Range {
	start: string;
	end: string;
}

/** The first second of the month after one, `yyyy-MM`, in a zone that knows no summer time either. */
function startOfNext(month: string): Date {
	const at = new Date(`${month}-01T00:00:00Z`);
	at.setUTCMonth(at.getUTCMonth() + 1);
	return at;
}

const textOf = (at: Date): string => at.toISOString().slice(0, 19).replace('T', ' ');

/**
 * A range in parts of which none reaches over the end of a month of China, the earliest first. Each second
 * of the range is in one of them.
 */
export function* monthsOf({ start, end }: Range): Generator<Range> {
	let from = start;
	// Texts of this form sort as the times do.
	while (from <= end) {
		const next = startOfNext(from.slice(0, 7));
		const last = textOf(new Date(next.getTime() - 1000));
		yield { start: from, end: last < end ? last : end };
		from = textOf(next);
	}
}
