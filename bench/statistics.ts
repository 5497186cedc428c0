/** What repeated measuring gave. */
interface Spread {
	min: number;
	median: number;
	max: number;
}

export function spreadOf(values: readonly number[]): Spread {
	const sorted = [...values].sort((a, b) => a - b);
	const middle = (sorted.length - 1) / 2;
	const at = (index: number) => sorted[index] ?? Number.NaN;
	const median = (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2;
	return { min: at(0), median, max: at(sorted.length - 1) };
}

/** The ratios of measurements that belong together, one pair a round. */
export const ratiosOf = (ours: readonly number[], theirs: readonly number[]): Spread =>
	spreadOf(ours.map((value, round) => value / (theirs[round] ?? Number.NaN)));

/** At most three significant digits below a thousand, whole numbers above. */
export const digits = (value: number): string =>
	Math.abs(value) >= 1000 ? value.toFixed(0) : String(Number(value.toPrecision(3)));

export const words = ({ min, median, max }: Spread, unit = ''): string =>
	`${digits(min)} / **${digits(median)}** / ${digits(max)}${unit}`;
