import { LIST_IVRS } from '../gateway/actions';
import { entriesIn } from '../sending/pages';
import { idOf } from '../tasks/state';
import { entryOf, sorted } from './entry';
import type { List } from './list';

/** The IVRs by their numbers; the service lists all at once. */
export const ivrs: List = {
	action: LIST_IVRS,
	called: 'IVRs',
	whenEmpty: 'Make one in the console.',
	async read({ send, enterpriseId }) {
		const answer = await send(LIST_IVRS, { EnterpriseId: enterpriseId });
		if (!answer.ok) return answer;
		const found = entriesIn(answer.value, { list: 'Ivrs', called: ivrs.called });
		if (!found.ok) return found;
		const options = found.value.map(({ Id, Name }) => entryOf(Name, idOf(Id)));
		return { ok: true, value: { options: sorted(options), isWhole: true } };
	},
};
