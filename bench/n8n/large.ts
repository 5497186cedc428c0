import { setTimeout as sleep } from 'node:timers/promises';
import type { Gateway } from '../gateway/gateway';
import { atMost, table, type Chapter } from '../report';
import { digits } from '../statistics';
import { beginPeak, peakOf } from './processes';
import type { Stage } from './stage';
import { unsavedWorkflowOf, WEBHOOK_PATH, type Kind } from './workflows';

const NOT_FOUND = 404;
const POLL_MS = 50;
const REGISTERED_MS = 10_000;
const KILOBYTE = 1024;
const MEGABYTE = 1024 ** 2;
const MANY_ROWS = 10_000;
const MOST_ROWS = 100_000;
const HTTP = 'signing Code node and HTTP Request';

interface Growth {
	/** Peak of n8n's process beyond what it had before, in bytes. */
	bytes: number;
	ms: number;
}

/** n8n answers 404 for a moment after a workflow was switched on. */
async function callWebhook(url: string): Promise<Response> {
	for (const end = Date.now() + REGISTERED_MS; ; await sleep(POLL_MS)) {
		const response = await fetch(`${url}/webhook/${WEBHOOK_PATH}`);
		await response.text();
		if (response.status !== NOT_FOUND || Date.now() > end) return response;
	}
}

/** Runs a workflow whose execution is not saved, by its webhook, in an n8n that has run nothing else. */
async function growth(
	open: () => Promise<Stage>,
	gateway: Gateway,
	kind: Kind,
	rows: number,
): Promise<Growth> {
	const stage = await open();
	const { rest, credentialId, pid } = stage;
	try {
		const place = { endpoint: gateway.url, credentialId };
		const id = await rest.createWorkflow(unsavedWorkflowOf(kind, rows, place));
		await rest.activate(id);
		await gateway.begin({ latencyMs: 0 });
		const before = beginPeak(pid);
		const begin = Date.now();
		const response = await callWebhook(rest.url);
		const ms = Date.now() - begin;
		const bytes = peakOf(pid) - before;
		const { applied } = await gateway.count();
		await rest.deactivate(id);
		if (!response.ok || (kind !== 'passing through' && applied !== rows)) {
			throw new Error(`${kind}: HTTP ${response.status}, ${applied} changes for ${rows} rows`);
		}
		return { bytes, ms };
	} finally {
		await stage.stop();
	}
}

/** Peak memory of n8n with large sheets. */
export async function large(open: () => Promise<Stage>, gateway: Gateway): Promise<Chapter> {
	const at = async (kind: Kind, rows: number) => await growth(open, gateway, kind, rows);
	const passing = await at('passing through', MANY_ROWS);
	const node = await at('node', MANY_ROWS);
	const http = await at(HTTP, MANY_ROWS);
	const most = await at('node', MOST_ROWS);
	const mostPassing = await at('passing through', MOST_ROWS);
	const ratio = node.bytes / http.bytes;
	const own = (most.bytes - mostPassing.bytes) / MOST_ROWS / KILOBYTE;
	const line = (rows: number, kind: Kind, { bytes, ms }: Growth): string[] => [
		String(rows),
		kind,
		`${digits(bytes / MEGABYTE)} MB`,
		`${digits(bytes / rows / KILOBYTE)} KB`,
		`${digits(ms / 1000)} s`,
	];
	const perRow = most.bytes / MOST_ROWS / KILOBYTE;
	return {
		title: 'In n8n: memory with large sheets',
		goals: [
			atMost('7', 'n8n, 10,000 rows: at most half of HTTP Request', 0.5, ratio, digits(ratio)),
			atMost(
				'7',
				'n8n, 100,000 rows: at most 12 KB a row',
				12,
				perRow,
				`${digits(perRow)} KB with the rows themselves, ${digits(own)} KB without`,
			),
		],
		body: [
			"Each in a fresh n8n, by a webhook, executions not saved, zero latency. Peak of n8n's own process beyond what it had before; the task runner, which makes the rows, is another process. One run each.",
			table(
				['rows', 'workflow', 'growth', 'a row', 'time'],
				[
					line(MANY_ROWS, 'passing through', passing),
					line(MANY_ROWS, 'node', node),
					line(MANY_ROWS, HTTP, http),
					line(MOST_ROWS, 'passing through', mostPassing),
					line(MOST_ROWS, 'node', most),
				],
			),
		],
	};
}
