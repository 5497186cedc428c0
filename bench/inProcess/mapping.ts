import type { INodeType } from 'n8n-workflow';
import { alternate } from '../alternate';
import type { Gateway } from '../gateway/gateway';
import { table, type Chapter } from '../report';
import { automatic, mapped, sheet } from '../sheet';
import { ratiosOf, spreadOf, words } from '../statistics';
import { measure, type Measured } from './measure';
import { executor } from './node';

const CONCURRENCY = 50;
const ROWS = [1000, 10_000];

const column = (runs: readonly Measured[], name: keyof Measured): number[] =>
	runs.map((run) => run[name]);

/** Columns that map themselves, beside the same columns dragged into the fields one by one. */
export async function mapping(
	nodeType: INodeType,
	gateway: Gateway,
	rounds: number,
): Promise<Chapter> {
	const execute = executor(nodeType, gateway.url);
	const options = { concurrentRequests: CONCURRENCY };
	const lines: string[][] = [];
	for (const count of ROWS) {
		const setting = { rows: count, latencyMs: 0 };
		const rows = sheet(count);
		const run = async (parameters: ReturnType<typeof mapped>) =>
			await measure(gateway, setting, async () => await execute(parameters, rows));
		const { fields, columns } = await alternate(
			{
				fields: async () => await run(mapped('plain references', options)),
				columns: async () => await run(automatic(options)),
			},
			rounds,
		);
		const perRow = (runs: Measured[]) => column(runs, 'cpuMs').map((ms) => ms / count);
		lines.push([
			String(count),
			words(spreadOf(perRow(fields)), ' ms'),
			words(spreadOf(perRow(columns)), ' ms'),
			words(ratiosOf(column(columns, 'cpuMs'), column(fields, 'cpuMs'))),
			words(ratiosOf(column(columns, 'ms'), column(fields, 'ms'))),
		]);
	}
	return {
		title: 'Columns that map themselves, beside columns dragged into fields',
		goals: [],
		body: [
			`20 columns, zero latency, ${CONCURRENCY} side by side. Neither way evaluates an expression.`,
			table(
				['rows', 'CPU a row, fields', 'CPU a row, automatic', 'CPU, ratio', 'wall time, ratio'],
				lines,
			),
		],
	};
}
