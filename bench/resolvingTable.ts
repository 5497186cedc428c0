import { atMost, table, type Goal } from './report';
import { MAPPINGS, type Mapping } from './sheet';
import { digits, ratiosOf, spreadOf, words } from './statistics';
import type { Resolving } from './ways';

const GOALS: Record<Mapping, { what: string; bound: number; isRatio: boolean }> = {
	'plain references': {
		what: 'plain references at most 1/100 of getNodeParameter',
		bound: 1 / 100,
		isRatio: true,
	},
	'other expressions': {
		what: 'other expressions at most 1/8 of getNodeParameter',
		bound: 1 / 8,
		isRatio: true,
	},
	'no expression': { what: 'no expression at most 0.05 ms a row', bound: 0.05, isRatio: false },
};

export const mappings = Object.keys(MAPPINGS) as Mapping[];

/** @param where where it was measured, to begin a goal with */
export function resolvingTable(
	where: string,
	measured: ReadonlyArray<readonly [Mapping, Resolving]>,
): { goals: Goal[]; table: string } {
	const goals: Goal[] = [];
	const lines = measured.map(([mapping, { getNodeParameter, node }]) => {
		const times = ratiosOf(getNodeParameter, node);
		const { what, bound, isRatio } = GOALS[mapping];
		const own = spreadOf(node);
		const name = `${where}: ${what}`;
		goals.push(
			isRatio
				? atMost('1', name, bound, 1 / times.median, `1/${digits(times.median)}`)
				: atMost('1', name, bound, own.median, `${digits(own.median)} ms`),
		);
		return [
			mapping,
			words(spreadOf(getNodeParameter), ' ms'),
			words(own, ' ms'),
			`1/${digits(times.min)}, **1/${digits(times.median)}**, 1/${digits(times.max)}`,
		];
	});
	const head = ['20 columns as', 'getNodeParameter', 'this node', 'ratio'];
	return { goals, table: table(head, lines) };
}
