import { setTimeout as sleep } from 'node:timers/promises';
import { installN8n } from '../../scripts/n8n/install';
import { CURRENT } from '../../scripts/n8n/releases';
import { N8nRest, type Execution } from '../../scripts/n8n/rest';
import { startN8n } from '../../scripts/n8n/server';
import { emulatorCredential } from '../../scripts/n8n/workspace';
import type { Gateway } from '../gateway/gateway';
import { childRunning, cpuOf } from './processes';
import { COUNTED, TRIGGER, workflowOf, type Kind } from './workflows';

const POLL_MS = 50;
const LONGEST_MS = 600_000;

/** One execution of a workflow in n8n. */
export interface N8nRun {
	/** What the counted nodes took. */
	nodesMs: number;
	/** From n8n's start of the execution to its end. */
	totalMs: number;
	/** Of n8n and its task runner, while the execution ran. */
	cpuMs: number;
	connections: number;
}

/** An n8n with the built node and a credential for the gateway. */
export interface Stage {
	rest: N8nRest;
	credentialId: string;
	/** n8n's own process. */
	pid: number;
	/** @throws Error (rejects) unless every row was applied */
	run(kind: Kind, setting: { rows: number; latencyMs: number }): Promise<N8nRun>;
	stop(): Promise<void>;
}

interface Listed {
	id: string;
	status: string;
	startedAt: string;
	stoppedAt?: string;
}

const ENDED = ['success', 'error', 'crashed', 'canceled'];

/** Waits without asking for the data of the execution. */
export async function untilEnded(rest: N8nRest, id: string): Promise<Listed> {
	for (const end = Date.now() + LONGEST_MS; Date.now() < end; await sleep(POLL_MS)) {
		// An n8n whose event loop is blocked for seconds drops connections.
		const { results } = await rest
			.call<{ results: Listed[] }>('GET', '/rest/executions?limit=5')
			.catch(() => ({ results: [] }));
		const found = results.find((one) => one.id === id);
		if (found?.stoppedAt && ENDED.includes(found.status)) return found;
	}
	throw new Error(`Execution ${id} does not end`);
}

function nodesMs({ data }: Execution, kind: Kind): number {
	const { runData, error } = data.resultData;
	if (error) throw new Error(`${kind}: ${error.message}`);
	const runs = COUNTED[kind].flatMap((name) => runData[name] ?? []);
	return runs.reduce((sum, { executionTime }) => sum + executionTime, 0);
}

export async function openStage(
	userFolder: string,
	gateway: Gateway,
	env: Record<string, string> = {},
): Promise<Stage> {
	const installation = await installN8n(CURRENT, () => {});
	const server = await startN8n(installation, {
		userFolder,
		env: { NODE_FUNCTION_ALLOW_BUILTIN: 'crypto', N8N_LOG_LEVEL: 'warn', ...env },
	});
	const pid = childRunning(installation.bin);
	const rest = new N8nRest(server.url);
	await rest.logIn();
	const credentialId = await rest.saveCredential(emulatorCredential(gateway.url));
	const place = { endpoint: gateway.url, credentialId };
	const ids = new Map<string, string>();
	return {
		rest,
		credentialId,
		pid,
		async run(kind, { rows, latencyMs }) {
			const key = `${kind} ${rows}`;
			const id = ids.get(key) ?? (await rest.createWorkflow(workflowOf(kind, rows, place)));
			ids.set(key, id);
			const before = await gateway.begin({ latencyMs });
			const cpu = cpuOf(pid);
			const executionId = await rest.run(id, TRIGGER);
			const { startedAt, stoppedAt = '' } = await untilEnded(rest, executionId);
			const cpuMs = cpuOf(pid) - cpu;
			const after = await gateway.count();
			const execution = await rest.peek(executionId);
			await rest.call('POST', '/rest/executions/delete', { ids: [executionId] });
			const counted = nodesMs(execution, kind);
			if (kind !== 'passing through' && after.applied !== rows) {
				throw new Error(`${kind}: ${after.applied} changes for ${rows} rows; ${after.refused}`);
			}
			return {
				nodesMs: counted,
				totalMs: Date.parse(stoppedAt) - Date.parse(startedAt),
				cpuMs,
				connections: after.connections - before.connections,
			};
		},
		stop: async () => await server.stop(),
	};
}
