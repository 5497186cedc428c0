import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { MOST_CONCURRENCY } from '../transport/agent';
import { hasExpression } from '../pipeline/resolve';

/** The node's options with their defaults; the editor stores only what was added. */
export interface Options {
	checkAllItemsFirst: boolean;
	checkValuesBeforeSending: boolean;
	/** 0 leaves it to the node. */
	concurrentRequests: number;
	includeRequestParameters: boolean;
	/** Seconds. */
	longestWait: number;
	maximumAttempts: number;
	/** 0 means no limit. */
	requestsPerSecond: number;
	sendEmptyValues: boolean;
	simplify: boolean;
	/** Seconds. */
	timeout: number;
	urlEncodeNameAndDescriptionFirst: boolean;
}

const DEFAULTS: Options = {
	checkAllItemsFirst: false,
	checkValuesBeforeSending: true,
	concurrentRequests: 0,
	includeRequestParameters: false,
	longestWait: 30,
	maximumAttempts: 5,
	requestsPerSecond: 0,
	sendEmptyValues: false,
	simplify: true,
	timeout: 30,
	urlEncodeNameAndDescriptionFirst: false,
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
			validateType: 'boolean',
			default: false,
			description: 'Whether to send nothing at all unless every item passes its checks',
		},
		{
			displayName: 'Check Values Before Sending',
			name: 'checkValuesBeforeSending',
			type: 'boolean',
			validateType: 'boolean',
			default: true,
			description:
				'Whether to check all values against the documented limits and send nothing for an item with a wrong one. Switch off if the service accepts more than its documentation says.',
		},
		{
			displayName: 'Concurrent Requests',
			name: 'concurrentRequests',
			type: 'number',
			validateType: 'number',
			typeOptions: { minValue: 0, maxValue: MOST_CONCURRENCY },
			default: 0,
			description:
				'Most requests under way at one time, up to 50. With 0 the node begins with 10 and finds out what the gateway takes. Items for the same task always go one after the other.',
		},
		{
			displayName: 'Include Request Parameters',
			name: 'includeRequestParameters',
			type: 'boolean',
			validateType: 'boolean',
			default: false,
			description: 'Whether to add the parameters that were sent to the output, as request',
		},
		{
			displayName: 'Longest Wait',
			name: 'longestWait',
			type: 'number',
			validateType: 'number',
			typeOptions: { minValue: 0, maxValue: 600 },
			default: 30,
			description: 'Most seconds to wait between two attempts, from 0 to 600',
		},
		{
			displayName: 'Maximum Attempts',
			name: 'maximumAttempts',
			type: 'number',
			validateType: 'number',
			typeOptions: { minValue: 1, maxValue: 20 },
			default: 5,
			description:
				'How often an item is sent at most, from 1 to 20. Repeated are throttled requests, errors of the server, and lost connections, not refusals.',
		},
		{
			displayName: 'Requests per Second',
			name: 'requestsPerSecond',
			type: 'number',
			validateType: 'number',
			typeOptions: { minValue: 0, numberPrecision: 1 },
			default: 0,
			description:
				'Most requests to begin in a second. 0 means no limit; the node slows down by itself when the gateway asks for it.',
		},
		{
			displayName: 'Send Empty Values',
			name: 'sendEmptyValues',
			type: 'boolean',
			validateType: 'boolean',
			default: false,
			description:
				'Whether fields that are added and left empty are sent as empty, which may clear them in the task. Otherwise they stay as they are.',
		},
		{
			displayName: 'Simplify',
			name: 'simplify',
			type: 'boolean',
			validateType: 'boolean',
			default: true,
			description: 'Whether to return a simplified version of the response instead of the raw data',
		},
		{
			displayName: 'Timeout',
			name: 'timeout',
			type: 'number',
			validateType: 'number',
			typeOptions: { minValue: 1, maxValue: 600 },
			default: 30,
			description: 'Seconds to wait for an answer, from 1 to 600. The first item decides for all.',
		},
		{
			displayName: 'URL-Encode Name and Description First',
			name: 'urlEncodeNameAndDescriptionFirst',
			type: 'boolean',
			validateType: 'boolean',
			default: false,
			description:
				'Whether to URL-encode name and description once more before signing. Only needed if the task shows them with percent signs decoded one time too many.',
		},
	],
};

/** Options that hold for the whole execution, with the range of each. */
const RANGES: ReadonlyArray<{ name: keyof Options; label: string; least: number; most: number }> = (
	optionsProperty.options ?? []
).flatMap((option) => {
	if (!('displayName' in option) || !('typeOptions' in option)) return [];
	const { minValue: least = 0, maxValue: most = Number.MAX_SAFE_INTEGER } =
		option.typeOptions ?? {};
	return [{ name: option.name as keyof Options, label: option.displayName, least, most }];
});

/** What is wrong with the numbers among the options, in sentences. */
export const checkOptions = (options: Options): string[] =>
	RANGES.flatMap(({ name, label, least, most }) => {
		const value = Number(options[name]);
		if (value >= least && value <= most) return [];
		const range =
			most === Number.MAX_SAFE_INTEGER ? `${least} or more` : `from ${least} to ${most}`;
		return [`'${label}' is ${value}; give a number ${range}`];
	});

/**
 * The options of one item. An expression that yields nothing leaves the default: it must not switch the
 * checks off.
 */
export function createOptionsReader(context: IExecuteFunctions): (itemIndex: number) => Options {
	const readItem = (itemIndex: number): Options => {
		const given = context.getNodeParameter('options', itemIndex, {});
		const set = Object.entries(given).filter(([, value]) => (value ?? '') !== '');
		return { ...DEFAULTS, ...Object.fromEntries(set) };
	};
	const raw: unknown = context.getNodeParameter('options', 0, {}, { rawExpressions: true });
	if (hasExpression(raw)) return readItem;
	let once: Options | undefined;
	return () => (once ??= readItem(0));
}
