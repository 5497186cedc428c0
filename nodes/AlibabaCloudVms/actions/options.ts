import type { INodeProperties } from 'n8n-workflow';
import { MOST_CONCURRENCY } from '../transport/agent';
import { FIELDS, MODE } from './callTask/modes';

/** The node's options with their defaults; the editor stores only what was added. */
export interface Options {
	checkAllItemsFirst: boolean;
	checkValuesBeforeSending: boolean;
	columnsToIgnore: string[];
	/** 0 leaves it to the node. */
	concurrentRequests: number;
	includeRequestParameters: boolean;
	/** Seconds. */
	longestWait: number;
	maximumAttempts: number;
	onlySendWhatDiffers: boolean;
	/** 0 means no limit. */
	requestsPerSecond: number;
	sendEmptyValues: boolean;
	simplify: boolean;
	/** Seconds. */
	timeout: number;
	unknownColumns: 'ignore' | 'refuse';
	urlEncodeNameAndDescriptionFirst: boolean;
	verifyAfterUpdate: boolean;
	/** Seconds; 0 does not wait. */
	waitForTheGateway: number;
	/** Absent where the user did not choose: then it counts only for tasks that are read anyway. */
	whenTaskHasEnded?: 'refuse' | 'skip' | 'updateAnyway';
	whenTaskIsRunning: 'updateAnyway' | 'skip' | 'refuse' | 'pauseUpdateResume';
}

export const DEFAULTS: Options = {
	checkAllItemsFirst: false,
	checkValuesBeforeSending: true,
	columnsToIgnore: [],
	concurrentRequests: 0,
	includeRequestParameters: false,
	longestWait: 30,
	maximumAttempts: 5,
	onlySendWhatDiffers: false,
	requestsPerSecond: 0,
	sendEmptyValues: false,
	simplify: true,
	timeout: 30,
	unknownColumns: 'ignore',
	urlEncodeNameAndDescriptionFirst: false,
	verifyAfterUpdate: false,
	waitForTheGateway: 300,
	whenTaskIsRunning: 'updateAnyway',
};

export const optionsProperty: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [
		{
			displayName: 'Check All Items First',
			name: 'checkAllItemsFirst',
			type: 'boolean',
			default: false,
			description: 'Whether to send nothing at all unless every item passes its checks',
		},
		{
			displayName: 'Check Values Before Sending',
			name: 'checkValuesBeforeSending',
			type: 'boolean',
			default: true,
			description:
				'Whether to check all values against the documented limits and send nothing for an item with a wrong one. Switch off if the service accepts more than its documentation says.',
		},
		{
			displayName: 'Columns to Ignore',
			name: 'columnsToIgnore',
			type: 'string',
			default: '',
			typeOptions: { rows: 2 },
			placeholder: 'e.g. Remarks, "Owner, team"',
			displayOptions: { show: { [`/${FIELDS.name}`]: [FIELDS.fromInput] } },
			description:
				'Columns of the input that are not to be mapped, even if they are called like a parameter. Separate them by commas, semicolons or line breaks; put a name that has one of these in double quotes, or give an array. It may differ by item.',
		},
		{
			displayName: 'Concurrent Requests',
			name: 'concurrentRequests',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: MOST_CONCURRENCY, numberPrecision: 0 },
			default: 0,
			description:
				'Most requests under way at one time, up to 50. With 0 the node begins with 10, doubles that while all goes well, and finds out what the gateway takes. Items for the same task always go one after the other.',
		},
		{
			displayName: 'Include Request Parameters',
			name: 'includeRequestParameters',
			type: 'boolean',
			default: false,
			description: 'Whether to add the parameters that were sent to the output, as request',
		},
		{
			displayName: 'Longest Wait',
			name: 'longestWait',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 600, numberPrecision: 3 },
			default: 30,
			description: 'Most seconds to wait between two attempts, from 0 to 600',
		},
		{
			displayName: 'Maximum Attempts',
			name: 'maximumAttempts',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 20, numberPrecision: 0 },
			default: 5,
			description:
				'How often an item is sent at most, from 1 to 20. Repeated are throttled requests, errors of the server, and lost connections, not refusals. What could not be sent at all does not count.',
		},
		{
			displayName: 'Only Send What Differs',
			name: 'onlySendWhatDiffers',
			type: 'boolean',
			default: false,
			description:
				'Whether to read each task first and send only the values that differ from it, and nothing at all where none does. What cannot be read back is always sent.',
		},
		{
			displayName: 'Requests per Second',
			name: 'requestsPerSecond',
			type: 'number',
			typeOptions: { minValue: 0, numberPrecision: 3 },
			default: 0,
			description:
				'Most requests to begin in a second. 0 means no limit; the node slows down by itself when the gateway asks for it.',
		},
		{
			displayName: 'Send Empty Values',
			name: 'sendEmptyValues',
			type: 'boolean',
			default: false,
			description:
				'Whether fields that are added and left empty are sent as empty, which may clear them in the task. Otherwise they stay as they are.',
		},
		{
			displayName: 'Simplify',
			name: 'simplify',
			type: 'boolean',
			default: true,
			description: 'Whether to return a simplified version of the response instead of the raw data',
		},
		{
			displayName: 'Timeout',
			name: 'timeout',
			type: 'number',
			typeOptions: { minValue: 1, maxValue: 600, numberPrecision: 3 },
			default: 30,
			description: 'Seconds to wait for an answer, from 1 to 600. The first item decides for all.',
		},
		{
			displayName: 'Unknown Columns',
			name: 'unknownColumns',
			type: 'options',
			default: 'ignore',
			displayOptions: { show: { [`/${FIELDS.name}`]: [FIELDS.fromInput] } },
			description: 'What to do with columns that are called like no parameter',
			options: [
				{ name: 'Ignore', value: 'ignore', description: 'Leave them out, and name them in a hint' },
				{ name: 'Refuse', value: 'refuse', description: 'Send nothing for items that have one' },
			],
		},
		{
			displayName: 'URL-Encode Name and Description First',
			name: 'urlEncodeNameAndDescriptionFirst',
			type: 'boolean',
			default: false,
			description:
				'Whether to URL-encode name and description once more before signing. Only needed if the task shows them with percent signs decoded one time too many.',
		},
		{
			displayName: 'Verify After Update',
			name: 'verifyAfterUpdate',
			type: 'boolean',
			default: false,
			displayOptions: { show: { [`/${MODE.name}`]: [MODE.apply] } },
			description:
				'Whether to read each task back after the update, and to report an item whose values did not take as an error',
		},
		{
			displayName: 'Wait for the Gateway',
			name: 'waitForTheGateway',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: 3600, numberPrecision: 3 },
			default: 300,
			description:
				'Most seconds to wait while the gateway takes no connections, from 0 to 3600. All items wait together, one request at a time tries, and no attempt counts. With 0 each item makes its attempts.',
		},
		{
			displayName: 'When the Task Has Ended',
			name: 'whenTaskHasEnded',
			type: 'options',
			default: 'refuse',
			description:
				'What to do with a task that has ended, since it cannot start again. Added here, it makes the node read each task first; otherwise tasks that are read anyway are refused.',
			options: [
				{ name: 'Refuse', value: 'refuse', description: 'Send nothing, and report an error' },
				{ name: 'Skip', value: 'skip', description: 'Send nothing, and say so in the output' },
				{ name: 'Update Anyway', value: 'updateAnyway' },
			],
		},
		{
			displayName: 'When the Task Is Running',
			name: 'whenTaskIsRunning',
			type: 'options',
			default: 'updateAnyway',
			description:
				'What to do with a task that is calling people right now. All but the first read each task before it is changed.',
			options: [
				{ name: 'Update Anyway', value: 'updateAnyway' },
				{ name: 'Skip', value: 'skip', description: 'Send nothing, and say so in the output' },
				{ name: 'Refuse', value: 'refuse', description: 'Send nothing, and report an error' },
				{
					name: 'Pause, Update, Resume',
					value: 'pauseUpdateResume',
					description: 'Pause the task, change it, and start it again whatever happens',
				},
			],
		},
	],
};
