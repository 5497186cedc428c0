import { problemMessage, type ValueCheck } from '../tasks/problems';
import type { TimeCondition } from '../tasks/timeConditions';
import { id, integer, oneOf } from '../tasks/values';
import type { Action } from './action';

const CHECKS: Record<string, ValueCheck> = {
	EnterpriseId: id,
	Priority: integer(1, Number.MAX_SAFE_INTEGER),
	Type: oneOf(1, 2),
};

const FILTERS = ['Name', 'Priority', 'Type'] as const satisfies ReadonlyArray<keyof TimeCondition>;

/** Lists all time conditions of an enterprise at once; everything is text. */
export const listEnterpriseTime: Action = {
	mandatory: ['EnterpriseId'],
	run({ params, store }) {
		for (const [name, check] of Object.entries(CHECKS)) {
			const text = params.get(name);
			const problem = text ? check(text) : undefined;
			if (problem) return { refused: problemMessage(name, problem) };
		}
		const List = store.timeConditions
			.list(params.get('EnterpriseId') ?? '')
			.filter((condition) =>
				FILTERS.every((name) => !params.get(name) || params.get(name) === condition[name]),
			)
			.map((condition) => ({ ...condition }));
		return { data: { List } };
	},
};
