import { JsonNumber } from '../json';
import { refusalIn } from '../tasks/problems';
import { id } from '../tasks/values';
import type { Action } from './action';

/** Made up: how the service calls the request that it makes of another one. */
const CLINK_REQUEST_ID = 'clink-0001';

/** Lists all IVRs of an enterprise at once. */
export const listIvrs: Action = {
	mandatory: ['EnterpriseId'],
	run({ params, store }) {
		const refused = refusalIn(params, { EnterpriseId: id });
		if (refused) return { refused };
		const Ivrs = store.callCenter.ivrs
			.list(params.get('EnterpriseId') ?? '')
			.map(({ Id, Name, Description }) => ({
				Description,
				Id: new JsonNumber(Id),
				Name,
				Statistic: 0,
			}));
		return { data: { ClinkRequestId: CLINK_REQUEST_ID, Ivrs } };
	},
};
