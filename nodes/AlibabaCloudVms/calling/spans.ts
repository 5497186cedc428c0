import { DAY } from './wallClock';

/** From a minute on, and to another one, which is outside. Minutes since 1970 on the clocks of China. */
export interface Span {
	from: number;
	to: number;
}

/** A day from midnight to midnight. */
export const wholeDay = (day: number): Span => ({ from: day * DAY, to: (day + 1) * DAY });

/** The same minutes, in order, without overlaps and without seams. */
export function merged(spans: readonly Span[]): Span[] {
	const result: Span[] = [];
	const ordered = spans.filter(({ from, to }) => from < to).sort((a, b) => a.from - b.from);
	for (const { from, to } of ordered) {
		const last = result.at(-1);
		if (last && from <= last.to) last.to = Math.max(last.to, to);
		else result.push({ from, to });
	}
	return result;
}

/** What of the spans, merged, lies within others, merged. */
export function within(spans: readonly Span[], others: readonly Span[]): Span[] {
	const result: Span[] = [];
	let first = 0;
	for (const span of spans) {
		while ((others[first]?.to ?? Number.POSITIVE_INFINITY) <= span.from) first++;
		for (let index = first; index < others.length; index++) {
			const other = others[index];
			if (!other || other.from >= span.to) break;
			result.push({ from: Math.max(span.from, other.from), to: Math.min(span.to, other.to) });
		}
	}
	return result;
}

/** What of the spans, merged, lies outside of others, merged. */
export function without(spans: readonly Span[], others: readonly Span[]): Span[] {
	const gaps: Span[] = [];
	let from = Number.NEGATIVE_INFINITY;
	for (const other of others) {
		gaps.push({ from, to: other.from });
		from = other.to;
	}
	gaps.push({ from, to: Number.POSITIVE_INFINITY });
	return within(spans, gaps);
}
