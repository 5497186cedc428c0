import * as fc from 'fast-check';
import type { IDataObject, INodeType } from 'n8n-workflow';
import { Engine } from '../../../engine/engine';
import {
	bothWays,
	json,
	probeDescription,
	probeParameters,
	raws,
	type Pair,
} from '../../support/expressions';

/** What n8n's engine in this process gives, and what the resolver gives. */
async function resolved(raws: unknown[], jsons: IDataObject[]): Promise<Pair[]> {
	let pairs: Pair[] = [];
	const probe: INodeType = {
		description: probeDescription,
		async execute() {
			pairs = bothWays(this, raws, jsons);
			return [[]];
		},
	};
	const engine = new Engine({ nodeTypes: { 'test.probe': probe } });
	await engine.execute(
		{
			id: '1',
			name: 'Probe',
			type: 'test.probe',
			typeVersion: 1,
			position: [0, 0],
			parameters: probeParameters(raws),
		},
		jsons.map((json) => ({ json })),
	);
	return pairs;
}

async function expectTheSame(raws: unknown[], jsons: IDataObject[]) {
	const pairs = await resolved(raws, jsons);
	// Each field, and the locator.
	expect(pairs).toHaveLength((raws.length + 1) * jsons.length);
	for (const { raw, json, n8n, ours } of pairs) {
		expect({ raw, json, is: ours }).toEqual({ raw, json, is: n8n });
	}
}

describe('a parameter resolved a short way is what n8n gives', () => {
	it('for thousands of references, expressions and items', async () => {
		await fc.assert(
			fc.asyncProperty(
				raws,
				fc.array(json, { minLength: 1, maxLength: 4 }),
				async (raws, jsons) => await expectTheSame(raws, jsons as IDataObject[]),
			),
			{ numRuns: 300 },
		);
	}, 120_000);
});
