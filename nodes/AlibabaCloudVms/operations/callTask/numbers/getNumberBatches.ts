import { LIST_BATCHES } from '../../../gateway/actions';
import { entryShaper } from '../../../input/entries';
import { HOW_MANY } from '../../../input/howMany';
import { callTask } from '../../../parameters';
import { batchFilters } from '../../../parameters/batchFilters';
import { catalogueOf } from '../../../parameters/catalogue';
import { chinaNow, momentText } from '../../../parameters/chinaTime';
import { monthsBegun } from '../../../parameters/months';
import { collectionOf } from '../../../parameters/properties';
import { TASK_FIELDS } from '../../fields';
import { operation } from '../../operation';
import { LISTING, listing } from '../../listing';

const catalogue = catalogueOf(callTask.identity, [batchFilters]);

const PAGING = {
	action: LIST_BATCHES,
	called: 'batches',
	list: 'TaskFileList',
	key: 'Id',
	// The service gives five times as many, in answers that take as much longer to read.
	size: 1000,
	mostPages: 100,
	sideBySide: 4,
} as const;

const COUNTS = ['ImportCount', 'RepeatCount', 'RestrictCount'];

const FORM = {
	first: ['Id', 'Name', 'Status', ...COUNTS, 'CreateTime', 'TaskId', 'EnterpriseId'],
	numbers: ['Status', 'Priority', ...COUNTS],
};

/** The range in which batches are looked for, in the parts that the service takes; one of any time without. */
function rangesOf({
	StartTime: start,
	EndTime: end,
}: Record<string, string>): Array<Record<string, string>> {
	if (start === undefined) return [{}];
	const range = { start, end: end ?? momentText(chinaNow()) };
	const parts = monthsBegun(range, Date.now());
	return (parts.length > 0 ? parts : [{ start, end: start }]).map((part) => ({
		StartTime: part.start,
		EndTime: part.end,
	}));
}

/** CloudListTaskFile, page by page. */
export const getNumberBatches = operation({
	resource: 'callTask',
	option: {
		name: 'Get Number Batches',
		value: 'getNumberBatches',
		action: 'Get number batches of a call task',
		description:
			'List the batches in which phone numbers were imported into an outbound call task, by the ID of the task: name, state, and how many numbers came in, were doubles or must not be called. Nothing is changed and nobody is called.',
	},
	fields: [...TASK_FIELDS, ...HOW_MANY, collectionOf(batchFilters)],
	...LISTING,
	open: listing(catalogue, () => ({
		listsOf: (params) => ({
			ok: true,
			value: rangesOf(params).map((range) => ({ ...PAGING, params: { ...params, ...range } })),
		}),
		simple: entryShaper(FORM),
	})),
});
