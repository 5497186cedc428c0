/** One run in a process of its own, which `memory` starts: the peak of memory is the process's. */
import { executor, loadNode, withExecute } from './node';
import { importing, numberSheet } from '../numberSheet';
import { mapped, sheet } from '../sheet';

export interface MemoryJob {
	side: 'node' | 'passing through';
	file: string;
	endpoint: string;
	rows: number;
	what: 'update' | 'numbers';
}

async function run({ side, file, endpoint, rows, what }: MemoryJob): Promise<number> {
	const node = await loadNode(file);
	const type = side === 'node' ? node : withExecute(node, (context) => [...context.getInputData()]);
	const [parameters, items] =
		what === 'numbers'
			? [importing, numberSheet(rows)]
			: [mapped('plain references', { concurrentRequests: 50 }), sheet(rows)];
	const output = await executor(type, endpoint)(parameters, items);
	if (output !== rows) throw new Error(`${output} items of ${rows}`);
	return process.resourceUsage().maxRSS * 1024;
}

process.once('message', (job: MemoryJob) => {
	void run(job).then((bytes) => process.send?.(bytes, () => process.exit(0)));
});
