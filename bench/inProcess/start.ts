import type { INodeType } from 'n8n-workflow';
import { alternate } from '../alternate';
import type { Gateway } from '../gateway/gateway';
import { atMost, table, type Chapter, type Goal } from '../report';
import { mapped, sheet } from '../sheet';
import { digits, ratiosOf, spreadOf, words } from '../statistics';
import { measure, msOf } from './measure';
import { executor } from './node';

const ROWS = 1000;
const LATENCIES_MS = [20, 50, 100];
const MOST = 50;

/** What it costs to find out how many requests may go side by side. */
export async function start(
	nodeType: INodeType,
	gateway: Gateway,
	rounds: number,
): Promise<Chapter> {
	const execute = executor(nodeType, gateway.url);
	const rows = sheet(ROWS);
	const goals: Goal[] = [];
	const lines: string[][] = [];
	for (const latencyMs of LATENCIES_MS) {
		const run = async (concurrentRequests: number) =>
			await measure(
				gateway,
				{ rows: ROWS, latencyMs },
				async () => await execute(mapped('plain references', { concurrentRequests }), rows),
			);
		const { found, given } = await alternate(
			{ found: async () => await run(0), given: async () => await run(MOST) },
			rounds,
		);
		const ratio = ratiosOf(msOf(found), msOf(given));
		const what = `${ROWS} rows, ${latencyMs} ms: at most 1.25 times ${MOST} side by side from the start`;
		goals.push(atMost('9', what, 1.25, ratio.median, digits(ratio.median)));
		lines.push([
			`${latencyMs} ms`,
			words(spreadOf(msOf(found)), ' ms'),
			words(spreadOf(msOf(given)), ' ms'),
			words(ratio),
		]);
	}
	return {
		title: 'The number side by side: found, beside given',
		goals,
		body: [
			`${ROWS} rows, a task of its own for each. Found: _Concurrent Requests_ 0, which begins with 10. Given: ${MOST}.`,
			table(['latency', 'found', 'given', 'ratio'], lines),
		],
	};
}
