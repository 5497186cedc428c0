import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';
import { isRecord } from '../guards';
import { flag, number } from '../parameters/encoders/scalar';
import type { Result } from '../transport/failure';
import { fail } from '../transport/failure';
import { MOST_CONCURRENCY } from '../transport/agent';
import { createResolver } from '../pipeline/resolve';

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
			displayName: 'Concurrent Requests',
			name: 'concurrentRequests',
			type: 'number',
			typeOptions: { minValue: 0, maxValue: MOST_CONCURRENCY, numberPrecision: 0 },
			default: 0,
			description:
				'Most requests under way at one time, up to 50. With 0 the node begins with 10 and finds out what the gateway takes. Items for the same task always go one after the other.',
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
				'How often an item is sent at most, from 1 to 20. Repeated are throttled requests, errors of the server, and lost connections, not refusals.',
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
			displayName: 'URL-Encode Name and Description First',
			name: 'urlEncodeNameAndDescriptionFirst',
			type: 'boolean',
			default: false,
			description:
				'Whether to URL-encode name and description once more before signing. Only needed if the task shows them with percent signs decoded one time too many.',
		},
	],
};

/** Options that the first item decides for the whole execution. */
const EXECUTION_WIDE: ReadonlyArray<keyof Options> = [
	'checkAllItemsFirst',
	'concurrentRequests',
	'longestWait',
	'maximumAttempts',
	'requestsPerSecond',
	'timeout',
];

const properties = (optionsProperty.options ?? []) as INodeProperties[];

/** Reads options of an item. Where an expression gives nothing, the default stays: no check goes off. */
function createReader(
	context: IExecuteFunctions,
	isWanted: (name: keyof Options) => boolean,
): (itemIndex: number) => Result<Options> {
	const stored: unknown = context.getNodeParameter('options', 0, {}, { rawExpressions: true });
	const added = properties.flatMap((property) => {
		const name = property.name as keyof Options;
		if (!isRecord(stored) || !(name in stored) || !isWanted(name)) return [];
		return [{ property, name, path: `options.${name}`, raw: stored[name] }];
	});
	const resolve = createResolver(context, added);
	return (itemIndex) => {
		const options: Options = { ...DEFAULTS };
		const issues: string[] = [];
		resolve(itemIndex).forEach((resolved, index) => {
			const { property, name } = added[index] ?? {};
			if (!property || !name) return;
			const label = `'${property.displayName}'`;
			if ('error' in resolved) {
				issues.push(`${label} has an expression that fails: ${String(resolved.error)}`);
			} else if ((resolved.value ?? '') !== '') {
				const encode = property.type === 'boolean' ? flag : number;
				const { value, issue } = encode(resolved.value, property);
				if (issue) issues.push(`${label} ${issue}`);
				Object.assign(options, { [name]: value });
			}
		});
		return issues.length > 0
			? fail({ kind: 'input', message: issues.join('. '), description: 'Nothing was sent.' })
			: { ok: true, value: options };
	};
}

/** The options of the whole execution. */
export const readLimits = (context: IExecuteFunctions): Result<Options> =>
	createReader(context, (name) => EXECUTION_WIDE.includes(name))(0);

/** A reader of the options that each item decides for itself. */
export const createOptionsReader = (context: IExecuteFunctions) =>
	createReader(context, (name) => !EXECUTION_WIDE.includes(name));
