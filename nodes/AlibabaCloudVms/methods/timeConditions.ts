import type { IDataObject, INodePropertyOptions } from 'n8n-workflow';
import { readCondition } from '../calling/conditions';
import { conditionWords } from '../calling/conditionWords';
import { listConditions } from '../calling/readConditions';
import { LIST_ENTERPRISE_TIME } from '../gateway/actions';
import { entryOf } from './entry';
import type { List } from './list';

/** `Weekday mornings (9, Mon to Fri 09:00 to 12:00)`. */
function optionOf(listed: IDataObject): INodePropertyOptions {
	const condition = readCondition(listed);
	const words = 'problem' in condition ? condition.problem : conditionWords(condition);
	return entryOf(listed.Name, condition.id, [words]);
}

/** The time conditions in the order of the service, which is that of their priority. */
export const timeConditions: List = {
	action: LIST_ENTERPRISE_TIME,
	called: 'time conditions',
	whenEmpty: 'Make one in the console.',
	async read({ send, enterpriseId }) {
		const listed = await listConditions(send, enterpriseId);
		return listed.ok
			? { ok: true, value: { options: listed.value.map(optionOf), isWhole: true } }
			: listed;
	},
};
