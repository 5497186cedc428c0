import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { newTask } from '../../emulator';
import { installCommunityPackage, packNode } from '../../scripts/n8n/communityPackage';
import { installN8n } from '../../scripts/n8n/install';
import { CURRENT } from '../../scripts/n8n/releases';
import { startN8n, type Server } from '../../scripts/n8n/server';
import { openStage, TRIGGER, workflowOf, type Stage } from './support/stage';
import { tell } from './support/tell';
import { until } from './support/until';

const ENTERPRISE = '7000009';
const IDS = Array.from({ length: 200 }, (_, index) => String(900_001 + index));
const RUNNING = '1';
const PAUSED = '2';
const PREPARE_MS = 10 * 60_000;

describe('n8n that is told to end while tasks are paused, updated and resumed', () => {
	let folder: string;
	let server: Server;
	let stage: Stage;

	beforeAll(async () => {
		const installation = await installN8n(CURRENT, tell);
		folder = await mkdtemp(path.join(tmpdir(), 'n8n-ending-'));
		await installCommunityPackage(process.env.E2E_TARBALL ?? (await packNode()), folder);
		server = await startN8n(installation, { userFolder: folder });
		stage = await openStage(server.url);
	}, PREPARE_MS);

	afterAll(async () => {
		await stage?.close();
		await server?.stop();
		if (folder) await rm(folder, { recursive: true, force: true });
	});

	it('finishes those that are paused, pauses no other, and leaves lines in its log', async () => {
		const { emulator, rest } = stage;
		for (const Id of IDS) {
			emulator.store.put(newTask({ EnterpriseId: ENTERPRISE, Id, Name: Id, Status: RUNNING }));
		}
		emulator.settings.latencyMs = { min: 30, max: 120 };
		const workflow = workflowOf(stage.credentialId, {
			parameters: {
				enterpriseId: ENTERPRISE,
				taskId: '={{ $json.id }}',
				details: { name: '={{ "new " + $json.id }}' },
				options: { whenTaskIsRunning: 'pauseUpdateResume', concurrentRequests: 50 },
			},
			items: IDS.map((id) => ({ id })),
			onError: 'continueRegularOutput',
		});
		await rest.run(await rest.createWorkflow(workflow), TRIGGER);
		const pauses = () => emulator.requests.filter(({ action }) => action === 'CloudPauseTask');
		await until('some pauses', async () => pauses().length >= 20);
		const before = pauses().length;
		await server.stop();
		const tasks = IDS.map((Id) => emulator.store.find(ENTERPRISE, Id));
		expect(tasks.filter((task) => task?.Status === PAUSED)).toEqual([]);
		// Those whose turn had come when the signal did.
		expect(pauses().length - before).toBeLessThanOrEqual(5);
		const updated = tasks.filter((task) => task?.Name === `new ${task?.Id}`).length;
		expect(updated).toBe(pauses().length);
		const log = await readFile(server.logFile, 'utf8');
		for (const { params } of pauses()) {
			const task = `Call task ${params.TaskId} of enterprise ${ENTERPRISE}`;
			expect(log).toContain(`${task} is paused for an update`);
			expect(log).toContain(`${task} was started again`);
		}
		expect(log).not.toContain('Shutdown timed out');
	});
});
