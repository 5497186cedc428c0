import type { JsonObject } from '../json';
import type { AgentGroup } from '../tasks/callCenter';
import { refusalIn, type ValueCheck } from '../tasks/problems';
import { id, integer } from '../tasks/values';
import type { Action } from './action';
import type { QuerySettings } from './queryTask';

const MAX_LIMIT = 1000;
const DEFAULT_LIMIT = '10';

const CHECKS: Record<string, ValueCheck> = {
	EnterpriseId: id,
	Start: integer(0, Number.MAX_SAFE_INTEGER),
	Limit: integer(1, MAX_LIMIT),
};

/** A group stands one level deeper than what the other lists have. */
const view = ({ EnterpriseId, Type, ...group }: AgentGroup): JsonObject => ({
	ChildGnos: '',
	CtiLinkAgentGroup: { ...group, EnterpriseId: Number(EnterpriseId), Type: Number(Type) },
});

/** Lists the outbound groups of an enterprise page by page, in the order of creation; there is no total. */
export const listAgentGroup: Action<Pick<QuerySettings, 'nameFilter'>> = {
	mandatory: ['EnterpriseId'],
	run({ params, store, settings }) {
		const refused = refusalIn(params, CHECKS);
		if (refused) return { refused };
		const [gno, name] = [params.get('Gno'), params.get('GroupName')];
		const isNamed = ({ GroupName }: AgentGroup) =>
			!name || (settings.nameFilter === 'exact' ? GroupName === name : GroupName.includes(name));
		const start = Number(params.get('Start') || '0');
		const limit = Number(params.get('Limit') || DEFAULT_LIMIT);
		const List = store.callCenter.groups
			.list(params.get('EnterpriseId') ?? '')
			.filter((group) => (!gno || group.Gno === gno) && isNamed(group))
			.slice(start, start + limit)
			.map(view);
		return { data: { List } };
	},
};
