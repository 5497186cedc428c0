import RpcClient from '@alicloud/pop-core/lib/rpc';
import type { INodeParameters, INodeType } from 'n8n-workflow';
import { Agent } from 'node:http';
import path from 'node:path';
import { TEST_KEYS } from '../../emulator';
import { alternate } from '../alternate';
import { runInProcess } from '../children';
import { atMost, table, type Chapter, type Goal } from '../report';
import { digits, ratiosOf, spreadOf, words } from '../statistics';
import { startLists, type Lists } from './lists';
import { executor } from './node';
import type { ReadingJob } from './readingChild';

const COUNT = 100_000;
const LATENCY_MS = 20;
const ROUNDS = 3;
const MEGABYTE = 2 ** 20;

/** An operation that lists, as the node asks for it and as pop-core does. */
interface Reading {
	name: string;
	parameters: INodeParameters;
	action: string;
	params: Record<string, string>;
	list: string;
	size: number;
	sideBySide: number;
}

const all = (operation: string, more: INodeParameters = {}): INodeParameters => ({
	resource: 'callTask',
	operation,
	returnAll: true,
	...more,
	options: { simplify: true },
});

const READINGS: readonly Reading[] = [
	{
		name: 'Get Call Records',
		parameters: all('getCallRecords', { startTime: '2026-05-01', endTime: '2026-05-31' }),
		action: 'CloudQueryPredictiveCallCdr',
		params: { StartTime: '1777564800', EndTime: '1780243199' },
		list: 'List',
		size: 500,
		sideBySide: 4,
	},
	{
		name: 'Get Many',
		parameters: all('getMany', { filters: { type: 1 } }),
		action: 'CloudQueryTask',
		params: { Type: '1' },
		list: 'TaskProperties',
		size: 100,
		sideBySide: 4,
	},
];

/** The official client without n8n: pages of the same length, so many at a time, until a short one. */
async function pageWithPopCore(url: string, reading: Reading, sideBySide: number): Promise<number> {
	const { accessKeyId, accessKeySecret } = TEST_KEYS.active;
	const client = new RpcClient({
		endpoint: url,
		accessKeyId,
		accessKeySecret,
		apiVersion: '2017-05-25',
	});
	const agent = new Agent({ keepAlive: true, maxSockets: sideBySide });
	const options = { method: 'POST', timeout: 30_000, agent };
	const found: unknown[] = [];
	let start = 0;
	let isOver = false;
	const worker = async () => {
		while (!isOver) {
			const params = {
				...reading.params,
				EnterpriseId: '7000002',
				Start: start,
				Limit: reading.size,
			};
			start += reading.size;
			const { Data } = await client.request<{ Data: Record<string, unknown[]> }>(
				reading.action,
				params,
				options,
			);
			const entries = Data[reading.list] ?? [];
			for (const entry of entries) found.push(entry);
			isOver ||= entries.length < reading.size;
		}
	};
	await Promise.all(Array.from({ length: sideBySide }, worker)).finally(() => agent.destroy());
	return found.length;
}

/** Milliseconds of a run. @throws Error unless it gives every entry */
async function timed(run: () => Promise<number>): Promise<number> {
	const begin = performance.now();
	const count = await run();
	if (count !== COUNT) throw new Error(`${count} entries of ${COUNT}`);
	return performance.now() - begin;
}

/** Memory of a process that reads a list, in bytes: at its peak, and what the output alone holds. */
const memoryOf = async (job: ReadingJob): Promise<{ peak: number; output: number }> =>
	await runInProcess(path.join(__dirname, 'readingChild.ts'), job, [
		'--expose-gc',
		'--max-old-space-size=4096',
	]);

async function measureOne(
	reading: Reading,
	{ nodeType, file, lists }: { nodeType: INodeType; file: string; lists: Lists },
) {
	const execute = executor(nodeType, lists.url);
	const runs = await alternate(
		{
			node: async () => await timed(async () => await execute(reading.parameters, [{}])),
			single: async () => await timed(async () => await pageWithPopCore(lists.url, reading, 1)),
			aside: async () =>
				await timed(async () => await pageWithPopCore(lists.url, reading, reading.sideBySide)),
		},
		ROUNDS,
	);
	await lists.requests();
	await execute(reading.parameters, [{}]);
	const requests = await lists.requests();
	const { peak, output } = await memoryOf({
		file,
		endpoint: lists.url,
		parameters: reading.parameters,
	});
	return { ...runs, requests, peak, output };
}

/** Long lists, beside pop-core paging the same one page after the other, and side by side as the node does. */
export async function reading(nodeType: INodeType, file: string): Promise<Chapter> {
	const lists = await startLists(COUNT, LATENCY_MS);
	const goals: Goal[] = [];
	const lines: string[][] = [];
	try {
		for (const one of READINGS) {
			const { node, single, aside, requests, peak, output } = await measureOne(one, {
				nodeType,
				file,
				lists,
			});
			const [toSingle, toAside] = [ratiosOf(node, single), ratiosOf(node, aside)];
			const what = `${one.name}, ${COUNT} entries, ${LATENCY_MS} ms`;
			goals.push(
				atMost(
					'11',
					`${what}: at most 1.10 times pop-core paging the same`,
					1.1,
					toSingle.median,
					digits(toSingle.median),
				),
				atMost(
					'11',
					`${what}: memory at most twice that of the output`,
					2,
					peak / output,
					digits(peak / output),
				),
			);
			lines.push([
				one.name,
				String(requests),
				words(spreadOf(node), ' ms'),
				words(toSingle),
				words(toAside),
				`${digits(output / MEGABYTE)} MB`,
				`${digits(peak / MEGABYTE)} MB`,
			]);
		}
	} finally {
		await lists.close();
	}
	return {
		title: 'Reading long lists, beside pop-core paging the same',
		goals,
		body: [
			`Return All, ${COUNT} entries, ${LATENCY_MS} ms; pages of 500 calls and of 100 tasks on both sides. pop-core keeps the entries as they are parsed, one page after the other, and 4 side by side as the node asks for them. Memory: what the process has beyond its start, at the peak of its heap and buffers, and what the output alone holds when all else is collected.`,
			table(
				[
					'',
					'requests',
					'this node',
					'/ pop-core, one by one',
					'/ pop-core, 4 side by side',
					'output',
					'peak',
				],
				lines,
			),
		],
	};
}
