import type { Offer } from '../parameters/offers';
import { callTask } from '../parameters';
import { recordFilters } from '../parameters/recordFilters';
import { agentGroups } from './agentGroups';
import { agents } from './agents';
import { columnsOfLastInput } from './columns';
import { alibabaCloudAccessKeyApiTest } from './credentialTest';
import { ivrs } from './ivrs';
import type { List } from './list';
import { searchIn } from './listSearch';
import { optionsIn } from './loadOptions';
import { callTasks } from './tasks';
import { timeConditions } from './timeConditions';

const LISTS: Readonly<Record<Offer, List>> = { timeConditions, agents, agentGroups, ivrs };

/** One for each field that offers something, by the name of the field. */
const loadOptions = Object.fromEntries(
	[...callTask.rows, ...recordFilters.rows].flatMap(({ offers, property: { name } }) =>
		offers ? [[name, optionsIn(LISTS[offers], name)]] : [],
	),
);

/** What the editor asks, by the names under which descriptions call it. */
export const methods = {
	credentialTest: { alibabaCloudAccessKeyApiTest },
	resourceMapping: { columnsOfLastInput },
	listSearch: { searchCallTasks: searchIn(callTasks) },
	loadOptions,
};
