import type { INodeType } from 'n8n-workflow';
import { alternate } from '../alternate';
import type { Gateway } from '../gateway/gateway';
import { importing, numberSheet } from '../numberSheet';
import { atMost, table, type Chapter, type Goal } from '../report';
import { digits, ratiosOf, spreadOf, words } from '../statistics';
import { peak } from './memory';
import type { MemoryJob } from './memoryChild';
import { msOf, observe } from './measure';
import { executor } from './node';
import { importWithPopCore } from './peers';

const ROWS = 100_000;
/** What 100,000 numbers need by their count and their size. */
const REQUESTS = 1;
/** At the second one the service takes as long as the upload of some MB and their import may well take. */
const LATENCIES_MS = [20, 2000];
const MEMORY_ROUNDS = 3;

interface Options {
	/** The built node. */
	file: string;
	rounds: number;
}

/** Kilobytes that a number takes beyond its item: peaks of two processes. */
async function memoryOf(gateway: Gateway, file: string): Promise<number[]> {
	const side = (name: MemoryJob['side']) => async () => {
		await gateway.begin({ latencyMs: 0 });
		return await peak({ side: name, file, endpoint: gateway.url, rows: ROWS, what: 'numbers' });
	};
	const sides = { node: side('node'), passing: side('passing through') };
	const { node, passing } = await alternate(sides, MEMORY_ROUNDS, { warmUp: false });
	return node.map((bytes, round) => (bytes - (passing[round] ?? 0)) / ROWS / 1024);
}

/** Import Numbers against pop-core posting the same batch. */
export async function numbers(
	nodeType: INodeType,
	gateway: Gateway,
	{ file, rounds }: Options,
): Promise<Chapter> {
	const execute = executor(nodeType, gateway.url);
	const rows = numberSheet(ROWS);
	const goals: Goal[] = [];
	const lines: string[][] = [];
	for (const latencyMs of LATENCIES_MS) {
		const observed = (run: () => Promise<unknown>) => async () => {
			const { came, ...measured } = await observe(gateway, { latencyMs }, run);
			if (came.numbers !== ROWS || came.refused) {
				throw new Error(`${came.numbers} numbers of ${ROWS}; ${came.refused}`);
			}
			return { ...measured, requests: came.requests };
		};
		const { node, popCore } = await alternate(
			{
				node: observed(async () => await execute(importing, rows)),
				popCore: observed(async () => await importWithPopCore(gateway.url, rows)),
			},
			rounds,
		);
		const ratio = ratiosOf(msOf(node), msOf(popCore));
		const lag = spreadOf(node.map(({ lagMs }) => lagMs));
		const lagOfPopCore = spreadOf(popCore.map(({ lagMs }) => lagMs));
		const requests = Math.max(...node.map((one) => one.requests));
		const where = `100,000 numbers, ${latencyMs} ms`;
		goals.push(
			atMost(
				'9',
				`${where}: at most 1.15 times pop-core`,
				1.15,
				ratio.median,
				digits(ratio.median),
			),
			atMost('9', `${where}: lag at most 50 ms`, 50, lag.median, `${digits(lag.median)} ms`),
			atMost('9', `${where}: requests by count and size`, REQUESTS, requests, String(requests)),
		);
		lines.push([
			`${latencyMs} ms`,
			words(spreadOf(msOf(node)), ' ms'),
			words(spreadOf(msOf(popCore)), ' ms'),
			words(ratio),
			words(spreadOf(node.map(({ cpuMs }) => cpuMs)), ' ms'),
			words(spreadOf(popCore.map(({ cpuMs }) => cpuMs)), ' ms'),
			words(lag, ' ms'),
			words(lagOfPopCore, ' ms'),
		]);
	}
	const memory = spreadOf(await memoryOf(gateway, file));
	goals.push(
		atMost(
			'9',
			'100,000 numbers: at most 1 KB each',
			1,
			memory.median,
			`${digits(memory.median)} KB`,
		),
	);
	return {
		title: 'Importing 100,000 numbers',
		goals,
		body: [
			'Three columns, one of which holds the number; one batch. pop-core alone: takes the column, makes the JSON, signs and posts it, and gives no outcomes.',
			table(
				['latency', 'this node', 'pop-core', '/ pop-core', 'CPU', 'its CPU', 'lag', 'its lag'],
				lines,
			),
			`Memory beyond that of a node which only passes the items through, for each number, outcomes included: ${words(memory, ' KB')}.`,
		],
	};
}
