import { MOST_CONCURRENCY } from '../gateway/agent';
import { columnNames } from '../input/columnsToIgnore';
import { choice, flag, number } from '../parameters/encoders/scalar';
import { FIELDS } from './fields';
import { option, type Options } from './option';

/** How requests are sent: every operation offers these, since the connection is opened with them. */
export const SENDING = {
	timeout: option<number>({
		read: number,
		unit: 'seconds',
		isWide: true,
		property: {
			displayName: 'Timeout',
			name: 'timeout',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 600, numberPrecision: 3 },
			default: 30,
			description: 'Seconds to wait for an answer of the service. The first item decides for all.',
		},
	}),
	maximumAttempts: option<number>({
		read: number,
		isWide: true,
		property: {
			displayName: 'Maximum Attempts',
			name: 'maximumAttempts',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 20, numberPrecision: 0 },
			default: 5,
			description:
				'How often an item is sent at most. Repeated are throttled requests, errors of the server, and lost connections, not refusals. What could not be sent at all does not count.',
		},
	}),
	longestWait: option<number>({
		read: number,
		unit: 'seconds',
		isWide: true,
		property: {
			displayName: 'Longest Wait',
			name: 'longestWait',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 600, numberPrecision: 3 },
			default: 30,
			description: 'Most seconds to wait between two attempts',
		},
	}),
	requestsPerSecond: option<number>({
		read: number,
		isWide: true,
		property: {
			displayName: 'Requests per Second',
			name: 'requestsPerSecond',
			type: 'number',
			typeOptions: { minValue: 0, numberPrecision: 3 },
			default: 0,
			description:
				'Most requests to begin in a second. 0 means no limit; the node slows down by itself when the gateway asks for it.',
		},
	}),
	concurrentRequests: option<number>({
		read: number,
		isWide: true,
		property: {
			displayName: 'Concurrent Requests',
			name: 'concurrentRequests',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: MOST_CONCURRENCY, numberPrecision: 0 },
			default: 0,
			description:
				'Most requests under way at one time. With 0 the node begins with 10, doubles that while all goes well, and finds out what the gateway takes. Items for the same task always go one after the other.',
		},
	}),
	waitForTheGateway: option<number>({
		read: number,
		unit: 'seconds',
		isWide: true,
		property: {
			displayName: 'Wait for the Gateway',
			name: 'waitForTheGateway',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 3600, numberPrecision: 3 },
			default: 300,
			description:
				'Most seconds to wait while the gateway, where the service takes requests, takes no connections. All items wait together, one request at a time tries, and no attempt counts. With 0 each item makes its attempts.',
		},
	}),
} as const;

export type Sending = Options & typeof SENDING;

/** What is done before the first item is sent. */
export const ITEMS = {
	checkAllItemsFirst: option<boolean>({
		read: flag,
		isWide: true,
		property: {
			displayName: 'Check All Items First',
			name: 'checkAllItemsFirst',
			type: 'boolean',
			default: false,
			description:
				'Whether to check the values of all items before the first one is sent, and send nothing if one is wrong. The states of tasks are looked at later, one by one.',
		},
	}),
} as const;

/** What an output takes over from its item. */
export const INPUT = {
	includeInputColumns: option<boolean>({
		read: flag,
		isWide: true,
		property: {
			displayName: 'Include Input Columns',
			name: 'includeInputColumns',
			type: 'boolean',
			default: false,
			description:
				"Whether to put the columns of the input item behind the result, for instance to write back to a sheet what was done. A column that has the name of a result is left out, and files of the item are not taken. 'row_number' always stands there.",
		},
	}),
} as const;

/** Whether values are checked before they are sent. */
export const CHECKING = {
	checkValuesBeforeSending: option<boolean>({
		read: flag,
		property: {
			displayName: 'Check Values Before Sending',
			name: 'checkValuesBeforeSending',
			type: 'boolean',
			default: true,
			description:
				'Whether to check all values against the documented limits and send nothing for an item with a wrong one. Switch off if the service accepts more than its documentation says.',
		},
	}),
} as const;

/** What is done with columns that map themselves. */
export const COLUMNS = {
	columnsToIgnore: option<readonly string[]>({
		read: columnNames,
		property: {
			displayName: 'Columns to Ignore',
			name: 'columnsToIgnore',
			type: 'string',
			default: '',
			typeOptions: { rows: 2 },
			placeholder: 'e.g. Remarks, "Owner, team"',
			displayOptions: { show: { [`/${FIELDS.name}`]: [FIELDS.fromInput] } },
			description:
				'Columns of the input that are not to be mapped, even if they have the name of a parameter. Separate them by commas, semicolons or line breaks; put a name that has one of these in double quotes, or give an array. It may differ by item.',
		},
	}),
	unknownColumns: option<'ignore' | 'refuse'>({
		read: choice,
		property: {
			displayName: 'Unknown Columns',
			name: 'unknownColumns',
			type: 'options',
			default: 'ignore',
			displayOptions: { show: { [`/${FIELDS.name}`]: [FIELDS.fromInput] } },
			description: 'What to do with columns that match no parameter',
			options: [
				{ name: 'Ignore', value: 'ignore', description: 'Leave them out, and name them in a hint' },
				{
					name: 'Refuse',
					value: 'refuse',
					description: 'Send nothing for items that have one, even if its cell is empty',
				},
			],
		},
	}),
} as const;

/** What is kept of who changed what. */
export const RECORD = {
	includeChangeRecord: option<boolean>({
		read: flag,
		isWide: true,
		property: {
			displayName: 'Include Change Record',
			name: 'includeChangeRecord',
			type: 'boolean',
			default: false,
			description:
				'Whether to add a record to each item, as record: when, by which workflow, execution and node, which task, from what to what. It is a flat row for a table or a database. Refused items have it in their error.',
		},
	}),
	taskIdsInExecutionData: option<boolean>({
		read: flag,
		isWide: true,
		property: {
			displayName: 'Task IDs in Execution Data',
			name: 'taskIdsInExecutionData',
			type: 'boolean',
			default: false,
			description:
				"Whether to keep the IDs of the tasks that were changed with the execution, as taskIds, so that n8n's list of executions finds them. There is room for 512 characters.",
		},
	}),
} as const;

/** A page about the run, for people. */
export const REPORT = {
	attachReport: option<boolean>({
		read: flag,
		isWide: true,
		property: {
			displayName: 'Attach Report',
			name: 'attachReport',
			type: 'boolean',
			default: false,
			description:
				'Whether to add a page to the first output item, as the file report: what became of each task, and when it calls people before and afterwards, in one HTML file for a mail, a chat or the archive. An update and a preview read each task for it, and its time conditions.',
		},
	}),
	reportLanguage: option<'en' | 'zh'>({
		read: choice,
		isWide: true,
		property: {
			displayName: 'Report Language',
			name: 'reportLanguage',
			type: 'options',
			default: 'en',
			displayOptions: { show: { attachReport: [true] } },
			description:
				'The language of the report. Reasons and warnings stay in English, as they are in the output.',
			options: [
				{ name: 'English', value: 'en' },
				{ name: 'Chinese', value: 'zh', description: '中文' },
			],
		},
	}),
} as const;

/** What every operation offers that changes a call task. */
export const CHANGING = { ...SENDING, ...ITEMS, ...REPORT, ...INPUT, ...RECORD } as const;

/** How the answer comes out. */
export const OUTPUT = {
	simplify: option<boolean>({
		read: flag,
		property: {
			displayName: 'Simplify',
			name: 'simplify',
			type: 'boolean',
			default: true,
			description: 'Whether to return a simplified version of the response instead of the raw data',
		},
	}),
	includeRequestParameters: option<boolean>({
		read: flag,
		property: {
			displayName: 'Include Request Parameters',
			name: 'includeRequestParameters',
			type: 'boolean',
			default: false,
			description: 'Whether to add the parameters that were sent to the output, as request',
		},
	}),
} as const;
