import path from 'node:path';
import { alternate } from '../alternate';
import { runInProcess } from '../children';
import type { Gateway } from '../gateway/gateway';
import { table, type Chapter } from '../report';
import { spreadOf, words } from '../statistics';
import type { MemoryJob } from './memoryChild';

const MEGABYTE = 1024 * 1024;
const ROUNDS = 3;
const ROUNDS_OF_LONG = 1;
const LONG_ROWS = 100_000;

/** Peak memory of a process that does one run, in bytes. */
export const peak = async (job: MemoryJob): Promise<number> =>
	await runInProcess<number>(path.join(__dirname, 'memoryChild.ts'), job);

export async function memory(
	file: string,
	gateway: Gateway,
	rowCounts: readonly number[],
): Promise<Chapter> {
	const lines: string[][] = [];
	for (const rows of rowCounts) {
		const side = (name: MemoryJob['side']) => async () => {
			await gateway.begin({ latencyMs: 0 });
			return await peak({ side: name, file, endpoint: gateway.url, rows, what: 'update' });
		};
		const rounds = rows >= LONG_ROWS ? ROUNDS_OF_LONG : ROUNDS;
		const sides = { node: side('node'), passing: side('passing through') };
		const { node, passing } = await alternate(sides, rounds, { warmUp: false });
		const more = node.map((bytes, round) => (bytes - (passing[round] ?? 0)) / rows / 1024);
		lines.push([
			String(rows),
			words(spreadOf(passing.map((bytes) => bytes / MEGABYTE)), ' MB'),
			words(spreadOf(node.map((bytes) => bytes / MEGABYTE)), ' MB'),
			words(spreadOf(more), ' KB'),
		]);
	}
	return {
		title: 'Peak memory in a process of its own',
		goals: [],
		body: [
			'The whole process with n8n-core, its rows and its output, against one whose node only passes the items through. Zero latency, 50 side by side.',
			table(['rows', 'passing through', 'this node', 'more for each row'], lines),
		],
	};
}
