import type { IExecuteFunctions } from 'n8n-workflow';

/**
 * How a switch stands that only a person may switch on: no text counts, since that is an expression, and so
 * may be an AI agent's. n8n itself takes the sign of an expression away from such a field.
 */
export function switchedByHand(context: IExecuteFunctions, name: string): 'on' | 'off' | 'text' {
	const stored = context.getNodeParameter(name, 0, false, { rawExpressions: true });
	if (typeof stored === 'string') return 'text';
	return stored === true ? 'on' : 'off';
}
