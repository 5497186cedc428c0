import type { INodeType } from 'n8n-workflow';
import { alternate } from '../alternate';
import type { Gateway } from '../gateway/gateway';
import { atMost, table, type Chapter, type Goal } from '../report';
import { mapped, sheet } from '../sheet';
import { digits, ratiosOf, spreadOf, words } from '../statistics';
import { measure, msOf } from './measure';
import { executor } from './node';
import { sendWithPopCore } from './peers';

const ROWS = 100;
const LATENCIES_MS = [0, 20, 50];
const BURSTS = [1, 20];
const RETRY_AFTER_MS = 700;
const PEER_CONCURRENCY = 10;

/** What a few throttled answers cost, beside pop-core in a loop that waits as it was asked to. */
export async function throttled(
	nodeType: INodeType,
	gateway: Gateway,
	rounds: number,
): Promise<Chapter> {
	const execute = executor(nodeType, gateway.url);
	const rows = sheet(ROWS);
	const goals: Goal[] = [];
	const lines: string[][] = [];
	for (const count of BURSTS) {
		for (const latencyMs of LATENCIES_MS) {
			const setting = {
				rows: ROWS,
				latencyMs,
				throttled: { count, retryAfterMs: RETRY_AFTER_MS },
			};
			const { node, popCore } = await alternate(
				{
					node: async () =>
						await measure(
							gateway,
							setting,
							async () => await execute(mapped('plain references'), rows),
						),
					popCore: async () =>
						await measure(
							gateway,
							setting,
							async () =>
								await sendWithPopCore(gateway.url, rows, PEER_CONCURRENCY, RETRY_AFTER_MS),
						),
				},
				rounds,
			);
			const ratio = ratiosOf(msOf(node), msOf(popCore));
			const what = `${count} throttled, ${latencyMs} ms: at most 1.5 times pop-core told to retry`;
			goals.push(atMost('10', what, 1.5, ratio.median, digits(ratio.median)));
			lines.push([
				String(count),
				`${latencyMs} ms`,
				words(spreadOf(msOf(node)), ' ms'),
				words(spreadOf(msOf(popCore)), ' ms'),
				words(ratio),
			]);
		}
	}
	return {
		title: 'After throttling, beside pop-core told to retry',
		goals,
		body: [
			`${ROWS} rows; the first requests are throttled and ask for ${RETRY_AFTER_MS} ms. The node with its default options; pop-core with ${PEER_CONCURRENCY} side by side, where a throttled row is sent again after that time and the others go on.`,
			table(['throttled', 'latency', 'this node', 'pop-core', 'ratio'], lines),
		],
	};
}
