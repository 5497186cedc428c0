import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

/** The node's options with their defaults; the editor stores only what was added. */
export interface Options {
	checkValuesBeforeSending: boolean;
	includeRequestParameters: boolean;
	sendEmptyValues: boolean;
	simplify: boolean;
	/** Seconds. */
	timeout: number;
	urlEncodeNameAndDescriptionFirst: boolean;
}

const DEFAULTS: Options = {
	checkValuesBeforeSending: true,
	includeRequestParameters: false,
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
			displayName: 'Check Values Before Sending',
			name: 'checkValuesBeforeSending',
			type: 'boolean',
			validateType: 'boolean',
			default: true,
			description:
				'Whether to check all values against the documented limits and send nothing for an item with a wrong one. Switch off if the service accepts more than its documentation says.',
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

/**
 * The options of one item. An expression that yields nothing leaves the default: it must not switch the
 * checks off.
 * @throws n8n's ExpressionError where an expression yields another type
 */
export function readOptions(context: IExecuteFunctions, itemIndex: number): Options {
	const given = context.getNodeParameter('options', itemIndex, {});
	const set = Object.entries(given).filter(([, value]) => (value ?? '') !== '');
	return { ...DEFAULTS, ...Object.fromEntries(set) };
}
