import { QUERY_AGENTS } from '../gateway/actions';
import type { Result } from '../gateway/failure';
import { entriesIn } from '../sending/pages';
import { entryOf, sorted } from './entry';
import type { Asking, List, Listed } from './list';

/**
 * Most agents that an answer has by the vendor's page: where so many came there may be more. There is no
 * asking for the next ones.
 */
const MOST = 1000;

async function listed(
	{ send, enterpriseId }: Asking,
	more: Readonly<Record<string, string>> = {},
): Promise<Result<Listed>> {
	const answer = await send(QUERY_AGENTS, { EnterpriseId: enterpriseId, ...more });
	if (!answer.ok) return answer;
	const found = entriesIn(answer.value, { list: 'List', called: agents.called });
	if (!found.ok) return found;
	const options = found.value.map(({ Cno, Name }) => entryOf(Name, String(Cno ?? '')));
	return { ok: true, value: { options: sorted(options), isWhole: options.length < MOST } };
}

/** The agents by their numbers, which may begin with zeros. */
export const agents: List = {
	action: QUERY_AGENTS,
	called: 'agents',
	whenEmpty: 'Add one in the console.',
	read: async (asking) => await listed(asking),
	/** Of those that were not listed, only the one with this number can be found. */
	find: async (asking, typed) =>
		/^\d+$/.test(typed)
			? await listed(asking, { Cnos: typed })
			: { ok: true, value: { options: [], isWhole: false } },
};
