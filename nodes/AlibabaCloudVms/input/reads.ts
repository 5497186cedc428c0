import type { INodeExecutionData } from 'n8n-workflow';

/** What is asked of n8n to map columns: an execution answers it, and what the editor knows of the last input. */
export interface Reads {
	getInputData(): INodeExecutionData[];
	getNodeParameter(
		name: string,
		itemIndex: number,
		fallback: unknown,
		options?: { rawExpressions?: boolean },
	): unknown;
	evaluateExpression(expression: string, itemIndex: number): unknown;
	/** The workflow's, an IANA name. */
	getTimezone(): string;
}
