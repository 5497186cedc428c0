import type { INodeType } from 'n8n-workflow';
import { alternate } from '../alternate';
import type { Gateway } from '../gateway/gateway';
import { atMost, table, type Chapter, type Goal } from '../report';
import { mapped, sheet } from '../sheet';
import { digits, ratiosOf, spreadOf, words } from '../statistics';
import { measure, type Measured } from './measure';
import { executor } from './node';
import { presign, sendBare, sendWithPopCore } from './peers';

interface Setting {
	rows: number;
	latencyMs: number;
	concurrency: number;
}

const LONG_ROWS = 10_000;
/** A run of more rows than this is repeated less often. */
const MANY_ROWS = 1000;
const FEW_ROUNDS = 3;

/** What is run: the long sheets only where they take less than a minute. */
const settingsFor = (rowCounts: readonly number[]): Setting[] =>
	rowCounts.flatMap((rows) =>
		[0, 20, 50].flatMap((latencyMs) =>
			[10, 50]
				.map((concurrency) => ({ rows, latencyMs, concurrency }))
				.filter((one) => one.rows < LONG_ROWS || one.latencyMs === 0 || one.concurrency === 50),
		),
	);

const column = (runs: readonly Measured[], name: keyof Measured): number[] =>
	runs.map((run) => run[name]);

/** The results of one setting in one row of each table, and the goals it decides. */
function told(
	{ rows, latencyMs, concurrency }: Setting,
	{ node, popCore, bare }: Record<'node' | 'popCore' | 'bare', Measured[]>,
) {
	const where = `${rows} rows, ${latencyMs} ms, ${concurrency} side by side`;
	const ms = column(node, 'ms');
	const toPopCore = ratiosOf(ms, column(popCore, 'ms'));
	const ideal = latencyMs > 0 ? (rows * latencyMs) / concurrency : undefined;
	const toIdeal = ideal && spreadOf(ms.map((one) => one / ideal));
	const cpu = column(node, 'cpuMs');
	const lag = spreadOf(column(node, 'lagMs'));
	const connections = spreadOf(column(node, 'connections'));
	const goals: Goal[] = [];
	if (latencyMs > 0 && rows >= MANY_ROWS) {
		const what = `Wall time, ${where}: at most 1.10 times pop-core alone`;
		goals.push(atMost('2', what, 1.1, toPopCore.median, digits(toPopCore.median)));
	}
	if (toIdeal && latencyMs === 50 && concurrency === 50 && rows >= MANY_ROWS) {
		const what = `${where}: at most 1.20 times rows × latency / concurrency`;
		goals.push(atMost('3', what, 1.2, toIdeal.median, digits(toIdeal.median)));
	}
	const head = [String(rows), `${latencyMs} ms`, String(concurrency)];
	return {
		goals,
		lag,
		lagOfPopCore: spreadOf(column(popCore, 'lagMs')).max,
		connections: { concurrency, most: connections.max },
		wall: [
			...head,
			words(spreadOf(ms), ' ms'),
			words(toPopCore),
			words(ratiosOf(ms, column(bare, 'ms'))),
			toIdeal ? words(toIdeal) : '',
		],
		cpu: [
			...head,
			words(spreadOf(cpu.map((one) => one / rows)), ' ms'),
			words(ratiosOf(cpu, column(popCore, 'cpuMs'))),
			words(ratiosOf(cpu, column(bare, 'cpuMs'))),
			words(lag, ' ms'),
			`${connections.max}`,
		],
	};
}

export async function wall(
	nodeType: INodeType,
	gateway: Gateway,
	{ rowCounts, rounds }: { rowCounts: readonly number[]; rounds: number },
): Promise<Chapter> {
	const execute = executor(nodeType, gateway.url);
	const all: Array<ReturnType<typeof told>> = [];
	for (const setting of settingsFor(rowCounts)) {
		const { concurrency } = setting;
		const rows = sheet(setting.rows);
		const parameters = mapped('plain references', { concurrentRequests: concurrency });
		const measured = await alternate(
			{
				node: async () =>
					await measure(gateway, setting, async () => await execute(parameters, rows)),
				popCore: async () =>
					await measure(
						gateway,
						setting,
						async () => await sendWithPopCore(gateway.url, rows, concurrency),
					),
				bare: async () => {
					const bodies = presign(rows);
					return await measure(
						gateway,
						setting,
						async () => await sendBare(gateway.url, bodies, concurrency),
					);
				},
			},
			setting.rows > MANY_ROWS ? Math.min(rounds, FEW_ROUNDS) : rounds,
			{ warmUp: setting.rows <= MANY_ROWS },
		);
		all.push(told(setting, measured));
	}
	const lag = Math.max(...all.map((one) => one.lag.median));
	const longestLag = Math.max(...all.map((one) => one.lag.max));
	const lagOfPopCore = Math.max(...all.map((one) => one.lagOfPopCore));
	const lagText = `${digits(lag)} ms in the worst setting's median; ${digits(longestLag)} ms in the worst run, where pop-core alone has ${digits(lagOfPopCore)} ms`;
	const over = Math.max(...all.map(({ connections: c }) => c.most / c.concurrency));
	const iterations = await oneByOne(nodeType, gateway);
	const head = ['rows', 'latency', 'side by side'];
	return {
		title: 'Sending, against pop-core alone and against a bare client',
		goals: [
			...all.flatMap((one) => one.goals),
			atMost('5', 'Connections: at most the concurrency', 1, over, `${digits(over)} of it`),
			atMost('5', '1,000 executions of one item: 1 connection', 1, iterations, `${iterations}`),
			atMost('8', 'Event-loop lag: at most 50 ms', 50, lag, lagText),
		],
		body: [
			'Plain references, a task of its own for every row. pop-core alone: workers that take the next row, build the parameters, sign and send. Bare: the same with requests signed beforehand.',
			table(
				[...head, 'this node', '/ pop-core', '/ bare client', '/ (rows × latency / side by side)'],
				all.map((one) => one.wall),
			),
			'CPU of the sending process, the longest lag of its event loop, and the connections that the node opened (0 where those of the run before were still open):',
			table(
				[...head, 'CPU a row', '/ pop-core', '/ bare client', 'lag', 'new connections'],
				all.map((one) => one.cpu),
			),
		],
	};
}

const ITERATIONS = 1000;

/** The node once an item, as Loop Over Items runs it; the connections that it opened. */
async function oneByOne(nodeType: INodeType, gateway: Gateway): Promise<number> {
	const execute = executor(nodeType, gateway.url);
	const rows = sheet(ITERATIONS);
	const parameters = mapped('plain references');
	const setting = { latencyMs: 0, rows: ITERATIONS };
	const { connections } = await measure(gateway, setting, async () => {
		for (const row of rows) await execute(parameters, [row]);
	});
	return connections;
}
