/** One side of a comparison. */
export type Side<Measured> = () => Promise<Measured>;

/**
 * Runs the sides in turn, A B A B …, so that what else the machine does falls on all of them alike. One
 * round goes before, uncounted, for what is loaded and compiled at first use.
 */
export async function alternate<Name extends string, Measured>(
	sides: Record<Name, Side<Measured>>,
	rounds: number,
	{ warmUp = true } = {},
): Promise<Record<Name, Measured[]>> {
	const names = Object.keys(sides) as Name[];
	const measured = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<
		Name,
		Measured[]
	>;
	for (let round = warmUp ? -1 : 0; round < rounds; round++) {
		for (const name of names) {
			const one = await sides[name]();
			if (round >= 0) measured[name].push(one);
		}
	}
	return measured;
}
