import type { INodeProperties } from 'n8n-workflow';
import { SOURCE } from '../input/fieldsObject';
import { callTask } from '../parameters';
import { type } from '../parameters/creation';
import { tel } from '../parameters/numbers';
import { propertiesOf, shownWhere } from '../parameters/properties';

/** Where the fields come from: a name that workflows store, and its values. */
export const FIELDS = { name: 'fields', below: 'setBelow', fromInput: 'mapFromInput' } as const;

/** Fields that several operations have: the editor keeps what they hold on a switch between those. */

/** The two that say which task: its ID, and the enterprise. */
export const TASK_FIELDS: readonly INodeProperties[] = callTask.identity.flatMap(propertiesOf);

/** The enterprise alone; whoever needs more than the two puts it between them, since the credential may say it. */
export const ENTERPRISE_FIELDS = TASK_FIELDS.filter(({ name }) => name === 'enterpriseId');

/** The task alone. */
export const WHICH_TASK = TASK_FIELDS.filter(({ name }) => name === 'taskId');

/** Most items that are looked at before a run. */
export const MOST_LOOKED_AT = 50;

/** What of a long cell is looked at: n8n takes no request of any size. */
const LONGEST_CELL = 300;

/** The field that is never shown: the last input, and what the workflow stores for fields that name columns. */
export const LAST_INPUT = 'lastInput';

const naming = [SOURCE, ...[...callTask.identity, type, tel].map(({ property }) => property.name)];

/**
 * Evaluated by the editor alone, which has the last input and hands to a method nothing but the values of
 * parameters. Before any input is there, the editor's `$input` throws. No more of what is stored than these
 * fields: the editor asks anew whenever the text is another one.
 */
const lastInput = `={{ (() => { try { const items = $input.all(); const all = JSON.parse(JSON.stringify($rawParameter)); const stored = {}; for (const name of ${JSON.stringify(naming).replaceAll('"', "'")}) stored[name] = all[name]; return JSON.stringify({ total: items.length, rows: items.slice(0, ${MOST_LOOKED_AT}).map((item) => item.json), stored }, (_name, cell) => (typeof cell === 'string' && cell.length > ${LONGEST_CELL} ? cell.slice(0, ${LONGEST_CELL}) : cell)); } catch (error) { return ''; } })() }}`;

/** As the editor writes it by itself, so that to look at the node changes nothing in the workflow. */
const NO_FIELDS = {
	mappingMode: 'autoMapInputData',
	value: {},
	matchingColumns: [],
	schema: [],
	attemptToConvertTypes: false,
	convertFieldsToString: false,
};

/**
 * Which columns are taken, before anything runs. Of n8n's widgets, the mapper alone shows what a method says
 * without a click: as the notice that stands in the place of its fields, where there are none. By its
 * automatic mode it asks anew after each run, and by 'update' it adds no notice of its own.
 */
export const COLUMNS_SHOWN: readonly INodeProperties[] = shownWhere(
	{ [FIELDS.name]: [FIELDS.fromInput] },
	[
		{
			displayName: 'Last Input',
			name: LAST_INPUT,
			type: 'hidden',
			default: lastInput,
		},
		{
			displayName: 'Columns',
			name: 'columns',
			type: 'resourceMapper',
			noDataExpression: true,
			default: NO_FIELDS,
			typeOptions: {
				loadOptionsDependsOn: [
					'operation',
					LAST_INPUT,
					'options.columnsToIgnore',
					'options.unknownColumns',
				],
				resourceMapper: {
					resourceMapperMethod: 'columnsOfLastInput',
					mode: 'update',
					supportAutoMap: false,
				},
			},
		},
	],
);
