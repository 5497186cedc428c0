import { refusalIn, type ValueCheck } from '../tasks/problems';
import { agentNumbers, id } from '../tasks/values';
import type { Action } from './action';

export interface AgentSettings {
	/** How many agents an answer has at most that was asked for all of them. */
	mostAgents: number;
}

const MAX_CNOS = 1000;

const atMost =
	(count: number, check: ValueCheck): ValueCheck =>
	(text) =>
		text.split(',').length > count ? 'range' : check(text);

const CHECKS: Record<string, ValueCheck> = {
	EnterpriseId: id,
	Cnos: atMost(MAX_CNOS, agentNumbers),
};

/** Lists the agents of an enterprise, or those of them that are asked for; there are no pages. */
export const queryAgentCnoAndName: Action<AgentSettings> = {
	mandatory: ['EnterpriseId'],
	run({ params, store, settings }) {
		const refused = refusalIn(params, CHECKS);
		if (refused) return { refused };
		const cnos = params.get('Cnos');
		const wanted = cnos ? new Set(cnos.split(',')) : undefined;
		const List = store.callCenter.agents
			.list(params.get('EnterpriseId') ?? '')
			.filter(({ Cno }) => wanted?.has(Cno) ?? true)
			.slice(0, settings.mostAgents)
			.map(({ Cno, Name }) => ({ Cno, Name }));
		return { data: { List } };
	},
};
