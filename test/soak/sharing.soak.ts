import { fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { packageFolder } from '../../engine/environment';
import { CONTINUE, useBench } from '../support/bench';
import { refusedOf, tell } from './support/account';
import { FROM_ROW, GATEWAY, rows, tasks } from './support/load';

const PER_SECOND = 20;
/** The default, which tests set to one. */
const ATTEMPTS = { maximumAttempts: 5 };

const bench = useBench({ seed: tasks(100), settings: GATEWAY });
beforeEach(() => {
	bench.emulator.settings.rateLimit = { perSecond: PER_SECOND };
});

/** Changes applied per second from the first to the last request, of the limit. */
function sum(): number {
	const { requests, journal } = bench.emulator;
	const seconds = ((requests.at(-1)?.at ?? 0) - (requests[0]?.at ?? 0)) / 1000;
	return journal.length / seconds / PER_SECOND;
}

test('four executions share the limit of their account, and nothing is lost', async () => {
	const EXECUTIONS = 4;
	const each = Array.from({ length: EXECUTIONS }, async (_none, execution) => {
		const items = rows(200, 100).map((row) => ({ ...row, name: `${execution} ${row.name}` }));
		const { output } = await bench.run(
			{ ...FROM_ROW, options: ATTEMPTS },
			{ items, node: CONTINUE },
		);
		return { output, at: Date.now() };
	});
	const done = await Promise.all(each);
	const first = Math.min(...done.map(({ at }) => at));
	const taken = bench.emulator.requests.filter(({ code, at }) => code === 'OK' && at <= first);
	const shares = done.map((_none, execution) => {
		const own = taken.filter(({ params }) => params.Name?.startsWith(`${execution} `));
		return own.length / taken.length;
	});
	tell('four executions', {
		sum: sum().toFixed(3),
		shares: shares.map((s) => s.toFixed(3)).join(),
	});
	expect(done.flatMap(({ output }) => refusedOf(output))).toEqual([]);
	expect(bench.emulator.journal.length).toBeGreaterThanOrEqual(EXECUTIONS * 200);
	expect(sum()).toBeGreaterThan(0.9);
	expect(Math.min(...shares)).toBeGreaterThan(0.15);
});

test('two processes share it as well, though they do not know of each other', async () => {
	const begun = Date.now();
	const processes = [0, 1].map(async (name) => {
		const child = fork(path.join(__dirname, 'support', 'child.ts'), {
			cwd: packageFolder,
			execArgv: ['--import', 'tsx'],
			env: { ...process.env, NODE_OPTIONS: '' },
		});
		const ready = once(child, 'message');
		await ready;
		const result = once(child, 'message');
		child.send({ endpoint: bench.emulator.url, count: 600, name });
		const [{ refused }] = (await result) as [{ refused: number }];
		child.disconnect();
		return { refused, seconds: (Date.now() - begun) / 1000 };
	});
	const done = await Promise.all(processes);
	const times = done.map(({ seconds }) => seconds);
	const ratio = Math.max(...times) / Math.min(...times);
	tell('two processes', { sum: sum().toFixed(3), seconds: times.join(), ratio: ratio.toFixed(2) });
	expect(done.map(({ refused }) => refused)).toEqual([0, 0]);
	expect(sum()).toBeGreaterThan(0.8);
	expect(ratio).toBeLessThan(1.5);
});
