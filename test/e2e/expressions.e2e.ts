import * as fc from 'fast-check';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buildCustomNode } from '../../scripts/n8n/customNode';
import { installN8n } from '../../scripts/n8n/install';
import { CURRENT } from '../../scripts/n8n/releases';
import { N8nRest, outputsOf, type WorkflowData } from '../../scripts/n8n/rest';
import { startN8n, type Server } from '../../scripts/n8n/server';
import { json, probeParameters, raws } from '../support/expressions';
import { START, TRIGGER } from './support/stage';
import { tell } from './support/tell';

const PROBES = 40;
const ITEMS = 15;
const PROBE = 'Probe';

/** One probe after the other behind the trigger, each with parameters of its own, for the same items. */
function workflowOfProbes(seed: number): WorkflowData {
	const stored = fc.sample(raws, { numRuns: PROBES, seed });
	const items = fc.sample(json, { numRuns: ITEMS, seed });
	const probes = stored.map((fields, index) => ({
		id: `probe${index}`,
		name: `${PROBE} ${index}`,
		type: 'CUSTOM.expressionProbe',
		typeVersion: 1,
		position: [260, index * 160] as [number, number],
		parameters: probeParameters(fields),
	}));
	return {
		name: 'Probes',
		nodes: [START, ...probes],
		connections: {
			[TRIGGER]: { main: [probes.map(({ name }) => ({ node: name, type: 'main', index: 0 }))] },
		},
		pinData: { [TRIGGER]: items.map((one) => ({ json: one })) },
	};
}

describe("n8n's own expression engine", () => {
	let folder: string;
	let server: Server;
	let rest: N8nRest;

	beforeAll(async () => {
		const installation = await installN8n(CURRENT, tell);
		folder = await mkdtemp(path.join(tmpdir(), 'n8n-expressions-'));
		const nodes = path.join(folder, 'custom');
		const source = path.join(__dirname, 'support/expressionProbe.ts');
		await buildCustomNode(source, 'ExpressionProbe', nodes);
		const env = { N8N_CUSTOM_EXTENSIONS: nodes };
		server = await startN8n(installation, { userFolder: folder, env });
		rest = new N8nRest(server.url);
		await rest.logIn();
	});

	afterAll(async () => {
		await server?.stop();
		await rm(folder, { recursive: true, force: true });
	});

	it('gives what a parameter that is resolved a short way gives', async () => {
		const seed = Date.now() & 0xffffff;
		tell(`seed ${seed}`);
		const id = await rest.createWorkflow(workflowOfProbes(seed));
		const execution = await rest.runToEnd(id, TRIGGER, 120_000);
		expect(execution.data.resultData.error?.message).toBeUndefined();
		const told = Array.from({ length: PROBES }, (_unused, index) =>
			outputsOf(execution, `${PROBE} ${index}`)
				.flat()
				.map(({ json: one }) => one),
		).flat();
		expect(told).toHaveLength(PROBES);
		expect(told.flatMap(({ different }) => different)).toEqual([]);
		const compared = told.reduce((sum, one) => sum + Number(one.compared), 0);
		expect(compared).toBeGreaterThanOrEqual(PROBES * ITEMS);
		tell(`${compared} parameters of items compared`);
	});
});
