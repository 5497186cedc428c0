import { QUERY_TASK } from '../../gateway/actions';
import { HOW_MANY } from '../../input/howMany';
import { shaperOf, shapeTask } from '../../input/shape';
import { callTask } from '../../parameters';
import { catalogueOf } from '../../parameters/catalogue';
import { enterprise } from '../../parameters/identity';
import { collectionOf } from '../../parameters/properties';
import { taskFilters } from '../../parameters/taskFilters';
import { MOST_LISTED, TYPES } from '../../tasks/list';
import { inWords } from '../../tasks/state';
import { ENTERPRISE_FIELDS } from '../fields';
import { operation } from '../operation';
import { LISTING, listing } from '../listing';

const catalogue = catalogueOf(enterprise, [taskFilters]);

/** An enterprise has a hundred tasks at most; a list of so many thousand does not end. */
const MOST_PAGES = 2000;

const PAGING = {
	action: QUERY_TASK,
	called: 'tasks',
	list: 'TaskProperties',
	key: 'Id',
	size: MOST_LISTED,
	mostPages: MOST_PAGES,
	sideBySide: 4,
} as const;

/** CloudQueryTask, page by page. */
export const getMany = operation({
	resource: 'callTask',
	option: {
		name: 'Get Many',
		value: 'getMany',
		action: 'Get many call tasks',
		description:
			'List outbound call tasks of a call center with all their settings and states, those that a filter finds or all of them; needs nothing where the credential names the call center. Nothing is changed and nobody is called.',
	},
	fields: [...ENTERPRISE_FIELDS, ...HOW_MANY, collectionOf(taskFilters)],
	...LISTING,
	open: listing(catalogue, () => {
		const shaper = shaperOf(callTask);
		return {
			listsOf({ Type: type, ...params }) {
				const types = type === undefined ? TYPES : [type];
				return {
					ok: true,
					value: types.map((Type) => ({ ...PAGING, params: { ...params, Type } })),
				};
			},
			simple: (task) => shapeTask(task, shaper, inWords),
		};
	}),
});
