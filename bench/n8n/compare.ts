import { alternate } from '../alternate';
import { atLeast, atMost, table, type Chapter, type Goal } from '../report';
import { digits, ratiosOf, spreadOf, words } from '../statistics';
import type { N8nRun, Stage } from './stage';
import type { Kind } from './workflows';

const ROWS = 1000;
const AUTOMATIC = 'node, automatic mapping';
const CODE = 'signing Code node and HTTP Request';
const MAPPED = 'HTTP Request with mapped fields';

const column = (runs: readonly N8nRun[], name: keyof N8nRun): number[] =>
	runs.map((run) => run[name]);

const mostConnections = (runs: readonly N8nRun[]): number =>
	Math.max(...column(runs, 'connections'));

/** A workflow's figures in one row of the table. */
const lineOf = (
	latencyMs: number,
	kind: Kind,
	runs: readonly N8nRun[],
	node: readonly N8nRun[],
): string[] => [
	`${latencyMs} ms`,
	kind,
	words(spreadOf(column(runs, 'nodesMs')), ' ms'),
	words(ratiosOf(column(runs, 'nodesMs'), column(node, 'nodesMs'))),
	words(spreadOf(column(runs, 'totalMs')), ' ms'),
	words(spreadOf(column(runs, 'cpuMs')), ' ms'),
	String(mostConnections(runs)),
];

/** This node and what one would build without it, in n8n itself. */
export async function compare(stage: Stage, rounds: number): Promise<Chapter> {
	const goals: Goal[] = [];
	const lines: string[][] = [];
	for (const latencyMs of [0, 20, 50]) {
		const setting = { rows: ROWS, latencyMs };
		const runs = await alternate(
			{
				node: async () => await stage.run('node', setting),
				automatic: async () => await stage.run(AUTOMATIC, setting),
				code: async () => await stage.run(CODE, setting),
			},
			rounds,
		);
		const faster = ratiosOf(column(runs.code, 'nodesMs'), column(runs.node, 'nodesMs'));
		lines.push(lineOf(latencyMs, 'node', runs.node, runs.node));
		lines.push(lineOf(latencyMs, AUTOMATIC, runs.automatic, runs.node));
		lines.push(lineOf(latencyMs, CODE, runs.code, runs.node));
		const bound = latencyMs === 0 ? 4 : 1;
		const what = `n8n, ${latencyMs} ms: ${bound === 1 ? 'faster than' : 'at least 4 times as fast as'} ${CODE}`;
		goals.push(atLeast('4', what, bound, faster.median, `${digits(faster.median)} times`));
		const connections = mostConnections(runs.node);
		goals.push(
			atMost(
				'5',
				`n8n, ${latencyMs} ms: at most 50 connections`,
				50,
				connections,
				`${connections}`,
			),
		);
		if (latencyMs !== 0) continue;
		const { mapped, passing } = await alternate(
			{
				mapped: async () => await stage.run(MAPPED, setting),
				passing: async () => await stage.run('passing through', setting),
			},
			2,
			{ warmUp: false },
		);
		lines.push(lineOf(latencyMs, MAPPED, mapped, runs.node));
		lines.push(lineOf(latencyMs, 'passing through', passing, runs.node));
		const slower =
			spreadOf(column(mapped, 'nodesMs')).median / spreadOf(column(runs.node, 'nodesMs')).median;
		goals.push(
			atLeast('4', `n8n, 0 ms: at least 40 times ${MAPPED}`, 40, slower, `${digits(slower)} times`),
		);
		const cpu = ratiosOf(column(runs.node, 'cpuMs'), column(runs.code, 'cpuMs')).median;
		goals.push(atMost('6', `CPU of the workflow: at most 1/3 of ${CODE}`, 1 / 3, cpu, digits(cpu)));
	}
	return {
		title: 'In n8n: 1,000 rows, 20 columns',
		goals,
		body: [
			`A Code node makes the rows; then come the nodes named here. "Nodes" is their time as n8n records it, its ratio is to this node (so above 1 the other takes longer), "execution" is the whole workflow, "CPU" that of n8n and its task runner while the execution ran. This node sends 50 side by side; HTTP Request keeps its default and sends all at once. "${MAPPED}" has 23 expressions, 20 columns and the three of the signature, which a Code node before it makes: an expression in n8n cannot compute HMAC-SHA1; that Code node counts with it.`,
			table(
				['latency', 'workflow', 'nodes', '/ this node', 'execution', 'CPU', 'new connections'],
				lines,
			),
		],
	};
}

const LOOP_LATENCY_MS = 50;

/** Loop Over Items, which takes a minute a run: once each. */
export async function loop(stage: Stage): Promise<Chapter> {
	const setting = { rows: ROWS, latencyMs: LOOP_LATENCY_MS };
	await stage.run('node', setting);
	const node = await stage.run('node', setting);
	const overNode = await stage.run('loop over the node', setting);
	const overHttp = await stage.run('loop over HTTP Request', setting);
	const times = overHttp.nodesMs / node.nodesMs;
	const line = (kind: Kind, run: N8nRun) => lineOf(LOOP_LATENCY_MS, kind, [run], [node]);
	return {
		title: 'In n8n: Loop Over Items, 1,000 rows',
		goals: [
			atLeast(
				'4',
				'n8n, 50 ms: at least 40 times Loop Over Items with HTTP Request',
				40,
				times,
				`${digits(times)} times`,
			),
			atMost(
				'5',
				'n8n, Loop Over Items with this node: 1 connection',
				1,
				overNode.connections,
				String(overNode.connections),
			),
		],
		body: [
			'One run each. The ratio is to this node without a loop.',
			table(
				['latency', 'workflow', 'nodes', '/ this node', 'execution', 'CPU', 'new connections'],
				[
					line('node', node),
					line('loop over the node', overNode),
					line('loop over HTTP Request', overHttp),
				],
			),
		],
	};
}
