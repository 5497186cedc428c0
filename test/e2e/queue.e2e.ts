import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { installCommunityPackage, packNode } from '../../scripts/n8n/communityPackage';
import { ensureDebianPackages } from '../../scripts/n8n/debian';
import { installN8n } from '../../scripts/n8n/install';
import { startPostgres, type Service } from '../../scripts/n8n/postgres';
import { startRedis } from '../../scripts/n8n/redis';
import { CURRENT } from '../../scripts/n8n/releases';
import type { WorkflowData } from '../../scripts/n8n/rest';
import { startN8n, type Server } from '../../scripts/n8n/server';
import { NODE, openStage, workflowOf, type Stage } from './support/stage';
import { tell } from './support/tell';
import { until } from './support/until';

const ITEMS = 500;
const EXECUTIONS = 10;
const WORKERS = 2;
const PREPARE_MS = 10 * 60_000;

const FINISHED = /Worker finished execution \d+/g;

/** A webhook that takes a list of numbers and updates a task with each. */
function workflowOfNumbers(credentialId: string): WorkflowData {
	const parameters = { taskId: '133224', details: { description: '=Item {{ $json.number }}' } };
	const workflow = workflowOf(credentialId, { name: 'Numbers', parameters });
	const at = { typeVersion: 1, position: [0, 0] as [number, number] };
	const nodes: WorkflowData['nodes'] = [
		{
			...at,
			id: 'webhook',
			name: 'Numbers',
			type: 'n8n-nodes-base.webhook',
			typeVersion: 2,
			webhookId: 'numbers',
			parameters: { httpMethod: 'POST', path: 'numbers', options: {} },
		},
		{
			...at,
			id: 'split',
			name: 'One item a number',
			type: 'n8n-nodes-base.splitOut',
			parameters: { fieldToSplitOut: 'body.items', options: {} },
		},
		...workflow.nodes.slice(1),
	];
	const to = (node: string) => ({ main: [[{ node, type: 'main' as const, index: 0 }]] });
	const connections = { Numbers: to('One item a number'), 'One item a number': to(NODE) };
	return { ...workflow, nodes, connections };
}

describe('Queue mode', () => {
	let folder: string;
	let services: Service[] = [];
	const servers: Server[] = [];
	let stage: Stage;

	beforeAll(async () => {
		await ensureDebianPackages(tell, [
			{ file: '/usr/bin/redis-server', name: 'redis-server' },
			{ file: '/usr/lib/postgresql', name: 'postgresql' },
		]);
		const installation = await installN8n(CURRENT, tell);
		const tarball = process.env.E2E_TARBALL ?? (await packNode());
		folder = await mkdtemp(path.join(tmpdir(), 'n8n-queue-'));
		// Its user has to reach its folder in here.
		await chmod(folder, 0o755);
		services = [
			await startPostgres(path.join(folder, 'postgres')),
			await startRedis(path.join(folder, 'redis')),
		];
		const env = Object.assign({ EXECUTIONS_MODE: 'queue' }, ...services.map((one) => one.env));
		const start = async (name: string, role: 'start' | 'worker') => {
			const userFolder = path.join(folder, name);
			await installCommunityPackage(tarball, userFolder);
			servers.push(await startN8n(installation, { userFolder, role, env }));
		};
		// The main one first: it prepares the database.
		await start('main', 'start');
		await Promise.all(
			Array.from({ length: WORKERS }, async (_, index) => await start(`worker-${index}`, 'worker')),
		);
		stage = await openStage(servers[0]?.url);
	}, PREPARE_MS);

	afterAll(async () => {
		await stage?.close();
		await Promise.all(servers.map(async (server) => await server.stop()));
		await Promise.all(services.map(async (service) => await service.stop()));
		if (folder) await rm(folder, { recursive: true, force: true });
	});

	it(`sends each of ${ITEMS} items over ${EXECUTIONS} executions exactly once`, async () => {
		const id = await stage.rest.createWorkflow(workflowOfNumbers(stage.credentialId));
		await stage.rest.activate(id);
		const post = async (numbers: number[]) =>
			await fetch(`${stage.rest.url}/webhook/numbers`, {
				method: 'POST',
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify({ items: numbers.map((number) => ({ number })) }),
			});
		// n8n publishes a moment after it was told to; an empty list changes nothing.
		await until('the webhook', async () => (await post([])).ok);
		const share = ITEMS / EXECUTIONS;
		const lists = Array.from({ length: EXECUTIONS }, (_, list) =>
			Array.from({ length: share }, (__, index) => list * share + index),
		);
		await Promise.all(lists.map(post));
		const finished = async (): Promise<number[]> =>
			await Promise.all(
				servers.slice(1).map(async ({ logFile }) => {
					return (await readFile(logFile, 'utf8')).match(FINISHED)?.length ?? 0;
				}),
			);
		await until('the workers', async () => {
			const counts = await finished();
			return counts.reduce((sum, count) => sum + count, 0) >= EXECUTIONS + 1;
		});
		const sent = stage.updates().map(({ params }) => params.Description);
		const expected = lists.flat().map((number) => `Item ${number}`);
		expect(sent.sort()).toEqual(expected.sort());
		expect(stage.updates().filter(({ code }) => code !== 'OK')).toEqual([]);
		expect(Math.min(...(await finished()))).toBeGreaterThan(0);
	});
});
