import type { IDataObject } from 'n8n-workflow';
import { QUERY_TASK } from '../../gateway/actions';
import { encode } from '../../input/encode';
import { HOW_MANY, howManyOf } from '../../input/howMany';
import { shaperOf, shapeTask } from '../../input/shape';
import { callTask } from '../../parameters';
import { catalogueOf } from '../../parameters/catalogue';
import { enterprise } from '../../parameters/identity';
import { collectionOf } from '../../parameters/properties';
import { taskFilters } from '../../parameters/taskFilters';
import { gather } from '../../sending/pages';
import { questionsOf } from '../../tasks/which';
import { ENTERPRISE_FIELDS } from '../fields';
import { operation } from '../operation';
import { OUTPUT, SENDING } from '../options';

const catalogue = catalogueOf(enterprise, [taskFilters]);

/** CloudQueryTask lists one kind of tasks at a time: predictive, automatic. */
const TYPES = ['1', '2'];

/** An enterprise has a hundred tasks at most; a list of so many thousand does not end. */
const MOST_PAGES = 2000;

const PAGING = {
	action: QUERY_TASK,
	called: 'tasks',
	list: 'TaskProperties',
	key: 'Id',
	size: 100,
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
	options: { ...SENDING, simplify: OUTPUT.simplify },
	deeds: { listed: { words: 'listed' } },
	open({ context, send, enterpriseId, timezone, optionsOf, note }) {
		const readItem = questionsOf(context, { catalogue, enterpriseId, zone: timezone, note });
		const readHowMany = howManyOf(context);
		const shaper = shaperOf(callTask);
		return (itemIndex) => {
			const options = optionsOf(itemIndex);
			if (!options.ok) return options;
			const asked = readItem(itemIndex);
			if (!asked.ok) return asked;
			const wanted = readHowMany(itemIndex);
			if (!wanted.ok) return wanted;
			const { Type: type, ...params } = encode(asked.value, false);
			const shapeOne = (task: IDataObject): IDataObject =>
				options.value.simplify ? shapeTask(task, shaper) : { ...task };
			const lists = (type === undefined ? TYPES : [type]).map((Type) => ({
				...PAGING,
				params: { ...params, Type },
			}));
			const run = async () => {
				const found = await gather(send, lists, wanted.value, (task) => ({ json: shapeOne(task) }));
				if (!found.ok) return found;
				return { ok: true as const, value: { did: 'listed' as const, outputs: found.value } };
			};
			return { ok: true, value: { run } };
		};
	},
});
