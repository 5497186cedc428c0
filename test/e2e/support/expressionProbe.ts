import type { IExecuteFunctions, INodeExecutionData, INodeType } from 'n8n-workflow';
import { bothWays, probeDescription } from '../../support/expressions';

/** Runs inside an n8n, on its expression engine, and tells where the two ways differ. */
export class ExpressionProbe implements INodeType {
	description = { ...probeDescription, displayName: 'Expression Probe', name: 'expressionProbe' };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		const { fields } = this.getNode().parameters as { fields: Record<string, unknown> };
		const jsons = this.getInputData().map(({ json }) => json);
		const pairs = bothWays(this, Object.values(fields), jsons);
		// As texts: what n8n would make of an undefined or a NaN in an output is not the question.
		const told = pairs.map(({ n8n, ours, raw, json }) => ({
			case: JSON.stringify({ raw, json }),
			n8n: describe(n8n),
			ours: describe(ours),
		}));
		return [
			[
				{
					json: {
						compared: told.length,
						different: told.filter(({ n8n, ours }) => n8n !== ours).slice(0, 20),
					},
				},
			],
		];
	}
}

const describe = (value: unknown): string =>
	JSON.stringify(value, (_key, one: unknown) =>
		one === undefined || typeof one === 'function' || typeof one === 'number'
			? `${typeof one} ${String(one)}`
			: one,
	);
