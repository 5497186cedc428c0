import type { INodeProperties } from 'n8n-workflow';
import { SOURCE } from '../input/fieldsObject';
import { callTask } from '../parameters';
import { type } from '../parameters/creation';
import { tel } from '../parameters/numbers';
import { shownWhere } from '../parameters/properties';
import { FIELDS } from './fields';

/** Most items that are looked at before a run. */
const MOST_LOOKED_AT = 50;

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
const lastInput = [
	'={{ (() => { try {',
	'const items = $input.all();',
	`const rows = items.slice(0, ${MOST_LOOKED_AT}).map((item) => item.json);`,
	'const all = JSON.parse(JSON.stringify($rawParameter));',
	'const stored = {};',
	`for (const name of '${naming.join()}'.split(',')) stored[name] = all[name];`,
	`const cut = (_name, cell) => (typeof cell === 'string' ? cell.slice(0, ${LONGEST_CELL}) : cell);`,
	'return JSON.stringify({ total: items.length, rows, stored }, cut);',
	"} catch (error) { return ''; } })() }}",
].join(' ');

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
