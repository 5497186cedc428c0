import type { IDataObject, INodePropertyOptions } from 'n8n-workflow';
import { LIST_GROUPS } from '../gateway/actions';
import type { Result } from '../gateway/failure';
import { gather } from '../sending/pages';
import { entryOf, sorted } from './entry';
import type { Asking, List, Listed } from './list';

/** Most groups of an answer. */
const PAGE = 1000;
/** Most that are read; further ones are looked for by what is typed. */
const MOST = 20_000;
const SIDE_BY_SIDE = 4;

/** A group of groups, as the service counts them. */
const OF_GROUPS = '1';

const optionOf = ({ Gno, GroupName, Type }: IDataObject): INodePropertyOptions =>
	entryOf(GroupName, String(Gno ?? ''), [String(Type) === OF_GROUPS ? 'group of groups' : '']);

async function listed(
	{ send, enterpriseId }: Asking,
	more: Readonly<Record<string, string>> = {},
): Promise<Result<Listed>> {
	const list = {
		action: LIST_GROUPS,
		params: { EnterpriseId: enterpriseId, ...more },
		called: agentGroups.called,
		list: 'List',
		within: 'CtiLinkAgentGroup',
		key: 'Gno',
		size: PAGE,
		// One more than it takes, since a full page may be the last one.
		mostPages: MOST / PAGE + 1,
		sideBySide: SIDE_BY_SIDE,
	};
	const found = await gather(send, [list], MOST, optionOf);
	if (!found.ok) return found;
	const options = sorted(found.value);
	return { ok: true, value: { options, isWhole: options.length < MOST } };
}

/** The outbound groups by their numbers. */
export const agentGroups: List = {
	action: LIST_GROUPS,
	called: 'outbound groups',
	whenEmpty: 'Make one in the console.',
	read: async (asking) => await listed(asking),
	/** By the whole number, or by the name; which part of a name is enough is the service's business. */
	async find(asking, typed) {
		const byNumber = await listed(asking, { Gno: typed });
		if (!byNumber.ok) return byNumber;
		const byName = await listed(asking, { GroupName: typed });
		if (!byName.ok) return byName;
		const options = [...byNumber.value.options, ...byName.value.options];
		return { ok: true, value: { options, isWhole: false } };
	},
};
